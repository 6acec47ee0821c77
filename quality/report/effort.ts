/** What a mend costs its owner, so that gains can be compared by what they take. */
import type { Effort } from '#schemas/assessment.ts';

/**
 * Hours of work, as orders of magnitude: a code picked from a list, a fact that somebody must be asked for, a table of
 * variables that must be written. Only their ratios matter, and only for the order of the actions.
 */
const HOURS: Readonly<Record<Effort, number>> = { minutes: 0.25, hours: 3, days: 15 };

/** What to write has been found out with the first register; writing it into a further one takes half. */
const REPEATED = 0.5;

/** The hours that one mend takes in a number of registers. */
export const effortHours = (effort: Effort, registers: number): number =>
  HOURS[effort] * (1 + (registers - 1) * REPEATED);
