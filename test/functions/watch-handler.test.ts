/** A dead letter that nobody sets aside, on the embedded engines: the figure that the alarm stands on, and the line that names its queue. */
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import type { Watched } from '#functions/watch/watch.ts';
import { topology } from '#infra/topology.ts';
import { deadLetterOf, namesOf } from '#infra/topology-shape.ts';
import { watchMetrics } from '#schemas/watch-metrics.ts';
import { type Engines, startEngines, testBucket } from '#test/engines.ts';
import { setHandlerEnvironment } from './handler-environment.ts';

const context = { getRemainingTimeInMillis: () => 60_000 } as Context;

let engines: Engines;
let watch: (event: object, context: Context) => Promise<Watched>;
let setAside: typeof import('#functions/set-aside/handler.ts').handler;

const url = (queue: string) => `${engines.endpoints.fauxqs}/000000000000/${queue}`;

beforeAll(async () => {
  engines = await startEngines();
  for (const name of namesOf(topology.queues)) {
    await engines.sqs.send(new CreateQueueCommand({ QueueName: deadLetterOf(name) }));
    const { Attributes } = await engines.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: url(deadLetterOf(name)), AttributeNames: ['QueueArn'] }),
    );
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: Attributes?.QueueArn, maxReceiveCount: 1 });
    await engines.sqs.send(
      new CreateQueueCommand({ QueueName: name, Attributes: { VisibilityTimeout: '0', RedrivePolicy } }),
    );
  }
  setHandlerEnvironment(engines, { METRICS: 'Datalandkort' });
  // What the handler gives back is what middy gives back: the type of its work's result.
  watch = (await import('#functions/watch/handler.ts')).handler as unknown as typeof watch;
  setAside = (await import('#functions/set-aside/handler.ts')).handler;
});
afterAll(() => engines.stop());

/** One turn, with the line that CloudWatch would read. */
async function turn(): Promise<{ told: Watched; line: Record<string, unknown> & { _aws?: unknown } }> {
  const written: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  const told = await watch({}, context).finally(() => spy.mockRestore());
  const lines = written.map((text) => JSON.parse(text)).filter((line) => '_aws' in line);
  expect(lines).toHaveLength(1);
  return { told, line: lines[0] };
}

/** Lets what watch remembers of waiting queues be older by some minutes. */
async function age(minutes: number): Promise<void> {
  const objects = s3ObjectStore(testBucket);
  const kept = JSON.parse(Buffer.from((await objects.get('watch/queues.json')) ?? []).toString('utf8'));
  const aged = Object.entries(kept).map(([queue, since]) => [
    queue,
    new Date(Date.parse(String(since)) - minutes * 60_000).toISOString(),
  ]);
  await objects.put('watch/queues.json', Buffer.from(JSON.stringify(Object.fromEntries(aged))), {
    contentType: 'application/json',
  });
}

test('a dead letter that is not set aside is counted and its queue named, until it is set aside', async () => {
  await engines.sqs.send(new SendMessageCommand({ QueueUrl: url('project'), MessageBody: '{"head":7}' }));
  for (let tried = 0; tried < 2; tried += 1)
    await engines.sqs.send(new ReceiveMessageCommand({ QueueUrl: url('project') }));

  expect((await turn()).told.figures.QueuesWaiting).toBe(0);
  await age(11);
  const { told, line } = await turn();
  expect(told.figures).toMatchObject({ QueuesWaiting: 1, DeadLetters: 0 });
  expect(line).toMatchObject({ QueuesWaiting: 1, ill: { QueuesWaiting: ['project-dead'] } });
  expect(line._aws).toMatchObject({
    CloudWatchMetrics: [
      { Namespace: 'Datalandkort', Dimensions: [[]], Metrics: { length: namesOf(watchMetrics).length } },
    ],
  });
  for (const name of namesOf(watchMetrics)) expect([name, typeof line[name]]).toEqual([name, 'number']);

  await setAside({}, context);
  const after = await turn();
  expect(after.line).toMatchObject({ QueuesWaiting: 0 });
  expect(after.told.ill).not.toHaveProperty('QueuesWaiting');
});
