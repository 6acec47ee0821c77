/**
 * An operator's word on what a run held: removals, which `release` carries out and `reject` takes back, or the whole set of
 * changes of a source that is approved (docs/decisions/0011).
 */

import type { RecordState } from '#catalogue/record-state.ts';
import { decideHeld } from '#catalogue/removal.ts';
import { type Clock, runId } from '#functions/shared/clock.ts';
import type { LeaseStore } from '#functions/shared/lease-store.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import type { Run } from '#schemas/run.ts';
import { ChangeWriter } from './change-writer.ts';
import { rejectWaiting, releaseWaiting } from './decide-waiting.ts';
import { deletionOf } from './removals.ts';
import { repairState } from './repair-state.ts';
import { type RunFileStore, readRunRecords, readState, writeRunRecords, writeState } from './run-files.ts';
import { newSession } from './session.ts';
import type { SourceState } from './source-state.ts';

export interface DecideHeldPorts {
  readonly runs: Pick<RunStore, 'get' | 'save'>;
  readonly leases: Pick<LeaseStore, 'take' | 'release'>;
  readonly ledger: Pick<Ledger, 'append' | 'read' | 'payload'>;
  readonly objects: RunFileStore;
  readonly announce: (head: number) => Promise<void>;
  readonly clock: Clock;
  readonly suffix: (startedAt: number) => string;
}

/** What came of the decision. `busy`: a run of the source is under way, which may be about to decide the same. */
export type HeldDecision =
  | { readonly kind: 'done'; readonly run: Run }
  | { readonly kind: 'busy' }
  | { readonly kind: 'nothing-held' }
  /** What was shown is not what would happen now. */
  | { readonly kind: 'outdated'; readonly detail: string }
  /** The time was over; asked again, it goes on. */
  | { readonly kind: 'unfinished'; readonly detail: string }
  | { readonly kind: 'unknown-run' };

const heldRecords = (state: SourceState): RecordState[] =>
  (state.held?.ids ?? []).flatMap((id) => state.records.get(id) ?? []);

/** The run's report after the decision: what it held is now removed, or missing and kept. */
async function rewriteReport(
  ports: DecideHeldPorts,
  run: Run,
  outcome: 'removed' | 'missing',
  ids: ReadonlySet<string>,
): Promise<Run> {
  const rows = await readRunRecords(ports.objects, run.id);
  const decided = rows.map((row) =>
    row.outcome === 'held' && row.id !== null && ids.has(row.id) ? { ...row, outcome, reason: 'operator' } : row,
  );
  await writeRunRecords(ports.objects, run.id, decided);
  const { reason: _reason, ...rest } = run;
  const counts = { ...run.counts, held: run.counts.held - ids.size };
  counts[outcome] += ids.size;
  const { before } = run.live;
  const saved: Run = {
    ...rest,
    state: run.coverage === 'complete' ? 'succeeded' : 'partial',
    counts,
    live: { before, after: before + counts.created + counts.returned - counts.removed },
  };
  await ports.runs.save(saved);
  return saved;
}

/** A request has half a minute (API Gateway); what is left of it is for the reports. */
const RELEASE_MS = 15_000;

async function decide(ports: DecideHeldPorts, run: Run, decision: 'release' | 'reject'): Promise<HeldDecision> {
  if (run.waiting) {
    const until = ports.clock() + RELEASE_MS;
    const waiting = { ...ports, outOfTime: () => ports.clock() > until };
    if (decision === 'release') return releaseWaiting(waiting, run);
    return { kind: 'done', run: await rejectWaiting(waiting, run) };
  }
  const state = await readState(ports.objects, run.source);
  await repairState(state, run.id, ports.ledger);
  if (state.held === null) return { kind: 'nothing-held' };
  const { removals, states } = decideHeld(decision, heldRecords(state));
  const session = newSession(run);
  const writer = new ChangeWriter({ ...ports, heartbeat: async () => undefined }, state, session);
  const observedAt = new Date(ports.clock()).toISOString();
  for (const removal of removals) {
    const change = deletionOf(state, removal, { run: run.id, observedAt, cause: 'manual' });
    if (change) await writer.add(change);
  }
  await writer.flush();
  for (const record of states) state.records.set(record.id, record);
  state.held = null;
  await writeState(ports.objects, state);
  const ids = new Set([...removals, ...states].map(({ id }) => id));
  return { kind: 'done', run: await rewriteReport(ports, run, decision === 'release' ? 'removed' : 'missing', ids) };
}

/**
 * Decides about what a run held, under the source's lease so that no run decides at the same time.
 * @param id the run that held, usually the source's latest.
 */
export async function decideHeldRemovals(
  ports: DecideHeldPorts,
  id: string,
  decision: 'release' | 'reject',
): Promise<HeldDecision> {
  const run = await ports.runs.get(id);
  if (!run) return { kind: 'unknown-run' };
  if (run.state !== 'held') return { kind: 'nothing-held' };
  const now = ports.clock();
  const holder = runId(run.source, now, ports.suffix(now));
  if (!(await ports.leases.take(run.source, holder, now))) return { kind: 'busy' };
  try {
    return await decide(ports, run, decision);
  } finally {
    await ports.leases.release(run.source, holder);
  }
}
