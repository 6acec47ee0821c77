/** Sources in the control table: `SOURCES` / `<source id>`. */
import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { Source } from '#schemas/source.ts';
import { dynamo } from './clients.ts';
import { translated } from './failures.ts';
import type { SourceStore } from './source-store.ts';

const keyOf = (id: string) => ({ pk: { S: 'SOURCES' }, sk: { S: id } });

/** @param table the control table's name. */
export function dynamoSourceStore(table: string, client: DynamoDBClient = dynamo): SourceStore {
  const list = async (): Promise<Source[]> => {
    const { Items } = await translated(() =>
      client.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: 'SOURCES' } },
        }),
      ),
    );
    return (Items ?? []).map((item) => Source.parse(JSON.parse(item.definition?.S ?? 'null')));
  };

  const put = (source: Source) =>
    translated(() =>
      client.send(
        new PutItemCommand({
          TableName: table,
          Item: { ...keyOf(source.id), definition: { S: JSON.stringify(source) } },
        }),
      ),
    );

  return {
    list,
    async get(id) {
      const { Item } = await translated(() =>
        client.send(new GetItemCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true })),
      );
      return Item && Source.parse(JSON.parse(Item.definition?.S ?? 'null'));
    },
    async replaceAll(sources) {
      const kept = new Set(sources.map((source) => source.id));
      const gone = (await list()).filter((source) => !kept.has(source.id));
      // The table keeps no order, and the order of the file says whose word comes first.
      for (const [index, source] of sources.entries()) await put({ precedence: index + 1, ...source });
      for (const { id } of gone) {
        await translated(() => client.send(new DeleteItemCommand({ TableName: table, Key: keyOf(id) })));
      }
    },
  };
}
