/** What the stacks deploy, as far as tests of the stacks need it: code that does nothing, and a folder with a page. */
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type Environment, environmentFor } from '#infra/environments.ts';
import { type Built, buildSystem } from '#infra/system.ts';

/** An environment as it stands in the file, with what a test wants otherwise. */
export const environmentWith = (more: Partial<Environment> = {}): Environment => ({
  ...environmentFor('prod'),
  ...more,
});

export const standIn: Built = {
  codeOf: () => Code.fromInline('exports.handler = async () => undefined;'),
  pages: join(import.meta.dirname, '..', 'fixtures', 'infra', 'pages'),
};

export interface Resource {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
  readonly DeletionPolicy?: string;
}

/** The stacks of an environment as CloudFormation would get them. */
export function synthesised(environment: Environment) {
  const app = new App();
  const stacks = buildSystem(app, environment, standIn);
  const { stacks: written } = app.synth();
  const templates = written.map(({ template }) => template as { readonly Resources?: Record<string, Resource> });
  const byId = new Map(templates.flatMap(({ Resources = {} }) => Object.entries(Resources)));
  const resources = [...byId.values()];
  const all = (type: string): Record<string, unknown>[] =>
    resources.filter(({ Type }) => Type === type).map(({ Properties }) => Properties ?? {});
  return { app, stacks, templates, byId, resources, all };
}
