/** `/v1/sources/{id}/renames`: identifiers that look as if they had been changed, and what an operator says of them. */
import * as z from 'zod';
import { authorise, authoriseOwner, bodyOf } from './authorise.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';
import { findSource } from './sources.ts';

/** Lists the proposals of a source: those that wait for a word, then those that were rejected. */
export async function listRenames(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const { links } = ports;
  const { id } = await findSource(ports, request.params.id);
  const proposals = await ports.renames.list(id);
  const items = proposals
    .toSorted((one, other) => Number(one.rejected) - Number(other.rejected))
    .map(({ from, to, since, evidence, rejected }) => ({
      state: rejected ? 'rejected' : 'proposed',
      evidence,
      from: { id: from, href: links.dataset(from) },
      to: { id: to, href: links.dataset(to) },
      since: { run: since, href: links.run(since) },
    }));
  const self = links.to(`/v1/sources/${id}/renames`);
  return json({ items, cursor: null, hasMore: false, links: { self, next: null, source: links.source(id) } });
}

const DatasetId = z.string().regex(/^[a-z0-9-]{1,64}\.[a-z0-9-]{1,128}$/, 'the id of a dataset');

export const Decision = z.strictObject({ from: DatasetId, to: DatasetId, decision: z.enum(['confirm', 'reject']) });

/** `POST /v1/sources/{id}/renames`: confirms or rejects that one dataset is another under a new identifier. */
export async function decideRename(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request, 'owner');
  parseQuery(NoQuery, request.query);
  const { from, to, decision } = bodyOf(Decision, request);
  const { id, owner } = await findSource(ports, request.params.id);
  authoriseOwner(request, owner.id);
  const decided = await ports.renames.decide(id, { from, to }, decision);
  if (decided.kind === 'busy') throw new Refusal('source-busy', { headers: { 'retry-after': '60' } });
  if (decided.kind === 'impossible') throw new Refusal('not-a-rename', { detail: decided.detail });
  const { links } = ports;
  const dataset = links.dataset(decision === 'confirm' ? from : to);
  const changes = decided.changes && links.change(decided.changes.first);
  const reply = json({ from, to, decision, links: { dataset, changes } }, { cache: 'no-store' });
  return { ...reply, audited: { after: decided.changes } };
}
