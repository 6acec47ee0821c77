/** The latest run of a source that is of some kind: those of other kinds may stand before it. */
import type { Run } from '#schemas/run.ts';
import type { RunStore } from './run-store.ts';

/** Runs looked at first: mostly the latest is the one. */
const FIRST = 5;
/** Runs looked at in all: a person looks at previews, or replays, a few times a day. */
const LOOK_BACK = 100;

/** Whether a run is a harvest, and not only a look at what one would do. */
export const isHarvest = ({ preview }: Pick<Run, 'preview'>): boolean => preview === undefined;

export async function latestRun(
  runs: Pick<RunStore, 'bySource'>,
  source: string,
  isWanted: (run: Run) => boolean = isHarvest,
): Promise<Run | undefined> {
  const first = await runs.bySource(source, { limit: FIRST });
  const found = first.find(isWanted);
  if (found || first.length < FIRST) return found;
  return (await runs.bySource(source, { limit: LOOK_BACK })).find(isWanted);
}
