/** `/v1/subscriptions/{id}/deliveries`: every try of late, the newest first. */
import * as z from 'zod';
import { changeCursor } from '#publishing/change-cursor.ts';
import { changeMessageId } from '#publishing/webhooks/events.ts';
import { listCursor, readListCursor } from '../cursors.ts';
import type { ApiPorts } from '../ports.ts';
import { Refusal } from '../problem-types.ts';
import { json, nextHeader, type Reply } from '../reply.ts';
import { type ApiRequest, Limit, parseQuery } from '../request.ts';
import { accessible } from './access.ts';

export const Query = z.strictObject({ limit: Limit, cursor: z.string().optional() });

/** The number before which the page begins. */
function placeIn(list: string, cursor: string | undefined): number | undefined {
  const [digits] = readListCursor(list, cursor, 1);
  if (digits === undefined) return undefined;
  if (!/^[0-9]{1,12}$/.test(digits)) throw new Refusal('invalid-cursor');
  return Number(digits);
}

export async function listDeliveries(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { id } = await accessible(ports, request);
  const { limit, cursor } = parseQuery(Query, request.query);
  const found = await ports.webhooks.deliveries.list(id, { before: placeIn('deliveries', cursor), limit: limit + 1 });
  const shown = found.slice(0, limit);
  const path = `/v1/subscriptions/${id}/deliveries`;
  const next = found.length > limit ? listCursor('deliveries', [String(shown.at(-1)?.number)]) : null;
  const nextHref = next === null ? null : ports.links.to(path, { limit, cursor: next });
  const { epoch } = await ports.ledger.head();
  const page = {
    items: shown.map(({ delivery }) => ({
      ...delivery,
      // A message of a log before this one tells of a number that is another change's now.
      ...(delivery.seq !== null &&
        delivery.webhookId === changeMessageId(epoch, delivery.seq) && {
          since: changeCursor(epoch, delivery.seq - 1),
        }),
      ...(delivery.seq !== null && { links: { change: ports.links.change(delivery.seq) } }),
    })),
    cursor: next,
    hasMore: next !== null,
    links: { self: ports.links.to(path, { limit, cursor }), next: nextHref },
  };
  return json(page, { cache: 'no-store', headers: nextHeader(nextHref) });
}
