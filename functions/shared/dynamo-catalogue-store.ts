/** Datasets in the catalogue table: `<source>` / `<dataset id>`, and `SOURCES` / `<source>` for those that have any. */
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type QueryCommandInput,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { PayloadPlace } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { sourceOf } from '#schemas/run.ts';
import {
  type CatalogueRow,
  type CatalogueStore,
  type DatasetListing,
  DatasetState,
  type DatasetWrite,
  Tombstone,
} from './catalogue-store.ts';
import { dynamo } from './clients/dynamo.ts';
import { batchWrite } from './dynamo-batch-write.ts';
import { type Item, queriedItems } from './dynamo-items.ts';
import { PermanentFailure, translated } from './failures.ts';
import { entryIn, unpacked } from './ledger-batch.ts';
import type { ObjectStore } from './object-store.ts';

/** An item may hold 400 KB; a record that fills more than this stays in the ledger's payload object. */
const ENTRY_BYTES = 300_000;

const Summary = z.object({
  kind: z.enum(['Dataset', 'DatasetSeries']),
  identifier: z.string().nullable(),
  title: z.record(z.string(), z.string()),
  publisher: z.record(z.string(), z.string()),
  example: z.boolean(),
});

function recordOf({ entry, payload, id }: DatasetWrite): Item {
  if (!entry) return {};
  const bytes = gzipSync(JSON.stringify(entry), { level: 1 });
  if (bytes.length <= ENTRY_BYTES) return { entry: { B: bytes } };
  if (!payload) throw new PermanentFailure(`The record of ${id} is too large for the table and lies nowhere else.`);
  return { payload: { S: JSON.stringify(payload) } };
}

const itemOf = (dataset: DatasetWrite): Item => ({
  pk: { S: dataset.source },
  sk: { S: dataset.id },
  state: { S: dataset.state },
  revision: { N: String(dataset.revision) },
  seq: { N: String(dataset.seq) },
  published: { S: dataset.published },
  summary: { S: JSON.stringify({ kind: dataset.kind, ...dataset.summary }) },
  ...(dataset.contentHash !== null && { contentHash: { S: dataset.contentHash } }),
  ...(dataset.tombstone && { tombstone: { S: JSON.stringify(dataset.tombstone) } }),
  ...recordOf(dataset),
});

function rowOf(item: Item): CatalogueRow {
  const { kind, ...summary } = Summary.parse(JSON.parse(item.summary?.S ?? 'null'));
  return {
    id: item.sk?.S ?? '',
    source: item.pk?.S ?? '',
    kind,
    state: DatasetState.parse(item.state?.S),
    revision: Number(item.revision?.N),
    seq: Number(item.seq?.N),
    published: item.published?.S ?? '',
    contentHash: item.contentHash?.S ?? null,
    summary,
    tombstone: item.tombstone?.S === undefined ? null : Tombstone.parse(JSON.parse(item.tombstone.S)),
  };
}

/** One after the other as they are written: the items of a large step are not in memory together. */
function* putsOf(datasets: readonly DatasetWrite[]): Generator<WriteRequest> {
  for (const dataset of datasets) yield { PutRequest: { Item: itemOf(dataset) } };
}

export interface DynamoCatalogueOptions {
  readonly table: string;
  /** Where the ledger's payload objects lie. */
  readonly objects: Pick<ObjectStore, 'get'>;
  readonly client?: DynamoDBClient | undefined;
  /** Waits so many milliseconds. */
  readonly pause?: ((ms: number) => Promise<unknown>) | undefined;
}

/** The datasets table. */
export function dynamoCatalogueStore({
  table,
  objects,
  client = dynamo,
  pause,
}: DynamoCatalogueOptions): CatalogueStore {
  /** Sources that this instance has entered already. */
  const entered = new Set<string>();

  const enter = async (source: string): Promise<void> => {
    if (entered.has(source)) return;
    const command = new PutItemCommand({ TableName: table, Item: { pk: { S: 'SOURCES' }, sk: { S: source } } });
    await translated(() => client.send(command));
    entered.add(source);
  };

  const query = (input: Omit<QueryCommandInput, 'TableName'>) => queriedItems(client, { TableName: table, ...input });

  const sources = async (from: string, consistent = false): Promise<string[]> => {
    const found = query({
      ConsistentRead: consistent,
      KeyConditionExpression: 'pk = :pk AND sk >= :from',
      ExpressionAttributeValues: { ':pk': { S: 'SOURCES' }, ':from': { S: from || ' ' } },
    });
    return Array.fromAsync(found, (item) => item.sk?.S ?? '');
  };

  async function* rowsOf(
    source: string,
    { after, state, limit, consistent = false }: DatasetListing,
  ): AsyncGenerator<CatalogueRow> {
    const items = query({
      ConsistentRead: consistent,
      KeyConditionExpression: 'pk = :pk AND sk > :after',
      ProjectionExpression: 'pk, sk, #state, revision, seq, published, summary, contentHash, tombstone',
      ...(state && { FilterExpression: '#state = :state' }),
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':pk': { S: source },
        // Ids of another source are not in order with this one's: "a-b.x" comes before "a.x", but "a" before "a-b".
        ':after': { S: after !== undefined && sourceOf(after) === source ? after : ' ' },
        ...(state && { ':state': { S: state } }),
      },
      Limit: limit,
    });
    for await (const item of items) yield rowOf(item);
  }

  const entryOf = async (item: Item): Promise<CatalogueEntry | null> => {
    // Written by the projection from a typed record; parsing it again would cost more than reading it.
    if (item.entry?.B) return JSON.parse(gunzipSync(item.entry.B).toString()) as CatalogueEntry;
    if (item.payload?.S === undefined) return null;
    const place = PayloadPlace.parse(JSON.parse(item.payload.S));
    const { key, line } = place;
    const bytes = await objects.get(key);
    const text = bytes && (await unpacked(bytes))[line];
    if (!text) throw new PermanentFailure(`The record of ${item.sk?.S} is not in ${key}.`);
    return entryIn(text, place);
  };

  return {
    async write(datasets) {
      for (const source of new Set(datasets.map((dataset) => dataset.source))) await enter(source);
      await batchWrite({ client, table, pause }, putsOf(datasets));
    },

    remove: (datasets) =>
      batchWrite(
        { client, table, pause },
        datasets.map(({ source, id }) => ({ DeleteRequest: { Key: { pk: { S: source }, sk: { S: id } } } })),
      ),

    async get(id) {
      const Key = { pk: { S: sourceOf(id) || ' ' }, sk: { S: id } };
      const { Item } = await translated(() =>
        client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true })),
      );
      return Item && { ...rowOf(Item), entry: await entryOf(Item) };
    },

    async list(listing) {
      const rows: CatalogueRow[] = [];
      const from = sourceOf(listing.after ?? '');
      const named = listing.source === undefined ? await sources(from, listing.consistent) : [listing.source];
      for (const source of named) {
        for await (const row of rowsOf(source, listing)) {
          rows.push(row);
          if (rows.length === listing.limit) return rows;
        }
      }
      return rows;
    },
  };
}
