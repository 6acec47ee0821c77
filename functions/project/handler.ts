import { randomUUID } from 'node:crypto';
import type { Context, SQSBatchResponse } from 'aws-lambda';
import { dynamoCatalogueStore } from '#functions/shared/dynamo-catalogue-store.ts';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { answerLook } from '#functions/shared/look-events.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { Config } from './config.ts';
import { project } from './project.ts';

/** A step takes well under a second; a throttled one some more. */
const STEP_MS = 10_000;

const config = readConfig(Config);
const objects = s3ObjectStore(config.BUCKET);

const ports = {
  ledger: dynamoLedger({ table: config.TABLE_LEDGER, objects }),
  catalogue: dynamoCatalogueStore({ table: config.TABLE_CATALOGUE, objects }),
  checkpoints: dynamoCheckpointStore(config.TABLE_CATALOGUE),
  holder: randomUUID,
};

export const handler = lambda(async (event: unknown, context: Context): Promise<SQSBatchResponse> => {
  const outOfTime = () => context.getRemainingTimeInMillis() < STEP_MS;
  return answerLook(event, await project({ ...ports, outOfTime }));
});
