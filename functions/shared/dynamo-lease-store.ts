/** Leases in the control table: `LEASE` / `<source>`. Every write is conditional, so two workers cannot both win. */
import { randomUUID } from 'node:crypto';
import { DeleteItemCommand, type DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamo } from './clients/dynamo.ts';
import { tookPlace } from './conditional-write.ts';
import { type Item, queriedItems, wholePartition } from './dynamo-items.ts';
import { LEASE_MS, type LeaseStore, SEIZED_MS, WORKER_MS } from './lease-store.ts';

const keyOf = (source: string) => ({ pk: { S: 'LEASE' }, sk: { S: source } });

const timesOf = (now: number) => ({ expiresAt: { N: String(now + LEASE_MS) }, heartbeatAt: { N: String(now) } });

const NOTHING_ELSE = { set: '', condition: '', values: {} };

/** @param table the control table's name. */
export function dynamoLeaseStore(table: string, client: DynamoDBClient = dynamo): LeaseStore {
  /** Keeps the lease that a run holds and nobody seized, and does what else is asked; false when it does not hold it so. */
  const keep = (
    source: string,
    run: string,
    now: number,
    also: { readonly set: string; readonly condition: string; readonly values: Item } = NOTHING_ELSE,
  ): Promise<boolean> => {
    const { expiresAt, heartbeatAt } = timesOf(now);
    const command = new UpdateItemCommand({
      TableName: table,
      Key: keyOf(source),
      UpdateExpression: `SET expiresAt = :expiresAt, heartbeatAt = :heartbeatAt${also.set}`,
      ConditionExpression: `#run = :run AND attribute_not_exists(seizedBy)${also.condition}`,
      ExpressionAttributeNames: { '#run': 'run' },
      ExpressionAttributeValues: {
        ...{ ':run': { S: run }, ':expiresAt': expiresAt, ':heartbeatAt': heartbeatAt },
        ...also.values,
      },
    });
    return tookPlace(() => client.send(command));
  };

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
      keep(source, run, now, {
        set: ', claimed = :claimed, claimedAt = :heartbeatAt, claimedBy = :worker',
        // The client asks again when an answer is lost: the claim that stands there may be this very one.
        condition:
          ' AND (attribute_not_exists(claimed) OR claimed < :claimed OR claimedAt < :dead OR claimedBy = :worker)',
        values: {
          ':claimed': { N: String(invocation) },
          ':worker': { S: worker },
          ':dead': { N: String(now - WORKER_MS) },
        },
      }),

    leave: ({ source, run, invocation, worker }, now) =>
      keep(source, run, now, {
        // Messages before it stay refused. Whose place it was is kept, so that a repetition whose first answer was lost is known.
        set: ', claimed = :before',
        condition: ' AND claimedBy = :worker',
        values: { ':before': { N: String(invocation - 1) }, ':worker': { S: worker } },
      }),

    renew: (source, run, now) => keep(source, run, now),

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
      const leases = await Array.fromAsync(queriedItems(client, wholePartition(table, 'LEASE')));
      return leases.map((item) => ({
        source: item.sk?.S ?? '',
        run: item.run?.S ?? '',
        expiresAt: Number(item.expiresAt?.N),
        heartbeatAt: Number(item.heartbeatAt?.N),
      }));
    },
  };
}
