/** The orders of a search but for relevance, each from a place on. */
import type { Place, SortOrder } from './search-index.ts';

export type FieldOrder = Exclude<SortOrder, 'relevance'>;

/** Greater than any score. */
const NO_SCORE = 2 ** 40;

/**
 * By a score, with those that have none (-1) behind all others, whichever way it goes: upwards they are moved behind, which
 * costs a sort of some numbers where an index would have had the order ready.
 */
const scoreOrder = (column: 'share' | 'mqa', direction: 'up' | 'down'): string =>
  direction === 'down'
    ? `select no, id, cast(${column} as text) by from dataset
       where ${column} <= cast(:by as integer) and (${column} < cast(:by as integer) or id > :id) order by ${column} desc, id`
    : `select no, id, cast(rank as text) by from
       (select no, id, iif(${column} < 0, ${NO_SCORE}, ${column}) rank from dataset)
       where (rank, id) > (cast(:by as integer), :id) order by rank, id`;

/** What comes after a place, in each order; the indexes of the table have them ready. */
export const ORDERS: Readonly<Record<FieldOrder, string>> = {
  title: 'select no, id, title by from dataset where (title, id) > (:by, :id) order by title, id',
  period:
    'select no, id, cast(since as text) by from dataset where (since, id) > (cast(:by as integer), :id) order by since, id',
  changed: `select no, id, published by from dataset where published <= :by and (published < :by or id > :id)
    order by published desc, id`,
  // From the best to the worst, which is from A to E.
  grade: scoreOrder('share', 'down'),
  '-grade': scoreOrder('share', 'up'),
  mqa: scoreOrder('mqa', 'up'),
  '-mqa': scoreOrder('mqa', 'down'),
};

/** Before the first item of each order. */
export const BEGINNINGS: Readonly<Record<FieldOrder, Place>> = {
  title: { by: '', id: '' },
  period: { by: '-1', id: '' },
  changed: { by: '~', id: '' },
  grade: { by: String(NO_SCORE), id: '' },
  '-grade': { by: '-1', id: '' },
  mqa: { by: '-1', id: '' },
  '-mqa': { by: String(NO_SCORE), id: '' },
};
