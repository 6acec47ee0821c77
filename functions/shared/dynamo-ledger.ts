/**
 * The ledger on DynamoDB and S3 (docs/decisions/0002). A batch is one item whose sort key is the number of its first entry,
 * put on condition that nothing is there: N+1 can exist only after N is durable, and a consistent reader that sees N+1 sees
 * N. Needs neither transactions nor streams. Partition `LOG#<first epoch>#<bucket>`, bucket by the batch's first number.
 */
import { randomUUID } from 'node:crypto';
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type ChangeDraft, LedgerEntry } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { dynamo } from './clients/dynamo.ts';
import type { Clock } from './clock.ts';
import { firstItems, queriedItems } from './dynamo-items.ts';
import { PermanentFailure, TransientFailure, translated } from './failures.ts';
import type { Ledger } from './ledger.ts';
import { BATCH_ENTRIES, type Batch, batchesOf, entryIn, numbered, packed, unpacked } from './ledger-batch.ts';
import { type LogName, readLogName } from './ledger-epoch.ts';
import type { ObjectStore } from './object-store.ts';
import { itemVersion, recordKinds, upgraded, versionAttribute } from './record-version.ts';

/** Numbers in a bucket: keeps a partition's item collection small enough to query its end at once. */
export const BUCKET_ENTRIES = 10_000;

/** Races that an append may lose: without an end, a writer that meets an unknown obstacle would spin until its time is up. */
const MAX_LOST_RACES = 500;

interface Tail {
  readonly seq: number;
  readonly published: string | null;
}

const EMPTY: Tail = { seq: 0, published: null };

const bucketOf = (first: number): number => Math.floor((first - 1) / BUCKET_ENTRIES);
const sortKey = (seq: number): string => String(seq).padStart(12, '0');
const partition = (log: string, bucket: number): string => `LOG#${log}#${String(bucket).padStart(8, '0')}`;

const Entries = z.array(LedgerEntry);

function entriesIn(item: Record<string, AttributeValue>): LedgerEntry[] {
  const batch = { entries: JSON.parse(item.entries?.S ?? '[]') };
  return Entries.parse(upgraded(recordKinds.ledgerBatch, batch, itemVersion(item)).entries);
}

export interface DynamoLedgerOptions {
  readonly table: string;
  readonly objects: ObjectStore;
  readonly client?: DynamoDBClient | undefined;
  readonly clock?: Clock | undefined;
}

/** The ledger in a table, its payloads in an object store. */
export function dynamoLedger({ table, objects, client = dynamo, clock = Date.now }: DynamoLedgerOptions): Ledger {
  return new DynamoLedger(table, objects, client, clock);
}

class DynamoLedger implements Ledger {
  readonly #table: string;
  readonly #objects: ObjectStore;
  readonly #client: DynamoDBClient;
  readonly #clock: Clock;
  #name: LogName | undefined;
  /** The last batch end that this instance saw: always true of the log, maybe no longer its end. */
  #known: Tail | undefined;

  constructor(table: string, objects: ObjectStore, client: DynamoDBClient, clock: Clock) {
    this.#table = table;
    this.#objects = objects;
    this.#client = client;
    this.#clock = clock;
  }

  async append(drafts: readonly ChangeDraft[], entries: readonly (CatalogueEntry | null)[]): Promise<LedgerEntry[]> {
    if (drafts.length !== entries.length) throw new PermanentFailure('Each draft needs its record, or null.');
    const appended: LedgerEntry[] = [];
    for (const batch of batchesOf(drafts, entries)) appended.push(...(await this.#appendBatch(batch)));
    return appended;
  }

  async head(enough?: number) {
    const known = this.#known;
    const isFar = known !== undefined && enough !== undefined && known.seq >= enough;
    const { seq, published } = isFar ? known : await this.#tail();
    const { epoch } = await this.#logName();
    return { epoch, seq, published };
  }

  async read(after: number, limit: number): Promise<LedgerEntry[]> {
    const entries = await this.#readOnce(after, limit);
    if (entries) return entries;
    // Batches were appended between the reading of one bucket and of the next: read once more, now that they are there.
    const again = await this.#readOnce(after, limit);
    if (!again) throw new PermanentFailure(`The ledger has a gap after ${after}.`);
    return again;
  }

  async payload(entry: LedgerEntry): Promise<CatalogueEntry | null> {
    const [payload] = await this.payloads([entry]);
    return payload ?? null;
  }

  async payloads(entries: readonly LedgerEntry[]): Promise<(CatalogueEntry | null)[]> {
    const keys = new Set(entries.flatMap(({ payload }) => payload?.key ?? []));
    const objects = new Map(
      await Promise.all([...keys].map(async (key) => [key, await this.#payloadLines(key)] as const)),
    );
    return entries.map(({ payload, seq }) => {
      if (!payload) return null;
      const line = objects.get(payload.key)?.[payload.line];
      if (!line) throw new PermanentFailure(`The payload of change ${seq} is not in ${payload.key}.`);
      return entryIn(line, payload);
    });
  }

  async #payloadLines(key: string): Promise<string[]> {
    const bytes = await this.#objects.get(key);
    if (!bytes) throw new PermanentFailure(`The payload object ${key} is missing.`);
    return unpacked(bytes);
  }

  /** The payload is durable before its entries are, so no entry ever points at nothing; a lost race costs no second one. */
  async #appendBatch(batch: Batch): Promise<LedgerEntry[]> {
    const id = randomUUID();
    const key = await this.#putPayload(batch, id);
    let tail = this.#known ?? (await this.#tail());
    for (let lost = 0; lost < MAX_LOST_RACES; lost += 1) {
      const entries = numbered(batch, tail, { now: this.#clock(), key });
      if (await this.#putBatch(entries, id)) return entries;
      tail = await this.#tail();
    }
    throw new TransientFailure(`Other writers won the end of the ledger ${MAX_LOST_RACES} times in a row.`);
  }

  async #putPayload({ drafts, lines }: Batch, id: string): Promise<string | null> {
    if (lines.every((line) => line === '')) return null;
    const key = `payloads/${drafts[0]?.run}/${id}.jsonl.gz`;
    await this.#objects.put(key, await packed(lines), { contentType: 'application/gzip' });
    return key;
  }

  async #putBatch(entries: readonly LedgerEntry[], id: string): Promise<boolean> {
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) return true;
    const { partitions } = await this.#logName();
    const Item = {
      pk: { S: partition(partitions, bucketOf(first.seq)) },
      sk: { S: sortKey(first.seq) },
      last: { N: String(last.seq) },
      published: { S: last.published },
      batch: { S: id },
      entries: { S: JSON.stringify(entries) },
      ...versionAttribute(recordKinds.ledgerBatch),
    };
    if (!(await this.#putUnlessThere(Item))) return false;
    await this.#saw(last, bucketOf(first.seq));
    return true;
  }

  /** False when another batch is there. The SDK repeats a put whose answer was lost: then the batch there is our own. */
  async #putUnlessThere(Item: Record<string, AttributeValue>): Promise<boolean> {
    try {
      const input = { TableName: this.#table, Item, ConditionExpression: 'attribute_not_exists(pk)' };
      await translated(() =>
        this.#client.send(new PutItemCommand({ ...input, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })),
      );
      return true;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const there = error.Item ?? (await this.#item(Item.pk, Item.sk));
      return there?.batch?.S === Item.batch?.S;
    }
  }

  async #item(pk: AttributeValue | undefined, sk: AttributeValue | undefined) {
    if (!pk || !sk) return undefined;
    const input = { TableName: this.#table, Key: { pk, sk }, ConsistentRead: true };
    return (await translated(() => this.#client.send(new GetItemCommand(input)))).Item;
  }

  /** Remembers the end, and leaves a hint for those who start anew whenever the log enters another bucket. */
  async #saw(tail: Tail, bucket: number): Promise<void> {
    const before = this.#known;
    this.#known = { seq: tail.seq, published: tail.published };
    if (before && before.seq > 0 && bucketOf(before.seq) === bucket) return;
    const Item = {
      pk: { S: `LOG#${(await this.#logName()).partitions}` },
      sk: { S: 'HEAD' },
      seq: { N: String(tail.seq) },
    };
    await translated(() => this.#client.send(new PutItemCommand({ TableName: this.#table, Item })));
  }

  async #logName(): Promise<LogName> {
    this.#name ??= await readLogName({ table: this.#table, client: this.#client });
    return this.#name;
  }

  /**
   * The end of the log now. One that was seen before is asked for what follows it, which costs next to nothing when nothing
   * does: reading the last batch anew to see its end costs its whole size, a dozen read units, and is asked each minute.
   */
  async #tail(): Promise<Tail> {
    const known = this.#known;
    if (!known || known.seq === 0) {
      this.#known = await this.#found(await this.#hint());
    } else {
      const bucket = bucketOf(known.seq + 1);
      const later = await this.#lastOf(bucket, known.seq + 1);
      if (later) this.#known = await this.#followed(later, bucket);
    }
    return this.#known ?? EMPTY;
  }

  /** From a bucket that held the end once, forward; backward when the hint was too far ahead. */
  async #found(hint: number): Promise<Tail> {
    let bucket = bucketOf(Math.max(1, hint));
    let tail = await this.#lastOf(bucket);
    while (!tail && bucket > 0) {
      bucket -= 1;
      tail = await this.#lastOf(bucket);
    }
    return tail ? this.#followed(tail, bucket) : EMPTY;
  }

  /** From the end of a bucket on to the next, as long as the log goes on there. */
  async #followed(tail: Tail, bucket: number): Promise<Tail> {
    const following = bucketOf(tail.seq + 1);
    const further = following === bucket ? undefined : await this.#lastOf(following);
    return further ? this.#followed(further, following) : tail;
  }

  async #hint(): Promise<number> {
    const { partitions } = await this.#logName();
    const item = await this.#item({ S: `LOG#${partitions}` }, { S: 'HEAD' });
    return Number(item?.seq?.N ?? 0);
  }

  /** The end of the last batch of a bucket, of those that begin at a number or behind it. */
  async #lastOf(bucket: number, from = 0): Promise<Tail | undefined> {
    const input = await this.#within(bucket, {
      KeyConditionExpression: 'pk = :pk AND sk >= :from',
      ExpressionAttributeValues: { ':from': { S: sortKey(from) } },
      ScanIndexForward: false,
      ProjectionExpression: '#last, published',
      ExpressionAttributeNames: { '#last': 'last' },
    });
    const [item] = await firstItems(this.#client, input, 1);
    return item && { seq: Number(item.last?.N), published: item.published?.S ?? null };
  }

  async #within(bucket: number, input: Omit<QueryCommandInput, 'TableName' | 'ConsistentRead'>) {
    const { partitions } = await this.#logName();
    const pk = { ':pk': { S: partition(partitions, bucket) } };
    const ExpressionAttributeValues = { ...input.ExpressionAttributeValues, ...pk };
    return { ...input, TableName: this.#table, ConsistentRead: true, ExpressionAttributeValues };
  }

  /** Undefined when nothing could be read although something lies behind. A batch may reach over its bucket's end. */
  async #readOnce(after: number, limit: number): Promise<LedgerEntry[] | undefined> {
    const entries: LedgerEntry[] = [];
    let next = after + 1;
    for await (const batch of this.#batchesFrom(after, limit)) {
      const wanted = batch.filter(({ seq }) => seq >= next);
      if (wanted.length === 0) continue;
      if (wanted[0]?.seq !== next) return entries.length > 0 ? entries : undefined;
      entries.push(...wanted.slice(0, limit - entries.length));
      next += wanted.length;
      if (entries.length >= limit) break;
    }
    return entries;
  }

  /** Batches that may hold what lies after a number: the first of them began at most BATCH_ENTRIES before it. */
  async *#batchesFrom(after: number, limit: number): AsyncGenerator<LedgerEntry[]> {
    // Behind an end that was seen the next batch begins; the batch before it would be read for nothing.
    const from = after === this.#known?.seq ? after + 1 : Math.max(1, after + 2 - BATCH_ENTRIES);
    const to = after + limit;
    for (let bucket = bucketOf(from); bucket <= bucketOf(to); bucket += 1) {
      const input = await this.#within(bucket, {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':from': { S: sortKey(from) }, ':to': { S: sortKey(to) } },
      });
      for await (const item of queriedItems(this.#client, input)) yield entriesIn(item);
    }
  }
}
