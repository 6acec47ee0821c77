/** The harvest queue on SQS. */
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { sqs } from './clients/sqs.ts';
import { translated } from './failures.ts';
import type { HarvestQueue } from './harvest-message.ts';

export function sqsHarvestQueue(url: string, client: SQSClient = sqs): HarvestQueue {
  return {
    async send(message, delaySeconds) {
      const MessageBody = JSON.stringify(message);
      // A queue's own delay holds where none is named.
      const DelaySeconds = delaySeconds || undefined;
      await translated(() => client.send(new SendMessageCommand({ QueueUrl: url, MessageBody, DelaySeconds })));
    },
  };
}
