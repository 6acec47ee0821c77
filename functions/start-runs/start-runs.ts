/** Starts the runs that are due, or those that were asked for: at most one a source. */
import { type Clock, runId } from '#functions/shared/clock.ts';
import type { HarvestQueue } from '#functions/shared/harvest-message.ts';
import type { LeaseStore } from '#functions/shared/lease-store.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import type { SourceStore } from '#functions/shared/source-store.ts';
import { durationMs } from '#schemas/duration.ts';
import { type Run, zeroCounts } from '#schemas/run.ts';
import type { Source } from '#schemas/source.ts';

export interface StartRunsPorts {
  readonly sources: Pick<SourceStore, 'list'>;
  readonly runs: Pick<RunStore, 'save' | 'bySource'>;
  readonly leases: Pick<LeaseStore, 'take' | 'release'>;
  readonly queue: HarvestQueue;
  readonly clock: Clock;
  readonly suffix: () => string;
}

/** What to start: `sources` by id (also those that are not enabled), or all that are due when it is absent. */
export interface StartRequest {
  readonly sources?: readonly string[] | undefined;
  readonly force?: boolean | undefined;
}

/** What came of a source that was looked at. */
export type Start =
  | { readonly kind: 'started'; readonly source: string; readonly run: string }
  | { readonly kind: 'busy'; readonly source: string }
  | { readonly kind: 'not-due'; readonly source: string; readonly dueAt: string }
  | { readonly kind: 'disabled'; readonly source: string }
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
export async function startRun(ports: StartRunsPorts, source: string, force: boolean): Promise<Start> {
  const now = ports.clock();
  const run = runId(source, now, ports.suffix());
  if (!(await ports.leases.take(source, run, now))) return { kind: 'busy', source };
  try {
    await ports.runs.save(newRun(run, source, now));
    await ports.queue.send({ source, run, force, invocation: 1 });
  } catch (error) {
    // Without its message nobody would ever take the run up: give the source back before the failure goes to the caller.
    await ports.leases.release(source, run);
    throw error;
  }
  return { kind: 'started', source, run };
}

async function startIfDue(ports: StartRunsPorts, source: Source): Promise<Start> {
  if (!source.enabled) return { kind: 'disabled', source: source.id };
  const [latest] = await ports.runs.bySource(source.id, { limit: 1 });
  const dueAt = latest ? Date.parse(latest.startedAt) + durationMs(source.schedule.every) : 0;
  if (dueAt > ports.clock()) return { kind: 'not-due', source: source.id, dueAt: new Date(dueAt).toISOString() };
  return startRun(ports, source.id, false);
}

/** Looks at every source that was asked for, or at all of them, and says for each what came of it. */
export async function startRuns(ports: StartRunsPorts, request: StartRequest): Promise<Start[]> {
  const sources = await ports.sources.list();
  const starts: Start[] = [];
  if (!request.sources) {
    for (const source of sources) starts.push(await startIfDue(ports, source));
    return starts;
  }
  const known = new Set(sources.map((source) => source.id));
  for (const source of request.sources) {
    starts.push(
      known.has(source) ? await startRun(ports, source, request.force ?? false) : { kind: 'unknown', source },
    );
  }
  return starts;
}
