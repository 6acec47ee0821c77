/**
 * Ends a run that cannot go on: its worker died, or it met a failure that no repetition would mend. What it did stands in
 * the ledger, and its balance is taken from there.
 */
import type { Clock } from '#functions/shared/clock.ts';
import { putFailedRun } from '#functions/shared/dead-letters.ts';
import type { LeaseStore } from '#functions/shared/lease-store.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import { type Counts, type Run, type RunRecord, zeroCounts } from '#schemas/run.ts';
import { clearHeldBack } from './held-back.ts';
import { repairState } from './repair-state.ts';
import { type RunFileStore, readState, writeRunRecords, writeState } from './run-files.ts';
import { countLive } from './source-state.ts';

export interface EndDeadRunPorts {
  readonly runs: Pick<RunStore, 'save'>;
  readonly leases: Pick<LeaseStore, 'release'>;
  readonly ledger: Pick<Ledger, 'read' | 'payload'>;
  readonly objects: RunFileStore;
  readonly clock: Clock;
}

/** Records that a run changed are listed by it; a record that it removed is not. */
function countsOf(rows: readonly RunRecord[]): Counts {
  const counts = zeroCounts();
  for (const { outcome } of rows) {
    counts[outcome] += 1;
    if (outcome !== 'removed') counts.listed += 1;
  }
  return counts;
}

/** Ends the run as failed, puts what it appended into the source's state, and gives the source back. */
export async function endDeadRun(
  ports: EndDeadRunPorts,
  // What was to wait was never shown to anybody.
  { waiting: _waiting, lastFailure: _told, ...stored }: Run,
  reason: string,
): Promise<Run> {
  const state = await readState(ports.objects, stored.source);
  const repaired = await repairState(state, stored.id, ports.ledger);
  const rows = [...repaired.done].map(([id, outcome]): RunRecord => {
    const identifier = state.records.get(id)?.identifier ?? null;
    return { outcome, id, identifier };
  });
  if (repaired.changed && !stored.preview) await writeState(ports.objects, state);
  await writeRunRecords(ports.objects, stored.id, rows);
  const run: Run = {
    ...stored,
    state: 'failed',
    reason,
    endedAt: new Date(ports.clock()).toISOString(),
    coverage: 'none',
    counts: countsOf(rows),
    live: { before: repaired.liveBefore, after: countLive(state) },
    changes: repaired.changes,
  };
  await ports.runs.save(run);
  // Nobody needs a look at what is gone by: it is asked for anew.
  if (!run.preview) await putFailedRun(ports.objects, run);
  await clearHeldBack(ports.objects, run.id);
  await ports.leases.release(run.source, run.id);
  return run;
}
