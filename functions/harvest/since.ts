/** From when on a source is asked for changes, and when for everything: only that shows what is gone. */
import type { Harvester, Since } from '#harvesters/harvester.ts';
import type { Source } from '#schemas/source.ts';
import { type ReadContext, readerOf } from './read-context.ts';
import type { SourceState } from './source-state.ts';

/** An absence that a listing of everything noticed: it is looked at again at once, and not when the next listing is due. */
const waitsForConfirmation = (state: SourceState): boolean => {
  if (state.held !== null) return true;
  if (state.records.tally.absent === 0) return false;
  for (const { live, missingRuns, kept } of state.records.values()) if (live && missingRuns > 0 && !kept) return true;
  return false;
};

/**
 * What earlier runs of the source saw; undefined for a format that lists everything always, for a source that was never
 * seen whole, and where another reader, or the same with other settings, would read what is unchanged differently.
 * @param startedAt when this run began (ISO 8601).
 */
export function sinceOf(
  source: Source,
  harvester: Harvester,
  state: SourceState,
  startedAt: string,
): Since | undefined {
  const { marks } = state;
  if (harvester.fullEvery === undefined || marks === null) return undefined;
  if (marks.reader !== readerOf(source, harvester)) return undefined;
  const age = Date.parse(startedAt) - Date.parse(marks.lastFull);
  // A clock that was set back would put the next listing off for as long, and what changed meanwhile would never be asked for.
  const isSetBack = !(age >= 0) || !(Date.parse(marks.lastComplete) <= Date.parse(startedAt));
  const fullDue = isSetBack || age >= harvester.fullEvery(source) || waitsForConfirmation(state);
  return { startedAt, lastComplete: marks.lastComplete, fullDue };
}

/** Notes a run that saw all it asked for; says whether there is anything to note. */
export function setMarks({ source, harvester, session, state }: ReadContext): boolean {
  if (harvester.fullEvery === undefined) return false;
  const { startedAt, scope } = session.run;
  const reader = readerOf(source, harvester);
  if (scope === undefined) state.marks = { lastComplete: startedAt, lastFull: startedAt, reader };
  else if (state.marks !== null) state.marks = { ...state.marks, lastComplete: startedAt };
  return true;
}
