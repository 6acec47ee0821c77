/** DynamoDB's calls for many items: what it leaves undone is asked again, after a longer pause each time. */
import { setTimeout as delay } from 'node:timers/promises';
import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { TransientFailure, translated } from './failures.ts';

/** DynamoDB takes no more in one BatchWriteItem. */
const WRITE_CHUNK = 25;

/** DynamoDB takes no more in one BatchGetItem. */
const READ_CHUNK = 100;

/** Chunks in flight: more would only be throttled, and hold more records in memory. */
const CHUNKS_AT_ONCE = 4;

/** Rounds for what DynamoDB left undone, each after a longer pause; then the message goes back to its queue. */
const MAX_ROUNDS = 8;
const FIRST_PAUSE_MS = 25;

type Item = Record<string, AttributeValue>;

export interface BatchOptions {
  readonly table: string;
  readonly client: DynamoDBClient;
  /** Waits so many milliseconds. */
  readonly pause?: ((ms: number) => Promise<unknown>) | undefined;
}

const chunksOf = <Value>(values: readonly Value[], size: number): Value[][] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, index) => values.slice(index * size, (index + 1) * size));

/** Sends what is to be done until nothing is left of it. @throws TransientFailure after MAX_ROUNDS. */
async function untilDone<Request>(
  requests: readonly Request[],
  send: (requests: readonly Request[]) => Promise<readonly Request[]>,
  pause: (ms: number) => Promise<unknown>,
): Promise<void> {
  let left = requests;
  for (let round = 0; left.length > 0; round += 1) {
    if (round === MAX_ROUNDS) throw new TransientFailure(`DynamoDB left ${left.length} items undone.`);
    if (round > 0) await pause(FIRST_PAUSE_MS * 2 ** round);
    left = await send(left);
  }
}

/** Works on chunks, some at once. All have ended before a failure is told: a late write could undo a newer one. */
async function eachChunk<Value>(chunks: readonly Value[], work: (chunk: Value) => Promise<void>): Promise<void> {
  const waiting = chunks.values();
  const worker = async () => {
    for (const chunk of waiting) await work(chunk);
  };
  const ends = await Promise.allSettled(Array.from({ length: CHUNKS_AT_ONCE }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** Writes or deletes items; at most one request a key. */
export async function batchWrite(
  { table, client, pause = delay }: BatchOptions,
  requests: readonly WriteRequest[],
): Promise<void> {
  const send = async (some: readonly WriteRequest[]): Promise<readonly WriteRequest[]> => {
    const command = new BatchWriteItemCommand({ RequestItems: { [table]: [...some] } });
    return (await translated(() => client.send(command))).UnprocessedItems?.[table] ?? [];
  };
  await eachChunk(chunksOf(requests, WRITE_CHUNK), (chunk) => untilDone(chunk, send, pause));
}

/** The items of these keys that there are, in no order. */
export async function batchGet({ table, client, pause = delay }: BatchOptions, keys: readonly Item[]): Promise<Item[]> {
  const found: Item[] = [];
  const send = async (some: readonly Item[]): Promise<readonly Item[]> => {
    const command = new BatchGetItemCommand({ RequestItems: { [table]: { Keys: [...some], ConsistentRead: true } } });
    const { Responses, UnprocessedKeys } = await translated(() => client.send(command));
    found.push(...(Responses?.[table] ?? []));
    return UnprocessedKeys?.[table]?.Keys ?? [];
  };
  await eachChunk(chunksOf(keys, READ_CHUNK), (chunk) => untilDone(chunk, send, pause));
  return found;
}
