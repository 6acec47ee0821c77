/** `/`, `/health` and `/problems/{code}`: where everything is, whether we are well, and what a problem means. */
import { isProblemCode, problemCode } from '#schemas/problem-codes.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { problemTypes, Refusal } from './problem-types.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';

/** Shows where everything is. */
export async function showRoot({ links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  return json({
    title: 'Datalandkort',
    description:
      'The map of Danish health data: one catalogue of what registry owners publish, and every change of it.',
    links: {
      self: links.to('/'),
      datasets: links.to('/v1/datasets'),
      variables: links.to('/v1/variables'),
      changes: links.to('/v1/changes'),
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
    },
  });
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
