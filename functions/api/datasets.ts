/** `/v1/datasets`: the catalogue, a page at a time. */
import * as z from 'zod';
import { listCursor, readListCursor } from './cursors.ts';
import { itemOf } from './dataset-item.ts';
import type { ApiPorts } from './ports.ts';
import { json, nextHeader, type Reply } from './reply.ts';
import { type ApiRequest, Limit, parseQuery } from './request.ts';
import { isSearch, searchDatasets } from './search-datasets.ts';

export const Query = z.strictObject({
  limit: Limit,
  cursor: z.string().optional(),
  source: z.string().min(1).optional(),
  status: z.enum(['live', 'removed', 'all']).default('live'),
});

/**
 * Lists datasets by source and id, from the key after the cursor's: what is added or removed while a client walks neither
 * shifts nor repeats the rest. With a question, filters or an order it is a search, and the search file answers.
 */
export async function listDatasets(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  if (isSearch(request.query)) return searchDatasets(ports, request);
  const { catalogue, quality, links } = ports;
  const { limit, cursor, source, status } = parseQuery(Query, request.query);
  const [after] = readListCursor('datasets', cursor, 1);
  const state = status === 'all' ? undefined : status;
  // One more than asked for tells whether the list goes on.
  const rows = await catalogue.list({ source, state, after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const scores = await quality.summaries(shown.map(({ id }) => id));
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const next = last ? listCursor('datasets', [last.id]) : null;
  const filters = { limit, source, status: status === 'live' ? undefined : status };
  const nextHref = next === null ? null : links.to('/v1/datasets', { ...filters, cursor: next });
  const page = {
    items: shown.map((row) => itemOf(row, scores.get(row.id), links)),
    cursor: next,
    hasMore: next !== null,
    links: { self: links.to('/v1/datasets', { ...filters, cursor }), next: nextHref, changes: links.to('/v1/changes') },
  };
  return json(page, { headers: nextHeader(nextHref), ofView: true });
}
