/** The best of many, a page at a time. */
import type { Place } from './search-index.ts';
import type { Ranking } from './search-ranking.ts';

export interface PageOf {
  readonly limit: number;
  readonly after?: Place | undefined;
}

export interface Placed {
  readonly no: number;
  readonly id: string;
  readonly score: number;
}

/** The score that the last of the wanted has; ordering numbers alone is many times faster than ordering rows. */
function threshold(scores: Float64Array, wanted: number): number {
  if (scores.length <= wanted) return Number.NEGATIVE_INFINITY;
  return scores.sort()[scores.length - wanted] ?? Number.NEGATIVE_INFINITY;
}

/** The rows after a place, best first and by id among equals, one more than the limit if there are so many. */
export function bestOf({ nos, scoreOf }: Ranking, idOf: (no: number) => string, { limit, after }: PageOf): Placed[] {
  const score = Number(after?.by);
  const isAfter = (no: number) => scoreOf(no) < score || (scoreOf(no) === score && idOf(no) > (after?.id ?? ''));
  const left = after ? nos.filter(isAfter) : nos;
  const least = threshold(Float64Array.from(left, scoreOf), limit + 1);
  return left
    .filter((no) => scoreOf(no) >= least)
    .map((no) => ({ no, id: idOf(no), score: scoreOf(no) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit + 1);
}
