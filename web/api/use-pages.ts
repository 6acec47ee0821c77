/** Loads a list page by page, as far as the reader asks. */
import { useRef, useState } from 'preact/hooks';
import { type Failure, failureOf } from './failure.ts';
import { type Answer, type Asking, useAnswer } from './use-answer.ts';

export interface Page {
  readonly items: readonly unknown[];
  readonly cursor?: string | null;
}

interface Later<Value> {
  readonly key: string | undefined;
  readonly pages: readonly Value[];
  readonly failure?: Failure | undefined;
  readonly isLoading: boolean;
}

export interface Pages<Value extends Page> {
  /** The first page, with all states of an answer. */
  readonly first: Answer<Value>;
  /** Everything that was loaded so far. */
  readonly items: readonly Value['items'][number][];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** Why the next page could not be had. */
  readonly failure: Failure | undefined;
  readonly more: () => void;
}

const nothing = { key: undefined, pages: [], isLoading: false };

/**
 * @param key names the list: another key begins anew.
 * @param load loads the page at a cursor, undefined for the first.
 * @param asking how often the first page is asked for again, for as long as the reader went no further. Once it is there anew, what
 * came after the old one is let go: it might overlap.
 */
export function usePages<Value extends Page>(
  key: string | undefined,
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Value>,
  { every }: Asking = {},
): Pages<Value> {
  const [state, setLater] = useState<Later<Value>>(nothing);
  const hasLater = state.pages.length > 0 || state.isLoading;
  const first = useAnswer(key, (signal) => load(undefined, signal), { every: hasLater ? undefined : every });
  const series = `${key} ${first.held?.at}`;
  const asked = useRef(series);
  asked.current = series;
  const later = state.key === series ? state : { ...nothing, key: series };
  const pages = first.held ? [first.held.value, ...later.pages] : [];
  const cursor = pages.at(-1)?.cursor ?? undefined;

  const more = async () => {
    if (cursor === undefined || later.isLoading) return;
    setLater({ ...later, isLoading: true, failure: undefined });
    // A page for a question that is no longer asked is thrown away.
    const keep = (change: Partial<Later<Value>>) =>
      asked.current === series && setLater({ ...later, isLoading: false, failure: undefined, ...change });
    try {
      const page = await load(cursor, new AbortController().signal);
      keep({ pages: [...later.pages, page] });
    } catch (error) {
      keep({ failure: failureOf(error) });
    }
  };
  return {
    first,
    items: pages.flatMap((page) => page.items),
    hasMore: cursor !== undefined,
    isLoading: later.isLoading,
    failure: later.failure,
    more: () => void more(),
  };
}
