/** The full list of a run's problems, and the source's list from run to run, by which the next one knows what is new. */
import { withStanding } from '#catalogue/problem-standing.ts';
import { writeLines } from '#functions/shared/json-lines.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { Problem } from '#schemas/problem.ts';
import { PROBLEMS_KEPT } from '#schemas/run.ts';
import { sourceProblemsKey } from './problems-before.ts';
import type { ReadContext } from './read-context.ts';

/** Where a run's full list lies. */
export const problemsKey = (run: string): string => `runs/${run}/problems.jsonl.gz`;

/** Whether the run looked where a problem was: at its record, at its page, or at everything. */
function judge({ session, state }: ReadContext, isComplete: boolean): (problem: Problem) => boolean {
  const everything = isComplete && session.run.scope === undefined;
  const pages = new Set(session.archived.flatMap(({ url, request }) => [url, request.url]));
  return ({ record, place }) => {
    if (everything) return true;
    if (record === undefined) return place?.page !== undefined && pages.has(place.page);
    // A record that is gone has no problems; one that was rejected is known by the page that it stood on.
    const known = state.records.get(record);
    if (session.seen.has(record) || known?.live === false) return true;
    return known === undefined && place?.page !== undefined && pages.has(place.page);
  };
}

/** Writes the run's list; the source's list too, where it is another than before and the run was not only to show something. */
export async function writeProblems(
  objects: Pick<ObjectStore, 'putStream'>,
  context: ReadContext,
  isComplete: boolean,
): Promise<void> {
  const { session, before } = context;
  const problems = withStanding(before?.all ?? [], session.problems, judge(context, isComplete));
  if (problems.length > 0) await writeLines(objects, problemsKey(session.run.id), problems);
  const isSame = problems.every(({ standing }) => standing === 'still');
  if (isSame || session.run.replay?.dryRun || session.run.preview) return;
  const standing = problems.filter((problem) => problem.standing !== 'fixed').slice(0, PROBLEMS_KEPT);
  await writeLines(
    objects,
    sourceProblemsKey(session.run.source),
    standing.map(({ standing: _, ...problem }) => problem),
  );
}
