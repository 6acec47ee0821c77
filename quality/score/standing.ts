/** How a metric stands with what it earned, and what a share counts. */
import type { Measurement, ScorePart } from '#schemas/assessment.ts';
import { type Weight, worthOf } from '../weights/weight.ts';
import type { Measured } from './measured.ts';

/** Whether a metric cannot be asked of a dataset, by the facts that were measured of it; false alone excuses. */
export const isExcused = ({ needs }: Weight, { dataset }: Pick<Measured, 'dataset'>): boolean =>
  needs?.some((fact) => dataset.get(fact)?.[0]?.value === false) === true;

const standingBy = (best: number): ScorePart['standing'] => (best === 1 ? 'met' : best === 0 ? 'unmet' : 'part');

/**
 * What a metric gives, by what was measured of it: nothing where nothing could be measured; the best counts where it has
 * several addresses.
 */
export function partOf(
  weight: Weight,
  on: ScorePart['on'],
  measurements: readonly Measurement[] | undefined,
  all: Measured,
): ScorePart {
  const { metric, dimension, points: of } = weight;
  const part: ScorePart = { metric, dimension, on, standing: 'not-assessed', points: 0, of };
  if (weight.notAssessed !== undefined) return part;
  let best = 0;
  let isUnknown = false;
  for (const { value } of measurements ?? []) {
    const worth = worthOf(weight, value);
    if (worth === null) isUnknown = true;
    else if (worth > best) best = worth;
  }
  part.points = best * of;
  // Excused is only what is not there: a register that has it all the same is not denied its points.
  if (best > 0) part.standing = standingBy(best);
  else if (isExcused(weight, all)) part.standing = 'not-applicable';
  else part.standing = isUnknown ? 'unknown' : 'unmet';
  return part;
}

/** Points, ceiling, share and dimensions of some parts, whose dimensions stand together. */
export function totalsOf(parts: readonly ScorePart[]) {
  const totals = { points: 0, of: 0, ceiling: 0 };
  const dimensions: { dimension: string; points: number; of: number }[] = [];
  let counted = 0;
  for (const { dimension, standing, points, of } of parts) {
    totals.points += points;
    totals.of += of;
    if (standing !== 'not-applicable' && standing !== 'not-assessed') totals.ceiling += of;
    if (standing === 'met' || standing === 'part' || standing === 'unmet') counted += of;
    const last = dimensions.at(-1);
    if (last?.dimension === dimension) {
      last.points += points;
      last.of += of;
    } else dimensions.push({ dimension, points, of });
  }
  return { ...totals, share: counted === 0 ? null : totals.points / counted, dimensions };
}
