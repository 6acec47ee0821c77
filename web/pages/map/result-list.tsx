/** The registers that were found, as a list. It needs nothing that is loaded later. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Failure, failureOf } from '../../api/failure.ts';
import { useSpeech } from '../../language.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { MapState } from './address.ts';
import { ResultItem } from './result-item.tsx';
import { type Found, questionOf, type SearchPage, searchPage } from './use-search.ts';

interface More {
  readonly items: readonly Found[];
  readonly cursor: string | null;
  readonly isLoading: boolean;
  readonly failure: Failure | undefined;
}

const nothing: More = { items: [], cursor: null, isLoading: false, failure: undefined };

/** The pages behind the first, one after the other; another question begins anew. */
function useMore(state: MapState, first: SearchPage) {
  const [more, setMore] = useState<More>({ ...nothing, cursor: first.cursor });
  const key = `${questionOf(state)} ${state.sort ?? ''}`;
  useEffect(() => setMore({ ...nothing, cursor: first.cursor }), [key, first]);
  const load = async () => {
    if (more.cursor === null || more.isLoading) return;
    setMore({ ...more, isLoading: true, failure: undefined });
    try {
      const page = await searchPage(state, more.cursor);
      // What was asked meanwhile is another list: it keeps its own.
      setMore((now) =>
        now.cursor === more.cursor ? { ...nothing, items: [...now.items, ...page.items], cursor: page.cursor } : now,
      );
    } catch (error) {
      setMore({ ...more, isLoading: false, failure: failureOf(error) });
    }
  };
  return { more, load };
}

interface ResultListProps {
  readonly state: MapState;
  readonly page: SearchPage;
}

export function ResultList({ state, page }: ResultListProps): JSX.Element {
  const { say } = useSpeech();
  const { more, load } = useMore(state, page);
  const items = [...page.items, ...more.items];
  return (
    <>
      <ol class="result-list" aria-label={say('map.list.label')}>
        {items.map((item) => (
          <ResultItem key={item.id} item={item} facets={page.facets} />
        ))}
      </ol>
      {more.failure && (
        <Notice kind="error" isNews title={say('map.more.failed')}>
          <p>{say('state.unreachable.text')}</p>
        </Notice>
      )}
      {more.cursor !== null && (
        <button type="button" class="button button-secondary" onClick={load} aria-disabled={more.isLoading}>
          {more.isLoading ? say('state.loading') : say('map.more')}
        </button>
      )}
      <p class="visually-hidden" role="status">
        {more.items.length > 0 ? say('map.more.shown', { shown: items.length, total: page.total ?? 0 }) : ''}
      </p>
    </>
  );
}
