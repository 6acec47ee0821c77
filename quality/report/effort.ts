/** What a mend costs its owner over all the registers that want it. */
import type { Effort } from '#schemas/assessment.ts';
import { effortCost } from '../gains/effort.ts';

/** What to write has been found out with the first register; writing it into a further one takes half. */
const REPEATED = 0.5;

export const effortOver = (effort: Effort, registers: number): number =>
  effortCost[effort] * (1 + (registers - 1) * REPEATED);
