/** The first page: the search, and the registers that it finds as a map, on a timeline and in a list. */
import type { JSX } from 'preact';
import { useCallback, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useSpeech } from '../../language.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { type MapState, queryOf, stateOf } from './address.ts';
import { Filters } from './filters.tsx';
import { Results } from './results.tsx';
import { SearchBox } from './search-box.tsx';
import { useSearch } from './use-search.ts';
import { useWide } from './use-wide.ts';

export function MapPage(): JSX.Element {
  const { say, to } = useSpeech();
  const { query, route } = useLocation();
  const state = useMemo(() => stateOf(query), [query]);
  const go = useCallback((next: MapState, replace = false) => route(to(`/${queryOf(next)}`), replace), [route, to]);
  const answer = useSearch(state);
  const isWide = useWide();
  // A map of some centimetres is none: where there is no room for it the list comes first.
  const view = state.view ?? (isWide ? 'map' : 'list');
  // Typing goes over one address; a question that is complete, and the first letter after none, are to come back to.
  const search = (q: string, isChosen: boolean) => go({ ...state, q, zoom: undefined }, !isChosen && state.q !== '');
  return (
    <>
      <PageHead title={say('map.title')} />
      <SearchBox q={state.q} onSearch={search} />
      <div class="map-columns">
        <Filters state={state} go={go} facets={answer.held?.value.facets} />
        <Results state={state} go={go} view={view} answer={answer} />
      </div>
    </>
  );
}
