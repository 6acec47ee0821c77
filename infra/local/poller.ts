/** Takes messages from a queue and hands them to a function, as Lambda's event source mapping does. */
import { setTimeout as delay } from 'node:timers/promises';
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Invoker } from './invoke.ts';
import { queueArn, REGION } from './object-engine.ts';

/** The longest that SQS lets a receive wait: fewer empty answers, and a message still arrives at once. */
const WAIT_SECONDS = 20;

/** Pause after a failed receive; without it an engine that is gone would be asked in a tight loop. */
const PAUSE_AFTER_FAILURE_MS = 500;

const PartialFailures = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

export interface PollerOptions {
  readonly client: SQSClient;
  readonly queue: string;
  readonly queueUrl: string;
  readonly batchSize: number;
  /** How many batches are worked on at the same time. */
  readonly concurrency: number;
  readonly invoke: Invoker;
  /** Told of a batch that failed as a whole and of receives that failed. */
  readonly onFailure: (error: unknown) => void;
}

export interface Poller {
  /** Takes no more messages, and resolves when the batches at work have ended. */
  stop(): Promise<void>;
}

const eventOf = (queue: string, messages: readonly Message[]): SQSEvent => ({
  Records: messages.map((message) => ({
    messageId: message.MessageId ?? '',
    receiptHandle: message.ReceiptHandle ?? '',
    body: message.Body ?? '',
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '0',
      ...message.Attributes,
    },
    messageAttributes: {},
    md5OfBody: message.MD5OfBody ?? '',
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn(queue),
    awsRegion: REGION,
  })),
});

/**
 * The ids of the messages that were not dealt with. As on Lambda: a throw fails all of them, an answer without
 * `batchItemFailures` none, and an answer that names a message which was not in the batch fails all.
 */
export function failedOf(answer: unknown, ids: readonly string[]): Set<string> {
  const parsed = PartialFailures.safeParse(answer);
  if (!parsed.success) return new Set();
  const failed = new Set(parsed.data.batchItemFailures.map((failure) => failure.itemIdentifier));
  return [...failed].every((id) => ids.includes(id)) ? failed : new Set(ids);
}

async function work(options: PollerOptions, messages: readonly Message[]): Promise<void> {
  const ids = messages.map((message) => message.MessageId ?? '');
  let failed = new Set(ids);
  try {
    failed = failedOf(await options.invoke(eventOf(options.queue, messages)), ids);
  } catch (error) {
    options.onFailure(error);
  }
  const done = messages.filter((message) => !failed.has(message.MessageId ?? ''));
  // What failed is left alone: it comes back when its visibility runs out, and the queue sets it aside after maxReceive.
  if (done.length === 0) return;
  const Entries = done.map((message, index) => ({ Id: String(index), ReceiptHandle: message.ReceiptHandle }));
  await options.client.send(new DeleteMessageBatchCommand({ QueueUrl: options.queueUrl, Entries }));
}

/** Polls until it is stopped. */
export function startPoller(options: PollerOptions): Poller {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  /** Messages at work. A machine that slept finds their time run out, and must not begin with them a second time. */
  const atWork = new Set<string>();

  const receive = async (): Promise<void> => {
    const { Messages } = await options.client.send(
      new ReceiveMessageCommand({
        QueueUrl: options.queueUrl,
        MaxNumberOfMessages: options.batchSize,
        WaitTimeSeconds: WAIT_SECONDS,
        MessageSystemAttributeNames: ['All'],
      }),
      { abortSignal: stopping.signal },
    );
    const fresh = (Messages ?? []).filter(({ MessageId = '' }) => !atWork.has(MessageId));
    if (fresh.length === 0) return;
    for (const { MessageId = '' } of fresh) atWork.add(MessageId);
    const batch = work(options, fresh)
      .catch(options.onFailure)
      .finally(() => {
        for (const { MessageId = '' } of fresh) atWork.delete(MessageId);
        running.delete(batch);
      });
    running.add(batch);
    if (running.size >= options.concurrency) await Promise.race(running);
  };

  const poll = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await receive();
      } catch (error) {
        if (stopping.signal.aborted) return;
        options.onFailure(error);
        await delay(PAUSE_AFTER_FAILURE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  };

  const polling = poll();
  return {
    async stop() {
      stopping.abort();
      await polling;
      await Promise.all(running);
    },
  };
}
