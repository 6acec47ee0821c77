/**
 * The score of the Metadata Quality Assessment as piveau counts it: the points of the best distribution, and those of the
 * dataset. Means over distributions, or the best of each metric, give other numbers.
 */
import type { Measurement, Score, ScorePart } from '#schemas/assessment.ts';
import { mqaBands, mqaWeights } from '../weights/mqa.ts';
import type { Weight } from '../weights/weight.ts';
import { type Facts, factsOf, partOf, totalsOf } from './standing.ts';

type Measured = ReadonlyMap<string, readonly Measurement[]>;

/** The measurements of the set, by where they were made and then by metric. */
function measuredBy(measurements: readonly Measurement[]): ReadonlyMap<Measurement['on'], Measured> {
  const places = new Map<Measurement['on'], Map<string, Measurement[]>>();
  for (const measurement of measurements) {
    if (!ids.has(measurement.metric)) continue;
    const metrics = places.get(measurement.on) ?? new Map<string, Measurement[]>();
    metrics.set(measurement.metric, [...(metrics.get(measurement.metric) ?? []), measurement]);
    places.set(measurement.on, metrics);
  }
  return places;
}

const ids: ReadonlySet<string> = new Set(mqaWeights.map(({ metric }) => metric));
const noMeasurements: Measured = new Map();

const partsAt = (on: Measurement['on'], measured: Measured, weights: readonly Weight[], facts: Facts): ScorePart[] =>
  weights.map((weight) => partOf(weight, { on, measured: measured.get(weight.metric) ?? [], facts }));

const pointsOf = (parts: readonly ScorePart[]): number => parts.reduce((total, { points }) => total + points, 0);

/** The distribution with the most points; of two alike the earlier one. */
function bestOf(places: ReadonlyMap<Measurement['on'], Measured>, facts: Facts): number | undefined {
  let best: { readonly on: number; readonly points: number } | undefined;
  for (const [on, measured] of places) {
    if (on === 'dataset') continue;
    const carried = mqaWeights.filter(({ metric }) => measured.has(metric));
    const points = pointsOf(partsAt(on, measured, carried, facts));
    if (best === undefined || points > best.points || (points === best.points && on < best.on)) best = { on, points };
  }
  return best?.on;
}

export function scoreMqa(measurements: readonly Measurement[]): Score {
  const facts = factsOf(measurements);
  const places = measuredBy(measurements);
  const distribution = bestOf(places, facts);
  const chosen = (distribution === undefined ? undefined : places.get(distribution)) ?? noMeasurements;
  const dataset = places.get('dataset') ?? noMeasurements;
  // What the chosen distribution carries hides what the dataset says of itself, whatever its value: that is the rule of the
  // dates. Nothing else is measured of both.
  const isOfDistribution = ({ metric }: Weight): boolean => chosen.has(metric) || !dataset.has(metric);
  const parts = mqaWeights.flatMap((weight) =>
    isOfDistribution(weight)
      ? partsAt(distribution ?? 'dataset', chosen, [weight], facts)
      : partsAt('dataset', dataset, [weight], facts),
  );
  const totals = totalsOf(parts);
  return {
    set: 'mqa',
    ...totals,
    rating: mqaBands.find(({ from }) => totals.points >= from)?.rating ?? 'bad',
    ...(distribution !== undefined && { distribution }),
    parts,
  };
}
