/** A queue on SQS that takes messages as they are: for what is sent on its way a second time. */
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { sqs } from './clients/sqs.ts';
import { translated } from './failures.ts';

/** @returns what puts a body on the queue. */
export const sqsTextQueue =
  (url: string, client: SQSClient = sqs) =>
  async (body: string): Promise<void> => {
    await translated(() => client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body })));
  };
