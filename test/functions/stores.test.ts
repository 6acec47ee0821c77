/** The catalogue, the checkpoints and the objects keep the same rules in memory and on the embedded engines. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueStore, DatasetWrite } from '#functions/shared/catalogue-store.ts';
import { type CheckpointStore, HOLD_MS } from '#functions/shared/checkpoint-store.ts';
import { dynamoCatalogueStore } from '#functions/shared/dynamo-catalogue-store.ts';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { packed } from '#functions/shared/ledger-batch.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { type Engines, startEngines, testBucket } from '#test/engines.ts';
import { entryOf } from './drafts.ts';
import { memoryCatalogue, memoryCheckpoints } from './memory-catalogue.ts';
import { memoryObjects } from './memory-objects.ts';

let engines: Engines;
beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

const datasetOf = (id: string, over: Partial<DatasetWrite> = {}): DatasetWrite => ({
  id,
  source: id.slice(0, id.indexOf('.')),
  kind: 'Dataset',
  state: 'live',
  revision: 1,
  seq: 1,
  published: '2026-11-23T04:00:00.000Z',
  contentHash: `sha256:${id}`,
  summary: { identifier: id, title: { da: id }, publisher: { da: 'Ejer' }, example: false },
  tombstone: null,
  entry: entryOf(id),
  payload: { key: 'payloads/a.jsonl.gz', line: 1 },
  ...over,
});

const removedOf = (id: string): DatasetWrite =>
  datasetOf(id, {
    state: 'removed',
    contentHash: null,
    entry: null,
    payload: null,
    tombstone: { deletedAt: '2026-11-23T04:00:00.000Z', lastRevision: 1, cause: 'withdrawn', replacedBy: null },
  });

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

const catalogues: [string, () => Promise<CatalogueStore>][] = [
  ['in memory', async () => memoryCatalogue()],
  [
    'on DynamoDB',
    async () =>
      dynamoCatalogueStore({ table: await engines.newTable(), objects: memoryObjects(), client: engines.dynamo }),
  ],
];

describe.each(catalogues)('the catalogue %s', (_, create) => {
  it('gives back a dataset and its record', async () => {
    const catalogue = await create();
    await catalogue.write([datasetOf('sds.a')]);
    const { payload, ...stored } = datasetOf('sds.a');
    expect(await catalogue.get('sds.a')).toMatchObject(stored);
    expect(await catalogue.get('sds.b')).toBeUndefined();
    expect(await catalogue.get('nothing')).toBeUndefined();
  });

  it('gives back a tombstone', async () => {
    const catalogue = await create();
    await catalogue.write([datasetOf('sds.a')]);
    await catalogue.write([removedOf('sds.a')]);
    expect(await catalogue.get('sds.a')).toMatchObject({
      state: 'removed',
      entry: null,
      tombstone: { lastRevision: 1 },
    });
  });

  it('lists source by source and id by id, and walks the same in any page size', async () => {
    const catalogue = await create();
    const ids = ['a.x', 'a.y', 'a.z', 'a-b.x', 'a-b.y', 'b.a', 'b.b'];
    await catalogue.write(ids.toReversed().map((id) => datasetOf(id)));
    for (const limit of [1, 2, 3, 100]) {
      const walked: string[] = [];
      for (let after: string | undefined; ; after = walked.at(-1)) {
        const rows = await catalogue.list({ limit, after });
        walked.push(...idsOf(rows));
        if (rows.length < limit) break;
      }
      expect(walked).toEqual(ids);
    }
  });

  it('lists one source, and one state', async () => {
    const catalogue = await create();
    await catalogue.write([datasetOf('a.x'), removedOf('a.y'), datasetOf('a.z'), datasetOf('b.x')]);
    expect(idsOf(await catalogue.list({ source: 'a', limit: 10 }))).toEqual(['a.x', 'a.y', 'a.z']);
    expect(idsOf(await catalogue.list({ state: 'live', limit: 2 }))).toEqual(['a.x', 'a.z']);
    expect(idsOf(await catalogue.list({ state: 'removed', limit: 2 }))).toEqual(['a.y']);
    expect(idsOf(await catalogue.list({ source: 'a', state: 'live', after: 'a.x', limit: 1 }))).toEqual(['a.z']);
    expect(await catalogue.list({ source: 'c', limit: 10 })).toEqual([]);
  });

  it('writes more datasets at once than one request takes', async () => {
    const catalogue = await create();
    await catalogue.write(Array.from({ length: 260 }, (_, index) => datasetOf(`a.d${index}`)));
    expect((await catalogue.list({ limit: 500 })).length).toBe(260);
  });
});

describe('the catalogue on DynamoDB', () => {
  it('leaves a record that is too large for an item in the payload object', async () => {
    const objects = memoryObjects();
    const catalogue = dynamoCatalogueStore({ table: await engines.newTable(), objects, client: engines.dynamo });
    // Chance does not compress: half a megabyte of it fills more than an item.
    const large = entryOf('sds.large', randomBytes(400_000).toString('base64'));
    objects.contents.set('payloads/a.jsonl.gz', await packed(['', JSON.stringify(large)]));
    await catalogue.write([datasetOf('sds.large', { entry: large })]);
    expect((await catalogue.get('sds.large'))?.entry).toEqual(large);
  });
});

let now = 1_000_000;
const checkpoints: [string, () => Promise<CheckpointStore>][] = [
  ['in memory', async () => memoryCheckpoints(() => now)],
  ['on DynamoDB', async () => dynamoCheckpointStore(await engines.newTable(), engines.dynamo, () => now)],
];

describe.each(checkpoints)('checkpoints %s', (_, create) => {
  const start = { epoch: 'e1', seq: 0 };
  const step = (from: number, to: number, holder = 'one') => ({
    consumer: 'datasets',
    holder,
    from: { epoch: 'e1', seq: from },
    to: { epoch: 'e1', seq: to },
  });

  it('begin at the start of the log, and go on from where they were left', async () => {
    const store = await create();
    expect(await store.get('datasets')).toBeUndefined();
    expect(await store.take('datasets', 'one', 'e1')).toEqual(start);
    expect(await store.advance(step(0, 10))).toBe(true);
    await store.release('datasets', 'one');
    expect(await store.take('datasets', 'two', 'e1')).toEqual({ epoch: 'e1', seq: 10 });
  });

  it('are held by one worker at a time, until its hold runs out', async () => {
    const store = await create();
    await store.take('datasets', 'one', 'e1');
    expect(await store.take('datasets', 'two', 'e1')).toBeUndefined();
    now += HOLD_MS + 1;
    expect(await store.take('datasets', 'two', 'e1')).toEqual(start);
    expect(await store.advance(step(0, 10, 'one'))).toBe(false);
    await store.release('datasets', 'one');
    expect(await store.take('datasets', 'three', 'e1')).toBeUndefined();
  });

  it('keep a hold alive with each step', async () => {
    const store = await create();
    await store.take('datasets', 'one', 'e1');
    now += HOLD_MS - 1;
    await store.advance(step(0, 10));
    now += HOLD_MS - 1;
    expect(await store.take('datasets', 'two', 'e1')).toBeUndefined();
  });

  it('move only from where the worker thinks they are', async () => {
    const store = await create();
    await store.take('datasets', 'one', 'e1');
    await store.advance(step(0, 10));
    expect(await store.advance(step(0, 20))).toBe(false);
    await store.rewind('datasets', { epoch: 'e1', seq: 5 });
    expect(await store.get('datasets')).toEqual({ epoch: 'e1', seq: 5 });
    await store.rewind('datasets', { epoch: 'e1', seq: 7 });
    await store.rewind('datasets', { epoch: 'e0', seq: 1 });
    expect(await store.get('datasets')).toEqual({ epoch: 'e1', seq: 5 });
  });
});

const stores: [string, () => ObjectStore][] = [
  ['in memory', () => memoryObjects()],
  ['on S3', () => s3ObjectStore(testBucket, engines.s3)],
];

describe.each(stores)('objects %s', (_, create) => {
  async function* chunks(count: number, size: number): AsyncGenerator<Uint8Array> {
    for (let index = 0; index < count; index += 1) yield new Uint8Array(size).fill(index);
  }

  it('come back as they were put, whole and in pieces', async () => {
    const store = create();
    await store.put('one/a', Buffer.from('æøå'), { contentType: 'text/plain' });
    expect(Buffer.from((await store.get('one/a')) ?? []).toString()).toBe('æøå');
    expect(Buffer.concat(await Array.fromAsync((await store.getStream('one/a')) ?? [])).toString()).toBe('æøå');
    expect(await store.exists('one/a')).toBe(true);
  });

  it('are undefined when they are not there', async () => {
    const store = create();
    expect(await store.get('none')).toBeUndefined();
    expect(await store.getStream('none')).toBeUndefined();
    expect(await store.exists('none')).toBe(false);
  });

  it('are listed by prefix, in order', async () => {
    const store = create();
    for (const key of ['two/b', 'two/a', 'twofold']) await store.put(key, Buffer.from(key));
    expect(await Array.fromAsync(store.list('two/'))).toEqual(['two/a', 'two/b']);
  });

  it('may be larger than one part', async () => {
    const store = create();
    await store.putStream('large', chunks(13, 1_000_000));
    const bytes = await store.get('large');
    expect(bytes?.length).toBe(13_000_000);
    expect([bytes?.[0], bytes?.[6_500_000], bytes?.[12_999_999]]).toEqual([0, 6, 12]);
  });
});
