/** Measurements by where they were made and of what, sorted once for all sets of scores. */
import type { Measurement } from '#schemas/assessment.ts';

/** Of one place: the measurements of each metric. There are several where a distribution has several addresses. */
type ByMetric = Map<string, Measurement[]>;

export interface Measured {
  readonly dataset: ReadonlyMap<string, readonly Measurement[]>;
  /** By the distribution's place in its list. */
  readonly distributions: ReadonlyMap<number, ReadonlyMap<string, readonly Measurement[]>>;
}

const add = (metrics: ByMetric, measurement: Measurement): void => {
  const same = metrics.get(measurement.metric);
  if (same === undefined) metrics.set(measurement.metric, [measurement]);
  else same.push(measurement);
};

export function sorted(measurements: readonly Measurement[]): Measured {
  const dataset: ByMetric = new Map();
  const distributions = new Map<number, ByMetric>();
  for (const measurement of measurements) {
    if (measurement.on === 'dataset') {
      add(dataset, measurement);
      continue;
    }
    const metrics: ByMetric = distributions.get(measurement.on) ?? new Map();
    distributions.set(measurement.on, metrics);
    add(metrics, measurement);
  }
  return { dataset, distributions };
}
