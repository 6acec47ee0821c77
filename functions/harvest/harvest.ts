/**
 * Harvests one source once: takes up its state, walks its pages, appends its changes to the ledger, decides about what is
 * missing, and ends the run with a balance. A run that runs out of time is put down and taken up by another invocation.
 */
import { randomUUID } from 'node:crypto';
import { PermanentFailure, TransientFailure } from '#functions/shared/failures.ts';
import type { HarvestMessage } from '#functions/shared/harvest-message.ts';
import type { Claim } from '#functions/shared/lease-store.ts';
import { log } from '#functions/shared/log.ts';
import type { Run } from '#schemas/run.ts';
import type { Source } from '#schemas/source.ts';
import { billOf } from './bill.ts';
import { keepCheckpoint } from './checkpoint.ts';
import { crawl } from './crawl.ts';
import { endDeadRun } from './end-dead-run.ts';
import { endRun } from './end-run.ts';
import { harvesterOf } from './formats.ts';
import { gatherPages } from './gather-pages.ts';
import type { HarvestPorts } from './harvest-ports.ts';
import { clearHeldBack } from './held-back.ts';
import { keepLastFailure } from './last-failure.ts';
import { inProgress, type OpenRun, openRun } from './open-run.ts';
import { readArchived } from './replay.ts';
import { type Postponed, Rest } from './rest.ts';
import { writeState, writeWaitingState } from './run-files.ts';

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
/** The message of the run's next worker may be on its way, or not: the place can then be left to nobody. */
class UnsureHandOver extends TransientFailure {}

async function sendOn({ queue }: HarvestPorts, { message, delaySeconds }: Postponed): Promise<void> {
  try {
    await queue.send(message, delaySeconds);
  } catch (error) {
    if (!(error instanceof TransientFailure)) throw error;
    throw new UnsureHandOver(error.message, { cause: error });
  }
}

async function putDown(
  ports: HarvestPorts,
  { context, writer }: OpenRun,
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
  await sendOn(ports, rest.after());
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
  const postponed = stored.replay ? undefined : rest.before();
  if (postponed) {
    await sendOn(ports, postponed);
    return { kind: 'continued', run: stored };
  }
  const opened = await openRun(ports, source, harvester, stored, message.force);
  try {
    return await harvestOpened(ports, message, { stored, opened, rest });
  } catch (error) {
    // Whoever takes the run up next must meet nobody: a batch on its way lands before the place is left.
    await opened.writer.settled();
    throw error;
  }
}

interface UnderWay {
  readonly stored: Run;
  readonly opened: OpenRun;
  readonly rest: Rest;
}

async function harvestOpened(
  ports: HarvestPorts,
  message: HarvestMessage,
  { stored, opened, rest }: UnderWay,
): Promise<HarvestOutcome> {
  const { source, harvester } = opened;
  // A replay asks nobody.
  const isQuiet = () => stored.replay === undefined && rest.isQuiet();
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
 * Keeps why a worker could not go on, and makes its message come again soon: its time on the queue is as long as the longest
 * Lambda, for the sake of workers that die without a word. Where the place cannot be left, that is the time it takes
 * (docs/decisions/0080).
 */
async function handBack(ports: HarvestPorts, claim: Claim, failure: TransientFailure): Promise<void> {
  await keepLastFailure(ports, claim.run, failure);
  if (failure instanceof UnsureHandOver) return;
  try {
    if (await ports.leases.leave(claim, ports.clock())) await ports.comeAgainSoon?.();
  } catch (error) {
    log('warning', 'a message could not be made to come again soon', { run: claim.run, error });
  }
}

/**
 * Works on one harvest message. What may work later is kept with the run before it goes back to the queue.
 * @throws TransientFailure when the message should come again: the run then goes on where it stood. Whatever else ends the
 * run as failed, with its reason and with the sum of what it did until then.
 */
export async function harvest(ports: HarvestPorts, message: HarvestMessage): Promise<HarvestOutcome> {
  const { source, run, invocation } = message;
  const claim: Claim = { source, run, invocation, worker: randomUUID() };
  try {
    return await work(ports, message, claim);
  } catch (error) {
    if (error instanceof TransientFailure) await handBack(ports, claim, error);
    throw error;
  }
}

async function work(ports: HarvestPorts, message: HarvestMessage, claim: Claim): Promise<HarvestOutcome> {
  const isOurs = await ports.leases.claim(claim, ports.clock());
  const stored = await ports.runs.get(message.run);
  if (stored?.state !== 'running') {
    // A worker that died behind the run's end has left the source with nobody, and what it held back lying.
    await clearHeldBack(ports.objects, message.run);
    await ports.leases.release(message.source, message.run);
    return { kind: 'over' };
  }
  if (!isOurs) return { kind: 'over' };
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
