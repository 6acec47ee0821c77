import { randomUUID } from 'node:crypto';
import type { Context, SQSBatchResponse } from 'aws-lambda';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { log } from '#functions/shared/log.ts';
import { answerLook } from '#functions/shared/look-events.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { readScores, readScoresVersion } from '#functions/shared/score-index.ts';
import { searchFiles } from '#functions/shared/search-files.ts';
import { Config } from './config.ts';
import { indexSearch } from './index-search.ts';

/** A step reads a thousand records, and sends the file. */
const STEP_MS = 30_000;

const config = readConfig(Config);
const objects = s3ObjectStore(config.BUCKET);

const ports = {
  ledger: dynamoLedger({ table: config.TABLE_LEDGER, objects }),
  checkpoints: dynamoCheckpointStore(config.TABLE_CATALOGUE),
  files: searchFiles(objects),
  holder: randomUUID,
  scores: { version: () => readScoresVersion(objects), rows: () => readScores(objects) },
  report: (dataset: string, leftOut: number) => log('warning', 'variables are not searched', { dataset, leftOut }),
};

export const handler = lambda(async (event: unknown, context: Context): Promise<SQSBatchResponse> => {
  const outOfTime = () => context.getRemainingTimeInMillis() < STEP_MS;
  return answerLook(event, await indexSearch({ ...ports, outOfTime }));
});
