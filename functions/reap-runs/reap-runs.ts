/** Ends the runs whose worker died: their lease ran out and nobody renewed it. */
import { type EndDeadRunPorts, endDeadRun } from '#functions/harvest/end-dead-run.ts';
import { lastFailureOf } from '#functions/harvest/last-failure.ts';
import type { Lease, LeaseStore } from '#functions/shared/lease-store.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import type { Run } from '#schemas/run.ts';

export interface ReapRunsPorts extends EndDeadRunPorts {
  readonly leases: Pick<LeaseStore, 'all' | 'seize' | 'release'>;
  readonly runs: Pick<RunStore, 'get' | 'save'>;
}

/** What its worker met last, where it could say so. */
async function reasonOf({ objects }: ReapRunsPorts, run: Run, { heartbeatAt }: Lease): Promise<string> {
  const since = new Date(heartbeatAt).toISOString();
  const failure = await lastFailureOf(objects, run);
  if (!failure) return `The run stopped without a word; its last sign of life was at ${since}.`;
  return `The run was given up; its last try failed at ${failure.at}: ${failure.message}`;
}

/**
 * @param everything true when no worker can be alive, because the host has just started on its own data: every lease is
 * then dead, however fresh.
 * @returns the runs that were ended.
 */
export async function reapRuns(ports: ReapRunsPorts, everything: boolean): Promise<Run[]> {
  const ended: Run[] = [];
  for (const lease of await ports.leases.all()) {
    if (!everything && lease.expiresAt > ports.clock()) continue;
    const run = await ports.runs.get(lease.run);
    if (run?.state !== 'running') {
      await ports.leases.release(lease.source, lease.run);
      continue;
    }
    // The message comes again about when the lease runs out: whoever is first has the run, and a worker's is then not ended.
    if (!(await ports.leases.seize(lease, ports.clock()))) continue;
    ended.push(await endDeadRun(ports, run, await reasonOf(ports, run, lease)));
  }
  return ended;
}
