/** Messages that a function takes by itself, on the embedded queue. */
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeMessages } from '#functions/shared/take-messages.ts';
import { type Engines, startEngines } from '#test/engines.ts';

let engines: Engines;
const urlOf = (queue: string) => `${engines.endpoints.fauxqs}/000000000000/${queue}`;

beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

async function queueWith(name: string, bodies: readonly string[], attributes: Record<string, string> = {}) {
  await engines.sqs.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
  for (const MessageBody of bodies)
    await engines.sqs.send(new SendMessageCommand({ QueueUrl: urlOf(name), MessageBody }));
  return urlOf(name);
}

/** Messages that wait, and those that were handed over and not deleted. */
async function countsOf(url: string) {
  const { Attributes = {} } = await engines.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }),
  );
  return {
    waiting: Number(Attributes.ApproximateNumberOfMessages),
    away: Number(Attributes.ApproximateNumberOfMessagesNotVisible),
  };
}

const never = () => false;

test('a message that was worked on is gone, one whose work failed comes again, and neither touches the other', async () => {
  const url = await queueWith('mixed', ['god', 'dårlig', 'også god']);
  const seen: string[] = [];
  const work = async ({ body, id, tries }: { body: string; id: string; tries: number }) => {
    expect([id.length > 0, tries]).toEqual([true, 1]);
    seen.push(body);
    if (body === 'dårlig') throw new Error('it cannot be worked on');
  };
  expect(await takeMessages({ url, work, outOfTime: never, client: engines.sqs })).toEqual({ taken: 2, left: 1 });
  expect(seen.toSorted()).toEqual(['dårlig', 'god', 'også god'].toSorted());
  expect(await countsOf(url)).toEqual({ waiting: 0, away: 1 });
});

test('a message that fails at each turn ends in the dead-letter queue after its number of tries', async () => {
  const dead = await queueWith('poison-dead', []);
  const RedrivePolicy = JSON.stringify({
    deadLetterTargetArn: 'arn:aws:sqs:eu-central-1:000000000000:poison-dead',
    maxReceiveCount: 2,
  });
  const url = await queueWith('poison', ['gift'], { VisibilityTimeout: '0', RedrivePolicy });
  const tried: number[] = [];
  const work = async ({ tries }: { tries: number }) => {
    tried.push(tries);
    throw new Error('never');
  };
  expect(await takeMessages({ url, work, outOfTime: never, client: engines.sqs })).toEqual({ taken: 0, left: 2 });
  expect(tried).toEqual([1, 2]);
  const { Messages = [] } = await engines.sqs.send(new ReceiveMessageCommand({ QueueUrl: dead }));
  expect(Messages.map(({ Body }) => Body)).toEqual(['gift']);
});

test('what there is no time for is not taken, and counts no try', async () => {
  const url = await queueWith(
    'late',
    Array.from({ length: 15 }, (_, number) => String(number)),
  );
  let batches = 0;
  const outOfTime = () => batches++ > 0;
  expect(await takeMessages({ url, work: async () => undefined, outOfTime, client: engines.sqs })).toEqual({
    ...{ taken: 10, left: 0 },
  });
  expect(await countsOf(url)).toEqual({ waiting: 5, away: 0 });
});
