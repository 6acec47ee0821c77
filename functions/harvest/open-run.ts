/** Takes a run up: what one invocation of it works with, at its start, at its checkpoint, or where a dead worker left it. */
import type { IsErased } from '#catalogue/erased-contacts.ts';
import { PermanentFailure } from '#functions/shared/failures.ts';
import type { Fetcher } from '#functions/shared/fetcher.ts';
import { maskingFetcher } from '#functions/shared/masked-text.ts';
import type { Harvester } from '#harvesters/harvester.ts';
import type { Run } from '#schemas/run.ts';
import type { Source } from '#schemas/source.ts';
import { ChangeWriter } from './change-writer.ts';
import { takeCheckpoint } from './checkpoint.ts';
import { nothingWaits } from './end-waiting.ts';
import { Frontier } from './frontier.ts';
import type { HarvestPorts } from './harvest-ports.ts';
import { HeldBack } from './held-back.ts';
import { readOwnState } from './own-state.ts';
import { readProblemsBefore } from './problems-before.ts';
import type { ReadContext } from './read-context.ts';
import { repairState } from './repair-state.ts';
import { archiveFetcher, firstOf as firstPagesOf, readRecording } from './replay.ts';
import { readWaitingState } from './run-files.ts';
import { newSession, type Session } from './session.ts';
import { holdsBack } from './settle-drift.ts';
import { sinceOf } from './since.ts';
import type { SourceState } from './source-state.ts';
import { WaitingWriter } from './waiting-changes.ts';

/** How often the lease is renewed and the run's progress written: a person who watches sees it move. */
const HEARTBEAT_MS = 2000;
/** A state whose place in the ledger is this far behind is written although nothing else in it changed. */
const STATE_LAG = 5000;

/** Everything that one invocation works with. */
export interface OpenRun {
  readonly source: Source;
  readonly harvester: Harvester;
  readonly context: ReadContext;
  readonly writer: Pick<ChangeWriter, 'add' | 'flush' | 'settled'>;
  readonly fetcher: Fetcher;
  readonly heartbeat: () => Promise<void>;
  readonly isDirty: () => boolean;
}

/** Renews the lease and shows the progress, at most every HEARTBEAT_MS. */
function heartbeatOf(ports: HarvestPorts, session: Session): () => Promise<void> {
  let last = ports.clock();
  return async () => {
    const now = ports.clock();
    if (now - last < HEARTBEAT_MS) return;
    last = now;
    const { run } = session;
    if (!(await ports.leases.renew(run.source, run.id, now))) {
      throw new PermanentFailure('The run lost its lease to another; nothing more is written by it.');
    }
    await ports.runs.save(inProgress(session));
  };
}

/** The run as a watcher may see it: the records counted so far. */
export function inProgress({ run, rows }: Session): Run {
  const counts = { ...run.counts, listed: rows.length };
  return { ...run, counts };
}

/** Takes up the run where it stands: at its start, at its checkpoint, or where a dead worker left it. */
export async function openRun(
  ports: HarvestPorts,
  source: Source,
  harvester: Harvester,
  stored: Run,
  force: boolean,
): Promise<OpenRun> {
  const checkpoint = await takeCheckpoint(ports.objects, stored.id);
  const resumed = checkpoint?.session;
  const putDownState = resumed?.run.waiting && (await readWaitingState(ports.objects, stored.id, 'put-down'));
  const state = putDownState ?? (await readOwnState(ports, source.id, { keep: !stored.preview }));
  const lag = state.ledgerSeq;
  const repaired = await repairState(state, stored.id, ports.ledger);
  const session = resumed ?? newSession(freshRun(stored, repaired.liveBefore));
  if (!resumed && mustWait(source, session.run, state)) session.run.waiting = nothingWaits();
  if (repaired.changes) session.run.changes = { ...repaired.changes, ...firstOf(session.run) };
  let dirty = repaired.changed || state.ledgerSeq - lag > STATE_LAG;
  const frontier = new Frontier(checkpoint?.frontier);
  const recording = stored.replay && (await readRecording(ports.objects, stored.replay.of));
  if (!checkpoint) {
    const since = force ? undefined : sinceOf(source, harvester, state, stored.startedAt);
    const first = recording ? firstPagesOf(recording) : harvester.first(source, since);
    for (const request of first) frontier.offer(request, null);
  }
  const heartbeat = heartbeatOf(ports, session);
  const writer = session.run.waiting
    ? new WaitingWriter(ports, stored.id, session)
    : new ChangeWriter({ ledger: ports.ledger, announce: ports.announce, heartbeat }, state, session);
  const touch = (): void => {
    dirty = true;
  };
  const before = await readProblemsBefore(ports.objects, source.id);
  const { done } = repaired;
  // What waits for an operator anyway, and what was read before, is nothing to look for drift in.
  const looksForDrift = !session.run.waiting && !session.run.replay && holdsBack(source, state);
  const heldBack = looksForDrift ? new HeldBack(ports.objects, stored.id, session) : undefined;
  const pages = { source, harvester, session, state, frontier, writer: heldBack ?? writer };
  const isErased = await ports.erased.known();
  const context: ReadContext = { ...pages, done, touch, before, heldBack, isErased };
  const fetcher = recording ? archiveFetcher(ports.objects, recording) : fetcherOf(ports, source, isErased);
  return { source, harvester, context, writer, fetcher, heartbeat, isDirty: () => dirty };
}

/** What a page holds of people who asked to be erased is gone before it is archived. */
function fetcherOf({ fetcherFor }: HarvestPorts, source: Source, isErased: IsErased | undefined): Fetcher {
  const fetcher = fetcherFor(source);
  return isErased ? maskingFetcher(fetcher, isErased) : fetcher;
}

/** Whether the run's changes wait for an operator: by the source's own rule, or because it only shows what would change. */
const mustWait = ({ approve }: Source, { replay, preview }: Run, { records }: SourceState): boolean =>
  preview === true || replay?.dryRun === true || approve === 'always' || (approve === 'first' && records.size === 0);

const firstOf = ({ changes }: Run): { first?: number } => (changes ? { first: changes.first } : {});

/** The run without what a dead worker had counted: it is counted again. */
const freshRun = ({ scope: _scope, waiting: _waiting, ...stored }: Run, liveBefore: number): Run => ({
  ...stored,
  // What an archived page does not name was counted as absent when the page was received: the same silence counts once.
  ...(stored.replay && { scope: 'changes-only' as const }),
  live: { before: liveBefore, after: liveBefore },
  requests: 0,
  bytesReceived: 0,
  notModified: 0,
  problems: [],
  problemCount: 0,
});
