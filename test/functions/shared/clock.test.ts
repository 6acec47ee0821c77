import { expect, it } from 'vitest';
import { runId, suffixAt } from '#functions/shared/clock.ts';

it('sorts the ids of runs that start in one second as they came', () => {
  const start = Date.parse('2026-11-26T11:27:10Z');
  const ids = [0, 7, 35, 36, 360, 999, 1000].map((later) => runId('sds', start + later, suffixAt(start + later)));

  expect(ids.toSorted()).toEqual(ids);
  for (const id of ids) expect(id).toMatch(/^sds\.20261126T11271[01]Z\.[a-z0-9]{6}$/);
});

it('differs between two that start at the same moment', () => {
  expect(suffixAt(5)).not.toBe(suffixAt(5));
});
