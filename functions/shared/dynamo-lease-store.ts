/** Leases in the control table: `LEASE` / `<source>`. Every write is conditional, so two workers cannot both win. */
import { randomUUID } from 'node:crypto';
import { DeleteItemCommand, type DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamo } from './clients/dynamo.ts';
import { tookPlace } from './conditional-write.ts';
import { queriedItems } from './dynamo-items.ts';
import { LEASE_MS, type LeaseStore, SEIZED_MS, WORKER_MS } from './lease-store.ts';

const keyOf = (source: string) => ({ pk: { S: 'LEASE' }, sk: { S: source } });

const timesOf = (now: number) => ({ expiresAt: { N: String(now + LEASE_MS) }, heartbeatAt: { N: String(now) } });

/** @param table the control table's name. */
export function dynamoLeaseStore(table: string, client: DynamoDBClient = dynamo): LeaseStore {
  return {
    take: (source, run, now) =>
      tookPlace(() =>
        client.send(
          new PutItemCommand({
            TableName: table,
            Item: { ...keyOf(source), run: { S: run }, ...timesOf(now) },
            // A run takes its lease once: one that has it already is this very request, whose answer was lost on its way.
            ConditionExpression: 'attribute_not_exists(pk) OR #run = :run',
            ExpressionAttributeNames: { '#run': 'run' },
            ExpressionAttributeValues: { ':run': { S: run } },
          }),
        ),
      ),

    claim: ({ source, run, invocation, worker }, now) =>
      tookPlace(() =>
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: keyOf(source),
            UpdateExpression:
              'SET expiresAt = :expiresAt, heartbeatAt = :heartbeatAt, claimed = :claimed, claimedAt = :heartbeatAt, claimedBy = :worker',
            // The client asks again when an answer is lost: the claim that stands there may be this very one.
            ConditionExpression:
              '#run = :run AND attribute_not_exists(seizedBy) AND (attribute_not_exists(claimed) OR claimed < :claimed OR claimedAt < :dead OR claimedBy = :worker)',
            ExpressionAttributeNames: { '#run': 'run' },
            ExpressionAttributeValues: {
              ':run': { S: run },
              ':claimed': { N: String(invocation) },
              ':worker': { S: worker },
              ':dead': { N: String(now - WORKER_MS) },
              ':expiresAt': timesOf(now).expiresAt,
              ':heartbeatAt': timesOf(now).heartbeatAt,
            },
          }),
        ),
      ),

    leave: ({ source, run, invocation, worker }, now) =>
      tookPlace(() =>
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: keyOf(source),
            // Messages before it stay refused. Whose place it was is kept, so that a repetition whose first answer was lost is known.
            UpdateExpression: 'SET expiresAt = :expiresAt, heartbeatAt = :heartbeatAt, claimed = :before',
            ConditionExpression: '#run = :run AND attribute_not_exists(seizedBy) AND claimedBy = :worker',
            ExpressionAttributeNames: { '#run': 'run' },
            ExpressionAttributeValues: {
              ':run': { S: run },
              ':before': { N: String(invocation - 1) },
              ':worker': { S: worker },
              ':expiresAt': timesOf(now).expiresAt,
              ':heartbeatAt': timesOf(now).heartbeatAt,
            },
          }),
        ),
      ),

    renew: (source, run, now) =>
      tookPlace(() =>
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: keyOf(source),
            UpdateExpression: 'SET expiresAt = :expiresAt, heartbeatAt = :heartbeatAt',
            ConditionExpression: '#run = :run AND attribute_not_exists(seizedBy)',
            ExpressionAttributeNames: { '#run': 'run' },
            ExpressionAttributeValues: {
              ':run': { S: run },
              ':expiresAt': timesOf(now).expiresAt,
              ':heartbeatAt': timesOf(now).heartbeatAt,
            },
          }),
        ),
      ),

    seize: ({ source, run, expiresAt }, now) => {
      const call = randomUUID();
      return tookPlace(() =>
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: keyOf(source),
            UpdateExpression: 'SET expiresAt = :until, seizedBy = :call',
            ConditionExpression: '#run = :run AND (expiresAt = :seen OR seizedBy = :call)',
            ExpressionAttributeNames: { '#run': 'run' },
            ExpressionAttributeValues: {
              ':run': { S: run },
              ':seen': { N: String(expiresAt) },
              ':until': { N: String(now + SEIZED_MS) },
              ':call': { S: call },
            },
          }),
        ),
      );
    },

    async release(source, run) {
      await tookPlace(() =>
        client.send(
          new DeleteItemCommand({
            TableName: table,
            Key: keyOf(source),
            ConditionExpression: '#run = :run',
            ExpressionAttributeNames: { '#run': 'run' },
            ExpressionAttributeValues: { ':run': { S: run } },
          }),
        ),
      );
    },

    async all() {
      const input = {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'LEASE' } },
      };
      return (await Array.fromAsync(queriedItems(client, input))).map((item) => ({
        source: item.sk?.S ?? '',
        run: item.run?.S ?? '',
        expiresAt: Number(item.expiresAt?.N),
        heartbeatAt: Number(item.heartbeatAt?.N),
      }));
    },
  };
}
