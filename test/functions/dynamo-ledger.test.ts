import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUCKET_ENTRIES, dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { TransientFailure } from '#functions/shared/failures.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { type Engines, startEngines, testBucket } from '#test/engines.ts';
import { draftOf, entryOf } from './drafts.ts';
import { describeLedger } from './ledger.contract.ts';
import { memoryObjects } from './memory-objects.ts';

let engines: Engines;
beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

describeLedger('the ledger on DynamoDB and S3', async () => {
  const table = await engines.newTable();
  const objects = s3ObjectStore(testBucket, engines.s3);
  return { open: (clock) => dynamoLedger({ table, objects, client: engines.dynamo, clock }) };
});

const names = (count: number, source = 'sds'): string[] =>
  Array.from({ length: count }, (_, index) => `${source}.d${index}`);

/** A client whose puts fail before they are sent, or whose answers are lost after the put, until it is told to work. */
function fragileClient(trouble: 'before' | 'after') {
  const client = new DynamoDBClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    endpoint: engines.endpoints.dynamo,
    maxAttempts: trouble === 'before' ? 1 : 2,
  });
  const state = { failures: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const failing = context.commandName === 'PutItemCommand' && state.failures > 0;
      if (failing) state.failures -= 1;
      if (failing && trouble === 'before')
        throw Object.assign(new Error('the connection broke'), { code: 'ECONNRESET' });
      const result = await next(args);
      if (failing) throw Object.assign(new Error('the answer was lost'), { code: 'ECONNRESET', name: 'TimeoutError' });
      return result;
    },
    // Behind the SDK's own retries, so that those meet the trouble.
    { step: 'finalizeRequest', priority: 'low' },
  );
  return { client, state };
}

describe('the ledger on DynamoDB, in trouble', () => {
  it('leaves no gap when a writer dies between its payload and its put', async () => {
    const table = await engines.newTable();
    const objects = memoryObjects();
    const { client, state } = fragileClient('before');
    const broken = dynamoLedger({ table, objects, client });
    state.failures = 1;
    await expect(broken.append([draftOf('sds.lost')], [entryOf('sds.lost')])).rejects.toThrow(TransientFailure);
    expect(objects.contents.size).toBe(1);
    const ledger = dynamoLedger({ table, objects, client: engines.dynamo });
    await ledger.append([draftOf('sds.next')], [entryOf('sds.next')]);
    expect((await ledger.read(0, 10)).map(({ seq, dataset }) => [seq, dataset])).toEqual([[1, 'sds.next']]);
    client.destroy();
  });

  it('appends once when the answer of a put is lost and the put repeated', async () => {
    const table = await engines.newTable();
    const { client, state } = fragileClient('after');
    const ledger = dynamoLedger({ table, objects: memoryObjects(), client });
    state.failures = 1;
    const appended = await ledger.append([draftOf('sds.a')], [entryOf('sds.a')]);
    expect(state.failures).toBe(0);
    expect(await ledger.read(0, 10)).toEqual(appended);
    client.destroy();
  });

  it('writes one payload object a batch, however many races it loses', async () => {
    const table = await engines.newTable();
    const objects = memoryObjects();
    const writers = Array.from({ length: 6 }, () => dynamoLedger({ table, objects, client: engines.dynamo }));
    for (const writer of writers) await writer.head();
    await Promise.all(
      writers.map((writer, index) => writer.append([draftOf(`w.d${index}`)], [entryOf(`w.d${index}`)])),
    );
    expect(objects.contents.size).toBe(6);
    expect((await writers[0]?.read(0, 10))?.length).toBe(6);
  });

  it('looks for what follows an end that it knows without reading the last batch again', async () => {
    const table = await engines.newTable();
    const client = new DynamoDBClient({
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      endpoint: engines.endpoints.dynamo,
    });
    const read: number[] = [];
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const result = await next(args);
          if (commandName === 'QueryCommand') read.push(Object(result.output).Items.length);
          return result;
        },
      { step: 'initialize' },
    );
    const ledger = dynamoLedger({ table, objects: memoryObjects(), client });
    const other = dynamoLedger({ table, objects: memoryObjects(), client: engines.dynamo });
    await ledger.append(
      names(3).map((name) => draftOf(name)),
      names(3).map((name) => entryOf(name)),
    );
    read.length = 0;
    expect(await ledger.head()).toMatchObject({ seq: 3 });
    expect(await ledger.read(3, 100)).toEqual([]);
    expect(read).toEqual([0, 0]);
    await other.append([draftOf('sds.next')], [entryOf('sds.next')]);
    expect(await ledger.head()).toMatchObject({ seq: 4 });
    expect((await ledger.read(3, 100)).map(({ seq }) => seq)).toEqual([4]);
  });

  it('goes on over the border of a bucket, also with a batch that lies across it', async () => {
    const table = await engines.newTable();
    const objects = memoryObjects();
    const open = () => dynamoLedger({ table, objects, client: engines.dynamo });
    const run = (count: number) => {
      const each = names(count);
      return open().append(
        each.map((name) => draftOf(name)),
        each.map((name) => entryOf(name)),
      );
    };
    await run(BUCKET_ENTRIES - 50);
    const across = await run(100);
    const behind = await run(30);
    const ledger = open();
    expect(await ledger.head()).toMatchObject({ seq: BUCKET_ENTRIES + 80, published: behind.at(-1)?.published });
    expect(await ledger.read(BUCKET_ENTRIES - 50, 200)).toEqual([...across, ...behind]);
    expect(await ledger.read(BUCKET_ENTRIES + 20, 45)).toEqual([...across.slice(70), ...behind.slice(0, 15)]);
    expect((await ledger.read(BUCKET_ENTRIES - 160, 10_000)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 240 }, (_, index) => BUCKET_ENTRIES - 159 + index),
    );
  });

  it.each([0, 1, 35_000])('finds its end when the hint says %i', async (seq) => {
    const table = await engines.newTable();
    const open = () => dynamoLedger({ table, objects: memoryObjects(), client: engines.dynamo });
    const each = names(BUCKET_ENTRIES + 5);
    await open().append(
      each.map((name) => draftOf(name)),
      each.map((name) => entryOf(name)),
    );
    const Item = { pk: { S: 'LOG#e1' }, sk: { S: 'HEAD' }, seq: { N: String(seq) } };
    await engines.dynamo.send(new PutItemCommand({ TableName: table, Item }));
    expect((await open().head()).seq).toBe(BUCKET_ENTRIES + 5);
  });

  it('looks for its end anew, but not for one who is content with an end seen before', async () => {
    const table = await engines.newTable();
    const objects = memoryObjects();
    const writer = dynamoLedger({ table, objects, client: engines.dynamo });
    const reader = dynamoLedger({ table, objects, client: engines.dynamo });
    await writer.append([draftOf('sds.a'), draftOf('sds.b')], [entryOf('sds.a'), entryOf('sds.b')]);
    expect((await reader.head(1)).seq).toBe(2);
    await writer.append([draftOf('sds.c')], [entryOf('sds.c')]);
    expect((await reader.head(2)).seq).toBe(2);
    expect((await reader.head(3)).seq).toBe(3);
    await writer.append([draftOf('sds.d')], [entryOf('sds.d')]);
    expect((await reader.head()).seq).toBe(4);
  });

  it('starts a log of its own in another epoch', async () => {
    const table = await engines.newTable();
    const open = () => dynamoLedger({ table, objects: memoryObjects(), client: engines.dynamo });
    await open().append([draftOf('sds.a')], [entryOf('sds.a')]);
    const Item = { pk: { S: 'LOG' }, sk: { S: 'EPOCH' }, epoch: { S: 'e2' } };
    await engines.dynamo.send(new PutItemCommand({ TableName: table, Item }));
    expect(await open().head()).toEqual({ epoch: 'e2', seq: 0, published: null });
    await open().append([draftOf('sds.b')], [entryOf('sds.b')]);
    expect((await open().read(0, 10)).map(({ dataset }) => dataset)).toEqual(['sds.b']);
  });

  it('keeps every item below what DynamoDB takes', async () => {
    const table = await engines.newTable();
    const ledger = dynamoLedger({ table, objects: memoryObjects(), client: engines.dynamo });
    const changed = Array.from({ length: 1000 }, (_, index) => `property-number-${index}`);
    const each = names(60);
    await ledger.append(
      each.map((name) => draftOf(name, { changed })),
      each.map((name) => entryOf(name)),
    );
    const { Items } = await engines.dynamo.send(new ScanCommand({ TableName: table }));
    const sizes = (Items ?? []).map((item) => item.entries?.S?.length ?? 0);
    expect(Math.max(...sizes)).toBeLessThan(350_000);
    expect(sizes.filter((size) => size > 0).length).toBeGreaterThan(1);
  });
});
