/**
 * What becomes of the changes that a run left waiting (docs/decisions/0011): released, they are appended to the ledger just
 * as they were shown; dropped, nothing of them ever was.
 */
import { PermanentFailure } from '#functions/shared/failures.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import { type Counts, type Outcome, type Run, type RunRecord, zeroCounts } from '#schemas/run.ts';
import { ChangeWriter } from './change-writer.ts';
import { repairState } from './repair-state.ts';
import {
  type RunFileStore,
  readRunRecords,
  readState,
  readWaitingState,
  writeRunRecords,
  writeState,
} from './run-files.ts';
import { newSession } from './session.ts';
import { believeLinks, countLive, type SourceState } from './source-state.ts';
import { readWaitingRun, waitingChanges, writeWaitingRun } from './waiting-changes.ts';

export interface DecideWaitingPorts {
  readonly runs: Pick<RunStore, 'get' | 'save'>;
  readonly ledger: Pick<Ledger, 'append' | 'read' | 'payload'>;
  readonly objects: RunFileStore;
  readonly announce: (head: number) => Promise<void>;
}

/** What came of a release: the run as it is now, or why the set that was shown is no longer what would happen. */
type Released = { readonly kind: 'done'; readonly run: Run } | { readonly kind: 'outdated'; readonly detail: string };

/** A sheet's counts; `listed` was counted when the pages were read and stays. */
function countsOf(rows: readonly RunRecord[], listed: number): Counts {
  const counts = { ...zeroCounts(), listed };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

/** The run's report once what it held is decided. Removals that its rules held stay held. */
async function rewrite(
  ports: Pick<DecideWaitingPorts, 'runs' | 'objects'>,
  run: Run,
  decide: (row: RunRecord) => RunRecord,
  rest: Pick<Run, 'live' | 'changes'>,
): Promise<Run> {
  const rows = (await readRunRecords(ports.objects, run.id)).map((row) => (row.outcome === 'held' ? decide(row) : row));
  await writeRunRecords(ports.objects, run.id, rows);
  const { waiting: _waiting, reason: _reason, ...kept } = run;
  const counts = countsOf(rows, run.counts.listed);
  const over = run.coverage === 'complete' ? 'succeeded' : 'partial';
  const held = {
    state: 'held' as const,
    reason: `${counts.held} removals are still held until an operator releases or rejects them.`,
  };
  const decided: Run = { ...kept, ...(counts.held > 0 ? held : { state: over }), ...rest, counts };
  await ports.runs.save(decided);
  return decided;
}

const asReleased = ({ waits, ...row }: RunRecord): RunRecord =>
  waits === undefined ? row : { ...row, outcome: waits as Outcome };

/**
 * Drops what waits: records that were to be published count as rejected, those that were to be removed as missing, each
 * with the reason. The source's state stays as it was before the run, so that the next run meets the same pages again.
 */
export function dropWaiting(
  ports: Pick<DecideWaitingPorts, 'runs' | 'objects'>,
  run: Run,
  reason: 'operator' | 'overtaken',
): Promise<Run> {
  const decide = ({ waits, ...row }: RunRecord): RunRecord => {
    const outcome = waits === undefined || waits === 'removed' ? 'missing' : 'rejected';
    return { ...row, outcome, reason };
  };
  return rewrite(ports, run, decide, { live: run.live, changes: null });
}

/** Says in what the source is another than when the run looked at it; undefined when it is the same. */
function differs(now: SourceState, then: SourceState, done: ReadonlyMap<string, Outcome>): string | undefined {
  const others = [...now.records.values()].filter(
    ({ id, revision }) => !done.has(id) && then.records.get(id)?.revision !== revision,
  );
  const gone = [...then.records.keys()].filter((id) => !now.records.has(id));
  const first = others[0]?.id ?? gone[0];
  return first === undefined
    ? undefined
    : `${others.length + gone.length} of its records changed since, such as ${first}`;
}

/** @param done what an earlier release appended before it died; `now` has it already. */
async function publish(
  ports: DecideWaitingPorts,
  run: Run,
  { now, then }: { readonly now: SourceState; readonly then: SourceState },
  done: ReadonlyMap<string, Outcome>,
): Promise<Run['changes']> {
  const session = newSession(run);
  const writer = new ChangeWriter({ ...ports, heartbeat: async () => undefined }, then, session);
  for await (const change of waitingChanges(ports.objects, run.id)) {
    const record = done.has(change.draft.dataset) ? now.records.get(change.draft.dataset) : undefined;
    if (record) then.records.set(record.id, { ...change.state, lastSeq: record.lastSeq });
    else await writer.add(change);
  }
  await writer.flush();
  then.ledgerSeq = Math.max(now.ledgerSeq, session.run.changes?.last ?? 0);
  return session.run.changes;
}

/**
 * Publishes exactly what was shown, if the source still is as the run found it. Must hold the source's lease.
 * A release that died half-way is gone on with by the next one: what it appended is seen in the ledger.
 */
export async function releaseWaiting(ports: DecideWaitingPorts, run: Run): Promise<Released> {
  const latest = run.replay ? null : await readWaitingRun(ports.objects, run.source);
  if (latest !== null && latest !== run.id) {
    return { kind: 'outdated', detail: `The run ${latest} read the source since; decide about that one.` };
  }
  const then = await readWaitingState(ports.objects, run.id, 'after');
  if (!then) throw new PermanentFailure(`What the run ${run.id} left waiting cannot be found.`);
  const now = await readState(ports.objects, run.source);
  const repaired = await repairState(now, run.id, ports.ledger);
  const difference = differs(now, then, repaired.done);
  if (difference !== undefined) {
    return { kind: 'outdated', detail: `The source is not as the run found it: ${difference}. Harvest it again.` };
  }
  const appended = await publish(ports, run, { now, then }, repaired.done);
  // What an operator has let pass is what the next run is measured by.
  believeLinks(then, () => true);
  await writeState(ports.objects, then);
  if (!run.replay) await writeWaitingRun(ports.objects, run.source, null);
  const first = repaired.changes?.first ?? appended?.first;
  const last = appended?.last ?? repaired.changes?.last;
  const span = first === undefined || last === undefined ? null : { first, last };
  const live = { before: run.live.before, after: countLive(then) };
  return { kind: 'done', run: await rewrite(ports, run, asReleased, { live, changes: span }) };
}

/** Drops what waits on an operator's word. */
export async function rejectWaiting(ports: DecideWaitingPorts, run: Run): Promise<Run> {
  const latest = run.replay ? null : await readWaitingRun(ports.objects, run.source);
  if (latest === run.id) await writeWaitingRun(ports.objects, run.source, null);
  return dropWaiting(ports, run, 'operator');
}
