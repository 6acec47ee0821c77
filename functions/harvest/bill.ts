/** The bill of a run: what all its invocations used, at list price. */
import { costOf } from '#functions/shared/prices.ts';
import type { Usage } from '#schemas/cost.ts';
import type { Run } from '#schemas/run.ts';

/**
 * The bill until now; nothing for an invocation that is not metered. It is drawn up before the run is written for the last
 * time, so that write and the lease's end are not on it; nor is what a worker used that died, or what an operator's
 * decision costs later.
 * @param run carries what earlier invocations used.
 */
export const billOf = (run: Run, usage: (() => Usage) | undefined): Pick<Run, 'cost'> =>
  usage ? { cost: costOf([run.cost, usage()], run) } : {};
