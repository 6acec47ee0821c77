/** `/v1/subscriptions`: who is told of changes, and how somebody comes to be. */
import * as z from 'zod';
import { MOST_SUBSCRIPTIONS } from '#functions/shared/subscription-store.ts';
import { signingSecret } from '#publishing/webhooks/signature.ts';
import { courseAt, type Subscription, WantedChanges } from '#schemas/subscription.ts';
import { bodyOf } from '../authorise.ts';
import { placeOf } from '../changes.ts';
import { listCursor, readListCursor } from '../cursors.ts';
import type { ApiPorts } from '../ports.ts';
import { Refusal } from '../problem-types.ts';
import { json, nextHeader, type Reply } from '../reply.ts';
import { type ApiRequest, Limit, NoQuery, parseQuery } from '../request.ts';
import { accessible, hashOfKey, mayManageAll } from './access.ts';
import { challengeReceiver, checkAddress } from './challenge.ts';
import { subscriptionItem } from './item.ts';

const PRIVATE = { cache: 'no-store' };

/** Longer ones are no description but a document. */
export const Description = z.string().max(500);

export const Query = z.strictObject({ limit: Limit, cursor: z.string().optional() });

/** Lists all, by id. */
export async function listSubscriptions(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  mayManageAll(ports, request);
  const { limit, cursor } = parseQuery(Query, request.query);
  const [after] = readListCursor('subscriptions', cursor, 1);
  const found = await ports.webhooks.subscriptions.list({ after, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const courses = await ports.webhooks.courses.all();
  const next = found.length > limit ? listCursor('subscriptions', [shown.at(-1)?.id ?? '']) : null;
  const nextHref = next === null ? null : ports.links.to('/v1/subscriptions', { limit, cursor: next });
  const page = {
    items: shown.map((subscription) => subscriptionItem(subscription, courses.get(subscription.id), ports.links)),
    cursor: next,
    hasMore: next !== null,
    links: { self: ports.links.to('/v1/subscriptions', { limit, cursor }), next: nextHref },
  };
  return json(page, { ...PRIVATE, headers: nextHeader(nextHref) });
}

export const New = z.strictObject({
  url: z.string(),
  description: Description.optional(),
  filters: WantedChanges.default({}),
  /** As `since` of `/v1/changes`; the end of the log where it is absent. */
  since: z.string().default('now'),
});

/** Bytes of chance: in an id enough that two never meet, in a key and a secret enough that nobody guesses. */
const ID_BYTES = 12;
const KEY_BYTES = 32;
const SECRET_BYTES = 32;

/** A new secret to sign with. */
export const newSecret = ({ webhooks, clock }: ApiPorts): Subscription['secrets'][number] => ({
  value: signingSecret(webhooks.random(SECRET_BYTES)),
  createdAt: new Date(clock()).toISOString(),
  endsAt: null,
});

const textOf = ({ webhooks }: ApiPorts, bytes: number): string =>
  Buffer.from(webhooks.random(bytes)).toString('base64url');

/**
 * Makes a subscription. The answer is the only one that holds its key and its secret. A receiver that does not answer the
 * challenge leaves it pending: with the secret at hand it may be set up, and then made active.
 */
export async function createSubscription(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  mayManageAll(ports, request);
  parseQuery(NoQuery, request.query);
  const { url, description = null, filters, since } = bodyOf(New, request);
  checkAddress(ports, url);
  const { subscriptions } = ports.webhooks;
  if ((await subscriptions.list()).length >= MOST_SUBSCRIPTIONS) throw new Refusal('too-many-subscriptions');
  const head = await ports.ledger.head();
  const course = courseAt(head.epoch, await placeOf(since, head, ports));
  const [id, key, secret] = [`sub_${textOf(ports, ID_BYTES)}`, `dlk_${textOf(ports, KEY_BYTES)}`, newSecret(ports)];
  const fault = await challengeReceiver(ports, { id, url, secrets: [secret] });
  const at = new Date(ports.clock()).toISOString();
  const subscription: Subscription = {
    ...{ id, url, description, filters, keyHash: hashOfKey(key), secrets: [secret] },
    state: fault === undefined ? 'active' : 'pending',
    reason: fault === undefined ? null : { code: 'challenge-failed', detail: fault, at },
    ...{ createdAt: at, updatedAt: at, version: 1 },
  };
  await subscriptions.create(subscription, course);
  const item = subscriptionItem(subscription, course, ports.links);
  const headers = { location: item.links.self };
  return json({ ...item, key, secret: secret.value }, { ...PRIVATE, status: 201, headers });
}

/** Shows one. */
export async function showSubscription(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const subscription = await accessible(ports, request);
  parseQuery(NoQuery, request.query);
  return json(subscriptionItem(subscription, await ports.webhooks.courses.get(subscription.id), ports.links), PRIVATE);
}

/** Forgets one, with all that was logged of it. */
export async function deleteSubscription(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { id } = await accessible(ports, request);
  parseQuery(NoQuery, request.query);
  await ports.webhooks.subscriptions.delete(id);
  return { status: 204, headers: { 'cache-control': PRIVATE.cache }, body: '' };
}
