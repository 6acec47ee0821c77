/** The geometry of a run's balance, and how two of them differ. */
import type { Run } from './types.ts';

/** What a listed record became, in the order of the sum: listed = all of these. */
export const listedParts = ['created', 'updated', 'unchanged', 'returned', 'duplicate', 'rejected'] as const;

/** What became of records that were not listed. */
export const besideParts = ['missing', 'removed', 'held'] as const;

export interface Segment {
  readonly part: (typeof listedParts)[number];
  readonly count: number;
  /** Where it begins and how wide it is, in parts of `width`. */
  readonly x: number;
  readonly width: number;
}

/** A part that is there is seen, however small it is. */
const LEAST = 2;

/** The parts of a run's list side by side over `width`; parts without records are left out. */
export function segmentsOf(counts: Run['counts'], width: number): readonly Segment[] {
  const present = listedParts.filter((part) => counts[part] > 0);
  const sum = present.reduce((total, part) => total + counts[part], 0);
  const shared = width - LEAST * present.length;
  let x = 0;
  return present.map((part) => {
    const segment = { part, count: counts[part], x, width: LEAST + (shared * counts[part]) / sum };
    x += segment.width;
    return segment;
  });
}

interface Compared {
  readonly part: keyof Run['counts'];
  readonly one: number;
  readonly other: number;
  readonly difference: number;
}

/** Each figure of a run beside that of another. */
export const comparedCounts = (one: Run['counts'], other: Run['counts']): readonly Compared[] =>
  (['listed', ...listedParts, ...besideParts] as const).map((part) => ({
    part,
    one: one[part],
    other: other[part],
    difference: one[part] - other[part],
  }));
