/** The way of a message that nobody can work on, on the embedded engines: queue, dead-letter queue, archive, and back. */
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import type { APIGatewayProxyStructuredResultV2, Context, SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Engines, startEngines } from '#test/engines.ts';
import { BASE, eventOf as requestOf, TOKEN } from './api/scene.ts';
import { setHandlerEnvironment } from './handler-environment.ts';

const TRIES = 2;
const context = { getRemainingTimeInMillis: () => 60_000 } as Context;
const bearer = { authorization: `Bearer ${TOKEN}` };

let engines: Engines;
let setAside: typeof import('#functions/set-aside/handler.ts').handler;
let api: typeof import('#functions/api/handler.ts').handler;

const url = (queue: string) => `${engines.endpoints.fauxqs}/000000000000/${queue}`;
const arn = (queue: string) => `arn:aws:sqs:eu-central-1:000000000000:${queue}`;

async function makeQueue(name: string): Promise<void> {
  await engines.sqs.send(new CreateQueueCommand({ QueueName: `${name}-dead` }));
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arn(`${name}-dead`), maxReceiveCount: TRIES });
  const Attributes = { VisibilityTimeout: '0', RedrivePolicy };
  await engines.sqs.send(new CreateQueueCommand({ QueueName: name, Attributes }));
}

beforeAll(async () => {
  engines = await startEngines();
  for (const name of ['harvest', 'project']) await makeQueue(name);
  setHandlerEnvironment(engines, { PUBLIC_URL: BASE });
  setAside = (await import('#functions/set-aside/handler.ts')).handler;
  api = (await import('#functions/api/handler.ts')).handler;
});
afterAll(() => engines.stop());

async function receive(queue: string): Promise<Message | undefined> {
  const command = new ReceiveMessageCommand({ QueueUrl: url(queue), MessageSystemAttributeNames: ['All'] });
  return (await engines.sqs.send(command)).Messages?.[0];
}

/** A message that was received as often as its queue allows, as Lambda hands it over from the dead-letter queue. */
async function deadEvent(queue: string, body: string): Promise<SQSEvent> {
  await engines.sqs.send(new SendMessageCommand({ QueueUrl: url(queue), MessageBody: body }));
  for (let tried = 0; tried <= TRIES; tried += 1) await receive(queue);
  const message = await receive(`${queue}-dead`);
  if (!message) throw new Error('nothing was moved to the dead-letter queue');
  await engines.sqs.send(
    new DeleteMessageCommand({ QueueUrl: url(`${queue}-dead`), ReceiptHandle: message.ReceiptHandle }),
  );
  const record = {
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
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: arn(`${queue}-dead`),
    awsRegion: 'eu-central-1',
  };
  return { Records: [record] };
}

const ask = async (target: string, method = 'GET') => {
  const answer: APIGatewayProxyStructuredResultV2 = await api(requestOf(target, { method, headers: bearer }), context);
  return { status: answer.statusCode, json: JSON.parse(answer.body ?? 'null') };
};

it('a message that nobody can work on is kept, shown, and comes back to its queue when it is replayed', async () => {
  expect(await setAside(await deadEvent('project', '{"head":7}'), context)).toEqual({ batchItemFailures: [] });
  const { items } = (await ask('/v1/dead-letters')).json;
  expect(items).toMatchObject([{ queue: 'project', message: '{"head":7}' }]);
  expect(items[0].tries).toBeGreaterThanOrEqual(TRIES);
  expect(await ask(`/v1/dead-letters/${items[0].id}/replay`, 'POST')).toMatchObject({ json: { kind: 'replayed' } });
  expect((await receive('project'))?.Body).toBe('{"head":7}');
  expect((await ask('/v1/dead-letters')).json.items).toEqual([]);
});

it('a harvest of a source that is gone is kept, and says why it cannot be started again', async () => {
  const body = JSON.stringify({ source: 'vaek', run: 'vaek.20260101T000000Z.aaaaaa', force: false, invocation: 1 });
  await setAside(await deadEvent('harvest', body), context);
  const id = 'harvest.vaek.20260101T000000Z.aaaaaa';
  expect((await ask(`/v1/dead-letters/${id}`)).json).toMatchObject({ run: 'vaek.20260101T000000Z.aaaaaa' });
  expect(await ask(`/v1/dead-letters/${id}/replay`, 'POST')).toMatchObject({
    status: 409,
    json: { detail: 'The source is not among the sources any more.' },
  });
});

it('a message of a queue that is not known stays on its dead-letter queue', async () => {
  const event = await deadEvent('harvest', '{}');
  const [record] = event.Records;
  if (!record) throw new Error('no record');
  const strange = { Records: [{ ...record, eventSourceARN: arn('something-else') }] };
  expect(await setAside(strange, context)).toEqual({ batchItemFailures: [{ itemIdentifier: record.messageId }] });
});
