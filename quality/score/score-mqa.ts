/**
 * The score of the Metadata Quality Assessment as piveau counts it: the points of the best distribution, and those of the
 * dataset. Means over distributions, or the best of each metric, give other numbers.
 */
import type { Measurement, Score } from '#schemas/assessment.ts';
import { mqaBands, mqaWeights } from '../weights/mqa.ts';
import { worthOf } from '../weights/weight.ts';
import type { Measured } from './measured.ts';
import { partOf, totalsOf } from './standing.ts';

type ByMetric = ReadonlyMap<string, readonly Measurement[]>;

const nothingMeasured: ByMetric = new Map();

const pointsOf = (measured: ByMetric): number =>
  mqaWeights.reduce((points, weight) => {
    const worths = (measured.get(weight.metric) ?? []).map(({ value }) => worthOf(weight, value) ?? 0);
    return points + weight.points * Math.max(0, ...worths);
  }, 0);

/** The distribution with the most points; of two alike the earlier one. */
function bestOf({ distributions }: Measured): number | undefined {
  let best: { readonly on: number; readonly points: number } | undefined;
  for (const [on, measured] of distributions) {
    // The first of one is the best, and most have one.
    const points = distributions.size === 1 ? 0 : pointsOf(measured);
    if (best === undefined || points > best.points || (points === best.points && on < best.on)) best = { on, points };
  }
  return best?.on;
}

export function scoreMqa(all: Measured): Score {
  const distribution = bestOf(all);
  const chosen = (distribution === undefined ? undefined : all.distributions.get(distribution)) ?? nothingMeasured;
  const parts = mqaWeights.map((weight) => {
    const { metric } = weight;
    // What the chosen distribution carries hides what the dataset says of itself, whatever its value: that is the rule of the
    // dates. Nothing else is measured of both.
    return chosen.has(metric) || !all.dataset.has(metric)
      ? partOf(weight, distribution ?? 'dataset', chosen.get(metric), all)
      : partOf(weight, 'dataset', all.dataset.get(metric), all);
  });
  const totals = totalsOf(parts);
  return {
    set: 'mqa',
    ...totals,
    rating: mqaBands.find(({ from }) => totals.points >= from)?.rating ?? 'bad',
    ...(distribution !== undefined && { distribution }),
    parts,
  };
}
