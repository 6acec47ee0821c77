/**
 * Items of a table, through all their pages. DynamoDB ends a page at 1 MB, and may end it anywhere: whoever reads one page alone
 * loses the rest without a word (a test keeps queries and scans from being sent anywhere else).
 */
import {
  type AttributeValue,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { translated } from './failures.ts';

export type Item = Record<string, AttributeValue>;

interface Page {
  readonly Items?: Item[] | undefined;
  readonly LastEvaluatedKey?: Item | undefined;
}

async function* itemsOf(ask: (start: { ExclusiveStartKey?: Item }) => Promise<Page>): AsyncGenerator<Item> {
  let start: Item | undefined;
  do {
    const page = await translated(() => ask({ ...(start && { ExclusiveStartKey: start }) }));
    yield* page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start);
}

/** The query of all that lies in a partition, as it is at this moment. */
export const wholePartition = (table: string, pk: string) => ({
  TableName: table,
  ConsistentRead: true,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': { S: pk } },
});

/** All items that a query finds, in its order. @throws TransientFailure | PermanentFailure what DynamoDB answers. */
export const queriedItems = (
  client: DynamoDBClient,
  input: Omit<QueryCommandInput, 'ExclusiveStartKey'>,
): AsyncGenerator<Item> => itemsOf((start) => client.send(new QueryCommand({ ...input, ...start })));

/** All items of a table, in no order. @throws as queriedItems. */
export const scannedItems = (client: DynamoDBClient, table: string): AsyncGenerator<Item> =>
  itemsOf((start) => client.send(new ScanCommand({ TableName: table, ConsistentRead: true, ...start })));

/** The first items that a query finds, as many as there are and at most `limit`. @throws as queriedItems. */
export async function firstItems(
  client: DynamoDBClient,
  input: Omit<QueryCommandInput, 'ExclusiveStartKey' | 'Limit'>,
  limit: number,
): Promise<Item[]> {
  const found: Item[] = [];
  // A page has at most what is still wanted: what is read beyond it is paid for.
  const ask = (start: { ExclusiveStartKey?: Item }) =>
    client.send(new QueryCommand({ ...input, ...start, Limit: limit - found.length }));
  if (limit <= 0) return found;
  for await (const item of itemsOf(ask)) {
    found.push(item);
    if (found.length === limit) break;
  }
  return found;
}
