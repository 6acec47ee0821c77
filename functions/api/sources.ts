/** `/v1/sources`: what is harvested, whose it is and how often. */

import { driftRulesOf } from '#catalogue/drift.ts';
import { latestRun } from '#functions/shared/latest-run.ts';
import type { KeptSource } from '#functions/shared/source-store.ts';
import type { Source } from '#schemas/source.ts';
import { isOperator } from './caller.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';

/** User names and passwords in an address are for the crawler only. */
function withoutCredentials(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}

/**
 * A source without what is not for the world: the owner's mail address, and `settings` and `defaults`, which are the
 * harvester's own and may hold keys.
 */
const itemOf = (source: Source, links: Links) => ({
  id: source.id,
  title: source.title,
  owner: { id: source.owner.id, name: source.owner.name, homepage: source.owner.homepage ?? null },
  format: source.format,
  url: withoutCredentials(source.url),
  schedule: source.schedule,
  removal: source.removal,
  drift: driftRulesOf(source),
  precedence: source.precedence ?? null,
  ignoreChangesIn: source.ignoreChangesIn,
  enabled: source.enabled,
  note: source.note ?? null,
  links: {
    self: links.source(source.id),
    runs: links.to(`/v1/sources/${source.id}/runs`),
    renames: links.to(`/v1/sources/${source.id}/renames`),
    datasets: links.to('/v1/datasets', { source: source.id }),
    changes: links.to('/v1/changes', { source: source.id }),
  },
});

/** Lists all sources, by id: they are people's work and few. */
export async function listSources({ sources, links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const all = (await sources.list()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const items = all.map((source) => itemOf(source, links));
  return json({ items, cursor: null, hasMore: false, links: { self: links.to('/v1/sources'), next: null } });
}

/** The source of the address. @throws Refusal `not-found`. */
export async function findSource({ sources }: Pick<ApiPorts, 'sources'>, id: string | undefined): Promise<Source> {
  const source = id && /^[a-z0-9-]{1,64}$/.test(id) ? await sources.get(id) : undefined;
  if (!source) throw new Refusal('not-found', { detail: 'There is no source of this id.' });
  return source;
}

/** A source as it is kept. @throws Refusal `not-found`. */
export async function findKept({ sources }: Pick<ApiPorts, 'sources'>, id: string | undefined): Promise<KeptSource> {
  const kept = id && /^[a-z0-9-]{1,64}$/.test(id) ? await sources.kept(id) : undefined;
  if (!kept) throw new Refusal('not-found', { detail: 'There is no source of this id.' });
  return kept;
}

/** All of a definition, for operators: a credential is the name of a secret, and no secret stands in it. */
export const definitionOf = ({ source, version, managedBy, edited, removedFromFile }: KeptSource) => ({
  definition: { ...source, url: withoutCredentials(source.url) },
  version,
  managedBy,
  edited,
  removedFromFile,
});

/**
 * The answer with a definition: its ETag begins with the version, which is all that `If-Match` is held against, so that a run
 * that ended meanwhile does not refuse an edit.
 */
export function versioned(reply: Reply, { version }: Pick<KeptSource, 'version'>): Reply {
  const { etag = '' } = reply.headers;
  return { ...reply, headers: { ...reply.headers, etag: `"${version}-${etag.replaceAll('"', '')}"` } };
}

/** Shows a source and how its latest run went; operators also all of its definition. */
export async function showSource(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const kept = await findKept(ports, request.params.id);
  const { source } = kept;
  const run = await latestRun(ports.runs, source.id);
  const shown = run
    ? { id: run.id, state: run.state, startedAt: run.startedAt, endedAt: run.endedAt, href: ports.links.run(run.id) }
    : null;
  const item = { ...itemOf(source, ports.links), latestRun: shown };
  const headers = { vary: 'Authorization' };
  if (!isOperator(request)) return json(item, { headers });
  return versioned(json({ ...item, ...definitionOf(kept) }, { cache: 'no-store', headers }), kept);
}
