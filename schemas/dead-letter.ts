/** A message or a run that could not be worked on: kept with its reason until an operator has dealt with it. */
import * as z from 'zod';

/** The queues whose messages are set aside; `harvest` also stands for runs that failed. */
export const deadQueues = ['harvest', 'project', 'search', 'bounces', 'webhooks'] as const;
export type DeadQueue = (typeof deadQueues)[number];

/** `<queue>.<run or message>`, as it stands in addresses. */
export const LETTER_ID = /^(harvest|project|search|bounces|webhooks)\.([A-Za-z0-9][A-Za-z0-9._-]{0,127})$/;

export const DeadLetter = z.object({
  id: z.string().regex(LETTER_ID),
  queue: z.enum(deadQueues),
  /** The message's body, as it was sent. */
  message: z.string(),
  /** Why it could not be worked on, in a sentence for the operator. */
  reason: z.string(),
  receivedAt: z.string(),
  /** How often it was tried. */
  tries: z.number().int().min(0),
  run: z.string().optional(),
  /** Set when an operator sent it on its way again. */
  replayed: z.object({ at: z.string(), run: z.string().optional() }).optional(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;
