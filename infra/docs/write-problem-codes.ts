/** Writes docs/problem-codes.md anew after the table changed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemCodesPage } from './problem-codes-page.ts';

writeFileSync(join(import.meta.dirname, '..', '..', 'docs', 'problem-codes.md'), problemCodesPage());
