/** `/v1/overview`: how everything is, in one answer that may be asked for every ten seconds; for operators. */
import { authorise } from '../authorise.ts';
import type { ApiPorts } from '../ports.ts';
import { json, type Reply } from '../reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from '../request.ts';
import { factsOf } from './facts.ts';
import { troublesOf } from './troubles.ts';

/** How long an answer is given again: several pages that poll are one look, and none shows what is older than its own pace. */
const KEPT_MS = 4000;
interface Remembered {
  readonly document: Promise<object>;
  readonly until: number;
}

const remembered = new WeakMap<ApiPorts, Remembered>();

async function documentOf(ports: ApiPorts, now: number): Promise<object> {
  const facts = await factsOf(ports, now);
  const { head, sources, views, slow } = facts;
  const troubles = troublesOf(facts, ports.links);
  const { letters, moreLetters, changesLastHour, changesLastDay, deadLinks, cost, webhooks } = slow;
  return {
    at: new Date(now).toISOString(),
    well: troubles.length === 0,
    sources,
    troubles,
    deadLetters: { waiting: letters.length, more: moreLetters },
    ledger: { epoch: head.epoch, head: head.seq, lastPublished: head.published, changesLastHour, changesLastDay },
    ...{ views, webhooks, deadLinks, cost },
    links: { self: ports.links.to('/v1/overview'), sources: ports.links.to('/v1/sources') },
  };
}

/** Shows how everything is. `well` says that there is no trouble. */
export async function showOverview(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const now = ports.clock();
  const kept = remembered.get(ports);
  if (kept && kept.until > now) return json(await kept.document, { cache: 'no-store' });
  const document = documentOf(ports, now);
  remembered.set(ports, { document, until: now + KEPT_MS });
  document.catch(() => remembered.delete(ports));
  return json(await document, { cache: 'no-store' });
}
