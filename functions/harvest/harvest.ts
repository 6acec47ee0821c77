/**
 * Harvests one source once: takes up its state, walks its pages, appends its changes to the ledger, decides about what is
 * missing, and ends the run with a balance. A run that runs out of time is put down and taken up by another invocation.
 */
import type { IsErased } from '#catalogue/erased-contacts.ts';
import type { Clock } from '#functions/shared/clock.ts';
import type { ErasedContacts } from '#functions/shared/erased-contacts.ts';
import { PermanentFailure, TransientFailure } from '#functions/shared/failures.ts';
import type { Fetcher } from '#functions/shared/fetcher.ts';
import type { HarvestMessage, HarvestQueue } from '#functions/shared/harvest-message.ts';
import type { LeaseStore } from '#functions/shared/lease-store.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import { maskingFetcher } from '#functions/shared/masked-text.ts';
import type { PageArchive } from '#functions/shared/page-archive.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import type { SourceStore } from '#functions/shared/source-store.ts';
import type { Harvester } from '#harvesters/harvester.ts';
import type { Usage } from '#schemas/cost.ts';
import type { Run } from '#schemas/run.ts';
import type { Source } from '#schemas/source.ts';
import { billOf } from './bill.ts';
import { ChangeWriter } from './change-writer.ts';
import { keepCheckpoint, takeCheckpoint } from './checkpoint.ts';
import { crawl } from './crawl.ts';
import { endDeadRun } from './end-dead-run.ts';
import { endRun } from './end-run.ts';
import { nothingWaits } from './end-waiting.ts';
import { harvesterOf } from './formats.ts';
import { Frontier } from './frontier.ts';
import { gatherPages } from './gather-pages.ts';
import { clearHeldBack, HeldBack } from './held-back.ts';
import { keepLastFailure } from './last-failure.ts';
import { readOwnState } from './own-state.ts';
import { readProblemsBefore } from './problems-before.ts';
import type { ReadContext } from './read-context.ts';
import { repairState } from './repair-state.ts';
import { archiveFetcher, firstOf as firstPagesOf, readArchived, readRecording } from './replay.ts';
import { Rest } from './rest.ts';
import { type RunFileStore, readWaitingState, writeState, writeWaitingState } from './run-files.ts';
import { newSession, type Session } from './session.ts';
import { holdsBack } from './settle-drift.ts';
import { sinceOf } from './since.ts';
import type { SourceState } from './source-state.ts';
import { WaitingWriter } from './waiting-changes.ts';

export interface HarvestPorts {
  readonly sources: Pick<SourceStore, 'get'>;
  readonly erased: Pick<ErasedContacts, 'known'>;
  readonly runs: Pick<RunStore, 'get' | 'save' | 'bySource'>;
  readonly leases: Pick<LeaseStore, 'claim' | 'renew' | 'release'>;
  readonly ledger: Pick<Ledger, 'append' | 'head' | 'read' | 'payload' | 'payloads'>;
  readonly objects: RunFileStore;
  readonly archive: PageArchive;
  readonly queue: HarvestQueue;
  /** A fetcher that keeps the source's pace. */
  readonly fetcherFor: (source: Source) => Fetcher;
  /** Tells the ledger's consumers to look. */
  readonly announce: (head: number) => Promise<void>;
  readonly clock: Clock;
  /** What this invocation used until now; absent where nothing is metered. */
  readonly usage?: () => Usage;
  /** Milliseconds until this invocation is cut off. */
  readonly remainingMs: () => number;
}

/** What came of a message. `over` says that the run had ended before, or belongs to another worker. */
export type HarvestOutcome =
  | { readonly kind: 'ended'; readonly run: Run }
  | { readonly kind: 'continued'; readonly run: Run }
  | { readonly kind: 'over' };

/** Kept free at an invocation's end: a page under way, the checkpoint and the hand-over must fit in. */
const MARGIN_MS = 90_000;
/** With less left, a page on its way is let go: the next invocation asks for it again. */
const LET_GO_MS = 30_000;
/** What the gathering of a large feed may take, page by page out of the archive; it cannot be put down on its way. */
const GATHER_MS = 5 * 60_000;
/** How often the lease is renewed and the run's progress written: a person who watches sees it move. */
const HEARTBEAT_MS = 2000;
/** A state whose place in the ledger is this far behind is written although nothing else in it changed. */
const STATE_LAG = 5000;

/** Everything that one invocation works with. */
interface Open {
  readonly source: Source;
  readonly harvester: Harvester;
  readonly context: ReadContext;
  readonly writer: Pick<ChangeWriter, 'add' | 'flush'>;
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
function inProgress({ run, rows }: Session): Run {
  const counts = { ...run.counts, listed: rows.length };
  return { ...run, counts };
}

/** Takes up the run where it stands: at its start, at its checkpoint, or where a dead worker left it. */
async function open(
  ports: HarvestPorts,
  source: Source,
  harvester: Harvester,
  stored: Run,
  force: boolean,
): Promise<Open> {
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

async function putDown(
  ports: HarvestPorts,
  { context, writer }: Open,
  message: HarvestMessage,
  rest: Rest,
): Promise<HarvestOutcome> {
  await writer.flush();
  await context.heldBack?.flush();
  const { session, frontier, state } = context;
  if (session.run.waiting) await writeWaitingState(ports.objects, message.run, state, 'put-down');
  else await writeState(ports.objects, state);
  Object.assign(session.run, billOf(session.run, ports.usage));
  await keepCheckpoint(ports.objects, message.run, { session, frontier: frontier.data });
  await ports.runs.save(inProgress(session));
  // The lease must last until the message comes again.
  await ports.leases.renew(message.source, message.run, ports.clock());
  const postponed = rest.after();
  await ports.queue.send(postponed.message, postponed.delaySeconds);
  return { kind: 'continued', run: session.run };
}

async function harvestSource(
  ports: HarvestPorts,
  message: HarvestMessage,
  source: Source,
  stored: Run,
): Promise<HarvestOutcome> {
  const harvester = harvesterOf(source.format);
  const rest = new Rest(source, message, ports.clock);
  // A replay asks nobody.
  const isQuiet = () => stored.replay === undefined && rest.isQuiet();
  const postponed = stored.replay ? undefined : rest.before();
  if (postponed) {
    await ports.queue.send(postponed.message, postponed.delaySeconds);
    return { kind: 'continued', run: stored };
  }
  const opened = await open(ports, source, harvester, stored, message.force);
  const crawlPorts = {
    fetcher: opened.fetcher,
    archive: ports.archive,
    heartbeat: opened.heartbeat,
    now: () => new Date(ports.clock()).toISOString(),
    hasTime: () => ports.remainingMs() > MARGIN_MS && !isQuiet(),
    mustStop: () => ports.remainingMs() < LET_GO_MS,
    canWaitUntil: (untilMs: number, isOurs: boolean) => rest.canWaitUntil(untilMs, isOurs),
    pageCame: () => rest.pageCame(),
  };
  const { concurrency } = source.politeness;
  const force = message.force || stored.replay !== undefined;
  const hasWalked = opened.context.frontier.data.pending.length > 0;
  const finished = await crawl(opened.context, crawlPorts, { force, concurrency });
  // An invocation that has nothing to walk has all its time for that.
  const lacksTime = hasWalked && harvester.gather?.(source) !== undefined && ports.remainingMs() < GATHER_MS;
  if (!finished || lacksTime) return putDown(ports, opened, message, rest);
  const archived = { open: (key: string) => readArchived(ports.objects, key), ...crawlPorts };
  await gatherPages(opened.context, archived);
  await opened.writer.flush();
  const run = await endRun(ports, opened.context, opened.writer, opened.isDirty);
  return { kind: 'ended', run };
}

/**
 * Works on one harvest message. What may work later is kept with the run before it goes back to the queue.
 * @throws TransientFailure when the message should come again: the run then goes on where it stood. Whatever else ends the
 * run as failed, with its reason and with the sum of what it did until then.
 */
export async function harvest(ports: HarvestPorts, message: HarvestMessage): Promise<HarvestOutcome> {
  try {
    return await work(ports, message);
  } catch (error) {
    if (error instanceof TransientFailure) await keepLastFailure(ports, message.run, error);
    throw error;
  }
}

async function work(ports: HarvestPorts, message: HarvestMessage): Promise<HarvestOutcome> {
  const stored = await ports.runs.get(message.run);
  if (stored?.state !== 'running') {
    // A worker that died behind the run's end has left the source with nobody, and what it held back lying.
    await clearHeldBack(ports.objects, message.run);
    await ports.leases.release(message.source, message.run);
    return { kind: 'over' };
  }
  const { source: id, run, invocation } = message;
  if (!(await ports.leases.claim(id, run, invocation, ports.clock()))) return { kind: 'over' };
  const source = await ports.sources.get(message.source);
  try {
    if (!source) throw new PermanentFailure('The source is not among the sources any more.');
    return await harvestSource(ports, message, source, stored);
  } catch (error) {
    if (error instanceof TransientFailure) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'ended', run: await endDeadRun(ports, stored, reason) };
  }
}
