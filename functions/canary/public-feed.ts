/** The three answers of the API that a follower needs (docs/follow.md), read with care: what is not as promised is a fault. */
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { emptyState, stateHashOf } from '#catalogue/state-hash.ts';
import { type AskPublic, Unanswered } from '#functions/shared/public-api.ts';
import { Place } from './place.ts';

const StateDocument = Place.pick({ epoch: true, seq: true, count: true, stateHash: true });
export type StateDocument = z.infer<typeof StateDocument>;

const Change = z.object({
  seq: z.number().int(),
  type: z.enum(['Create', 'Update', 'Delete']),
  entity: z.object({ iri: z.string() }),
  revision: z.number().int(),
  contentHash: z.string().nullable(),
  previousHash: z.string().nullable(),
});
export type Change = z.infer<typeof Change>;

const Page = z.object({ items: z.array(Change), cursor: z.string(), hasMore: z.boolean() });
type Page = z.infer<typeof Page>;

/** An instance that has just begun reads the log on for some seconds, and says so by 503. */
const STATE_TRIES = 5;
const STATE_WAIT_MS = 1000;

function parsed<Value>(schema: z.ZodType<Value>, path: string, body: unknown): Value {
  const { data, error } = schema.safeParse(body);
  if (data === undefined) throw new Unanswered(`${path} is not as it is described: ${error?.issues[0]?.message}`);
  return data;
}

export async function stateOf(ask: AskPublic): Promise<StateDocument> {
  const path = '/v1/state';
  for (let tries = 1; ; tries += 1) {
    const { status, body } = await ask(path);
    if (status === 200) return parsed(StateDocument, path, body);
    if (status !== 503 || tries === STATE_TRIES) throw new Unanswered(`${path} answered ${status}.`);
    await delay(STATE_WAIT_MS);
  }
}

/** The changes after a cursor; undefined when the log was built anew and the cursor is void. */
export async function pageAfter(ask: AskPublic, cursor: string, limit: number): Promise<Page | undefined> {
  const path = `/v1/changes?since=${encodeURIComponent(cursor)}&limit=${limit}`;
  const { status, body } = await ask(path);
  if (status === 410) return undefined;
  if (status !== 200) throw new Unanswered(`${path} answered ${status}.`);
  return parsed(Page, path, body);
}

/** Where a follower begins: at the newest snapshot, or at the start of a log that has none. */
export async function beginning(ask: AskPublic, epoch: string): Promise<Place> {
  const path = '/v1/snapshots/latest';
  const { status, body } = await ask(path);
  if (status !== 200 && status !== 404) throw new Unanswered(`${path} answered ${status}.`);
  const snapshot = status === 200 ? parsed(Place, path, body) : undefined;
  if (snapshot?.epoch === epoch) return snapshot;
  return { epoch, seq: 0, cursor: '0', count: 0, stateHash: stateHashOf(emptyState) };
}
