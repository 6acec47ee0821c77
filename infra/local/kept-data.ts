/** What of a data folder cannot be had from anything else: what a backup takes, and what a restore puts back. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { batchWrite } from '#functions/shared/dynamo-batch-write.ts';
import { scannedItems } from '#functions/shared/dynamo-items.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { TableName } from '#infra/topology-shape.ts';
import type { Line, Row } from './backup-file.ts';
import { clientOf, type Engines } from './engines.ts';

/** The catalogue table is a view of the ledger. Of the quality table a part is too, but histories and confirmations are not. */
export const KEPT_TABLES = ['ledger', 'control', 'quality', 'webhooks'] as const satisfies readonly TableName[];

/** The archive, and what sources' states and operators' decisions stand on. */
export const KEPT_OBJECTS = ['payloads/', 'raw/', 'state/', 'runs/', 'held-back/', 'dead/', 'quality/'] as const;

/** Objects of the views, and what watchers remember of them: they are built anew. */
export const VIEW_OBJECTS = ['links/', 'search/', 'feeds/', 'snapshots/', 'rebuilds/', 'watch/', 'canary/'] as const;

/** Bytes of an object in a line. */
const PART_BYTES = 1_000_000;

/** Items that are written together. */
const ITEMS = 100;

async function* itemsOf(client: DynamoDBClient, table: TableName): AsyncGenerator<Line> {
  for await (const item of scannedItems(client, table)) yield { table, item };
}

async function* partsOf(objects: ObjectStore, key: string): AsyncGenerator<Line> {
  let waiting = Buffer.alloc(0);
  for await (const chunk of (await objects.getStream(key)) ?? []) {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length > PART_BYTES) {
      yield { object: key, part: waiting.subarray(0, PART_BYTES).toString('base64'), isLast: false };
      waiting = waiting.subarray(PART_BYTES);
    }
  }
  yield { object: key, part: waiting.toString('base64'), isLast: true };
}

/** All of it, the tables first. The folder is held, so nothing of it changes meanwhile. */
export async function* keptLines(engines: Engines, objects: ObjectStore): AsyncGenerator<Line> {
  const client = new DynamoDBClient(clientOf(engines.tables));
  try {
    for (const table of KEPT_TABLES) yield* itemsOf(client, table);
    for (const prefix of KEPT_OBJECTS) for await (const key of objects.list(prefix)) yield* partsOf(objects, key);
  } finally {
    client.destroy();
  }
}

/** Puts items back, some at a time. */
class Items {
  readonly #client: DynamoDBClient;
  #waiting: Row[] = [];
  #table: TableName | undefined;

  constructor(client: DynamoDBClient) {
    this.#client = client;
  }

  async put(table: TableName, item: Row): Promise<void> {
    if (table !== this.#table || this.#waiting.length === ITEMS) await this.flush();
    this.#table = table;
    this.#waiting.push(item);
  }

  async flush(): Promise<void> {
    const puts = this.#waiting.map((Item) => ({ PutRequest: { Item } }));
    this.#waiting = [];
    if (this.#table) await batchWrite({ client: this.#client, table: this.#table }, puts);
  }
}

/** Puts all of it into empty engines. */
export async function putBack(engines: Engines, objects: ObjectStore, lines: AsyncIterable<Line>): Promise<void> {
  const client = new DynamoDBClient(clientOf(engines.tables));
  const items = new Items(client);
  const read = lines[Symbol.asyncIterator]();
  const partsFrom = async function* (first: string, isWhole: boolean): AsyncGenerator<Uint8Array> {
    yield Buffer.from(first, 'base64');
    for (let isLast = isWhole; !isLast; ) {
      const { value, done } = await read.next();
      if (done || !('object' in value)) return;
      yield Buffer.from(value.part, 'base64');
      isLast = value.isLast;
    }
  };
  try {
    for (;;) {
      const { value: line, done } = await read.next();
      if (done) break;
      if ('table' in line) await items.put(line.table, line.item);
      else if (line.isLast) await objects.put(line.object, Buffer.from(line.part, 'base64'));
      else await objects.putStream(line.object, partsFrom(line.part, line.isLast));
    }
    await items.flush();
  } finally {
    client.destroy();
  }
}
