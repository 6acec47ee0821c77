/**
 * The rules of SQS's standard queues and of SNS: a message comes at least once, at some time, in any order, and has a largest
 * size. Messages of a topic reach their queues inside the engine, so delay and repetition are laid on what is received.
 */
import * as z from 'zod';
import { type Answered, type Asked, type Proceed, type Rule, refusal, withBody } from './proxy.ts';
import type { QueueRules } from './rules.ts';

/**
 * The largest message of a topic (Amazon SNS, "quotas"), and so of the queues behind it. SQS alone takes 1 MiB since August
 * 2025; what fits the topic fits everywhere.
 */
const LARGEST_MESSAGE = 256 * 1024;

const Message = z.looseObject({ MessageId: z.string(), ReceiptHandle: z.string() });
type Message = z.infer<typeof Message>;

const Received = z.looseObject({ Messages: z.array(Message).optional() });

const Receive = z.looseObject({ QueueUrl: z.string(), MaxNumberOfMessages: z.number().default(1) });

interface Ground {
  readonly rules: QueueRules;
  readonly dice: () => number;
  /** Deliveries that come a second time, by queue. */
  readonly again: Map<string, Message[]>;
  /** Messages that were held back once: a second time could cost them all the receipts that they have. */
  readonly heldBack: Set<string>;
}

/** In any order: each message changes its place with one before it or with itself. */
function shuffled<Value>(values: readonly Value[], dice: () => number): Value[] {
  const mixed = [...values];
  for (const [index, value] of values.entries()) {
    const other = Math.floor(dice() * (index + 1));
    mixed[index] = mixed[other] ?? value;
    mixed[other] = value;
  }
  return mixed;
}

/** The body of a message, or of all messages of a batch, as it is written in the request. */
function payloadOf({ call, body }: Asked): string | undefined {
  if (call.operation === 'SendMessage' || call.operation === 'SendMessageBatch') return body.toString();
  return call.operation === 'Publish' ? (new URLSearchParams(body.toString()).get('Message') ?? '') : undefined;
}

/** Gives a message back to its queue, from which it comes again in some seconds. */
async function holdBack({ rules, dice }: Ground, asked: Asked, handle: string, proceed: Proceed): Promise<void> {
  const { QueueUrl } = Receive.parse(JSON.parse(asked.body.toString()));
  const VisibilityTimeout = 1 + Math.floor(dice() * rules.delaySeconds);
  await proceed({
    ...asked,
    headers: { ...asked.headers, 'x-amz-target': 'AmazonSQS.ChangeMessageVisibility' },
    body: Buffer.from(JSON.stringify({ QueueUrl, ReceiptHandle: handle, VisibilityTimeout })),
  });
}

async function receive(ground: Ground, asked: Asked, proceed: Proceed): Promise<Answered> {
  const { rules, dice, again, heldBack } = ground;
  const { MaxNumberOfMessages: most } = Receive.parse(JSON.parse(asked.body.toString()));
  const answered = await proceed(asked);
  if (answered.status !== 200) return answered;
  const { Messages = [], ...others } = Received.parse(JSON.parse(answered.body.toString()));
  const now: Message[] = [];
  const earlier = again.get(asked.call.target) ?? [];
  const later = earlier.slice(most - Messages.length);
  for (const message of Messages) {
    if (!heldBack.has(message.MessageId) && dice() < rules.delayed) {
      heldBack.add(message.MessageId);
      await holdBack(ground, asked, message.ReceiptHandle, proceed);
      continue;
    }
    now.push(message);
    if (dice() < rules.duplicated) later.push(message);
  }
  again.set(asked.call.target, later);
  const delivered = shuffled([...now, ...earlier.slice(0, most - Messages.length)], dice);
  return withBody(answered, { ...others, ...(delivered.length > 0 && { Messages: delivered }) });
}

/** @param dice even numbers from 0 up to 1. */
export function queueRule(rules: QueueRules, dice: () => number): Rule {
  const ground: Ground = { rules, dice, again: new Map(), heldBack: new Set() };
  return async (asked, proceed) => {
    const { call } = asked;
    const payload = payloadOf(asked);
    if (payload !== undefined && Buffer.byteLength(payload) > LARGEST_MESSAGE) {
      const name = call.service === 'sns' ? 'InvalidParameter' : 'InvalidParameterValue';
      return refusal(call, name, 400, `Message must be shorter than ${LARGEST_MESSAGE} bytes.`);
    }
    if (call.operation === 'ReceiveMessage') return receive(ground, asked, proceed);
    const answered = await proceed(asked);
    return dice() < rules.lost ? { ...answered, cut: 'before' } : answered;
  };
}
