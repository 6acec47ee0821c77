/** Writes docs/scores.md anew after a table of metrics or weights changed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoresPage } from './scores-page.ts';

writeFileSync(join(import.meta.dirname, '..', '..', 'docs', 'scores.md'), scoresPage());
