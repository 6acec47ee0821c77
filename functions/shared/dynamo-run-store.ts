/** Runs in the control table: `RUNS#<source>` / `<run id>`, and an index of all runs by their start. */
import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { Run, sourceOf } from '#schemas/run.ts';
import { dynamo } from './clients/dynamo.ts';
import { firstItems } from './dynamo-items.ts';
import { translated } from './failures.ts';
import { recordIn, recordKinds, versionAttribute } from './record-version.ts';
import type { RunPage, RunStore } from './run-store.ts';

const parseRun = (item: Record<string, AttributeValue>): Run => Run.parse(recordIn(recordKinds.run, item, 'run'));

/** @param table the control table's name. */
export function dynamoRunStore(table: string, client: DynamoDBClient = dynamo): RunStore {
  const newestFirst = async (input: Omit<QueryCommandInput, 'TableName' | 'Limit'>, limit: number): Promise<Run[]> =>
    (await firstItems(client, { TableName: table, ScanIndexForward: false, ...input }, limit)).map(parseRun);

  return {
    async save(run) {
      const Item = {
        pk: { S: `RUNS#${run.source}` },
        sk: { S: run.id },
        gsi: { S: 'RUN' },
        startedAt: { S: run.startedAt },
        run: { S: JSON.stringify(run) },
        ...versionAttribute(recordKinds.run),
      };
      await translated(() => client.send(new PutItemCommand({ TableName: table, Item })));
    },

    async get(id) {
      const Key = { pk: { S: `RUNS#${sourceOf(id)}` }, sk: { S: id } };
      const { Item } = await translated(() =>
        client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true })),
      );
      return Item && parseRun(Item);
    },

    bySource: (source: string, { limit, before }: RunPage) =>
      newestFirst(
        {
          ConsistentRead: true,
          KeyConditionExpression: before ? 'pk = :pk AND sk < :before' : 'pk = :pk',
          ExpressionAttributeValues: {
            ':pk': { S: `RUNS#${source}` },
            // A run's id holds its start without punctuation, so ids sort as starts do.
            ...(before && { ':before': { S: `${source}.${before.replace(/[-:]|\.\d+/g, '')}` } }),
          },
        },
        limit,
      ),

    recent: ({ limit, before }: RunPage) =>
      newestFirst(
        {
          IndexName: 'by-start',
          KeyConditionExpression: before ? 'gsi = :gsi AND startedAt < :before' : 'gsi = :gsi',
          ExpressionAttributeValues: { ':gsi': { S: 'RUN' }, ...(before && { ':before': { S: before } }) },
        },
        limit,
      ),
  };
}
