/** How a metric stands with what it earned, and what a share counts. */
import type { Measurement, ScorePart } from '#schemas/assessment.ts';
import { type Weight, worthOf } from '../weights/weight.ts';

/** The facts that excuse a metric, by name; false alone excuses. */
export type Facts = ReadonlyMap<string, Measurement['value']>;

export const factsOf = (measurements: readonly Measurement[]): Facts =>
  new Map(
    measurements.filter(({ metric }) => metric.startsWith('expects')).map(({ metric, value }) => [metric, value]),
  );

const isExcused = ({ needs }: Weight, facts: Facts): boolean => (needs ?? []).some((fact) => facts.get(fact) === false);

/**
 * What a metric gives, by what was measured of it: none where nothing could be measured, several where it has several
 * addresses, of which the best counts.
 */
export function partOf(
  weight: Weight,
  { on, measured, facts }: { on: ScorePart['on']; measured: readonly Measurement[]; facts: Facts },
): ScorePart {
  const { metric, dimension, points: of, notAssessed } = weight;
  const base = { metric, dimension, on, points: 0, of };
  if (notAssessed !== undefined) return { ...base, standing: 'not-assessed' };
  const worths = measured.map(({ value }) => worthOf(weight, value));
  const best = Math.max(0, ...worths.filter((worth) => worth !== null));
  // Excused is only what is not there: a register that has it all the same is not denied its points.
  if (best === 0 && isExcused(weight, facts)) return { ...base, standing: 'not-applicable' };
  if (best === 0 && worths.includes(null)) return { ...base, standing: 'unknown' };
  return { ...base, points: best * of, standing: best === 1 ? 'met' : best === 0 ? 'unmet' : 'part' };
}

const counts = ({ standing }: ScorePart): boolean => standing === 'met' || standing === 'part' || standing === 'unmet';

const sum = (parts: readonly ScorePart[], key: 'points' | 'of'): number =>
  parts.reduce((total, part) => total + part[key], 0);

/** Points, ceiling, share and dimensions of some parts. */
export function totalsOf(parts: readonly ScorePart[]) {
  const counted = parts.filter(counts);
  const reachable = parts.filter(({ standing }) => standing !== 'not-applicable' && standing !== 'not-assessed');
  const dimensions = [...new Set(parts.map(({ dimension }) => dimension))];
  const of = sum(counted, 'of');
  return {
    points: sum(parts, 'points'),
    of: sum(parts, 'of'),
    ceiling: sum(reachable, 'of'),
    share: of === 0 ? null : sum(counted, 'points') / of,
    dimensions: dimensions.map((dimension) => {
      const own = parts.filter((part) => part.dimension === dimension);
      return { dimension, points: sum(own, 'points'), of: sum(own, 'of') };
    }),
  };
}
