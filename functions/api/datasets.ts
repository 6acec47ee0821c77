/** `/v1/datasets`: the catalogue, a page at a time. */
import { z } from 'zod';
import type { CatalogueRow } from '#functions/shared/catalogue-store.ts';
import type { ScoreSummary } from '#schemas/score-history.ts';
import { listCursor, readListCursor } from './cursors.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { json, nextHeader, type Reply } from './reply.ts';
import { type ApiRequest, Limit, parseQuery } from './request.ts';

const Query = z.strictObject({
  limit: Limit,
  cursor: z.string().optional(),
  source: z.string().min(1).optional(),
  status: z.enum(['live', 'removed', 'all']).default('live'),
});

const itemOf = (row: CatalogueRow, quality: ScoreSummary | undefined, links: Links) => ({
  id: row.id,
  iri: links.datasetIri(row.id),
  href: links.dataset(row.id),
  kind: row.kind,
  state: row.state,
  revision: row.revision,
  contentHash: row.contentHash,
  source: row.source,
  ...row.summary,
  /** Null until it was assessed, and for a removed dataset. */
  quality: quality ?? null,
  changedAt: row.published,
  change: links.change(row.seq),
  ...(row.tombstone && { tombstone: row.tombstone }),
});

/**
 * Lists datasets by source and id, from the key after the cursor's: what is added or removed while a client walks neither
 * shifts nor repeats the rest.
 */
export async function listDatasets({ catalogue, quality, links }: ApiPorts, request: ApiRequest): Promise<Reply> {
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
  return json(page, { headers: nextHeader(nextHref) });
}
