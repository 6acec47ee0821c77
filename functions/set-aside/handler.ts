import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { dynamoRunStore } from '#functions/shared/dynamo-run-store.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { log } from '#functions/shared/log.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { Config } from './config.ts';
import { queueOf, type SetAsidePorts, setAside } from './set-aside.ts';

const config = readConfig(Config);

const ports: SetAsidePorts = {
  runs: dynamoRunStore(config.TABLE_CONTROL),
  objects: s3ObjectStore(config.BUCKET),
  clock: Date.now,
};

export const handler = lambda(async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { messageId, body, attributes, eventSourceARN } of event.Records) {
    const queue = queueOf(eventSourceARN);
    try {
      if (queue === undefined) throw new Error(`The queue ${eventSourceARN} is not known.`);
      await setAside(ports, { queue, id: messageId, body, tries: Number(attributes.ApproximateReceiveCount) });
      log('warning', 'a message was set aside', { messageId, queue });
    } catch (error) {
      // It stays on the dead-letter queue, whose alarm tells of it.
      log('error', 'a message could not be set aside', { messageId, error });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
});
