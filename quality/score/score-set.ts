/** The score of a set whose metrics are all measured of the dataset: what each earned, added up. */
import type { Measurement, Score, ScoreSetId } from '#schemas/assessment.ts';
import { weightTables } from '../weights/weight-tables.ts';
import { factsOf, partOf, totalsOf } from './standing.ts';

export function scoreSet(set: Exclude<ScoreSetId, 'mqa'>, measurements: readonly Measurement[]): Score {
  const facts = factsOf(measurements);
  const byMetric = new Map(measurements.filter(({ on }) => on === 'dataset').map((one) => [one.metric, one]));
  const parts = weightTables[set].map((weight) => {
    const measured = byMetric.get(weight.metric);
    return partOf(weight, { on: 'dataset', measured: measured ? [measured] : [], facts });
  });
  return { set, ...totalsOf(parts), parts };
}
