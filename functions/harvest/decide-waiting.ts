/**
 * What becomes of the changes that a run left waiting (docs/decisions/0011): released, they are appended to the ledger just
 * as they were shown; dropped, nothing of them ever was.
 */
import * as z from 'zod';
import { PermanentFailure } from '#functions/shared/failures.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import type { LedgerEntry } from '#schemas/change.ts';
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
import { believeLinks, type SourceState } from './source-state.ts';
import { readWaitingRun, waitingChanges, writeWaitingRun } from './waiting-changes.ts';

/** What it takes to let go of a set. */
export interface DropPorts {
  readonly runs: Pick<RunStore, 'get' | 'save'>;
  readonly ledger: Pick<Ledger, 'read'>;
  readonly objects: RunFileStore;
}

export interface DecideWaitingPorts extends DropPorts {
  readonly ledger: Pick<Ledger, 'append' | 'read' | 'payload'>;
  readonly announce: (head: number) => Promise<void>;
  /** Whether the caller has to be answered: a set may be larger than what a request has time for. */
  readonly outOfTime: () => boolean;
}

/**
 * What came of a release: the run as it is now, why the set that was shown is no longer what would happen, or that the time
 * was over before all of it was published; asked again, it goes on.
 */
type Released =
  | { readonly kind: 'done'; readonly run: Run }
  | { readonly kind: 'outdated'; readonly detail: string }
  | { readonly kind: 'unfinished'; readonly detail: string };

/** Where the log ended when a release of the run began: what the run published before that was not waiting. */
const Marker = z.object({ from: z.number().int().min(0) });

const markerKey = (run: string): string => `runs/${run}/release.json`;

async function readMarker(objects: Pick<RunFileStore, 'get'>, run: string): Promise<number | undefined> {
  const bytes = await objects.get(markerKey(run));
  return bytes && Marker.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).from;
}

/** How many entries one look into the log takes: one batch of its own size. */
const READ_LIMIT = 100;

type Done = ReadonlyMap<string, LedgerEntry>;

/** What releases of the run have appended, by dataset id: one that died, or ran out of time, has published a part. */
async function releasedOf(ports: Pick<DropPorts, 'ledger' | 'objects'>, run: string): Promise<Done> {
  const done = new Map<string, LedgerEntry>();
  let after = await readMarker(ports.objects, run);
  while (after !== undefined) {
    const entries: LedgerEntry[] = await ports.ledger.read(after, READ_LIMIT);
    for (const entry of entries) if (entry.run === run) done.set(entry.dataset, entry);
    after = entries.at(-1)?.seq;
  }
  return done;
}

/** All numbers that a run has in the log: those that it had, and those that its release added. */
function spanOf({ changes }: Run, done: Done): Run['changes'] {
  const numbers = [...done.values()].map(({ seq }) => seq);
  const first = changes?.first ?? numbers.reduce((least, seq) => Math.min(least, seq), Number.POSITIVE_INFINITY);
  const last = numbers.reduce((most, seq) => Math.max(most, seq), changes?.last ?? 0);
  return last === 0 ? null : { first, last };
}

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
  changes: Run['changes'],
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
  const { before } = run.live;
  const live = { before, after: before + counts.created + counts.returned - counts.removed };
  const decided: Run = { ...kept, ...(counts.held > 0 ? held : { state: over }), counts, live, changes };
  await ports.runs.save(decided);
  return decided;
}

const asReleased = ({ waits, ...row }: RunRecord): RunRecord =>
  waits === undefined ? row : { ...row, outcome: waits as Outcome };

/**
 * Drops what waits: records that were to be published count as rejected, those that were to be removed as missing, each
 * with the reason; what a release published before it died is published and counts so. The source's state stays as it was
 * before the run, so that the next run meets the same pages again.
 */
export async function dropWaiting(ports: DropPorts, run: Run, reason: 'operator' | 'overtaken'): Promise<Run> {
  const done = await releasedOf(ports, run.id);
  const decide = (row: RunRecord): RunRecord => {
    if (row.id !== null && done.has(row.id)) return asReleased(row);
    const { waits, ...rest } = row;
    const outcome = waits === undefined || waits === 'removed' ? 'missing' : 'rejected';
    return { ...rest, outcome, reason };
  };
  return rewrite(ports, run, decide, spanOf(run, done));
}

/** Says in what the source is another than when the run looked at it; undefined when it is the same. */
function differs(now: SourceState, then: SourceState, done: Done): string | undefined {
  const others = [...now.records.values()].filter(
    ({ id, revision }) => (done.get(id) ?? then.records.get(id))?.revision !== revision,
  );
  const gone = [...then.records.keys()].filter((id) => !now.records.has(id));
  const first = others[0]?.id ?? gone[0];
  return first === undefined
    ? undefined
    : `${others.length + gone.length} of its records changed since, such as ${first}`;
}

/** Appends what is not appended yet; false when the time was over before the end of the set. */
async function publish(ports: DecideWaitingPorts, run: Run, then: SourceState, done: Done): Promise<boolean> {
  const writer = new ChangeWriter({ ...ports, heartbeat: async () => undefined }, then, newSession(run));
  for await (const change of waitingChanges(ports.objects, run.id)) {
    const appended = done.get(change.draft.dataset);
    if (appended) then.records.set(change.state.id, { ...change.state, lastSeq: appended.seq });
    else {
      if (ports.outOfTime()) {
        await writer.flush();
        return false;
      }
      await writer.add(change);
    }
  }
  await writer.flush();
  return true;
}

const outdated = (why: string): Released => ({ kind: 'outdated', detail: why });

/**
 * Publishes exactly what was shown, if the source still is as the run found it. Must hold the source's lease.
 * A release that died half-way, or ran out of time, is gone on with by the next one.
 */
export async function releaseWaiting(ports: DecideWaitingPorts, run: Run): Promise<Released> {
  const latest = run.replay ? null : await readWaitingRun(ports.objects, run.source);
  if (latest !== null && latest !== run.id) {
    return outdated(`The run ${latest} read the source since; decide about that one.`);
  }
  const then = await readWaitingState(ports.objects, run.id, 'after');
  if (!then) throw new PermanentFailure(`What the run ${run.id} left waiting cannot be found.`);
  const now = await readState(ports.objects, run.source);
  await repairState(now, run.id, ports.ledger);
  const done = await releasedOf(ports, run.id);
  const difference = differs(now, then, done);
  if (difference !== undefined) {
    return outdated(`The source is not as the run found it: ${difference}. Harvest it again.`);
  }
  if ((await readMarker(ports.objects, run.id)) === undefined) {
    // Under the lease nobody else writes of this source, so what follows of this run in the log is the release's.
    await ports.objects.put(markerKey(run.id), Buffer.from(JSON.stringify({ from: now.ledgerSeq })));
  }
  const { changes } = run;
  if (!(await publish(ports, { ...run }, then, done))) {
    return {
      kind: 'unfinished',
      detail: 'The set is large and only a part of it is published yet; ask again to go on.',
    };
  }
  const span = spanOf({ ...run, changes }, await releasedOf(ports, run.id));
  // What an operator has let pass is what the next run is measured by.
  believeLinks(then, () => true);
  then.ledgerSeq = Math.max(now.ledgerSeq, span?.last ?? 0);
  await writeState(ports.objects, then);
  if (!run.replay) await writeWaitingRun(ports.objects, run.source, null);
  return { kind: 'done', run: await rewrite(ports, run, asReleased, span) };
}

/** Drops what waits on an operator's word. */
export async function rejectWaiting(ports: DecideWaitingPorts, run: Run): Promise<Run> {
  const latest = run.replay ? null : await readWaitingRun(ports.objects, run.source);
  if (latest === run.id) await writeWaitingRun(ports.objects, run.source, null);
  return dropWaiting(ports, run, 'operator');
}
