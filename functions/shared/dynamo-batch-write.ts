/** Many writes to one table, as few requests as DynamoDB lets them be. */
import { setTimeout as delay } from 'node:timers/promises';
import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { TransientFailure, translated } from './failures.ts';

/** DynamoDB takes no more in one BatchWriteItem. */
const WRITE_CHUNK = 25;

/** Chunks in flight: more would only be throttled, and hold more items in memory. */
const CHUNKS_AT_ONCE = 4;

/** Rounds for what DynamoDB left unprocessed, each after a longer pause; then the message goes back to its queue. */
const MAX_ROUNDS = 8;
const FIRST_PAUSE_MS = 25;

export interface BatchWriterOptions {
  readonly table: string;
  readonly client: DynamoDBClient;
  /** What is written, as the failure names it. */
  readonly what: string;
  /** Waits so many milliseconds. */
  readonly pause?: ((ms: number) => Promise<unknown>) | undefined;
}

function* chunksOf<Value>(values: readonly Value[]): Generator<readonly Value[]> {
  for (let from = 0; from < values.length; from += WRITE_CHUNK) yield values.slice(from, from + WRITE_CHUNK);
}

/**
 * Writes values as the requests that they are made into, a chunk at a time, so that the items of a long list are not all in
 * memory. No two may have the same key: DynamoDB refuses a batch that writes an item twice.
 */
export function batchWriter<Value>(
  { table, client, what, pause = delay }: BatchWriterOptions,
  requestOf: (value: Value) => WriteRequest,
): (values: readonly Value[]) => Promise<void> {
  const writeChunk = async (chunk: readonly WriteRequest[]): Promise<void> => {
    let left = chunk;
    for (let round = 0; left.length > 0; round += 1) {
      if (round === MAX_ROUNDS) throw new TransientFailure(`DynamoDB left ${left.length} ${what} unwritten.`);
      if (round > 0) await pause(FIRST_PAUSE_MS * 2 ** round);
      const command = new BatchWriteItemCommand({ RequestItems: { [table]: [...left] } });
      left = (await translated(() => client.send(command))).UnprocessedItems?.[table] ?? [];
    }
  };

  return async (values) => {
    const waiting = chunksOf(values);
    const worker = async () => {
      for (let next = waiting.next(); !next.done; next = waiting.next()) await writeChunk(next.value.map(requestOf));
    };
    // All have ended before a failure is told: a write that comes after the caller gave up could undo a newer one.
    const ends = await Promise.allSettled(Array.from({ length: CHUNKS_AT_ONCE }, worker));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  };
}
