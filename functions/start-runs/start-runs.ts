/** Starts the runs that are due, or those that were asked for: at most one a source. */
import { type Clock, runId } from '#functions/shared/clock.ts';
import type { HarvestQueue } from '#functions/shared/harvest-message.ts';
import { isHarvest, latestRun } from '#functions/shared/latest-run.ts';
import type { LeaseStore } from '#functions/shared/lease-store.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import type { SourceStore } from '#functions/shared/source-store.ts';
import { durationMs } from '#schemas/duration.ts';
import { quietUntil } from '#schemas/quiet-hours.ts';
import { type Run, zeroCounts } from '#schemas/run.ts';
import type { Source } from '#schemas/source.ts';

export interface StartRunsPorts {
  readonly sources: Pick<SourceStore, 'list'>;
  readonly runs: Pick<RunStore, 'save' | 'bySource'>;
  readonly leases: Pick<LeaseStore, 'take' | 'release'>;
  readonly queue: HarvestQueue;
  readonly clock: Clock;
  readonly suffix: (startedAt: number) => string;
}

/** What to start: `sources` by id (also those that are not enabled), or all that are due when it is absent. */
export interface StartRequest {
  readonly sources?: readonly string[] | undefined;
  readonly force?: boolean | undefined;
  /** Only shows what a harvest would do. */
  readonly preview?: boolean | undefined;
}

/** What came of a source that was looked at. */
export type Start =
  | { readonly kind: 'started'; readonly source: string; readonly run: string }
  | { readonly kind: 'busy'; readonly source: string }
  | { readonly kind: 'not-due'; readonly source: string; readonly dueAt: string }
  | { readonly kind: 'disabled'; readonly source: string }
  /** The owner does not want to be asked now: by the source's quiet hours, or by a word of the host to the latest run. */
  | { readonly kind: 'waiting'; readonly source: string; readonly until: string }
  | { readonly kind: 'unknown'; readonly source: string };

const newRun = (id: string, source: string, startedAt: number): Run => ({
  id,
  source,
  state: 'running',
  startedAt: new Date(startedAt).toISOString(),
  endedAt: null,
  coverage: 'none',
  counts: zeroCounts(),
  live: { before: 0, after: 0 },
  requests: 0,
  bytesReceived: 0,
  notModified: 0,
  problems: [],
  problemCount: 0,
  changes: null,
});

/** Takes the source's lease, writes the run, and puts its message on the queue; `busy` when another run is live. */
export async function startRun(
  ports: Omit<StartRunsPorts, 'sources' | 'runs'> & { readonly runs: Pick<RunStore, 'save'> },
  source: string,
  { force, replay, preview }: { readonly force: boolean } & Pick<Run, 'replay' | 'preview'>,
): Promise<Start> {
  const now = ports.clock();
  const run = runId(source, now, ports.suffix(now));
  if (!(await ports.leases.take(source, run, now))) return { kind: 'busy', source };
  const begun = { ...newRun(run, source, now), ...(replay && { replay }), ...(preview && { preview }) };
  try {
    await ports.runs.save(begun);
    await ports.queue.send({ source, run, force, invocation: 1, waitedMs: 0, waits: 0 });
  } catch (error) {
    // Without its message nobody would ever take the run up: it is ended, and the source given back, before the failure goes
    // to the caller. Where even that fails the lease stays, and the reaper ends the run.
    const reason = `The run could not be started: ${error instanceof Error ? error.message : String(error)}`;
    await ports.runs.save({ ...begun, state: 'failed', reason, endedAt: new Date(ports.clock()).toISOString() });
    await ports.leases.release(source, run);
    throw error;
  }
  return { kind: 'started', source, run };
}

const asksSource = ({ replay }: Run): boolean => replay === undefined;

/** Until when the source may not be asked; undefined when it may. */
function waitingUntil({ politeness }: Source, latest: Run | undefined, now: number): string | undefined {
  const asked = latest?.notBefore === undefined ? 0 : Date.parse(latest.notBefore);
  const until = Math.max(quietUntil(politeness.quietHours, now) ?? 0, asked);
  return until > now ? new Date(until).toISOString() : undefined;
}

async function startNow(ports: StartRunsPorts, source: Source, { force, preview }: StartRequest): Promise<Start> {
  const latest = await latestRun(ports.runs, source.id, asksSource);
  const until = waitingUntil(source, latest, ports.clock());
  if (until !== undefined) return { kind: 'waiting', source: source.id, until };
  return startRun(ports, source.id, { force: force ?? false, ...(preview === true && { preview }) });
}

async function startIfDue(ports: StartRunsPorts, source: Source): Promise<Start> {
  if (!source.enabled) return { kind: 'disabled', source: source.id };
  // A replay did not ask the source and a preview took nothing over: neither puts off the next harvest.
  const latest = await latestRun(ports.runs, source.id, (run) => asksSource(run) && isHarvest(run));
  const dueAt = latest ? Date.parse(latest.startedAt) + durationMs(source.schedule.every) : 0;
  if (dueAt > ports.clock()) return { kind: 'not-due', source: source.id, dueAt: new Date(dueAt).toISOString() };
  return startNow(ports, source, { force: false });
}

/** Sources looked at side by side: one after the other, hundreds of them on a busy machine took longer than the function may. */
const AT_ONCE = 8;

/** Answers in the order of the values. All are worked on before a failure is told: one source does not cost the others theirs. */
async function eachOf<Value>(values: readonly Value[], start: (value: Value) => Promise<Start>): Promise<Start[]> {
  const ends: PromiseSettledResult<Start>[] = [];
  const waiting = values.entries();
  const worker = async () => {
    for (const [place, value] of waiting) [ends[place]] = await Promise.allSettled([start(value)]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return ends.map((end) => {
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  });
}

/** Looks at every source that was asked for, or at all of them, and says for each what came of it. */
export async function startRuns(ports: StartRunsPorts, request: StartRequest): Promise<Start[]> {
  const sources = await ports.sources.list();
  if (!request.sources) return eachOf(sources, (source) => startIfDue(ports, source));
  const known = new Map(sources.map((source) => [source.id, source]));
  return eachOf(request.sources, async (id) => {
    const source = known.get(id);
    return source ? startNow(ports, source, request) : { kind: 'unknown', source: id };
  });
}
