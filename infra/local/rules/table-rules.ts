/** DynamoDB's rules: capacity by partition key, batches of which a part comes back, pages that end early, lost answers. */
import * as z from 'zod';
import { namesOf, type TableSpec, type Topology } from '#infra/topology-shape.ts';
import { type Budgets, budgetsOf } from './budget.ts';
import { type Answered, type Asked, type Proceed, type Rule, refusal, withBody } from './proxy.ts';
import type { TableRules } from './rules.ts';

const Item = z.record(z.string(), z.unknown());

/** What single requests have in common, as far as it says where they lead. */
const Single = z.looseObject({
  Key: Item.optional(),
  Item: Item.optional(),
  IndexName: z.string().optional(),
  KeyConditionExpression: z.string().optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: Item.default({}),
  Limit: z.number().optional(),
});
type Single = z.infer<typeof Single>;

const Write = z.looseObject({
  PutRequest: z.object({ Item }).optional(),
  DeleteRequest: z.object({ Key: Item }).optional(),
});
const BatchWrite = z.looseObject({ RequestItems: z.record(z.string(), z.array(Write)) });
const BatchGet = z.looseObject({ RequestItems: z.record(z.string(), z.looseObject({ Keys: z.array(Item) })) });

const Charged = z.looseObject({ CapacityUnits: z.number() });
const Cost = z.looseObject({ ConsumedCapacity: z.union([Charged, z.array(Charged)]).optional() });

const READS = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan']);
const SINGLE = new Set(['GetItem', 'Query', 'Scan', 'PutItem', 'UpdateItem', 'DeleteItem']);

/** The longest page that is ended early has so many rows at most: shorter than any that the system asks for. */
const SHORT_PAGE = 5;

const THROTTLED = [
  ['ProvisionedThroughputExceededException', 'The level of configured provisioned throughput was exceeded.'],
  ['ThrottlingException', 'Throughput exceeds the current capacity of your table or index.'],
] as const;

const unitsOf = ({ body, status }: Answered): number => {
  // A write whose condition does not hold is charged as well.
  if (status !== 200) return 1;
  const { ConsumedCapacity: told = [] } = Cost.parse(JSON.parse(body.toString()));
  return [told].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
};

/** One dice thrower, what is left of each partition's second, and how tables are keyed. */
interface Ground {
  readonly rules: TableRules;
  readonly dice: () => number;
  readonly specs: ReadonlyMap<string, TableSpec>;
  readonly read: Budgets;
  readonly write: Budgets;
}

const happens = ({ dice }: Ground, share: number): boolean => dice() < share;

const throttled = (ground: Ground, { call }: Asked): Answered => {
  const [name, message] = THROTTLED[Math.floor(ground.dice() * THROTTLED.length)] ?? THROTTLED[0];
  return refusal(call, name, 400, message);
};

/** The budget's key of an item: its table and its partition. */
const keyOf = ({ specs }: Ground, table: string, attributes: z.infer<typeof Item>): string =>
  `${table}/ ${JSON.stringify(attributes[specs.get(table)?.partition ?? ''])}`;

/** Which partition a single request leads to; undefined for one that goes through all of them. */
function partitionOf(ground: Ground, table: string, asked: Single): string | undefined {
  const attributes = asked.Key ?? asked.Item;
  if (attributes) return keyOf(ground, table, attributes);
  // A query names its partition by an equation, and that is the only one of its key condition on that attribute.
  for (const [, left = '', right = ''] of (asked.KeyConditionExpression ?? '').matchAll(/([#\w]+)\s*=\s*(:\w+)/g)) {
    const spec = ground.specs.get(table);
    const partition = spec?.indexes?.find(({ name }) => name === asked.IndexName)?.partition ?? spec?.partition;
    if ((asked.ExpressionAttributeNames[left] ?? left) !== partition) continue;
    return `${table}/${asked.IndexName ?? ''} ${JSON.stringify(asked.ExpressionAttributeValues[right])}`;
  }
  return undefined;
}

const changed = (asked: Asked, value: object): Asked => ({
  ...asked,
  body: Buffer.from(JSON.stringify({ ...value, ReturnConsumedCapacity: 'TOTAL' })),
});

async function single(ground: Ground, asked: Asked, proceed: Proceed): Promise<Answered> {
  const { operation, target } = asked.call;
  const wanted = Single.parse(JSON.parse(asked.body.toString()));
  const budgets = READS.has(operation) ? ground.read : ground.write;
  const partition = partitionOf(ground, target, wanted);
  if (partition !== undefined && !budgets.hasLeft(partition)) return throttled(ground, asked);
  const isShort = operation === 'Query' && happens(ground, ground.rules.shortPage);
  const most = isShort ? 1 + Math.floor(ground.dice() * SHORT_PAGE) : Number.POSITIVE_INFINITY;
  const Limit = Math.min(wanted.Limit ?? Number.POSITIVE_INFINITY, most);
  // As the request came, not as it was read: what the schema fills in is not to be sent on.
  const request: object = { ...JSON.parse(asked.body.toString()), ...(Number.isFinite(Limit) && { Limit }) };
  const answered = await proceed(changed(asked, request));
  if (partition !== undefined) budgets.spend(partition, unitsOf(answered));
  return answered;
}

/** The entries of a batch that are carried out and those that are left; a batch is never left as a whole by chance. */
function parted<Entry>(
  ground: Ground,
  budgets: Budgets,
  entries: readonly { readonly entry: Entry; readonly partition: string }[],
): { done: { entry: Entry; partition: string }[]; left: Entry[] } {
  const isPartial = happens(ground, ground.rules.partial);
  const done: { entry: Entry; partition: string }[] = [];
  const left: Entry[] = [];
  for (const one of entries) {
    const isLeft = isPartial && done.length > 0 && ground.dice() < 0.5;
    if (isLeft || !budgets.hasLeft(one.partition)) left.push(one.entry);
    else done.push(one);
  }
  return { done, left };
}

/** What a batch cost is shared evenly among its entries: the engine tells the sum only. */
function spendOn(budgets: Budgets, done: readonly { readonly partition: string }[], answered: Answered): void {
  const each = unitsOf(answered) / done.length;
  for (const { partition } of done) budgets.spend(partition, each);
}

async function batchWrite(ground: Ground, asked: Asked, proceed: Proceed): Promise<Answered> {
  const { RequestItems, ...others } = BatchWrite.parse(JSON.parse(asked.body.toString()));
  const entries = Object.entries(RequestItems).flatMap(([table, writes]) =>
    writes.map((write) => ({
      entry: { table, write },
      partition: keyOf(ground, table, write.PutRequest?.Item ?? write.DeleteRequest?.Key ?? {}),
    })),
  );
  const { done, left } = parted(ground, ground.write, entries);
  if (done.length === 0) return throttled(ground, asked);
  const byTable = (some: readonly (typeof entries)[number]['entry'][]) =>
    Object.fromEntries(
      [...new Set(some.map(({ table }) => table))].map((table) => [
        table,
        some.filter((one) => one.table === table).map(({ write }) => write),
      ]),
    );
  const answered = await proceed(changed(asked, { ...others, RequestItems: byTable(done.map(({ entry }) => entry)) }));
  spendOn(ground.write, done, answered);
  if (answered.status !== 200) return answered;
  return withBody(answered, { ...JSON.parse(answered.body.toString()), UnprocessedItems: byTable(left) });
}

async function batchGet(ground: Ground, asked: Asked, proceed: Proceed): Promise<Answered> {
  const { RequestItems, ...others } = BatchGet.parse(JSON.parse(asked.body.toString()));
  const entries = Object.entries(RequestItems).flatMap(([table, { Keys }]) =>
    Keys.map((key) => ({ entry: { table, key }, partition: keyOf(ground, table, key) })),
  );
  const { done, left } = parted(ground, ground.read, entries);
  if (done.length === 0) return throttled(ground, asked);
  const byTable = (some: readonly (typeof entries)[number]['entry'][]) =>
    Object.fromEntries(
      [...new Set(some.map(({ table }) => table))].map((table) => [
        table,
        { ...RequestItems[table], Keys: some.filter((one) => one.table === table).map(({ key }) => key) },
      ]),
    );
  const answered = await proceed(changed(asked, { ...others, RequestItems: byTable(done.map(({ entry }) => entry)) }));
  spendOn(ground.read, done, answered);
  if (answered.status !== 200) return answered;
  const answer: { UnprocessedKeys?: Record<string, { Keys: unknown[] }> } = JSON.parse(answered.body.toString());
  // What the engine itself left (a batch gives 1 MB here, 16 MB on AWS) comes beside what was left by the rules.
  const unprocessed: Record<string, { Keys: unknown[] }> = { ...answer.UnprocessedKeys };
  for (const [table, part] of Object.entries(byTable(left))) {
    unprocessed[table] = { ...part, Keys: [...part.Keys, ...(unprocessed[table]?.Keys ?? [])] };
  }
  return withBody(answered, { ...answer, UnprocessedKeys: unprocessed });
}

/** @param dice even numbers from 0 up to 1. */
export function tableRule(rules: TableRules, dice: () => number, topology: Topology): Rule {
  const specs = new Map(namesOf(topology.tables).map((name) => [String(name), topology.tables[name]]));
  const budgets = { read: budgetsOf(rules.readUnits), write: budgetsOf(rules.writeUnits) };
  const ground: Ground = { rules, dice, specs, ...budgets };
  return async (asked, proceed) => {
    const { operation } = asked.call;
    const isBatch = operation === 'BatchWriteItem' || operation === 'BatchGetItem';
    // Tables are made and described by the host itself before anybody works with them.
    if (!isBatch && !SINGLE.has(operation)) return proceed(asked);
    if (happens(ground, rules.throttled)) return throttled(ground, asked);
    const deal = operation === 'BatchWriteItem' ? batchWrite : operation === 'BatchGetItem' ? batchGet : single;
    const answered = await deal(ground, asked, proceed);
    return happens(ground, rules.lost) ? { ...answered, cut: 'before' } : answered;
  };
}
