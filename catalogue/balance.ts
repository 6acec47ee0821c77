/** The sum always balances (docs/decisions/0004): every record that a run met stands in exactly one group. */
import type { Counts, Outcome, Run } from '#schemas/run.ts';

/** An equation of a run that does not hold. */
export interface Discrepancy {
  readonly equation: 'listed' | 'live' | 'held';
  readonly expected: number;
  readonly actual: number;
}

/**
 * Counts outcomes by group.
 * @param listed how many records the pages named, counted where they were read and not from the outcomes: only two
 *   independent counts can disagree.
 */
export const countOutcomes = (outcomes: Iterable<Outcome>, listed: number): Counts => {
  const counts: Counts = {
    listed,
    created: 0,
    updated: 0,
    unchanged: 0,
    duplicate: 0,
    rejected: 0,
    returned: 0,
    missing: 0,
    removed: 0,
    held: 0,
  };
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
};

/** The equations that do not hold for a run; none for a run whose sums balance. */
export const discrepanciesOf = ({ counts, live, waiting }: Pick<Run, 'counts' | 'live' | 'waiting'>): Discrepancy[] => {
  const { created, updated, unchanged, returned, duplicate, rejected, removed, listed, held } = counts;
  // What waits for approval was listed and is held, but for removals, which nobody lists.
  const listedHeld = waiting ? waiting.created + waiting.updated + waiting.returned : 0;
  const waits = listedHeld + (waiting?.removed ?? 0);
  const groups = created + updated + unchanged + returned + duplicate + rejected;
  const equations: Discrepancy[] = [
    { equation: 'listed', expected: groups + listedHeld, actual: listed },
    { equation: 'live', expected: live.before + created + returned - removed, actual: live.after },
    // Held are those that wait and those that the removal rules hold, whose number nothing else tells.
    { equation: 'held', expected: Math.max(waits, held), actual: held },
  ];
  return equations.filter(({ expected, actual }) => expected !== actual);
};
