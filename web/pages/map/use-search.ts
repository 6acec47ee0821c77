/** What the first page asks the API. */
import { useRef } from 'preact/hooks';
import type { components, paths } from '#client/api-types.ts';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { type Answer, useAnswer } from '../../api/use-answer.ts';
import { filtersOf, type MapState } from './address.ts';
import type { MapDocument } from './map-document.ts';

type Ok<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type SearchPage = Ok<'/v1/datasets'>;
export type Found = components['schemas']['DatasetItem'];
export type Facets = NonNullable<SearchPage['facets']>;
export type Suggestions = Ok<'/v1/suggest'>;

/** Registers in the list at first, and by each "show more". */
const PAGE = 25;

/**
 * A page of results, with what they could be narrowed by. Later pages ask for the same: a cursor belongs to one list, and what
 * is asked for is part of its name.
 */
export function searchPage(state: MapState, cursor: string | undefined, signal?: AbortSignal): Promise<SearchPage> {
  const { sort } = state;
  const query = { ...filtersOf(state), ...(sort && { sort }), facets: 'true', ...(cursor && { cursor }), limit: PAGE };
  return answerOf(api.GET('/v1/datasets', { params: { query }, ...(signal && { signal }) }));
}

/** What makes two states the same question. */
export const questionOf = (state: MapState): string => JSON.stringify(filtersOf(state));

/** While the next answer is on its way the last one stays: a page that goes blank with each letter cannot be read. */
function useKept<Value>(answer: Answer<Value>): Answer<Value> {
  const last = useRef(answer.held);
  if (answer.held) last.current = answer.held;
  if (answer.held || answer.kind !== 'loading') return answer;
  return { ...answer, held: last.current };
}

/** The first page of results. */
export const useSearch = (state: MapState): Answer<SearchPage> =>
  useKept(
    useAnswer(`search ${questionOf(state)} ${state.sort ?? ''}`, (signal) => searchPage(state, undefined, signal)),
  );

/** All that was found, as much of each as is drawn; asked only where something is drawn. */
export const useMap = (state: MapState, isDrawn: boolean): Answer<MapDocument> =>
  useKept(
    useAnswer(isDrawn ? `map ${questionOf(state)}` : undefined, (signal) =>
      answerOf(api.GET('/v1/map', { params: { query: filtersOf(state) }, signal })),
    ),
  );

/** Lines below the search box. */
const SUGGESTIONS = 6;

/** What somebody who begins to type may go on to; nothing for less than two letters. */
export function useSuggestions(text: string | undefined): Answer<Suggestions> {
  const q = text?.trim() ?? '';
  return useAnswer(q.length < 2 ? undefined : `suggest ${q}`, (signal) =>
    answerOf(api.GET('/v1/suggest', { params: { query: { q, limit: SUGGESTIONS } }, signal })),
  );
}
