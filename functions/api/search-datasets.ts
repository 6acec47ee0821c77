/** `/v1/datasets` with a question, filters, facets or an order of its own: answered from the search file. */
import * as z from 'zod';
import type { DatasetSearch, FoundDataset, FoundDatasets } from '#functions/shared/search-index.ts';
import type { ScoreSummary } from '#schemas/score-history.ts';
import type { Source } from '#schemas/source.ts';
import { itemOf } from './dataset-item.ts';
import { facetItems } from './facets.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { fitting, json, jsonBytes, nextHeader, type Reply } from './reply.ts';
import { type ApiRequest, Limit, parseQuery } from './request.ts';
import { filtersOf, listOf, readSearchCursor, Sources, searchCursor, searchParameters } from './search-query.ts';
import { readyIndex } from './search-ready.ts';

const PATH = '/v1/datasets';

export const Query = z.strictObject({
  ...searchParameters,
  limit: Limit,
  cursor: z.string().optional(),
  source: Sources.optional(),
  /** Removed datasets cannot be searched: their records are no longer ours to show. */
  status: z.literal('live', 'must be "live" in a search').optional(),
});
type Query = z.infer<typeof Query>;

/** Whether a request asks for more than the plain list. */
export const isSearch = (query: URLSearchParams): boolean =>
  Object.keys(searchParameters).some((parameter) => query.has(parameter));

function searchOf(query: Query, all: readonly Source[], request: ApiRequest): DatasetSearch {
  const { sort = 'relevance', facets = false, limit } = query;
  const asked = filtersOf(query, all);
  return {
    ...asked,
    sort: asked.query === undefined && sort === 'relevance' ? 'title' : sort,
    facets,
    limit,
    after: readSearchCursor(PATH, request.query),
  };
}

/** Scores are for comparing within one answer; more digits would say something about nothing. */
const rounded = (score: number | null): number | null => score && Math.round(score * 1000) / 1000;

const foundItem = ({ dataset, mapped, score, highlights }: FoundDataset, { quality, links }: Shown) => ({
  ...itemOf({ ...dataset, state: 'live', tombstone: null }, quality.get(dataset.id), links),
  type: mapped.kind,
  themes: mapped.themes,
  periods: mapped.periods,
  score: rounded(score),
  highlights,
});

interface Shown {
  readonly quality: ReadonlyMap<string, ScoreSummary>;
  readonly links: Links;
}

/** A page ends early where marks and titles are long: the next one goes on behind what was shown. */
function pageOf(found: FoundDatasets, request: ApiRequest, shownWith: Shown) {
  const items = found.items.map((item) => ({ place: item.place, shown: foundItem(item, shownWith) }));
  const fit = fitting(items, ({ shown }) => jsonBytes(shown));
  const last = found.hasMore || fit.length < items.length ? fit.at(-1) : undefined;
  const cursor = last ? searchCursor(PATH, request.query, last.place) : null;
  return { items: fit.map(({ shown }) => shown), cursor };
}

/** Lists what was found, the best first, with where it was found and how the rest could be narrowed. */
export async function searchDatasets(
  { search, sources, quality, links }: ApiPorts,
  request: ApiRequest,
): Promise<Reply> {
  const query = parseQuery(Query, request.query);
  const known = query.owner || query.facets ? await sources.list() : [];
  const asked = searchOf(query, known, request);
  const index = await readyIndex(search);
  const found = index.datasets(asked);
  const scores = await quality.summaries(found.items.map(({ dataset }) => dataset.id));
  const { items, cursor } = pageOf(found, request, { quality: scores, links });
  const list = listOf(request.query);
  const next = cursor === null ? null : links.to(PATH, { ...list, cursor });
  const self = links.to(PATH, { ...list, cursor: query.cursor });
  const page = {
    items,
    total: found.total,
    didYouMean: found.didYouMean,
    ...(found.facets && { facets: facetItems(found.facets, known) }),
    cursor,
    hasMore: cursor !== null,
    index: index.position,
    links: { self, next, changes: links.to('/v1/changes') },
  };
  return json(page, { headers: nextHeader(next) });
}
