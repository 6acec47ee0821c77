/** The latest runs of all sources, without reading all of them each time: one look at the newest tells whose are others now. */
import { eachOf } from '#functions/shared/each-of.ts';
import type { Run } from '#schemas/run.ts';
import type { RunReader } from '../ports.ts';
import { isGood, type SourceRuns } from './source-health.ts';

/** Runs of a source that are read: enough for the latest harvest behind a few previews. */
const LATEST = 5;
/** Runs looked through for the last good one; a source that failed more often is known to be in trouble without its date. */
const LOOK_BACK = 50;
/** Of the newest of all runs: more than start within one look's time, and less than a page of the index. */
const NEWEST = 40;
/** Everything is read anew after this time: the index of all runs may leave a decision about an old run out. */
const BELIEVED_MS = 60_000;

interface Known extends SourceRuns {
  readonly readAt: number;
}

async function readRuns(runs: RunReader, source: string, before: Known | undefined): Promise<SourceRuns> {
  const latest = await runs.bySource(source, { limit: LATEST });
  const good = latest.find(isGood);
  if (good || latest.length < LATEST) return { runs: latest, lastGood: good };
  // Good runs do not come into being behind the newest ones, so what was found before is still the last.
  if (before?.lastGood) return { runs: latest, lastGood: before.lastGood };
  return { runs: latest, lastGood: (await runs.bySource(source, { limit: LOOK_BACK })).find(isGood) };
}

const isSame = (one: Run | undefined, other: Run | undefined): boolean =>
  one?.id === other?.id && one?.state === other?.state && one?.endedAt === other?.endedAt;

/** Whether the runs that are known may be others by now. */
function isStale(known: Known, newest: Run | undefined, now: number): boolean {
  const [latest] = known.runs;
  const isOpen = known.runs.some(({ state }) => state === 'running' || state === 'held');
  return isOpen || now - known.readAt >= BELIEVED_MS || (newest !== undefined && !isSame(newest, latest));
}

/** Remembers what it read; one an instance. */
export class LatestRuns {
  readonly #known = new Map<string, Known>();

  async of(runs: RunReader, sources: readonly string[], now: number): Promise<ReadonlyMap<string, SourceRuns>> {
    const newest = new Map<string, Run>();
    for (const run of await runs.recent({ limit: NEWEST })) if (!newest.has(run.source)) newest.set(run.source, run);
    const found = await eachOf(sources, async (source): Promise<[string, SourceRuns]> => {
      const known = this.#known.get(source);
      if (known && !isStale(known, newest.get(source), now)) return [source, known];
      const read = await readRuns(runs, source, known);
      this.#known.set(source, { ...read, readAt: now });
      return [source, read];
    });
    return new Map(found);
  }
}
