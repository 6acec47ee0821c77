/** A batch of queue messages, worked on one by one, with Lambda's partial answer: only what failed comes again. */
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { log, logAbout } from './log.ts';

type About = (body: string) => Readonly<Record<string, unknown>>;

function saidOf(body: string, about: About): ReturnType<About> {
  try {
    return about(body);
  } catch {
    // What cannot be read fails in its work, with the reason.
    return {};
  }
}

/**
 * Works on each message's body in its order. A message that fails goes back to the queue, which sets it aside on its dead-letter
 * queue after its number of tries; its neighbours are not touched by it.
 * @param about what the log's lines say of a message's work.
 */
export async function eachRecord(
  event: SQSEvent,
  work: (body: string, record: SQSRecord) => Promise<unknown>,
  about: About = () => ({}),
): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const record of event.Records) {
    const { messageId, body } = record;
    await logAbout({ messageId, ...saidOf(body, about) }, async () => {
      try {
        await work(body, record);
      } catch (error) {
        log('error', 'a message failed and comes again', { error });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    });
  }
  return { batchItemFailures };
}
