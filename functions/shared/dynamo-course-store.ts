/** How far subscriptions have come, in the webhooks table: `COURSE` / `<id>`, with whoever holds it. */
import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { Course } from '#schemas/subscription.ts';
import { dynamo } from './clients/dynamo.ts';
import { conditional } from './conditional-write.ts';
import { type Item, queriedItems, wholePartition } from './dynamo-items.ts';
import { translated } from './failures.ts';
import { COURSE_HOLD_MS, type CourseStore } from './subscription-store.ts';

export const courseKey = (id: string): Item => ({ pk: { S: 'COURSE' }, sk: { S: id } });

/** A course that nobody holds. */
export const courseItem = (id: string, course: Course): Item => ({
  ...courseKey(id),
  course: { S: JSON.stringify(course) },
});

const courseIn = (item: Item): Course => Course.parse(JSON.parse(item.course?.S ?? 'null'));

const heldUntil = (now: number): AttributeValue => ({ N: String(now + COURSE_HOLD_MS) });

/** @param table the webhooks table's name. */
export function dynamoCourseStore(table: string, client: DynamoDBClient = dynamo): CourseStore {
  /** The item as it is after the update; undefined when the condition did not hold. */
  const update = async (id: string, input: Omit<UpdateItemCommandInput, 'TableName' | 'Key'>) => {
    const command = new UpdateItemCommand({
      TableName: table,
      Key: courseKey(id),
      ReturnValues: 'ALL_NEW',
      ...input,
    });
    return (await conditional(() => client.send(command)))?.Attributes;
  };

  return {
    async get(id) {
      const input = { TableName: table, Key: courseKey(id), ConsistentRead: true };
      const { Item } = await translated(() => client.send(new GetItemCommand(input)));
      return Item && courseIn(Item);
    },

    async all() {
      const items = await Array.fromAsync(queriedItems(client, wholePartition(table, 'COURSE')));
      return new Map(items.map((item) => [item.sk?.S ?? '', courseIn(item)]));
    },

    async take(id, holder, now) {
      const item = await update(id, {
        UpdateExpression: 'SET holder = :holder, heldUntil = :until',
        ConditionExpression:
          'attribute_exists(pk) AND (attribute_not_exists(holder) OR heldUntil < :now OR holder = :holder)',
        ExpressionAttributeValues: {
          ':holder': { S: holder },
          ':until': heldUntil(now),
          ':now': { N: String(now) },
        },
      });
      return item && courseIn(item);
    },

    async save(id, holder, course, now) {
      const item = await update(id, {
        UpdateExpression: 'SET course = :course, heldUntil = :until',
        ConditionExpression: 'holder = :holder',
        ExpressionAttributeValues: {
          ':holder': { S: holder },
          ':course': { S: JSON.stringify(course) },
          ':until': heldUntil(now),
        },
      });
      return item !== undefined;
    },

    async release(id, holder) {
      await update(id, {
        UpdateExpression: 'REMOVE holder, heldUntil',
        ConditionExpression: 'holder = :holder',
        ExpressionAttributeValues: { ':holder': { S: holder } },
      });
    },

    async move(id, course) {
      const item = await update(id, {
        UpdateExpression: 'SET course = :course REMOVE holder, heldUntil',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':course': { S: JSON.stringify(course) } },
      });
      return item !== undefined;
    },
  };
}
