/** `/v1/audit`: who did what, when, and what it changed; for operators. */
import * as z from 'zod';
import { authorise } from './authorise.ts';
import { listCursor, readListCursor } from './cursors.ts';
import type { ApiPorts } from './ports.ts';
import { json, nextHeader, type Reply } from './reply.ts';
import { type ApiRequest, Limit, parseQuery } from './request.ts';

export const Query = z.strictObject({
  limit: Limit,
  cursor: z.string().optional(),
  actor: z.string().min(1).optional(),
  action: z.string().min(1).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
});

/** Lists what was done, newest first. */
export async function listAudit(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  const { limit, cursor, actor, action, since } = parseQuery(Query, request.query);
  const [after] = readListCursor('audit', cursor, 1);
  const from = since === undefined ? undefined : new Date(since).toISOString();
  // One more than asked for tells whether the list goes on.
  const found = await ports.audit.list({ actor, action, since: from, after, limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  const next = last ? listCursor('audit', [last.id]) : null;
  const filters = { limit, actor, action, since };
  const nextHref = next === null ? null : ports.links.to('/v1/audit', { ...filters, cursor: next });
  const links = { self: ports.links.to('/v1/audit', { ...filters, cursor }), next: nextHref };
  const page = { items, cursor: next, hasMore: next !== null, links };
  return json(page, { cache: 'no-store', headers: nextHeader(nextHref) });
}
