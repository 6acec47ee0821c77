/** What the canary keeps between its turns: how far it has come, and where it last agreed with the API. */
import * as z from 'zod';
import type { ObjectStore } from '#functions/shared/object-store.ts';

const KEY = 'canary/state.json';

/** A place in the log and the state of the catalogue there, as the feed told it. */
export const Place = z.object({
  epoch: z.string(),
  seq: z.number().int().nonnegative(),
  cursor: z.string(),
  count: z.number().int(),
  stateHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Place = z.infer<typeof Place>;

const Kept = z.object({
  /** As far as the feed was read; behind `agreed` while a long way is gone in several turns. */
  reached: Place,
  /** Where the API said the same: a change that is told wrongly lies behind it. */
  agreed: Place,
});
export type Kept = z.infer<typeof Kept>;

export async function readKept(objects: Pick<ObjectStore, 'get'>): Promise<Kept | undefined> {
  const bytes = await objects.get(KEY);
  return bytes && Kept.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

export const writeKept = (objects: Pick<ObjectStore, 'put'>, kept: Kept): Promise<void> =>
  objects.put(KEY, Buffer.from(JSON.stringify(kept)), { contentType: 'application/json' });
