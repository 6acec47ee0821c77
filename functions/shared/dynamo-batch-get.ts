/** Many items of one table by their keys, as DynamoDB gives them: in chunks, what was left out asked again. */
import { setTimeout as delay } from 'node:timers/promises';
import { type AttributeValue, BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import type { BatchTarget } from './dynamo-batch-write.ts';
import { TransientFailure, translated } from './failures.ts';

/** DynamoDB takes no more in one BatchGetItem. */
const READ_CHUNK = 100;

/** Chunks in flight: more would only be throttled, and hold more items in memory. */
const CHUNKS_AT_ONCE = 4;

/** Rounds for what DynamoDB left out, each after a longer pause; then the caller's message goes back to its queue. */
const MAX_ROUNDS = 8;
const FIRST_PAUSE_MS = 25;

type Item = Record<string, AttributeValue>;

interface ReadTarget extends BatchTarget {
  /** False where what was written a moment ago may be missed: that costs half. */
  readonly consistent?: boolean;
}

async function readChunk(
  { client, table, pause = delay, consistent = true }: ReadTarget,
  chunk: readonly Item[],
): Promise<Item[]> {
  const found: Item[] = [];
  let left: readonly Item[] = chunk;
  for (let round = 0; left.length > 0; round += 1) {
    if (round === MAX_ROUNDS) throw new TransientFailure(`DynamoDB left ${left.length} items unread.`);
    if (round > 0) await pause(FIRST_PAUSE_MS * 2 ** round);
    const RequestItems = { [table]: { Keys: [...left], ConsistentRead: consistent } };
    const command = new BatchGetItemCommand({ RequestItems });
    const { Responses, UnprocessedKeys } = await translated(() => client.send(command));
    found.push(...(Responses?.[table] ?? []));
    left = UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return found;
}

/**
 * The items of these keys that there are, in no order. No key may be given twice.
 * @throws TransientFailure when DynamoDB left some out too often.
 */
export async function batchGet(target: ReadTarget, keys: readonly Item[]): Promise<Item[]> {
  const chunks = Array.from({ length: Math.ceil(keys.length / READ_CHUNK) }, (_, index) =>
    keys.slice(index * READ_CHUNK, (index + 1) * READ_CHUNK),
  );
  const found: Item[] = [];
  const waiting = chunks.values();
  const worker = async () => {
    for (const chunk of waiting) found.push(...(await readChunk(target, chunk)));
  };
  await Promise.all(Array.from({ length: CHUNKS_AT_ONCE }, worker));
  return found;
}
