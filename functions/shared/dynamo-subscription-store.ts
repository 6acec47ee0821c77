/** Subscriptions in the webhooks table: `SUBSCRIPTION` / `<id>`, with their version. */
import {
  type AttributeValue,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { Subscription } from '#schemas/subscription.ts';
import { dynamo } from './clients/dynamo.ts';
import { tookPlace } from './conditional-write.ts';
import { courseItem, courseKey } from './dynamo-course-store.ts';
import { clearDeliveries } from './dynamo-delivery-log.ts';
import { firstItems } from './dynamo-items.ts';
import { translated } from './failures.ts';
import { recordIn, recordKinds, versionAttribute } from './record-version.ts';
import { MOST_SUBSCRIPTIONS, type SubscriptionStore } from './subscription-store.ts';

type Item = Record<string, AttributeValue>;

const keyOf = (id: string): Item => ({ pk: { S: 'SUBSCRIPTION' }, sk: { S: id } });

const itemOf = (subscription: Subscription): Item => ({
  ...keyOf(subscription.id),
  version: { N: String(subscription.version) },
  subscription: { S: JSON.stringify(subscription) },
  ...versionAttribute(recordKinds.subscription),
});

/** The state in which a subscription may be put: as it should be before, or as it is after, for an answer that is lost is asked for again. */
const before = (condition: string, next: Subscription, values: Item = {}) => ({
  ConditionExpression: `${condition} OR subscription = :after`,
  ExpressionAttributeValues: { ...values, ':after': { S: JSON.stringify(next) } },
});

const subscriptionIn = (item: Item): Subscription =>
  Subscription.parse(recordIn(recordKinds.subscription, item, 'subscription'));

/** @param table the webhooks table's name. */
export function dynamoSubscriptionStore(table: string, client: DynamoDBClient = dynamo): SubscriptionStore {
  const put = (Item: Item, condition: object) =>
    translated(() => client.send(new PutItemCommand({ TableName: table, Item, ...condition })));
  const remove = (Key: Item) => translated(() => client.send(new DeleteItemCommand({ TableName: table, Key })));

  return {
    async create(subscription, course) {
      // The course first: without a subscription nobody looks at it, and a subscription without one could not be followed.
      await put(courseItem(subscription.id, course), {});
      await put(itemOf(subscription), before('attribute_not_exists(pk)', subscription));
    },

    async get(id) {
      const input = { TableName: table, Key: keyOf(id), ConsistentRead: true };
      const { Item } = await translated(() => client.send(new GetItemCommand(input)));
      return Item && subscriptionIn(Item);
    },

    async list({ after = '', limit = MOST_SUBSCRIPTIONS } = {}) {
      const input = {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk > :after',
        // A sort key in a condition may not be empty; every id is greater than a blank.
        ExpressionAttributeValues: { ':pk': { S: 'SUBSCRIPTION' }, ':after': { S: after || ' ' } },
      };
      return (await firstItems(client, input, limit)).map(subscriptionIn);
    },

    save: (next) =>
      tookPlace(() =>
        put(itemOf(next), before('version = :before', next, { ':before': { N: String(next.version - 1) } })),
      ),

    async delete(id) {
      await remove(keyOf(id));
      await remove(courseKey(id));
      await clearDeliveries({ table, client }, id);
    },
  };
}
