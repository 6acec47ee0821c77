import { expect, it } from 'vitest';
import { eachOf } from '#functions/shared/each-of.ts';

it('works on some at once, never on all, and keeps their order', async () => {
  let now = 0;
  let most = 0;
  const results = await eachOf([...Array(50).keys()], async (value) => {
    now += 1;
    most = Math.max(most, now);
    // The later ones of a group end first.
    for (let turn = 0; turn < 8 - (value % 8); turn += 1) await Promise.resolve();
    now -= 1;
    return value * 2;
  });

  expect(results).toEqual([...Array(50).keys()].map((value) => value * 2));
  expect(most).toBe(8);
});
