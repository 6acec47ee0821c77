/** Checkpoints in the catalogue table: `CHECKPOINT` / `<consumer>`. */
import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type CheckpointStore, HOLD_MS, type Position } from './checkpoint-store.ts';
import { dynamo } from './clients/dynamo.ts';
import type { Clock } from './clock.ts';
import { conditional } from './conditional-write.ts';
import { translated } from './failures.ts';
import { itemVersion, recordKinds, upgraded } from './record-version.ts';

function positionOf(item: Record<string, AttributeValue> | undefined): Position | undefined {
  if (item?.epoch?.S === undefined) return undefined;
  const { epoch, seq } = upgraded(recordKinds.checkpoint, { epoch: item.epoch.S, seq: item.seq?.N }, itemVersion(item));
  return { epoch: String(epoch), seq: Number(seq) };
}

const keyOf = (consumer: string) => ({ pk: { S: 'CHECKPOINT' }, sk: { S: consumer } });

/** @param table the catalogue table's name. */
export function dynamoCheckpointStore(
  table: string,
  client: DynamoDBClient = dynamo,
  clock: Clock = Date.now,
): CheckpointStore {
  /** The item as it is after the update; undefined when the condition did not hold. */
  const update = async (consumer: string, input: Omit<UpdateItemCommandInput, 'TableName' | 'Key'>) => {
    const command = new UpdateItemCommand({
      TableName: table,
      Key: keyOf(consumer),
      ReturnValues: 'ALL_NEW',
      ...input,
    });
    return (await conditional(() => client.send(command)))?.Attributes;
  };
  const holdUntil = () => ({ N: String(clock() + HOLD_MS) });

  return {
    async get(consumer) {
      const input = { TableName: table, Key: keyOf(consumer), ConsistentRead: true };
      const { Item } = await translated(() => client.send(new GetItemCommand(input)));
      return positionOf(Item);
    },

    async take(consumer, holder, epoch) {
      const item = await update(consumer, {
        UpdateExpression:
          'SET holder = :holder, heldUntil = :until, seq = if_not_exists(seq, :zero), epoch = if_not_exists(epoch, :epoch)',
        ConditionExpression: 'attribute_not_exists(holder) OR heldUntil < :now OR holder = :holder',
        ExpressionAttributeValues: {
          ':holder': { S: holder },
          ':until': holdUntil(),
          ':zero': { N: '0' },
          ':epoch': { S: epoch },
          ':now': { N: String(clock()) },
        },
      });
      return positionOf(item);
    },

    async advance({ consumer, holder, from, to }) {
      const item = await update(consumer, {
        UpdateExpression: 'SET seq = :seq, epoch = :epoch, heldUntil = :until',
        // Where it is already, this holder alone can have brought it: the answer was lost and the client asks again.
        ConditionExpression:
          'holder = :holder AND ((seq = :fromSeq AND epoch = :fromEpoch) OR (seq = :seq AND epoch = :epoch))',
        ExpressionAttributeValues: {
          ':holder': { S: holder },
          ':fromSeq': { N: String(from.seq) },
          ':fromEpoch': { S: from.epoch },
          ':seq': { N: String(to.seq) },
          ':epoch': { S: to.epoch },
          ':until': holdUntil(),
        },
      });
      return item !== undefined;
    },

    async rewind(consumer, { epoch, seq }) {
      await update(consumer, {
        UpdateExpression: 'SET seq = :seq',
        ConditionExpression: 'epoch = :epoch AND seq > :seq',
        ExpressionAttributeValues: { ':seq': { N: String(seq) }, ':epoch': { S: epoch } },
      });
    },

    async release(consumer, holder) {
      await update(consumer, {
        UpdateExpression: 'REMOVE holder, heldUntil',
        ConditionExpression: 'holder = :holder',
        ExpressionAttributeValues: { ':holder': { S: holder } },
      });
    },
  };
}
