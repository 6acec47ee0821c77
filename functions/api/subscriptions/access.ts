/**
 * Who may do what with subscriptions, decided here and nowhere else: an operator everything; whoever holds the key of a
 * subscription, that one alone.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Subscription } from '#schemas/subscription.ts';
import { authorise } from '../authorise.ts';
import type { ApiPorts } from '../ports.ts';
import { Refusal } from '../problem-types.ts';
import type { ApiRequest } from '../request.ts';

/** What is kept of a key. It is long and by chance, so a plain digest tells nothing of it. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('base64url');

function isKeyOf({ keyHash }: Subscription, { headers }: ApiRequest): boolean {
  const [, key] = /^Bearer +([^\s]+)$/i.exec(headers.authorization ?? '') ?? [];
  return key !== undefined && timingSafeEqual(Buffer.from(hashOfKey(key)), Buffer.from(keyHash));
}

/** Lets those through who may see all subscriptions and make new ones. */
export const mayManageAll = (ports: ApiPorts, request: ApiRequest): void => authorise(ports, request);

/**
 * The subscription that the address names, for those who may see and change it. To others a subscription that there is not
 * looks like one of somebody else.
 */
export async function accessible(ports: ApiPorts, request: ApiRequest): Promise<Subscription> {
  const found = await ports.webhooks.subscriptions.get(request.params.id ?? '');
  if (found && isKeyOf(found, request)) return found;
  authorise(ports, request);
  if (!found) throw new Refusal('not-found', { detail: 'There is no subscription of this id.' });
  return found;
}
