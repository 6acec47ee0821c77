/**
 * What each function uses of the services while it works: counted at the SDK's clients, as the functions' own meter does, and
 * beyond it by table, by partition and with the writes to indexes, which the embedded engine does not charge and DynamoDB does.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { dynamo } from '#functions/shared/clients/dynamo.ts';
import { s3 } from '#functions/shared/clients/s3.ts';
import { sns } from '#functions/shared/clients/sns.ts';
import { sqs } from '#functions/shared/clients/sqs.ts';
import { chargedAs, tellsCapacity, unitsOf } from '#functions/shared/meter.ts';
import { noUsage } from '#functions/shared/prices.ts';
import { topology } from '#infra/topology.ts';
import type { TableName } from '#infra/topology-shape.ts';
import type { Usage } from '#schemas/cost.ts';

/** What one function did in a span of time. */
export interface Observation {
  readonly usage: Usage;
  /** Wall time of its invocations, engines included. */
  ms: number;
  dynamodbCalls: number;
  /** Write units that DynamoDB adds for the indexes of what was written; part of the usage too. */
  indexWriteUnits: number;
  /** Units by `table/partition`. */
  readonly partitions: Map<string, { read: number; write: number }>;
}

export interface Observer {
  /** Does the work, counting it as the function's. */
  during<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
  /** What each function did since this was last asked. */
  take(): Map<string, Observation>;
}

const current = new AsyncLocalStorage<Observation>();

const nothing = (): Observation => ({
  usage: noUsage(),
  ms: 0,
  dynamodbCalls: 0,
  indexWriteUnits: 0,
  partitions: new Map(),
});

type Attributes = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Attributes => typeof value === 'object' && value !== null;

/** A string attribute of an item or a key. */
function textOf(attributes: unknown, name: string): string | undefined {
  const value = isObject(attributes) ? attributes[name] : undefined;
  return isObject(value) && typeof value.S === 'string' ? value.S : undefined;
}

/**
 * How many writes an index adds to one of the table. A run keeps its start, so its row of `by-start` is replaced; the sort keys
 * of the quality table's indexes change with each write, which takes an old row away and puts a new one.
 */
const INDEX_WRITES: Partial<Record<TableName, number>> = { control: 1, quality: 2 };

/** The indexes that an item stands in: those of which it has both keys. */
function indexesOf(table: TableName, item: unknown): number {
  const { indexes = [] } = topology.tables[table];
  const standsIn = indexes.filter(({ partition, sort }) => textOf(item, partition) && textOf(item, sort));
  return standsIn.length * (INDEX_WRITES[table] ?? 0);
}

interface Write {
  readonly table: TableName;
  readonly keys: unknown;
}

/** The items that a command writes, or the keys of what it deletes, by table. Local tables bear the topology's names. */
function writesOf(input: object): Write[] {
  if ('RequestItems' in input && isObject(input.RequestItems)) {
    return Object.entries(input.RequestItems).flatMap(([table, requests]) =>
      (Array.isArray(requests) ? requests : []).map((request) => ({
        table: table as TableName,
        keys: request.PutRequest?.Item ?? request.DeleteRequest?.Key,
      })),
    );
  }
  const table = 'TableName' in input ? (input.TableName as TableName) : undefined;
  const keys = 'Item' in input ? input.Item : 'Key' in input ? input.Key : undefined;
  return table ? [{ table, keys }] : [];
}

/** The partition of a query or of a read of one item; a batch of keys counts as that of its first. */
function partitionRead(input: object): string {
  if ('RequestItems' in input && isObject(input.RequestItems)) {
    const [[table, request] = ['', undefined]] = Object.entries(input.RequestItems);
    const keys = isObject(request) && Array.isArray(request.Keys) ? request.Keys : [];
    return `${table}/${textOf(keys[0], 'pk') ?? '?'}`;
  }
  const table = 'TableName' in input ? String(input.TableName) : '?';
  const values = 'ExpressionAttributeValues' in input ? input.ExpressionAttributeValues : undefined;
  const key = 'Key' in input ? input.Key : undefined;
  const index = 'IndexName' in input && input.IndexName ? `:${String(input.IndexName)}` : '';
  return `${table}${index}/${textOf(key, 'pk') ?? textOf(values, ':pk') ?? '?'}`;
}

function add(seen: Observation, partition: string, units: { readonly read?: number; readonly write?: number }): void {
  const had = seen.partitions.get(partition) ?? { read: 0, write: 0 };
  seen.partitions.set(partition, { read: had.read + (units.read ?? 0), write: had.write + (units.write ?? 0) });
}

/** Finding nothing is charged as the smallest read; the embedded engine says 0. */
const leastRead = (input: object): number => ('ConsistentRead' in input && input.ConsistentRead === true ? 1 : 0.5);

function noteTable(seen: Observation, command: string, input: object, output: object | undefined): void {
  if (!tellsCapacity(command)) return;
  const { read: told, write } = unitsOf(command, input, output);
  const read = Math.max(told, write === 0 ? leastRead(input) : 0);
  seen.dynamodbCalls += 1;
  seen.usage.dynamodbReadUnits += read;
  if (write === 0) {
    add(seen, partitionRead(input), { read });
    return;
  }
  const writes = writesOf(input);
  for (const { table, keys } of writes) {
    const each = write / writes.length;
    const inIndexes = each * indexesOf(table, keys);
    seen.indexWriteUnits += inIndexes;
    seen.usage.dynamodbWriteUnits += each + inIndexes;
    add(seen, `${table}/${textOf(keys, 'pk') ?? '?'}`, { write: each });
  }
}

const MIDDLEWARE = { step: 'initialize', name: 'observer', override: true } as const;

/** The middlewares of the SDK's clients are of types of their own; what is looked at is the same in all of them. */
function watchCalls(): void {
  dynamo.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const seen = current.getStore();
        if (!seen) return next(args);
        try {
          const result = await next(args);
          noteTable(seen, commandName, args.input, result.output);
          return result;
        } catch (error) {
          noteTable(seen, commandName, args.input, undefined);
          throw error;
        }
      },
    MIDDLEWARE,
  );
  const note = (service: 's3' | 'sqs' | 'sns', command: string): void => {
    const charged = chargedAs(service, command);
    const seen = current.getStore();
    if (seen && charged) seen.usage[charged] += 1;
  };
  s3.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        note('s3', commandName);
        return next(args);
      },
    MIDDLEWARE,
  );
  sqs.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        note('sqs', commandName);
        return next(args);
      },
    MIDDLEWARE,
  );
  sns.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        note('sns', commandName);
        return next(args);
      },
    MIDDLEWARE,
  );
}

/** Watches the clients of this process. */
export function startObserver(): Observer {
  watchCalls();
  let observed = new Map<string, Observation>();
  return {
    async during(name, work) {
      const seen = observed.get(name) ?? nothing();
      observed.set(name, seen);
      seen.usage.lambdaInvocations += 1;
      const started = performance.now();
      try {
        return await current.run(seen, work);
      } finally {
        seen.ms += performance.now() - started;
      }
    },
    take() {
      const taken = observed;
      observed = new Map();
      return taken;
    },
  };
}
