import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { dynamoLinkStore } from '#functions/shared/dynamo-link-store.ts';
import type { Followed } from '#functions/shared/follow-ledger.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { Config } from './config.ts';
import { linkDatasets } from './link-datasets.ts';

/** A step reads two thousand records and writes the index. */
const STEP_MS = 20_000;

const config = readConfig(Config);
const objects = s3ObjectStore(config.BUCKET);

const ports = {
  ledger: dynamoLedger({ table: config.TABLE_LEDGER, objects }),
  links: dynamoLinkStore(config.TABLE_CATALOGUE),
  checkpoints: dynamoCheckpointStore(config.TABLE_CATALOGUE),
  objects,
  holder: randomUUID,
};

export const handler = lambda((_event: unknown, context: Context): Promise<Followed> => {
  const outOfTime = () => context.getRemainingTimeInMillis() < STEP_MS;
  return linkDatasets({ ...ports, outOfTime });
});
