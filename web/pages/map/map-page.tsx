/** The first page: the search, and the registers that it finds as a map, on a timeline and in a list. */
import type { JSX } from 'preact';
import { useCallback, useMemo, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useSpeech } from '../../language.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { queryOf, stateOf, type View } from './address.ts';
import { Filters, type Steering } from './filters.tsx';
import { Results } from './results.tsx';
import { SearchBox } from './search-box.tsx';
import { useDeferred } from './use-deferred.ts';
import { useSearch } from './use-search.ts';
import { useWide } from './use-wide.ts';

/** Filters and results: drawn anew when the state is another one, and not for each letter. */
function Columns({ view, ...steering }: Steering & { readonly view: View }): JSX.Element {
  const answer = useSearch(steering.state);
  return (
    <div class="map-columns">
      <Filters {...steering} facets={answer.held?.value.facets} />
      <Results {...steering} view={view} answer={answer} />
    </div>
  );
}

/** Goes to another state; the same function for as long as the language is the same. */
function useGo(): Steering['go'] {
  const { to } = useSpeech();
  const { route } = useLocation();
  const current = useRef(route);
  current.current = route;
  return useCallback((next, replace = false) => current.current(to(`/${queryOf(next)}`), replace), [to]);
}

export function MapPage(): JSX.Element {
  const { say } = useSpeech();
  const { query } = useLocation();
  const asked = useMemo(() => stateOf(query), [query]);
  const state = useDeferred(asked);
  const go = useGo();
  const isWide = useWide();
  // A map of some centimetres is none: where there is no room for it the list comes first.
  const view = state.view ?? (isWide ? 'map' : 'list');
  // Typing goes over one address; a question that is complete, and the first letter after none, are to come back to.
  const search = (q: string, isChosen: boolean) => go({ ...asked, q, zoom: undefined }, !isChosen && asked.q !== '');
  return (
    <>
      <PageHead title={say('map.title')} />
      <SearchBox q={asked.q} onSearch={search} />
      {useMemo(
        () => (
          <Columns state={state} go={go} view={view} />
        ),
        [state, go, view],
      )}
    </>
  );
}
