/** The way of a message that nobody can work on, on the embedded engines: queue, dead-letter queue, archive, and back. */
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { topology } from '#infra/topology.ts';
import { namesOf } from '#infra/topology-shape.ts';
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
  for (const name of namesOf(topology.queues)) await makeQueue(name);
  setHandlerEnvironment(engines, { PUBLIC_URL: BASE });
  setAside = (await import('#functions/set-aside/handler.ts')).handler;
  api = (await import('#functions/api/handler.ts')).handler;
});
afterAll(() => engines.stop());

async function receive(queue: string): Promise<Message | undefined> {
  const command = new ReceiveMessageCommand({ QueueUrl: url(queue), MessageSystemAttributeNames: ['All'] });
  return (await engines.sqs.send(command)).Messages?.[0];
}

/** Sends a message and takes it as often as its queue allows: SQS then moves it to the dead-letter queue. */
async function letDie(queue: string, body: string): Promise<void> {
  await engines.sqs.send(new SendMessageCommand({ QueueUrl: url(queue), MessageBody: body }));
  for (let tried = 0; tried <= TRIES; tried += 1) await receive(queue);
}

/** Messages in a queue, those that somebody is working on among them. */
async function inQueue(queue: string): Promise<number> {
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const command = new GetQueueAttributesCommand({ QueueUrl: url(queue), AttributeNames: [...names] });
  const { Attributes = {} } = await engines.sqs.send(command);
  return names.reduce((sum, name) => sum + Number(Attributes[name]), 0);
}

const nothing = { taken: 0, left: 0 };
const nothingElse = { harvest: nothing, project: nothing, search: nothing, bounces: nothing, webhooks: nothing };

const ask = async (target: string, method = 'GET') => {
  const answer: APIGatewayProxyStructuredResultV2 = await api(requestOf(target, { method, headers: bearer }), context);
  return { status: answer.statusCode, json: JSON.parse(answer.body ?? 'null') };
};

it('a message that nobody can work on is kept, shown, and comes back to its queue when it is replayed', async () => {
  await letDie('project', '{"head":7}');
  expect(await inQueue('project-dead')).toBe(1);
  expect(await setAside({}, context)).toEqual({ ...nothingElse, project: { taken: 1, left: 0 } });
  expect(await inQueue('project-dead')).toBe(0);
  const { items } = (await ask('/v1/dead-letters')).json;
  expect(items).toMatchObject([{ queue: 'project', message: '{"head":7}' }]);
  expect(items[0].tries).toBeGreaterThanOrEqual(TRIES);
  expect(await ask(`/v1/dead-letters/${items[0].id}/replay`, 'POST')).toMatchObject({ json: { kind: 'replayed' } });
  expect((await receive('project'))?.Body).toBe('{"head":7}');
  expect((await ask('/v1/dead-letters')).json.items).toEqual([]);
});

it('a harvest of a source that is gone is kept, and says why it cannot be started again', async () => {
  const body = JSON.stringify({ source: 'vaek', run: 'vaek.20260101T000000Z.aaaaaa', force: false, invocation: 1 });
  await letDie('harvest', body);
  await setAside({}, context);
  const id = 'harvest.vaek.20260101T000000Z.aaaaaa';
  expect((await ask(`/v1/dead-letters/${id}`)).json).toMatchObject({ run: 'vaek.20260101T000000Z.aaaaaa' });
  expect(await ask(`/v1/dead-letters/${id}/replay`, 'POST')).toMatchObject({
    status: 409,
    json: { detail: 'The source is not among the sources any more.' },
  });
});

it('all of them are kept in one turn, however many batches they are', async () => {
  for (let number = 0; number < 23; number += 1) await letDie('webhooks', JSON.stringify({ number }));
  expect(await setAside({}, context)).toEqual({ ...nothingElse, webhooks: { taken: 23, left: 0 } });
  expect(
    (await ask('/v1/dead-letters')).json.items.filter(({ queue }: { queue: string }) => queue === 'webhooks'),
  ).toHaveLength(23);
});

it('a turn that has no time left takes nothing, and the next one does', async () => {
  await letDie('search', '{"head":8}');
  expect(await setAside({}, { getRemainingTimeInMillis: () => 1000 } as Context)).toEqual(nothingElse);
  expect(await inQueue('search-dead')).toBe(1);
  expect(await setAside({}, context)).toEqual({ ...nothingElse, search: { taken: 1, left: 0 } });
});
