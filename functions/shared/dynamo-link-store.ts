/** Links in the catalogue table: `LINKS` / `<dataset id>`. Only datasets that have any have a row. */
import { type DynamoDBClient, GetItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import type { SameDataset } from '#catalogue/same-dataset.ts';
import { dynamo } from './clients/dynamo.ts';
import { batchWrite } from './dynamo-batch-write.ts';
import { queriedItems, wholePartition } from './dynamo-items.ts';
import { translated } from './failures.ts';
import type { DatasetLinks, LinkStore } from './link-store.ts';

const keyOf = (id: string) => ({ pk: { S: 'LINKS' }, sk: { S: id } });

const requestOf = ({ id, links }: DatasetLinks): WriteRequest =>
  links.length === 0
    ? { DeleteRequest: { Key: keyOf(id) } }
    : { PutRequest: { Item: { ...keyOf(id), links: { S: JSON.stringify(links) } } } };

/** @param table the catalogue table's name. */
export function dynamoLinkStore(table: string, client: DynamoDBClient = dynamo): LinkStore {
  return {
    async get(id) {
      const input = { TableName: table, Key: keyOf(id) };
      const { Item } = await translated(() => client.send(new GetItemCommand(input)));
      // Written by `write` alone.
      return JSON.parse(Item?.links?.S ?? '[]') as SameDataset[];
    },
    write: (rows) => batchWrite({ table, client }, rows.map(requestOf)),

    async *ids() {
      const input = { ...wholePartition(table, 'LINKS'), ProjectionExpression: 'sk' };
      for await (const item of queriedItems(client, input)) yield item.sk?.S ?? '';
    },
  };
}
