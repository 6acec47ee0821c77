/** `/v1/datasets/{id}/changes`: the history of one dataset, newest first, walked from each change to the one before it. */
import * as z from 'zod';
import { differenceOf } from '#catalogue/difference.ts';
import { propertyLabel } from '#publishing/value-text.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import { changeItem } from './change-item.ts';
import { listCursor, readListCursor } from './cursors.ts';
import { findDataset, readAddress } from './dataset.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, jsonBytes, nextHeader, PAGE_BYTES, type Reply } from './reply.ts';
import { type ApiRequest, Limit, parseQuery } from './request.ts';
import { toldValue } from './told-value.ts';

/** Each change of a history costs a read of its own, so pages are shorter here. */
const MAX_HISTORY = 100;

/** With differences each costs its record too, which may have 30 MB. */
const MAX_DIFFERENCES = 20;

export const Query = z.strictObject({
  limit: Limit,
  cursor: z.string().optional(),
  include: z.literal('difference').optional(),
});

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

type Ledger = ApiPorts['ledger'];

const recordOf = async (ledger: Ledger, change: LedgerEntry | undefined) =>
  change === undefined ? null : ((await ledger.payloads([change]))[0] ?? null);

/**
 * What each change did, property by property, for as many of the changes as fit into an answer, at least one. Two records are
 * in memory at a time.
 * @param before the change before the last of them.
 */
async function differencesOf(ledger: Ledger, changes: readonly LedgerEntry[], before: LedgerEntry | undefined) {
  const differences = [];
  let left = PAGE_BYTES;
  let after = await recordOf(ledger, changes[0]);
  for (const [index, change] of changes.entries()) {
    const earlier = await recordOf(ledger, changes[index + 1] ?? before);
    const difference = differenceOf(change, earlier, after).changed.map(({ property, before: was, after: is }) => ({
      property,
      label: propertyLabel(property),
      before: toldValue(property, was),
      after: toldValue(property, is),
    }));
    left -= jsonBytes(difference);
    if (left < 0 && index > 0) break;
    differences.push(difference);
    after = earlier;
  }
  return differences;
}

/** Changes as an answer has them, and the number of the one that the next answer begins with. */
async function itemsOf(
  { ledger, links }: ApiPorts,
  walked: Awaited<ReturnType<typeof walkBack>>,
  isWithDifferences: boolean,
) {
  const { changes, next } = walked;
  if (!isWithDifferences) return { items: changes.map((change) => changeItem(change, links)), next };
  const [earlier] = next === null ? [] : await ledger.read(next - 1, 1);
  const before = earlier?.dataset === changes[0]?.dataset ? earlier : undefined;
  const differences = await differencesOf(ledger, changes, before);
  const items = differences.flatMap((difference, index) => {
    const change = changes[index];
    return change ? [{ ...changeItem(change, links), difference }] : [];
  });
  return { items, next: changes[items.length]?.seq ?? next };
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
  const { include } = query;
  const limit = Math.min(query.limit, include ? MAX_DIFFERENCES : MAX_HISTORY);
  const walked = await walkBack(ledger, id, from, limit);
  const { items, next } = await itemsOf(ports, walked, include !== undefined);
  const isEnd = next === null || (walked.changes.length < limit && items.length === walked.changes.length);
  const cursor = isEnd ? null : listCursor('history', [epoch, String(next)]);
  const path = `/v1/datasets/${id}/changes`;
  const nextHref = cursor === null ? null : links.to(path, { limit, include, cursor });
  const page = {
    items,
    cursor,
    hasMore: cursor !== null,
    head: seq,
    epoch,
    links: {
      self: links.to(path, { limit, include, cursor: query.cursor }),
      next: nextHref,
      dataset: links.dataset(id),
    },
  };
  return json(page, { headers: nextHeader(nextHref) });
}
