import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { dynamoLetterStore } from '#functions/shared/dynamo-letter-store.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { log } from '#functions/shared/log.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { eachRecord } from '#functions/shared/sqs-batch.ts';
import { Config } from './config.ts';
import { type NoteBouncesPorts, noteBounce } from './note-bounces.ts';

const config = readConfig(Config);

const ports: NoteBouncesPorts = {
  sources: dynamoSourceStore(config.TABLE_CONTROL),
  letters: dynamoLetterStore(config.TABLE_QUALITY),
  // Without the addresses: logs are read by more people than may write to owners.
  tell: (owner, { at, reason, detail }) =>
    log('warning', 'letters to an owner were stopped', { owner, at, reason, detail }),
};

export const handler = lambda(
  (event: SQSEvent): Promise<SQSBatchResponse> => eachRecord(event, (body) => noteBounce(ports, body)),
);
