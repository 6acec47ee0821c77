/** `/`, `/health` and `/problems/{code}`: where everything is, whether we are well, and what a problem means. */
import { isProblemCode, problemCode } from '#schemas/problem-codes.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { problemTypes, Refusal } from './problem-types.ts';
import { json, linkHeader, type Reply } from './reply.ts';
import { chooseFormat } from './representation.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';
import { toWeb, wantsPage } from './to-web.ts';

const DESCRIPTION =
  'The map of Danish health data: one catalogue of what registry owners publish, and every change of it.';

const TYPES = { json: 'application/json' } as const;

const linksOf = (links: Links) => ({
  self: links.to('/'),
  datasets: links.to('/v1/datasets'),
  variables: links.to('/v1/variables'),
  changes: links.to('/v1/changes'),
  snapshots: links.to('/v1/snapshots'),
  state: links.to('/v1/state'),
  links: links.to('/v1/links'),
  catalog: links.catalogue,
  feeds: {
    dcatAp: links.feed,
    atom: links.to('/v1/feeds/atom.xml'),
    json: links.to('/v1/feeds/feed.json'),
    activity: links.to('/v1/feeds/activity'),
    oaiPmh: links.to('/v1/oai'),
  },
  sources: links.to('/v1/sources'),
  owners: links.to('/v1/owners'),
  quality: links.to('/v1/quality/summary'),
  runs: links.to('/v1/runs'),
  subscriptions: links.to('/v1/subscriptions'),
  health: links.to('/health'),
  docs: links.to('/docs'),
  openapi: links.to('/v1/openapi.json'),
  apiCatalog: links.to('/.well-known/api-catalog'),
});

/** How a program finds the description of what it talks to (RFC 8631, RFC 9727). */
const discovery = ({ openapi, docs, health, apiCatalog }: ReturnType<typeof linksOf>) => [
  { href: openapi, rel: 'service-desc', type: 'application/json' },
  { href: docs, rel: 'service-doc', type: 'text/html' },
  { href: health, rel: 'status', type: 'application/json' },
  { href: apiCatalog, rel: 'api-catalog', type: 'application/linkset+json' },
];

/** Shows programs where everything is, and leads people to the map. */
export async function showRoot({ links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  if (wantsPage(request, Object.values(TYPES))) return toWeb(request, '/', 302);
  const all = linksOf(links);
  const headers = { vary: 'Accept', link: linkHeader(discovery(all)) };
  // Refuses who takes neither.
  chooseFormat(request, { types: TYPES, order: ['json'], href: () => all.self }, {});
  return json({ title: 'Datalandkort', description: DESCRIPTION, links: all }, { headers });
}

/** The same as a linkset (RFC 9264), at the address where machines look for the APIs of a host. */
export async function showApiCatalog({ links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const all = linksOf(links);
  const described = discovery(all).filter(({ rel }) => rel !== 'api-catalog');
  const relations = Object.fromEntries(described.map(({ rel, href, type }) => [rel, [{ href, type }]]));
  const linkset = [{ anchor: all.self, ...relations }];
  const type = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"';
  return json({ linkset }, { type });
}

/** Well when the ledger can be read: everything else is made from it. */
export async function showHealth({ ledger }: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const { epoch, seq, published } = await ledger.head();
  return json({ status: 'ok', epoch, head: seq, published }, { cache: 'no-store' });
}

/** Explains a problem's type: what the API answers with, and what runs say of the pages and records that they read. */
export async function showProblemType({ links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const found = Object.entries(problemTypes).find(([code]) => code === request.params.code);
  if (!found) return showProblemCode(links, request.params.code ?? '');
  const [code, { status, title }] = found;
  return json({ type: links.to(`/problems/${code}`), status, title });
}

function showProblemCode(links: Links, code: string): Reply {
  if (!isProblemCode(code)) throw new Refusal('not-found', { detail: 'There is no problem of this name.' });
  const { severity, da, en } = problemCode(code);
  return json({ type: links.to(`/problems/${code}`), severity, title: { da, en } });
}
