/**
 * Queues in which something waits that nobody takes: their function does not run, their trigger is disabled, or what should take
 * dead letters fails. How old the oldest message is only CloudWatch tells, at a price for each queue; that nobody takes it
 * is seen by looking twice.
 */
import * as z from 'zod';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { QueueCount } from '#functions/shared/sqs-queue-counts.ts';
import { changeKept, type KeptAt } from './kept.ts';

export interface QueuePorts {
  readonly objects: Pick<ObjectStore, 'get' | 'put'>;
  readonly queueCounts: () => Promise<readonly QueueCount[]>;
}

/** Since when something has been waiting in a queue, look after look, by its name. */
const Since = z.record(z.string(), z.iso.datetime());
type Since = z.infer<typeof Since>;

const KEPT: KeptAt<Since> = { key: 'watch/queues.json', schema: Since, empty: {} };

/** What the clock takes waits for five minutes at most, and what Lambda takes for seconds: this is two looks later. */
const STUCK_MS = 10 * 60_000;

/**
 * Somebody works on a queue as long as messages of it are handed over, however many wait. Not so with dead letters: one that
 * cannot be set aside is handed over again and again.
 */
const isWaiting = ({ queue, waiting, atWork }: QueueCount): boolean =>
  queue.endsWith('-dead') ? waiting + atWork > 0 : waiting > 0 && atWork === 0;

const later = (kept: Since, waiting: readonly string[], now: string): Since =>
  Object.fromEntries(waiting.map((queue) => [queue, kept[queue] ?? now]));

/** Looks once. @param now epoch milliseconds. @returns the names of those in which something has waited for too long. */
export async function waitingQueues({ objects, queueCounts }: QueuePorts, now: number): Promise<string[]> {
  const waiting = (await queueCounts()).filter(isWaiting).map(({ queue }) => queue);
  const kept = await changeKept(objects, KEPT, (before) => later(before, waiting, new Date(now).toISOString()));
  return Object.entries(kept).flatMap(([queue, since]) => (now - Date.parse(since) >= STUCK_MS ? [queue] : []));
}
