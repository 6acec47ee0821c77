import { setImmediate as nextTick } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteCall, noteDynamo, startMeter } from '#functions/shared/meter.ts';
import { costOf, noUsage } from '#functions/shared/prices.ts';
import { type Engines, startEngines, testBucket } from '#test/engines.ts';

const run = { requests: 7, bytesReceived: 1000 };

describe('the meter', () => {
  it('counts for the invocation that it was started for, and for no other at the same time', async () => {
    const [one, two] = [startMeter(1024), startMeter(1024)];
    const work = async (calls: number) => {
      for (let call = 0; call < calls; call += 1) {
        await nextTick();
        noteCall('s3', 'PutObjectCommand');
      }
    };
    await Promise.all([one.run(() => work(3)), two.run(() => work(5)), work(9)]);
    expect([one.usage().s3Puts, two.usage().s3Puts]).toEqual([3, 5]);
  });

  it('takes what DynamoDB says that it charged', async () => {
    const meter = startMeter(1024);
    await meter.run(async () => {
      noteDynamo('GetItemCommand', { ConsistentRead: true }, { ConsumedCapacity: { CapacityUnits: 2.5 } });
      noteDynamo('BatchWriteItemCommand', {}, { ConsumedCapacity: [{ CapacityUnits: 3 }, { CapacityUnits: 4 }] });
    });
    expect(meter.usage()).toMatchObject({ dynamodbReadUnits: 2.5, dynamodbWriteUnits: 7 });
  });

  it('computes by size what DynamoDB does not say: 4 KB a read, half when it may lag, 1 KB a write', async () => {
    const meter = startMeter(1024);
    const text = 'x'.repeat(4090);
    await meter.run(async () => {
      noteDynamo('GetItemCommand', { ConsistentRead: true }, { Item: { text } });
      noteDynamo('QueryCommand', {}, { Items: [] });
      noteDynamo('PutItemCommand', { Item: { text } }, undefined);
    });
    expect(meter.usage()).toMatchObject({ dynamodbReadUnits: 2.5, dynamodbWriteUnits: 5 });
  });

  it('charges the memory that is configured for as long as the invocation takes', () => {
    let now = 0;
    const meter = startMeter(2048, () => now);
    now = 1500;
    expect(meter.usage()).toMatchObject({ lambdaInvocations: 1, lambdaGbSeconds: 3 });
  });
});

describe('a bill', () => {
  it('adds up all invocations and names the date of its prices', () => {
    const first = { ...noUsage(), s3Puts: 1000, sqsCalls: 1_000_000 };
    const bill = costOf([first, { ...noUsage(), s3Puts: 1000 }], run);
    expect(bill).toMatchObject({ s3Puts: 2000, sqsCalls: 1_000_000, usd: 0.41, ...run });
    expect(bill.prices).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('is not spoilt by the way that a computer adds', () => {
    const tenth = { ...noUsage(), lambdaGbSeconds: 0.1 };
    expect(costOf([tenth, { ...tenth, lambdaGbSeconds: 0.2 }], run).lambdaGbSeconds).toBe(0.3);
  });
});

describe('the clients of the functions', () => {
  let engines: Engines;
  beforeAll(async () => {
    engines = await startEngines();
    Object.assign(process.env, {
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL_DYNAMODB: engines.endpoints.dynamo,
      AWS_ENDPOINT_URL_S3: engines.endpoints.fauxqs,
    });
  });
  afterAll(() => engines.stop());

  it('are metered in whatever they do', async () => {
    const { dynamoLeaseStore } = await import('#functions/shared/dynamo-lease-store.ts');
    const { s3ObjectStore } = await import('#functions/shared/s3-object-store.ts');
    const leases = dynamoLeaseStore('control');
    const objects = s3ObjectStore(testBucket);
    const meter = startMeter(1024);
    await meter.run(async () => {
      await leases.take('kilde', 'run-1', 0);
      await leases.take('kilde', 'run-2', 0);
      await objects.put('runs/a', Buffer.from('a'));
      await objects.putStream(
        'runs/b',
        (async function* () {
          yield Buffer.from('b');
        })(),
      );
      await objects.get('runs/a');
      await objects.exists('runs/c');
    });
    await objects.get('runs/a');
    expect(meter.usage()).toMatchObject({ dynamodbWriteUnits: 2, s3Puts: 2, s3Gets: 2 });
  });
});
