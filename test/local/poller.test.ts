import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clientOf } from '#infra/local/engines.ts';
import type { Invoker } from '#infra/local/invoke.ts';
import { type ObjectEngine, queueUrl, startObjectEngine } from '#infra/local/object-engine.ts';
import { failedOf, type Poller, startPoller } from '#infra/local/poller.ts';
import { topology } from '#infra/topology.ts';

describe('which messages of a batch failed', () => {
  test('an answer without batchItemFailures says that all succeeded', () => {
    expect(failedOf(undefined, ['a', 'b'])).toEqual(new Set());
  });

  test('only those that are named', () => {
    expect(failedOf({ batchItemFailures: [{ itemIdentifier: 'b' }] }, ['a', 'b'])).toEqual(new Set(['b']));
  });

  test('all of them when a name is not one of the batch', () => {
    expect(failedOf({ batchItemFailures: [{ itemIdentifier: '?' }] }, ['a', 'b'])).toEqual(new Set(['a', 'b']));
  });
});

describe('against the engine', () => {
  // A visibility of one second, so that a redelivery can be seen without waiting.
  const quick = { ...topology, queues: { ...topology.queues, harvest: { visibility: 1, maxReceive: 2 } } };
  let folder: string;
  let engine: ObjectEngine;
  let client: SQSClient;
  let poller: Poller | undefined;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'poller-'));
    engine = await startObjectEngine(folder, quick, 'bucket');
    client = new SQSClient(clientOf(engine.address));
  });

  afterEach(async () => {
    await poller?.stop();
    await engine.stop();
    rmSync(folder, { recursive: true });
  });

  const send = (body: string) =>
    client.send(new SendMessageCommand({ QueueUrl: queueUrl(engine.address, 'harvest'), MessageBody: body }));

  const poll = (invoke: Invoker, batchSize = 1, concurrency = 1) => {
    poller = startPoller({
      client,
      queue: 'harvest',
      queueUrl: queueUrl(engine.address, 'harvest'),
      batchSize,
      concurrency,
      invoke,
      onFailure: () => undefined,
    });
  };

  const dead = async (): Promise<string[]> => {
    const { Messages } = await client.send(
      new ReceiveMessageCommand({ QueueUrl: queueUrl(engine.address, 'harvest-dead'), WaitTimeSeconds: 5 }),
    );
    return (Messages ?? []).map(({ Body }) => Body ?? '');
  };

  const bodiesOf = (event: unknown): string[] =>
    (event as { Records: { body: string }[] }).Records.map(({ body }) => body);

  test('a message that failed comes back after its visibility, and those beside it do not', async () => {
    const seen: string[] = [];
    await send('good');
    await send('bad');
    poll(async (event) => {
      const { Records } = event as { Records: { body: string; messageId: string }[] };
      seen.push(...bodiesOf(event));
      const failed = Records.filter(({ body }) => body === 'bad' && seen.filter((one) => one === 'bad').length < 2);
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    }, 10);

    await vi.waitFor(() => expect(seen).toEqual(['good', 'bad', 'bad']), { timeout: 30_000 });
  });

  test('a message that always fails is set aside in the dead-letter queue', async () => {
    await send('poison');
    poll(async () => {
      throw new Error('no');
    });

    await vi.waitFor(async () => expect(await dead()).toEqual(['poison']), { timeout: 40_000 });
  });

  test('stopping waits for the work at hand', async () => {
    let finish: () => void = () => undefined;
    let ended = false;
    await send('long');
    const began = new Promise<void>((resolve) => {
      poll(async () => {
        resolve();
        await new Promise<void>((done) => {
          finish = done;
        });
        ended = true;
      });
    });
    await began;

    const stopped = poller?.stop();
    finish();
    await stopped;

    expect(ended).toBe(true);
  });

  test('no more batches are at work than the function may have at a time', async () => {
    let now = 0;
    let most = 0;
    let done = 0;
    for (const body of ['a', 'b', 'c', 'd', 'e']) await send(body);
    poll(
      async () => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setImmediate(resolve));
        now -= 1;
        done += 1;
      },
      1,
      2,
    );

    await vi.waitFor(() => expect(done).toBe(5));
    expect(most).toBeLessThanOrEqual(2);
  });
});
