import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TOUR } from '#test/web/tour.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');

it('shows in the tour the pictures that the command takes, and says in words what each shows', () => {
  const page = readFileSync(join(docs, 'tour.md'), 'utf8');
  const shown = [...page.matchAll(/^!\[(.{20,})\]\(tour\/(\w+)\.png\)$/gm)].map(([, , name]) => name);

  expect(shown).toEqual(TOUR.map(({ name }) => name));
  for (const name of shown) expect(existsSync(join(docs, 'tour', `${name}.png`)), name).toBe(true);
});
