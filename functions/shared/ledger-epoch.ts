/**
 * The epoch of the log: what its positions are named by. A log that is put back to an earlier place gets another one, so that
 * nobody takes a position in what is gone for one in what comes. Batches stay where they lie: the item `LOG` / `EPOCH` says
 * under which name they do, so a new epoch is one write, on a restored table as well.
 */
import { type AttributeValue, type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { FIRST_EPOCH } from '#publishing/addresses.ts';
import { translated } from './failures.ts';

export interface LogName {
  /** What the world knows the log by. */
  readonly epoch: string;
  /** What its partitions are named by: the epoch in which it was begun. */
  readonly partitions: string;
}

interface LedgerTable {
  readonly table: string;
  readonly client: DynamoDBClient;
}

const KEY: Record<string, AttributeValue> = { pk: { S: 'LOG' }, sk: { S: 'EPOCH' } };

/** What the log is called now. */
export async function readLogName({ table, client }: LedgerTable): Promise<LogName> {
  const input = { TableName: table, Key: KEY, ConsistentRead: true };
  const { Item } = await translated(() => client.send(new GetItemCommand(input)));
  const epoch = Item?.epoch?.S ?? FIRST_EPOCH;
  // A log whose epoch was set by hand before there was a name for its partitions lies under the epoch itself.
  return { epoch, partitions: Item?.partitions?.S ?? epoch };
}

/**
 * The name of the epoch after another: its number, one higher, and the time. The number alone would come twice when the same
 * backup is restored twice, and a position in the one would pass for one in the other.
 */
export function nextEpoch(epoch: string, now: number): string {
  const number = Number(/^e([0-9]+)/.exec(epoch)?.[1] ?? 1);
  return `e${number + 1}t${now.toString(36)}`;
}

/** Gives the log another epoch; its batches stay. To be done while nobody writes: who has begun keeps the name that it read. */
export async function setEpoch(ledger: LedgerTable, epoch: string): Promise<void> {
  const { partitions } = await readLogName(ledger);
  const Item = { ...KEY, epoch: { S: epoch }, partitions: { S: partitions } };
  await translated(() => ledger.client.send(new PutItemCommand({ TableName: ledger.table, Item })));
}
