/** The best of many, a page at a time. */
import type { Place } from './search-index.ts';
import type { Ranked } from './search-ranking.ts';

export interface PageOf {
  readonly limit: number;
  readonly after?: Place | undefined;
}

export interface Placed extends Ranked {
  readonly id: string;
}

/** The score that the last of the wanted has; ordering numbers alone is many times faster than ordering rows. */
function threshold(rows: readonly Ranked[], wanted: number): number {
  if (rows.length <= wanted) return Number.NEGATIVE_INFINITY;
  const scores = Float64Array.from(rows, ({ score }) => score).sort();
  return scores[scores.length - wanted] ?? Number.NEGATIVE_INFINITY;
}

/** The rows after a place, best first and by id among equals, one more than the limit if there are so many. */
export function bestOf(rows: readonly Ranked[], idOf: (no: number) => string, { limit, after }: PageOf): Placed[] {
  const score = Number(after?.by);
  const isAfter = (row: Ranked) => row.score < score || (row.score === score && idOf(row.no) > (after?.id ?? ''));
  const left = after ? rows.filter(isAfter) : rows;
  const least = threshold(left, limit + 1);
  return left
    .filter((row) => row.score >= least)
    .map((row) => ({ ...row, id: idOf(row.no) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit + 1);
}
