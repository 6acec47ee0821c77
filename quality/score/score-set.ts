/** The score of a set whose metrics are all measured of the dataset: what each earned, added up. */
import type { Score, ScoreSetId } from '#schemas/assessment.ts';
import { weightTables } from '../weights/weight-tables.ts';
import type { Measured } from './measured.ts';
import { partOf, totalsOf } from './standing.ts';

export function scoreSet(set: Exclude<ScoreSetId, 'mqa'>, all: Measured): Score {
  const parts = weightTables[set].map((weight) => partOf(weight, 'dataset', all.dataset.get(weight.metric), all));
  return { set, ...totalsOf(parts), parts };
}
