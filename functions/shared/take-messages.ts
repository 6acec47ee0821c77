/**
 * Messages that a function takes from a queue by itself when the clock starts it. Lambda would take them as soon as they come,
 * and ask for them some 650,000 times a month and queue, which is most of what an idle system costs where they are rare
 * (docs/decisions/0070).
 */
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { sqs } from './clients/sqs.ts';
import { translated } from './failures.ts';
import { log, logAbout } from './log.ts';

/** The most that SQS hands over at once. */
const BATCH = 10;

/** The shortest wait by which all of SQS's servers are asked and not a few of them: a message that is there is then found. */
const WAIT_SECONDS = 1;

export interface Taken {
  readonly id: string;
  /** As it was sent. */
  readonly body: string;
  /** How often it was handed over, with this time. */
  readonly tries: number;
}

/** How many messages were worked on, and how many come again since their work failed. */
export interface Takings {
  readonly taken: number;
  readonly left: number;
}

export interface TakingOptions {
  /** The queue's address. */
  readonly url: string;
  /** Works on one message. What it throws leaves the message on its queue, which sets it aside after its number of tries. */
  readonly work: (message: Taken) => Promise<unknown>;
  /** What is not taken by then waits for the next turn. */
  readonly outOfTime: () => boolean;
  readonly client?: SQSClient;
}

async function worked({ work }: TakingOptions, message: Message): Promise<boolean> {
  const { MessageId: id = '', Body: body = '', Attributes } = message;
  return logAbout({ messageId: id }, async () => {
    try {
      await work({ id, body, tries: Number(Attributes?.ApproximateReceiveCount ?? 1) });
      return true;
    } catch (error) {
      log('error', 'a message failed and comes again', { error });
      return false;
    }
  });
}

/** Takes what there is, a batch after the other, until nothing comes or the time is over. @throws what SQS answers. */
export async function takeMessages(options: TakingOptions): Promise<Takings> {
  const { url: QueueUrl, outOfTime, client = sqs } = options;
  const receive = new ReceiveMessageCommand({
    QueueUrl,
    MaxNumberOfMessages: BATCH,
    WaitTimeSeconds: WAIT_SECONDS,
    MessageSystemAttributeNames: ['ApproximateReceiveCount'],
  });
  let taken = 0;
  let left = 0;
  while (!outOfTime()) {
    const { Messages = [] } = await translated(() => client.send(receive));
    if (Messages.length === 0) break;
    const done: Message[] = [];
    for (const message of Messages) if (await worked(options, message)) done.push(message);
    // What is not deleted, here or because deleting it failed, comes again: work is such that it may be done twice.
    const Entries = done.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    if (Entries.length > 0) await translated(() => client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries })));
    taken += done.length;
    left += Messages.length - done.length;
  }
  return { taken, left };
}
