/** `/v1/links`: the addresses that live datasets name, and whether they work; `/v1/datasets/{id}/links`: those of one dataset. */
import * as z from 'zod';
import { LinkKind, LinkState, type LinkStatus } from '#quality/links/link-status.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import { listCursor, readListCursor } from './cursors.ts';
import { findDataset, readAddress } from './dataset.ts';
import { linkItem, usedBy } from './link-item.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, nextHeader, type Reply } from './reply.ts';
import { type ApiRequest, Limit, NoQuery, parseQuery } from './request.ts';

export const Query = z.strictObject({
  limit: Limit,
  cursor: z.string().optional(),
  status: LinkState.optional(),
  kind: LinkKind.optional(),
  source: z.string().min(1).optional(),
  dataset: z.string().min(1).optional(),
});

/** Each link of a page costs a look at who names it. */
const MAX_PAGE = 100;
/** Of those who name a link; a homepage may be named by thousands. */
const USERS_SHOWN = 10;

/** Places that the store hands out: a state with a time, or a key. Which of the two the filters say. */
const BY_STATE = /^(dead|failing|unknown|ok)\|[0-9TZ:.-]{24}#[\w-]{22}$/;
const BY_KEY = /^[\w-]{22}$/;

type Filters = z.infer<typeof Query>;

/** @throws Refusal `invalid-cursor` for a cursor of another list, also of this one under other filters. */
function placeOf({ cursor, source, dataset, status }: Filters): string | undefined {
  const [after] = readListCursor('links', cursor, 1);
  if (after === undefined) return undefined;
  const isByState = source === undefined && dataset === undefined;
  const fits = (isByState ? BY_STATE : BY_KEY).test(after);
  if (fits && (!isByState || status === undefined || after.startsWith(`${status}|`))) return after;
  const detail = 'This is not a cursor of this list.';
  throw new Refusal('invalid-cursor', { detail, errors: [{ parameter: 'cursor', detail }] });
}

/**
 * Lists links with who names them. Without a source or a dataset they come by status and then by their last change: one
 * that changes while a client walks may be seen twice and is not missed. A page may be short before the end.
 */
export async function listLinks({ linkStatuses, links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  const query = parseQuery(Query, request.query);
  const { status, kind, source, dataset, cursor } = query;
  const limit = Math.min(query.limit, MAX_PAGE);
  const page = await linkStatuses.list({ state: status, kind, source, dataset, limit, after: placeOf(query) });
  const items = await Promise.all(
    page.links.map(async (link) => {
      // One more than are shown tells whether there are others.
      const users = await linkStatuses.usesOf(link.url, USERS_SHOWN + 1);
      const datasets = usedBy(users.slice(0, USERS_SHOWN), links);
      return { ...linkItem(link), datasets, hasMoreDatasets: users.length > USERS_SHOWN };
    }),
  );
  const next = page.next === null ? null : listCursor('links', [page.next]);
  const filters = { limit, status, kind, source, dataset };
  const nextHref = next === null ? null : links.to('/v1/links', { ...filters, cursor: next });
  const self = links.to('/v1/links', { ...filters, cursor });
  const body = { items, cursor: next, hasMore: next !== null, links: { self, next: nextHref } };
  return json(body, { headers: nextHeader(nextHref) });
}

const labelOf = (property: string) =>
  (['Distribution', 'DataService', 'Dataset'] as const).flatMap(
    (name) => propertyByKey(name, property)?.label ?? [],
  )[0];

/** Shows what a live dataset names, in the order of its record; a link that was not looked at yet is among them. */
export async function showDatasetLinks(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const { links, linkStatuses } = ports;
  const { id, suffix } = readAddress(request.params.id);
  const { entry, tombstone } = await findDataset(ports, suffix === undefined ? id : '');
  if (!entry) throw new Refusal('dataset-removed', { members: { id, tombstone } });
  const uses = await linkStatuses.linksOf(id);
  const known = await linkStatuses.get([...new Set(uses.map(({ url }) => url))]);
  const items = uses.flatMap(({ url, property, place, mediaTypes }) => {
    const link: LinkStatus | undefined = known.get(url);
    return link ? [{ property, label: labelOf(property), place, declared: mediaTypes, ...linkItem(link) }] : [];
  });
  const self = links.to(`/v1/datasets/${id}/links`);
  return json({ id, iri: links.datasetIri(id), items, links: { self, dataset: links.dataset(id) } });
}
