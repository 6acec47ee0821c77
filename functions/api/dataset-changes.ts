/** `/v1/datasets/{id}/changes`: the history of one dataset, newest first, walked from each change to the one before it. */
import { z } from 'zod';
import type { LedgerEntry } from '#schemas/change.ts';
import { changeItem } from './change-item.ts';
import { listCursor, readListCursor } from './cursors.ts';
import { findDataset, readAddress } from './dataset.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, nextHeader, type Reply } from './reply.ts';
import { type ApiRequest, Limit, parseQuery } from './request.ts';

/** Each change of a history costs a read of its own, so pages are shorter here. */
const MAX_HISTORY = 100;

export const Query = z.strictObject({ limit: Limit, cursor: z.string().optional() });

/** Changes of one dataset from a number backwards, and the number before the last of them. */
async function walkBack(ledger: ApiPorts['ledger'], id: string, from: number, limit: number) {
  const changes: LedgerEntry[] = [];
  let next: number | null = from;
  while (next !== null && changes.length < limit) {
    const [change]: LedgerEntry[] = await ledger.read(next - 1, 1);
    if (change?.dataset !== id) break;
    changes.push(change);
    next = change.previous;
  }
  return { changes, next };
}

/** Lists what happened to a dataset, also to a removed one. */
export async function listDatasetChanges(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { ledger, links } = ports;
  const { id, suffix } = readAddress(request.params.id);
  if (suffix !== undefined) throw new Refusal('not-found', { detail: 'No dataset has such an id.' });
  const query = parseQuery(Query, request.query);
  const dataset = await findDataset(ports, id);
  const { epoch, seq } = await ledger.head();
  const [of, given = String(dataset.seq)] = readListCursor('history', query.cursor, 2);
  const from = Number(given);
  if ((of ?? epoch) !== epoch || !(from >= 1 && from <= seq)) {
    throw new Refusal('invalid-cursor', {
      errors: [{ parameter: 'cursor', detail: 'This is not a place in the log.' }],
    });
  }
  const limit = Math.min(query.limit, MAX_HISTORY);
  const { changes, next } = await walkBack(ledger, id, from, limit);
  const cursor = next === null || changes.length < limit ? null : listCursor('history', [epoch, String(next)]);
  const path = `/v1/datasets/${id}/changes`;
  const nextHref = cursor === null ? null : links.to(path, { limit, cursor });
  const page = {
    items: changes.map((change) => changeItem(change, links)),
    cursor,
    hasMore: cursor !== null,
    head: seq,
    epoch,
    links: { self: links.to(path, { limit, cursor: query.cursor }), next: nextHref, dataset: links.dataset(id) },
  };
  return json(page, { headers: nextHeader(nextHref) });
}
