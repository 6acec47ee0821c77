/** Links in the catalogue table: `LINKS` / `<dataset id>`. Only datasets that have any have a row. */
import { DeleteItemCommand, type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { SameDataset } from '#catalogue/same-dataset.ts';
import { dynamo } from './clients.ts';
import { translated } from './failures.ts';
import type { DatasetLinks, LinkStore } from './link-store.ts';

const keyOf = (id: string) => ({ pk: { S: 'LINKS' }, sk: { S: id } });

/** Writes on their way at once: linked datasets are few, and each is one put. */
const AT_ONCE = 8;

/** @param table the catalogue table's name. */
export function dynamoLinkStore(table: string, client: DynamoDBClient = dynamo): LinkStore {
  const write = ({ id, links }: DatasetLinks): Promise<unknown> =>
    links.length === 0
      ? translated(() => client.send(new DeleteItemCommand({ TableName: table, Key: keyOf(id) })))
      : translated(() =>
          client.send(
            new PutItemCommand({ TableName: table, Item: { ...keyOf(id), links: { S: JSON.stringify(links) } } }),
          ),
        );
  return {
    async get(id) {
      const input = { TableName: table, Key: keyOf(id) };
      const { Item } = await translated(() => client.send(new GetItemCommand(input)));
      // Written by `write` alone.
      return JSON.parse(Item?.links?.S ?? '[]') as SameDataset[];
    },
    async write(rows) {
      const waiting = rows.values();
      const worker = async () => {
        for (const row of waiting) await write(row);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    },
  };
}
