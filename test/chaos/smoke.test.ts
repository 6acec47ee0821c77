/** A few faults of the suite, one of each kind of place in which something can go wrong; `npm run chaos` plays them all. */
import { expect, it } from 'vitest';
import { playGroup } from './play-group.ts';
import { tableOf } from './table.ts';

it.each([
  ['connection', ['connection refused', 'truncated body']],
  ['lists', ['half a list']],
  ['content', ['broken Turtle in record 3 of 8']],
  ['engines', ['answer of the ledger lost', 'duplicate queue delivery, both at once']],
  ['kills', ['worker killed behind the ledger']],
])('nothing is lost, invented or told twice by what goes wrong in %s', async (group, faults) => {
  const rows = await playGroup(group, faults);

  expect(rows.flatMap(({ broken }) => broken)).toEqual([]);
  expect(rows.map(({ fault }) => fault)).toEqual(faults);
});

it('a row that fails says so in the table', () => {
  const row = { fault: 'a | b', did: 'x', state: 'failed', told: '', broken: ['one thing', 'another'] };

  expect(tableOf([row]).split('\n').at(-1)).toBe('| a \\| b | x | failed |  | BROKEN: one thing; another |');
});
