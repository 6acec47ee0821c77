import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Cells of the table: what comes in, and where it is tested. */
const rows = readFileSync(join(root, 'docs', 'threat-model.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what comes in'))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')))
  .map((cells) => ({ threat: cells[0] ?? '', tested: cells.at(-1) ?? '' }));

it('has a table with everything that comes in', () => expect(rows.length).toBeGreaterThan(20));

it.each(rows)('names tests that there are against: $threat', ({ threat, tested }) => {
  const paths = [...tested.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
  // The one that is told of as not tested.
  if (threat !== "patterns in a source's settings") expect(paths).not.toEqual([]);
  for (const path of paths) expect(existsSync(join(root, path)), path).toBe(true);
});
