/** `PATCH /v1/subscriptions/{id}`, `POST …/secret`, `POST …/replay`: what may be changed of a subscription. */
import * as z from 'zod';
import { courseAt, type Subscription, WantedChanges } from '#schemas/subscription.ts';
import { bodyOf } from '../authorise.ts';
import { placeOf } from '../changes.ts';
import type { ApiPorts } from '../ports.ts';
import { Refusal } from '../problem-types.ts';
import { json, type Reply } from '../reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from '../request.ts';
import { accessible } from './access.ts';
import { challengeReceiver, checkAddress } from './challenge.ts';
import { subscriptionItem } from './item.ts';
import { Description, newSecret } from './subscriptions.ts';

const PRIVATE = { cache: 'no-store' };

export const Patch = z.strictObject({
  url: z.string().optional(),
  description: Description.nullable().optional(),
  /** In place of all filters there were. */
  filters: WantedChanges.optional(),
  state: z.enum(['active', 'paused']).optional(),
});

type Changed = Partial<Omit<Subscription, 'id' | 'version'>>;

/** Puts the changed subscription in place of the one that was read. */
async function keep(ports: ApiPorts, before: Subscription, changed: Changed): Promise<Subscription> {
  const updatedAt = new Date(ports.clock()).toISOString();
  const next = { ...before, ...changed, updatedAt, version: before.version + 1 };
  if (!(await ports.webhooks.subscriptions.save(next))) throw new Refusal('subscription-changed');
  return next;
}

/** What failed before says nothing of a receiver that has just answered: its messages are tried at once. */
async function forgiveFailures({ webhooks: { courses } }: ApiPorts, id: string): Promise<void> {
  const course = await courses.get(id);
  if (course && course.attempts > 0)
    await courses.move(id, { ...course, attempts: 0, failingSince: null, nextAt: null });
}

/** Changes what is named. Another address, and every way back to `active`, needs an answer to a challenge first. */
export async function changeSubscription(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const before = await accessible(ports, request);
  parseQuery(NoQuery, request.query);
  const {
    url = before.url,
    description = before.description,
    filters = before.filters,
    state,
  } = bodyOf(Patch, request);
  if (state === 'paused' && before.state !== 'active' && before.state !== 'paused') {
    const detail = `The subscription is ${before.state}: nothing is sent that could be paused.`;
    throw new Refusal('not-active', { detail });
  }
  const isChallenged = url !== before.url || (state === 'active' && before.state !== 'active');
  if (isChallenged) {
    checkAddress(ports, url);
    const fault = await challengeReceiver(ports, { ...before, url });
    if (fault !== undefined) throw new Refusal('challenge-failed', { detail: fault });
  }
  const answered = before.state === 'paused' ? 'paused' : 'active';
  const next = state ?? (isChallenged ? answered : before.state);
  const reason = next === 'active' || next === 'paused' ? null : before.reason;
  const changed = await keep(ports, before, { url, description, filters, state: next, reason });
  if (isChallenged) await forgiveFailures(ports, changed.id);
  return json(subscriptionItem(changed, await ports.webhooks.courses.get(changed.id), ports.links), PRIVATE);
}

/** How long messages are signed with the secret before as well: a receiver may be changed within a working day anywhere. */
const OVERLAP_MS = 24 * 60 * 60 * 1000;

export const Rotation = z.strictObject({
  /** The secret until now is known to others: nothing more is signed with it. */
  revoke: z.boolean().default(false),
});

/** A new secret; the one before it signs as well for a day. Of an earlier change that still overlaps, the oldest one ends. */
export async function rotateSecret(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const before = await accessible(ports, request);
  parseQuery(NoQuery, request.query);
  const { revoke } = bodyOf(Rotation, request);
  const secret = newSecret(ports);
  const endsAt = new Date(ports.clock() + OVERLAP_MS).toISOString();
  const previous = revoke ? [] : before.secrets.slice(0, 1).map((old) => ({ ...old, endsAt }));
  await keep(ports, before, { secrets: [secret, ...previous] });
  return json({ secret: secret.value, createdAt: secret.createdAt, previousEndsAt: revoke ? null : endsAt }, PRIVATE);
}

export const Replay = z.strictObject({ since: z.string() });

/** Puts the subscription back, or ahead, to a place in the log; what follows it is sent again, under the same ids. */
export async function replaySubscription(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const subscription = await accessible(ports, request);
  parseQuery(NoQuery, request.query);
  const { since } = bodyOf(Replay, request);
  const head = await ports.ledger.head();
  const course = courseAt(head.epoch, await placeOf(since, head, ports));
  if (!(await ports.webhooks.courses.move(subscription.id, course))) throw new Refusal('not-found');
  return json(subscriptionItem(subscription, course, ports.links), { ...PRIVATE, status: 202 });
}
