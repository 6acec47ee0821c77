/** The stores of the functions, on the embedded engines: what the command line itself reads and writes. */
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import type { CatalogueStore } from '#functions/shared/catalogue-store.ts';
import type { CheckpointStore } from '#functions/shared/checkpoint-store.ts';
import { dynamoCatalogueStore } from '#functions/shared/dynamo-catalogue-store.ts';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { dynamoErasedContacts } from '#functions/shared/dynamo-erased-contacts.ts';
import { dynamoLeaseStore } from '#functions/shared/dynamo-lease-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { dynamoRunStore } from '#functions/shared/dynamo-run-store.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import type { ErasedContacts } from '#functions/shared/erased-contacts.ts';
import { HarvestMessage } from '#functions/shared/harvest-message.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import type { SourceStore } from '#functions/shared/source-store.ts';
import { BUCKET, clientOf, type Engines } from './engines.ts';

export interface Stores {
  readonly sources: SourceStore;
  readonly runs: RunStore;
  readonly erased: ErasedContacts;
  readonly ledger: Ledger;
  readonly catalogue: CatalogueStore;
  readonly checkpoints: CheckpointStore;
  readonly objects: ObjectStore;
  /** Lets the reaper end the runs that nobody will take up again; the others go on when their message is received. */
  expireOrphanedLeases(): Promise<void>;
  close(): void;
}

/** Runs that still have a message: they were put down, or their worker died with the message in its hands. */
function runsWithMessage(engines: Engines): Set<string> {
  const messages = engines.messagesIn('harvest').map((body) => HarvestMessage.safeParse(JSON.parse(body)));
  return new Set(messages.flatMap(({ data }) => (data ? [data.run] : [])));
}

export function openStores(engines: Engines): Stores {
  const client = new DynamoDBClient(clientOf(engines.tables));
  const s3 = new S3Client({ ...clientOf(engines.objects), forcePathStyle: true });
  const objects = s3ObjectStore(BUCKET, s3);
  const lease = (source: string) => ({ TableName: 'control', Key: { pk: { S: 'LEASE' }, sk: { S: source } } });
  const expire = (source: string) =>
    client.send(
      new UpdateItemCommand({
        ...lease(source),
        UpdateExpression: 'SET expiresAt = :past',
        ExpressionAttributeValues: { ':past': { N: '0' } },
      }),
    );
  const unclaim = (source: string) =>
    client.send(new UpdateItemCommand({ ...lease(source), UpdateExpression: 'REMOVE claimed, claimedAt' }));
  return {
    sources: dynamoSourceStore('control', client),
    runs: dynamoRunStore('control', client),
    erased: dynamoErasedContacts('control', client),
    ledger: dynamoLedger({ table: 'ledger', objects, client }),
    catalogue: dynamoCatalogueStore({ table: 'catalogue', objects, client }),
    checkpoints: dynamoCheckpointStore('catalogue', client),
    objects,
    async expireOrphanedLeases() {
      const alive = runsWithMessage(engines);
      for (const { source, run } of await dynamoLeaseStore('control', client).all()) {
        // Whoever was at work on a run that goes on has died with the process before this one.
        await (alive.has(run) ? unclaim(source) : expire(source));
      }
    },
    close() {
      client.destroy();
      s3.destroy();
    },
  };
}
