/** The addresses of webhooks: who is told of changes, and what became of each message. */
import * as z from 'zod';
import { Delivery, Subscription } from '#schemas/subscription.ts';
import { Patch, Replay, Rotation } from '../subscriptions/change-subscription.ts';
import { Query as DeliveriesQuery } from '../subscriptions/deliveries.ts';
import { New, Query } from '../subscriptions/subscriptions.ts';
import { Address, linksTo, pageOf, Time } from './common.ts';
import { type Descriptions, jsonAnswer } from './operation.ts';

const Item = Subscription.omit({ keyHash: true, version: true })
  .extend({
    secrets: z.array(z.object({ createdAt: Time, endsAt: Time.nullable() })),
    delivery: z
      .object({
        cursor: z.string(),
        failedAttempts: z.number().int(),
        failingSince: Time.nullable(),
        nextAttemptAt: Time.nullable(),
      })
      .nullable(),
    links: linksTo({ deliveries: Address, replay: Address, secret: Address, changes: Address }),
  })
  .meta({ id: 'Subscription' });

const Made = Item.extend({ key: z.string(), secret: z.string() });

/** Operators may do everything; whoever holds the key of a subscription, that one alone. */
const OWN = {
  tag: 'Webhooks',
  access: 'key',
  description: 'With the operator’s token, or with the key that the making of the subscription answered.',
} as const;

export const subscriptionDescriptions: Descriptions = {
  '/v1/subscriptions': {
    GET: {
      id: 'listSubscriptions',
      tag: 'Webhooks',
      access: 'operator',
      summary: 'All subscriptions',
      query: Query,
      answers: jsonAnswer('A page of them, by id.', pageOf(Item, {})),
      problems: ['invalid-cursor'],
    },
    POST: {
      id: 'createSubscription',
      tag: 'Webhooks',
      access: 'operator',
      summary: 'Have changes told to a receiver',
      body: { 'application/json': New },
      answers: {
        201: {
          description: 'It was made. No other answer holds its key and its secret.',
          contents: { 'application/json': Made },
        },
      },
      problems: ['receiver-refused', 'too-many-subscriptions', 'invalid-cursor', 'cursor-expired'],
    },
  },
  '/v1/subscriptions/{id}': {
    GET: {
      ...OWN,
      id: 'showSubscription',
      summary: 'One subscription',
      answers: jsonAnswer('The subscription, without its secrets.', Item),
      problems: ['not-found'],
    },
    PATCH: {
      ...OWN,
      id: 'changeSubscription',
      summary: 'Change the receiver, the filters or the state',
      body: { 'application/json': Patch },
      answers: jsonAnswer('As it is now.', Item),
      problems: ['not-found', 'receiver-refused', 'challenge-failed', 'not-active', 'subscription-changed'],
    },
    DELETE: {
      ...OWN,
      id: 'deleteSubscription',
      summary: 'Forget a subscription',
      answers: { 204: { description: 'It is gone, with its log.' } },
      problems: ['not-found'],
    },
  },
  '/v1/subscriptions/{id}/deliveries': {
    GET: {
      ...OWN,
      id: 'listDeliveries',
      summary: 'Every try of late, the newest first',
      query: DeliveriesQuery,
      answers: jsonAnswer(
        'A page of tries.',
        pageOf(
          Delivery.extend({
            since: z.string().optional().describe('A replay from here sends this message again, and all after it.'),
            links: z.object({ change: Address }).optional(),
          }),
          {},
        ),
      ),
      problems: ['not-found', 'invalid-cursor'],
    },
  },
  '/v1/subscriptions/{id}/replay': {
    POST: {
      ...OWN,
      id: 'replaySubscription',
      summary: 'Send again from a place in the log, or go ahead to one',
      body: { 'application/json': Replay },
      answers: { 202: { description: 'It goes on from there.', contents: { 'application/json': Item } } },
      problems: ['not-found', 'invalid-cursor', 'cursor-expired'],
    },
  },
  '/v1/subscriptions/{id}/secret': {
    POST: {
      ...OWN,
      id: 'rotateSecret',
      summary: 'A new secret to sign with; the one before it signs as well for a day',
      body: { 'application/json': Rotation },
      answers: jsonAnswer(
        'The new secret, which no other answer holds.',
        z.object({ secret: z.string(), createdAt: Time, previousEndsAt: Time.nullable() }),
      ),
      problems: ['not-found', 'subscription-changed'],
    },
  },
};
