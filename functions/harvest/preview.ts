/** Reads a source as a run would, and writes nothing: what it lists, what is wrong with it, and what would change. */
import { coverOf } from '#catalogue/coverage.ts';
import type { IsErased } from '#catalogue/erased-contacts.ts';
import { planRemovals } from '#catalogue/removal.ts';
import type { Clock } from '#functions/shared/clock.ts';
import type { Fetcher } from '#functions/shared/fetcher.ts';
import { maskingFetcher } from '#functions/shared/masked-text.ts';
import type { Spool } from '#functions/shared/spool.ts';
import type { Problem } from '#schemas/problem.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { type Coverage, type RunRecord, zeroCounts } from '#schemas/run.ts';
import type { Source } from '#schemas/source.ts';
import type { PendingChange } from './change-writer.ts';
import { crawl } from './crawl.ts';
import { harvesterOf } from './formats.ts';
import { Frontier } from './frontier.ts';
import { gatherPages } from './gather-pages.ts';
import { type PreviewScore, previewScore } from './preview-score.ts';
import type { ReadContext } from './read-context.ts';
import { newSession } from './session.ts';
import { countLive, type SourceState } from './source-state.ts';

export interface PreviewPorts {
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  /** Tells the contacts of people who asked to be erased: a run would not show them either. Absent while there are none. */
  readonly isErased?: IsErased | undefined;
  /** Whether there is time for another page, beside the limit of records; always where it is absent. */
  readonly hasTime?: () => boolean;
  /** Whether what is on its way must be let go; never where it is absent. */
  readonly mustStop?: () => boolean;
}

export interface Preview {
  readonly source: string;
  readonly coverage: Coverage;
  /** Whether the source was read to its end; false when the limit ended it. */
  readonly whole: boolean;
  /** What would come of each record, and of those that are missing. */
  readonly rows: readonly RunRecord[];
  /** The records that would be new or changed, as they would be kept. */
  readonly entries: readonly CatalogueEntry[];
  /** What those records would score. */
  readonly score: PreviewScore | null;
  readonly problems: readonly Problem[];
  readonly wouldRemove: readonly string[];
  readonly wouldHold: readonly string[];
}

const emptyRun = (source: Source, now: string, live: number) => ({
  id: `${source.id}.preview`,
  source: source.id,
  state: 'running' as const,
  startedAt: now,
  endedAt: null,
  coverage: 'none' as const,
  counts: zeroCounts(),
  live: { before: live, after: live },
  requests: 0,
  bytesReceived: 0,
  notModified: 0,
  problems: [],
  problemCount: 0,
  changes: null,
});

async function* chunksOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

const streamOf = (chunks: readonly Uint8Array[] | undefined) => chunks && chunksOf(chunks);

/**
 * @param state what is known of the source; an empty one for a source that was never harvested. It is not kept afterwards.
 * @param limit how many records are read at least before the preview stops between two pages.
 */
export async function preview(
  ports: PreviewPorts,
  source: Source,
  state: SourceState,
  limit: number,
): Promise<Preview> {
  const harvester = harvesterOf(source.format);
  const now = () => new Date(ports.clock()).toISOString();
  const session = newSession(emptyRun(source, now(), countLive(state)));
  const changes: PendingChange[] = [];
  const writer = {
    add: async (change: PendingChange) => {
      changes.push(change);
    },
  };
  const frontier = new Frontier();
  for (const request of harvester.first(source)) frontier.offer(request, null);
  const context: ReadContext = {
    source,
    harvester,
    session,
    state,
    frontier,
    writer,
    done: new Map(),
    touch: () => undefined,
    isErased: ports.isErased,
  };
  const gathers = harvester.gather?.(source) !== undefined;
  /** Pages that are put together when all have come; nothing else is kept of a preview. */
  const kept = new Map<string, Uint8Array[]>();
  const keep = async (_source: string, body: Spool) => {
    if (gathers) kept.set(body.sha256, await Array.fromAsync(body.open()));
    return body.sha256;
  };
  const heartbeat = async () => undefined;
  const whole = await crawl(
    context,
    {
      fetcher: ports.isErased ? maskingFetcher(ports.fetcher, ports.isErased) : ports.fetcher,
      archive: { keep },
      heartbeat,
      now,
      hasTime: () => session.rows.length < limit && (ports.hasTime?.() ?? true),
      ...(ports.mustStop && { mustStop: ports.mustStop }),
    },
    { force: true, concurrency: source.politeness.concurrency },
  );
  await gatherPages(context, { open: async (key) => streamOf(kept.get(key)), heartbeat, now });
  const cover = coverOf(session.pages, (key) => state.pages.get(key)?.parent);
  const plan = planRemovals({
    run: session.run.id,
    rules: source.removal,
    records: state.records.values(),
    liveBefore: session.run.live.before,
    isSeen: (id) => session.seen.has(id),
    seenCount: session.seen.size,
    deletions: session.deletions,
    // What lies behind the limit was not looked at, so nothing can be missing.
    isCovered: (home) => whole && cover.isCovered(home),
    held: state.held,
  });
  const entries = changes.flatMap(({ entry }) => entry ?? []);
  return {
    source: source.id,
    coverage: whole ? cover.coverage : 'partial',
    whole,
    rows: [...session.rows],
    entries,
    score: previewScore(entries, source, now()),
    problems: session.run.problems,
    wouldRemove: plan.removals.map(({ id }) => id),
    wouldHold: plan.held?.ids ?? [],
  };
}
