/**
 * Follows the change log, change by change, across pages and pauses. It keeps the rules of the cursor: a cursor is kept only
 * when everything before it was dealt with, and a change may therefore come twice after a crash and never be missed. Apply
 * changes by entity and revision, and twice is as good as once.
 */
import type { components, paths } from './api-types.ts';
import type { DatalandkortClient } from './client.ts';
import { ApiProblem, CursorExpired } from './failures.ts';
import { isPassing, type Sleep, sleep, TRIES, waitBefore } from './retry.ts';

export type Change = components['schemas']['ChangeWithData'];
type Page = components['schemas']['ChangePage'];
type Query = NonNullable<paths['/v1/changes']['get']['parameters']['query']>;

export interface FollowOptions extends Pick<Query, 'limit' | 'types' | 'source' | 'owner' | 'theme' | 'include'> {
  /** The cursor that was kept; the start of the log when there is none, `now` for what is still to come. */
  readonly since?: string | undefined;
  /** Keeps the cursor. Called when all changes before it were dealt with: when the next one is asked for. */
  readonly keep?: (cursor: string) => Promise<void> | void;
  /** Ends at the end of the log instead of waiting for more. */
  readonly untilHead?: boolean;
  readonly signal?: AbortSignal;
  readonly sleep?: Sleep;
}

/** The service says how long to wait; a page that does not is read again after a minute. */
const POLL_SECONDS = 60;

async function readPage(client: DatalandkortClient, query: Query, options: FollowOptions): Promise<Page> {
  const { signal, sleep: wait = sleep } = options;
  for (let tried = 1; ; tried += 1) {
    const { data, error, response } = await client.GET('/v1/changes', { params: { query }, ...(signal && { signal }) });
    if (data) return data;
    if (response.status === 410) throw new CursorExpired(response.status, error);
    if (!isPassing(response.status) || tried >= TRIES) throw new ApiProblem(response.status, error);
    await wait(waitBefore(tried, response.headers.get('retry-after')), signal);
  }
}

/**
 * @returns the changes, oldest first, without end unless `untilHead` is set or the signal ends it.
 * @throws CursorExpired when the catalogue has to be copied anew, ApiProblem for what asking again does not mend.
 */
export async function* followChanges(
  client: DatalandkortClient,
  options: FollowOptions = {},
): AsyncGenerator<Change, void, void> {
  const { since, keep, untilHead = false, signal, sleep: wait = sleep, ...filters } = options;
  let cursor = since;
  for (;;) {
    const query = { ...filters, ...(cursor !== undefined && { since: cursor }) };
    const page = await readPage(client, query, options);
    yield* page.items;
    // A filter may leave a page empty: its cursor has moved on all the same, and the next call need not look there again.
    if (page.cursor !== cursor) await keep?.(page.cursor);
    cursor = page.cursor;
    if (page.hasMore) continue;
    if (untilHead) return;
    await wait((page.pollAfter ?? POLL_SECONDS) * 1000, signal);
  }
}
