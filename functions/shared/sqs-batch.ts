/** A batch of queue messages, worked on one by one, with Lambda's partial answer: only what failed comes again. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { log } from './log.ts';

/**
 * Works on each message's body in its order. A message that fails goes back to the queue, which sets it aside on its dead-letter
 * queue after its number of tries; its neighbours are not touched by it.
 */
export async function eachRecord(event: SQSEvent, work: (body: string) => Promise<unknown>): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { messageId, body } of event.Records) {
    try {
      await work(body);
    } catch (error) {
      log('error', 'a message failed and comes again', { messageId, error });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
