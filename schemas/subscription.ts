/** A subscription: where somebody wants to be told of changes, of which, how far that has come, and what was sent. */
import * as z from 'zod';
import { ChangeType } from './change.ts';

/** Names of sources, owners and themes are short; a longer one is none of ours. */
const NAME = 500;

const name = z.string().min(1).max(NAME).optional();

/** The changes that are wanted, by the same filters as `/v1/changes`; without any, all. */
export const WantedChanges = z.strictObject({
  types: z.array(ChangeType).min(1).optional(),
  source: name,
  owner: name,
  /** A theme's whole address or the last part of it. */
  theme: name,
});
export type WantedChanges = z.infer<typeof WantedChanges>;

/** What a message is signed with. Two are active for a while after a change of secrets, so that none is lost meanwhile. */
const SigningSecret = z.object({
  /** `whsec_` and base64, as Standard Webhooks writes it. */
  value: z.string().regex(/^whsec_[A-Za-z0-9+/]+=*$/),
  createdAt: z.string(),
  /** From then on nothing is signed with it; null for the current one. */
  endsAt: z.string().nullable(),
});

/** `pending`: the receiver has not answered a challenge. `paused`: by hand. `disabled`: by us, for the reason. */
const SubscriptionState = z.enum(['pending', 'active', 'paused', 'disabled']);

/** Why nothing is sent. `gone`: the receiver said 410. `failing`: the whole schedule of retries passed in vain. */
const Reason = z.object({ code: z.string(), detail: z.string(), at: z.string() });
export type Reason = z.infer<typeof Reason>;

export const Subscription = z.object({
  id: z.string(),
  url: z.string(),
  description: z.string().nullable(),
  filters: WantedChanges,
  state: SubscriptionState,
  reason: Reason.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Goes up with every change, so that two who change it at once do not undo each other. */
  version: z.number().int().min(1),
  /** SHA-256 of the subscriber's key, in base64url; the key itself is kept by nobody here. */
  keyHash: z.string(),
  /** The current one first. */
  secrets: z.array(SigningSecret).min(1).max(2),
});
export type Subscription = z.infer<typeof Subscription>;

/** How far a subscription has come. Everything up to `seq` was delivered or was not wanted. */
export const Course = z.object({
  epoch: z.string(),
  seq: z.number().int().min(0),
  /** Tries of the message that is due which failed. */
  attempts: z.number().int().min(0),
  failingSince: z.string().nullable(),
  /** When the message is tried again; null for at once. */
  nextAt: z.string().nullable(),
  /** That the log was built anew: the log before it, and when we found out; null once the receiver has been told. */
  restarted: z.object({ from: z.string(), at: z.string() }).nullable(),
});
export type Course = z.infer<typeof Course>;

/** A course at a place in the log, with no trouble behind it. */
export const courseAt = (epoch: string, seq: number): Course => ({
  epoch,
  seq,
  attempts: 0,
  failingSince: null,
  nextAt: null,
  restarted: null,
});

/** One try to deliver one message. */
export const Delivery = z.object({
  at: z.string(),
  /** The same for all tries of a message. */
  webhookId: z.string(),
  type: z.string(),
  /** The change that it tells of; null for a message about the log itself. */
  seq: z.number().int().nullable(),
  attempt: z.number().int().min(1),
  outcome: z.enum(['delivered', 'failed']),
  /** What the receiver answered; null when it did not. */
  status: z.number().int().nullable(),
  detail: z.string(),
  durationMs: z.number().int().min(0),
  /** When it is tried again; null when it is not. */
  nextAt: z.string().nullable(),
});
export type Delivery = z.infer<typeof Delivery>;
