/** A message whose work failed comes again sooner than its time on the queue is over, later each time, and on a real queue. */
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { comeAgain, pauseAfter } from '#functions/shared/come-again.ts';
import { TransientFailure } from '#functions/shared/failures.ts';
import { LEASE_MS } from '#functions/shared/lease-store.ts';
import { topology } from '#infra/topology.ts';
import { clientTo, type Engines, startEngines } from '#test/engines.ts';

let engines: Engines;
let client: SQSClient;
const asked: unknown[] = [];
beforeAll(async () => {
  engines = await startEngines();
  client = new SQSClient(clientTo(engines.endpoints.fauxqs));
  client.middlewareStack.add(
    (next) => (args) => {
      asked.push(args.input);
      return next(args);
    },
    { step: 'initialize' },
  );
});
afterAll(async () => {
  client.destroy();
  await engines.stop();
});

/** A message as its function gets it. */
const recordOf = (receiptHandle: string, receipts: string): Pick<SQSRecord, 'receiptHandle' | 'attributes'> => ({
  receiptHandle,
  attributes: {
    ApproximateReceiveCount: receipts,
    SentTimestamp: '0',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '0',
  },
});

it('waits longer after each receipt, and never as long as a lease lasts', () => {
  const pauses = [1, 2, 3, 4, 5].map(pauseAfter);
  expect(pauses).toEqual([30, 120, 480, 720, 720]);
  for (const pause of pauses) expect(pause * 1000).toBeLessThan(LEASE_MS);
});

it('bears an outage of twenty minutes before a harvest is set aside', () => {
  const pauses = Array.from({ length: topology.queues.harvest.maxReceive - 1 }, (_, index) => pauseAfter(index + 1));
  expect(pauses.reduce((sum, pause) => sum + pause)).toBeGreaterThan(20 * 60);
});

it('asks the queue, which knows the message by its receipt', async () => {
  const { QueueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName: 'come-again' }));
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: '{}' }));
  const { Messages: [message] = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl }));
  asked.length = 0;
  await comeAgain(QueueUrl, recordOf(message?.ReceiptHandle ?? '', '2'), client);
  expect(asked).toEqual([{ QueueUrl, ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout: 120 }]);
});

it('says so when the queue cannot be reached', async () => {
  const nowhere = new SQSClient({ ...clientTo('http://127.0.0.1:1'), maxAttempts: 1 });
  await expect(comeAgain('http://127.0.0.1:1/queue', recordOf('r', '1'), nowhere)).rejects.toThrow(TransientFailure);
  nowhere.destroy();
});
