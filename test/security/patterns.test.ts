/**
 * No text can stall a pattern that reads it. Judging all takes minutes, so the verdicts are kept by the patterns' own text; one that is new or changed is
 * judged here, and only one that is not safe has to be mended or argued for.
 */
import { expect, test } from 'vitest';
import { ARGUED, argumentFor, judge, judgedSafe } from './patterns/judgement.ts';
import { patternsOf, ROOMS } from './patterns/literals.ts';

const patterns = patternsOf();

test('the patterns of all rooms are found', () => {
  expect(patterns.size).toBeGreaterThan(400);
  const rooms = new Set([...patterns.values()].flatMap(({ places }) => places.map((place) => place.split('/')[0])));
  expect([...rooms].sort()).toEqual([...ROOMS].sort());
});

test('every pattern is safe by recheck, or argued for', async () => {
  const safe = judgedSafe();
  const unsafe: string[] = [];
  for (const [name, { source, flags, places }] of patterns) {
    if (safe.has(name) || argumentFor(name, places)) continue;
    const { verdict, why } = await judge(source, flags);
    if (verdict !== 'safe')
      unsafe.push(
        `${places.join(', ')}: ${name} is ${verdict} (${why}); mend it, or argue in test/security/patterns/judgement.ts`,
      );
  }
  expect(unsafe).toEqual([]);
}, 120_000);

test('an argument stands for a pattern that there is', () => {
  expect(ARGUED.filter(({ pattern }) => !patterns.has(pattern)).map(({ pattern }) => pattern)).toEqual([]);
});

test('a pattern that a text can stall is seen, so that finding none means something', async () => {
  expect(await judge('^(a+)+$', '')).toMatchObject({ verdict: 'vulnerable' });
  expect(await judge('\\s+$', '')).toMatchObject({ verdict: 'vulnerable' });
  expect(await judge('^[a-z]{1,9}$', '')).toMatchObject({ verdict: 'safe' });
});
