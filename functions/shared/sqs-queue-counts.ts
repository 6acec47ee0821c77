/** How many messages are in queues, without touching them. */
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { sqs } from './clients/sqs.ts';
import { translated } from './failures.ts';

/** Both counts are approximate: SQS's servers agree after some seconds. */
export interface QueueCount {
  readonly queue: string;
  /** Messages that anybody may take. */
  readonly waiting: number;
  /** Messages that were handed over and are not deleted yet. */
  readonly atWork: number;
}

async function countOf(client: SQSClient, queue: string, QueueUrl: string): Promise<QueueCount> {
  const { Attributes = {} } = await translated(() =>
    client.send(
      new GetQueueAttributesCommand({
        QueueUrl,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      }),
    ),
  );
  return {
    queue,
    waiting: Number(Attributes.ApproximateNumberOfMessages),
    atWork: Number(Attributes.ApproximateNumberOfMessagesNotVisible),
  };
}

/** @param urls the queues' addresses by their names. */
export const sqsQueueCounts =
  (urls: Readonly<Record<string, string>>, client: SQSClient = sqs) =>
  (): Promise<QueueCount[]> =>
    Promise.all(Object.entries(urls).map(([queue, url]) => countOf(client, queue, url)));
