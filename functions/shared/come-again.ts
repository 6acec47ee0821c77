/**
 * Makes a message whose work failed come again soon (docs/decisions/0080). Only for work that has ended for certain: what a
 * queue hides for as long as a function may run, it hides so that nobody begins beside a worker who is still at it.
 */
import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { sqs } from './clients/sqs.ts';
import { translated } from './failures.ts';

/** Longer than a request that was given up can still be on its way. */
const FIRST_SECONDS = 30;
/** Each pause is so many times the one before: what failed three times is no hiccup. */
const GROWTH = 4;
/** Shorter than a lease lasts (functions/shared/lease-store.ts): the reaper would end the run meanwhile. */
const LONGEST_SECONDS = 12 * 60;

/** Seconds until a message comes again that was received so often. */
export const pauseAfter = (receipts: number): number =>
  Math.min(LONGEST_SECONDS, FIRST_SECONDS * GROWTH ** (receipts - 1));

/** @param url the queue's address. @throws what SQS answers; the message then comes when its time on the queue is over. */
export async function comeAgain(
  url: string,
  { receiptHandle, attributes }: Pick<SQSRecord, 'receiptHandle' | 'attributes'>,
  client: SQSClient = sqs,
): Promise<void> {
  const VisibilityTimeout = pauseAfter(Math.max(1, Number(attributes.ApproximateReceiveCount) || 1));
  await translated(() =>
    client.send(new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle: receiptHandle, VisibilityTimeout })),
  );
}
