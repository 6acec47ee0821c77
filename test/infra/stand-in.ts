/** What the stacks deploy, as far as tests of the stacks need it: code that does nothing, and a folder with a page. */
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Built } from '#infra/system.ts';

export const standIn: Built = {
  codeOf: () => Code.fromInline('exports.handler = async () => undefined;'),
  pages: join(import.meta.dirname, '..', 'fixtures', 'infra', 'pages'),
};
