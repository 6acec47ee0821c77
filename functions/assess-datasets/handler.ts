import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { dynamoCatalogueStore } from '#functions/shared/dynamo-catalogue-store.ts';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { dynamoLinkStatuses } from '#functions/shared/dynamo-link-statuses.ts';
import { dynamoQualityStore } from '#functions/shared/dynamo-quality-store.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import type { Followed } from '#functions/shared/follow-ledger.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { sqsTextQueue } from '#functions/shared/sqs-text-queue.ts';
import { assessDatasets } from './assess-datasets.ts';
import { Config } from './config.ts';

/** A step assesses a thousand records and writes the index. */
const STEP_MS = 20_000;

const config = readConfig(Config);
const objects = s3ObjectStore(config.BUCKET);
const wakeSearch = sqsTextQueue(config.QUEUE_SEARCH_URL);

const ports = {
  ledger: dynamoLedger({ table: config.TABLE_LEDGER, objects }),
  catalogue: dynamoCatalogueStore({ table: config.TABLE_CATALOGUE, objects }),
  quality: dynamoQualityStore({ table: config.TABLE_QUALITY, objects }),
  links: dynamoLinkStatuses(config.TABLE_QUALITY),
  sources: dynamoSourceStore(config.TABLE_CONTROL),
  checkpoints: dynamoCheckpointStore(config.TABLE_CATALOGUE),
  objects,
  announce: () => wakeSearch('{}'),
  holder: randomUUID,
  clock: Date.now,
};

export const handler = lambda((_event: unknown, context: Context): Promise<Followed> => {
  const outOfTime = () => context.getRemainingTimeInMillis() < STEP_MS;
  return assessDatasets({ ...ports, outOfTime });
});
