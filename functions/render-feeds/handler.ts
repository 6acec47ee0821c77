import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import type { Followed } from '#functions/shared/follow-ledger.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { Addresses } from '#publishing/addresses.ts';
import { Config } from './config.ts';
import { renderFeeds } from './render-feeds.ts';

/** A step reads two hundred records and writes some pages of them. */
const STEP_MS = 20_000;

const config = readConfig(Config);
const objects = s3ObjectStore(config.BUCKET);

const ports = {
  ledger: dynamoLedger({ table: config.TABLE_LEDGER, objects }),
  checkpoints: dynamoCheckpointStore(config.TABLE_CATALOGUE),
  objects,
  addresses: new Addresses(config.PUBLIC_URL),
  holder: randomUUID,
};

export const handler = lambda((_event: unknown, context: Context): Promise<Followed> => {
  const outOfTime = () => context.getRemainingTimeInMillis() < STEP_MS;
  return renderFeeds({ ...ports, outOfTime });
});
