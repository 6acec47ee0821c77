/** Pages that came back unchanged: they stand in the run as they were the last time, and nobody reads them. */
import { problemCode } from '#schemas/problem-codes.ts';
import type { PageRequest } from '#schemas/reading.ts';
import type { FrontierPage } from './frontier.ts';
import { contextOf, costOf, markSeen, type ReadContext, readerOf, relationOf, sameRunOutcome } from './read-context.ts';
import { note } from './session.ts';
import { linksOf, type PageState } from './source-state.ts';

/** Whether a page of an earlier run can stand for this one's when it is unchanged: read alike, and all its records live. */
export const canReuse = (
  { source, harvester, state, session }: ReadContext,
  page: PageState | undefined,
  request: PageRequest,
): page is PageState =>
  page?.reusable === true &&
  page.reader === readerOf(source, harvester) &&
  page.context === contextOf(request) &&
  page.records.every((id) => state.records.get(id)?.live === true && !session.seen.has(id));

/** Puts an unchanged page into the run as it was the last time, without reading it. */
export function reusePage(context: ReadContext, taken: FrontierPage, page: PageState): void {
  const { session, state, frontier, done, before } = context;
  let whole = true;
  for (const id of page.records) {
    const record = state.records.get(id);
    session.seen.set(id, taken.key);
    session.rows.push({
      outcome: sameRunOutcome(done.get(id)),
      id,
      identifier: record?.identifier ?? null,
      page: taken.key,
    });
    markSeen(context, id, taken.key);
    // The page says again what it said when it was read, its problems included.
    for (const problem of before?.ofRecord.get(id) ?? []) note(session, problem);
  }
  for (const request of page.pages) {
    const cost = costOf(frontier.offer(request, taken.key));
    if (cost === undefined) continue;
    whole = false;
    note(session, {
      code: cost,
      severity: problemCode(cost).severity,
      message: problemCode(cost).en,
      place: { page: request.url },
    });
  }
  session.pages.set(taken.key, {
    parent: taken.parent,
    relation: relationOf(taken.request),
    whole,
    claimed: page.total,
    listed: page.records.length,
    ...(linksOf(page) > 0 && { links: { before: linksOf(page), after: linksOf(page) } }),
  });
}
