/** A list that the API gives page by page: the first is loaded by itself, the next ones when they are asked for. */
import { useState } from 'preact/hooks';
import { type Act, useAct } from './use-act.ts';
import { type Answer, useAnswer } from './use-answer.ts';

interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly cursor: string | null;
  readonly hasMore: boolean;
}

export interface Pages<Item> {
  readonly first: Answer<ListPage<Item>>;
  /** What was loaded so far. */
  readonly items: readonly Item[];
  readonly hasMore: boolean;
  readonly next: Act<void, unknown>;
}

interface Later<Item> extends ListPage<Item> {
  /** The first page that these follow; others are of a list that was loaded anew since. */
  readonly after: ListPage<Item> | undefined;
}

/**
 * @param key names the list, as in `useAnswer`.
 * @param load asks for the page at a cursor; for the first one without.
 */
export function usePages<Item>(
  key: string | undefined,
  load: (cursor: string | undefined, signal?: AbortSignal) => Promise<ListPage<Item>>,
): Pages<Item> {
  const first = useAnswer(key, (signal) => load(undefined, signal));
  const [kept, keep] = useState<Later<Item>>();
  const page = first.held?.value;
  const later = kept && kept.after === page ? kept : undefined;
  const end = later ?? page;
  const next = useAct(
    async () => ({ ...(await load(end?.cursor ?? undefined)), after: page }),
    (more: Later<Item>) => keep({ ...more, items: [...(later?.items ?? []), ...more.items] }),
  );
  return { first, items: [...(page?.items ?? []), ...(later?.items ?? [])], hasMore: end?.hasMore ?? false, next };
}
