import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestOf } from '#functions/shared/search-page.ts';

const ranking = (scores: readonly number[]) => ({
  nos: scores.map((_, no) => no),
  scoreOf: (no: number) => scores[no] ?? 0,
});
const idOf = (no: number): string => `d${String((no * 7) % 1000).padStart(3, '0')}`;

it('gives the best first and by id among equals, whatever the scores, and from any place on the rest', () => {
  // Few different scores, so that many are equal.
  const scores = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 200 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 30 }), fc.nat(), (given, limit, at) => {
      const all = given
        .map((score, no) => ({ no, id: idOf(no), score }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      const place = all[at % Math.max(1, all.length)];
      const after = place && { by: String(place.score), id: place.id };
      const behind = place ? all.slice(all.indexOf(place) + 1) : all;
      expect(bestOf(ranking(given), idOf, { limit })).toEqual(all.slice(0, limit + 1));
      expect(bestOf(ranking(given), idOf, { limit, after })).toEqual(behind.slice(0, limit + 1));
    }),
  );
});
