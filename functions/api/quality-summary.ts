/** `/v1/quality/summary`: gathered scores by owner, source, theme or profile, or of the whole catalogue, and how they went. */
import * as z from 'zod';
import type { Aggregate } from '#schemas/score-history.ts';
import { conceptByIri } from '#schemas/vocabulary.ts';
import { ownerName, ownersOf } from './owners.ts';
import type { ApiPorts } from './ports.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, parseQuery } from './request.ts';

export const Query = z.strictObject({
  by: z.enum(['catalogue', 'owner', 'source', 'theme', 'profile']).default('catalogue'),
  id: z.string().min(1).max(128).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

const THEMES = 'http://publications.europa.eu/resource/authority/data-theme/';

/** What each owner, source or theme is called. */
async function namesBy({ sources }: ApiPorts, by: Aggregate['by']): Promise<(id: string) => object> {
  if (by === 'theme') return (id) => conceptByIri('data-theme', `${THEMES}${id}`)?.label ?? {};
  if (by === 'catalogue') return () => ({});
  const all = await sources.list();
  const named: [string, object][] =
    by === 'owner'
      ? ownersOf(all).map((owner) => [owner.id, ownerName(owner)])
      : all.map(({ id, title }) => [id, title]);
  const names = new Map(named);
  return (id) => names.get(id) ?? {};
}

/** Profiles have no scores of their own: of each, how many of all datasets keep it. */
const byProfile = ([all]: readonly Aggregate[]) =>
  Object.entries(all?.conforms ?? {}).map(([id, conforming]) => ({ id, datasets: all?.datasets ?? 0, conforming }));

/** Lists aggregates, the best first; with an id, that one with its history. */
export async function showQualitySummary(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { by, id, from, to } = parseQuery(Query, request.query);
  const { links, quality } = ports;
  const self = links.to('/v1/quality/summary', { by, id, from, to });
  if (by === 'profile') return json({ by, items: byProfile(await quality.aggregates('catalogue')), links: { self } });
  const nameOf = await namesBy(ports, by);
  const aggregates = (await quality.aggregates(by)).filter((aggregate) => id === undefined || aggregate.id === id);
  const ordered = aggregates.toSorted((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
  const items = ordered.map(({ by: _, ...aggregate }) => ({ ...aggregate, name: nameOf(aggregate.id) }));
  const history =
    id === undefined && by !== 'catalogue' ? undefined : await quality.aggregateHistory(by, id ?? 'all', { from, to });
  return json({
    by,
    items,
    ...(history && { history: history.map(({ by: _, id: __, ...point }) => point) }),
    links: { self },
  });
}
