/** The events of a consumer of the ledger: messages that only say "look", and the clock. */
import type { SQSBatchResponse } from 'aws-lambda';
import * as z from 'zod';
import type { Followed } from './follow-ledger.ts';

/** The messages' bodies are not read; the schedule's event has none. */
const Event = z.object({ Records: z.array(z.object({ messageId: z.string() })).default([]) }).catch({ Records: [] });

/** Unless the head was reached the messages come again: whoever holds the checkpoint now may have died with it. */
export function answerLook(event: unknown, { kind }: Followed): SQSBatchResponse {
  const { Records } = Event.parse(event);
  return { batchItemFailures: kind === 'done' ? [] : Records.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}
