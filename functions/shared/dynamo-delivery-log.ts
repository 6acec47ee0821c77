/** What was sent, in the webhooks table: `LOG#<id>` / `<number>`, and `LOG#<id>` / `COUNT`. The oldest go as new ones come. */
import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { Delivery } from '#schemas/subscription.ts';
import { dynamo } from './clients/dynamo.ts';
import { batchWrite } from './dynamo-batch-write.ts';
import { firstItems, type Item, queriedItems } from './dynamo-items.ts';
import { translated } from './failures.ts';
import { type DeliveryLog, KEPT_DELIVERIES } from './subscription-store.ts';

/** Numbers as texts that sort as the numbers do; nobody is told more often than that. */
const DIGITS = 12;

const partition = (id: string): string => `LOG#${id}`;

const keyOf = (id: string, number: number): Item => ({
  pk: { S: partition(id) },
  sk: { S: String(number).padStart(DIGITS, '0') },
});

interface Target {
  readonly table: string;
  readonly client: DynamoDBClient;
}

/** Forgets all of a subscription. */
export async function clearDeliveries({ table, client }: Target, id: string): Promise<void> {
  const input = {
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ProjectionExpression: 'pk, sk',
    ExpressionAttributeValues: { ':pk': { S: partition(id) } },
  };
  const keys = await Array.fromAsync(queriedItems(client, input));
  await batchWrite(
    { table, client },
    keys.map((Key) => ({ DeleteRequest: { Key } })),
  );
}

/** @param table the webhooks table's name. */
export function dynamoDeliveryLog(table: string, client: DynamoDBClient = dynamo): DeliveryLog {
  const nextNumber = async (id: string): Promise<number> => {
    const command = new UpdateItemCommand({
      TableName: table,
      Key: { pk: { S: partition(id) }, sk: { S: 'COUNT' } },
      UpdateExpression: 'ADD deliveries :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
      ReturnValues: 'UPDATED_NEW',
    });
    return Number((await translated(() => client.send(command))).Attributes?.deliveries?.N);
  };

  return {
    async add(id, delivery) {
      const number = await nextNumber(id);
      const Item = { ...keyOf(id, number), delivery: { S: JSON.stringify(delivery) } };
      const old = number - KEPT_DELIVERIES;
      await batchWrite({ table, client }, [
        { PutRequest: { Item } },
        ...(old > 0 ? [{ DeleteRequest: { Key: keyOf(id, old) } }] : []),
      ]);
    },

    async list(id, { before = 10 ** DIGITS - 1, limit }) {
      const input = {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk < :before',
        ExpressionAttributeValues: { ':pk': { S: partition(id) }, ':before': keyOf(id, before).sk ?? { S: '' } },
        ScanIndexForward: false,
      };
      return (await firstItems(client, input, limit)).map(({ sk, delivery }) => ({
        number: Number(sk?.S),
        delivery: Delivery.parse(JSON.parse(delivery?.S ?? 'null')),
      }));
    },
  };
}
