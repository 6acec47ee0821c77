/** Many small writes to one table, as DynamoDB takes them: in chunks, some at once, what was left undone again. */
import { setTimeout as delay } from 'node:timers/promises';
import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { TransientFailure, translated } from './failures.ts';

/** DynamoDB takes no more in one BatchWriteItem. */
const WRITE_CHUNK = 25;

/** Chunks in flight: more would only be throttled, and hold more records in memory. */
const CHUNKS_AT_ONCE = 4;

/** Rounds for what DynamoDB left unprocessed, each after a longer pause; then the message goes back to its queue. */
const MAX_ROUNDS = 8;
const FIRST_PAUSE_MS = 25;

export interface BatchTarget {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** Waits so many milliseconds. */
  readonly pause?: ((ms: number) => Promise<unknown>) | undefined;
}

async function writeChunk(
  { client, table, pause = delay }: BatchTarget,
  chunk: readonly WriteRequest[],
): Promise<void> {
  let left: readonly WriteRequest[] = chunk;
  for (let round = 0; left.length > 0; round += 1) {
    if (round === MAX_ROUNDS) throw new TransientFailure(`DynamoDB left ${left.length} items unwritten.`);
    if (round > 0) await pause(FIRST_PAUSE_MS * 2 ** round);
    const command = new BatchWriteItemCommand({ RequestItems: { [table]: [...left] } });
    left = (await translated(() => client.send(command))).UnprocessedItems?.[table] ?? [];
  }
}

/** A chunk at a time, so that the items of a long list are not all in memory. */
function* chunksOf(requests: Iterable<WriteRequest>): Generator<WriteRequest[]> {
  let chunk: WriteRequest[] = [];
  for (const request of requests) {
    chunk.push(request);
    if (chunk.length < WRITE_CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/**
 * Writes all; at most one request an item, since DynamoDB refuses a batch that writes an item twice.
 * @throws TransientFailure when DynamoDB left some undone too often.
 */
export async function batchWrite(target: BatchTarget, requests: Iterable<WriteRequest>): Promise<void> {
  const waiting = chunksOf(requests);
  const worker = async () => {
    for (;;) {
      const { value: chunk } = waiting.next();
      if (!chunk) return;
      await writeChunk(target, chunk);
    }
  };
  // All have ended before a failure is told: a write that comes after the caller gave up could undo a newer one.
  const ends = await Promise.allSettled(Array.from({ length: CHUNKS_AT_ONCE }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
