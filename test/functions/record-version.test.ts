/** Records of older versions are upgraded step by step as they are read; of newer ones nothing is guessed. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type AttributeValue, GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeState, encodeState } from '#functions/harvest/source-state.ts';
import { dynamoAuditLog } from '#functions/shared/dynamo-audit-log.ts';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { dynamoLetterStore } from '#functions/shared/dynamo-letter-store.ts';
import { dynamoQualityStore } from '#functions/shared/dynamo-quality-store.ts';
import { dynamoRunStore } from '#functions/shared/dynamo-run-store.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { dynamoSubscriptionStore } from '#functions/shared/dynamo-subscription-store.ts';
import { TransientFailure } from '#functions/shared/failures.ts';
import { currentVersion, recordKinds, upgraded } from '#functions/shared/record-version.ts';
import { type Engines, startEngines } from '#test/engines.ts';
import { draftOf, entryOf } from './drafts.ts';
import { memoryObjects } from './memory-objects.ts';

type Item = Record<string, AttributeValue>;
interface ItemLine {
  readonly table: string;
  readonly item: Item;
}
interface ObjectLine {
  readonly object: string;
  readonly part: string;
}

/** What the program of 24 November 2026 (c176d44) kept of a source that it harvested twice. */
const older: (ItemLine | ObjectLine)[] = readFileSync('test/fixtures/older-folders/2026-11-24/records.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

const olderItems = (table: string): Item[] =>
  older.flatMap((line) => ('table' in line && line.table === table ? [line.item] : []));
const olderObject = (key: string): string => {
  const found = older.find((line): line is ObjectLine => 'object' in line && line.object === key);
  return gunzipSync(Buffer.from(found?.part ?? '', 'base64')).toString();
};

let engines: Engines;
beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

const put = (TableName: string, Item: Item) => engines.dynamo.send(new PutItemCommand({ TableName, Item }));

describe('the steps from version to version', () => {
  const kind = {
    name: 'a thing',
    steps: [(old: object) => ({ ...old, second: 'added' }), ({ second }: { second?: unknown }) => ({ third: second })],
  };

  it.each([
    [1, { first: 1 }, { third: 'added' }],
    [2, { second: 'was there' }, { third: 'was there' }],
    [3, { third: 'as it is' }, { third: 'as it is' }],
  ])('from version %i are taken in their order, and no other', (version, record, expected) => {
    expect(upgraded(kind, record, version)).toEqual(expected);
    expect(currentVersion(kind)).toBe(3);
  });

  it('are not there for a newer version: it is left to a worker that knows it', () => {
    expect(() => upgraded(kind, {}, 4)).toThrow(
      new TransientFailure('A thing was written by a newer datalandkort (version 4; this one reads up to 3).'),
    );
  });

  it('lead through the current versions of every kind', () => {
    const versions = Object.entries(recordKinds).map(([name, kind]) => [name, currentVersion(kind)]);
    expect(Object.fromEntries(versions)).toEqual({
      ledgerBatch: 1,
      entry: 1,
      checkpoint: 1,
      run: 1,
      source: 2,
      sourceState: 2,
      subscription: 1,
      letter: 1,
      auditEntry: 1,
      scorePoint: 1,
    });
  });
});

describe('records that an earlier program wrote', () => {
  it('are the log that it was, change for change, with their records', async () => {
    const table = await engines.newTable();
    const objects = memoryObjects();
    for (const item of olderItems('ledger')) await put(table, item);
    for (const line of older) if ('object' in line) await objects.put(line.object, Buffer.from(line.part, 'base64'));
    const ledger = dynamoLedger({ table, objects, client: engines.dynamo });

    const entries = await ledger.read(0, 100);

    expect(await ledger.head()).toMatchObject({ epoch: 'e1', seq: 5 });
    expect(entries.map(({ seq, type, revision }) => [seq, type, revision])).toEqual([
      [1, 'Create', 1],
      [2, 'Create', 1],
      [3, 'Create', 1],
      [4, 'Update', 2],
      [5, 'Delete', 2],
    ]);
    const titles = (await ledger.payloads(entries)).map((entry) => entry?.record.title?.da ?? null);
    expect(titles).toEqual([
      'Landspatientregisteret',
      'Cancerregisteret',
      'Fødselsregisteret',
      'Kræftregisteret',
      null,
    ]);
    expect(await ledger.append([draftOf('owner.new')], [entryOf('owner.new')])).toMatchObject([{ seq: 6 }]);
  });

  it('are its runs and sources: of a source without marks the file is the master, as it was then', async () => {
    const table = await engines.newTable();
    const [source] = olderItems('control').filter(({ pk }) => pk?.S === 'SOURCES');
    const runs = olderItems('control').filter(({ pk }) => pk?.S === 'RUNS#owner');
    expect(source?.marks).toBeUndefined();
    for (const item of [source ?? {}, ...runs]) await put(table, item);
    const sources = dynamoSourceStore(table, engines.dynamo);

    expect(await sources.kept('owner')).toMatchObject({
      source: { id: 'owner', format: 'dcat', title: { da: 'Ejeren' } },
      version: 0,
      managedBy: 'file',
      edited: null,
    });
    const [second, first] = await dynamoRunStore(table, engines.dynamo).bySource('owner', { limit: 10 });
    expect([first?.counts.created, second?.counts.updated, second?.counts.removed]).toEqual([3, 1, 1]);

    // Written again for a reason of its own, it is of the current version.
    const kept = await sources.kept('owner');
    if (kept) await sources.save({ ...kept, version: 1 });
    const Key = { pk: { S: 'SOURCES' }, sk: { S: 'owner' } };
    const { Item } = await engines.dynamo.send(new GetItemCommand({ TableName: table, Key }));
    expect(Item?.v).toEqual({ N: '2' });
    expect(await sources.kept('owner')).toMatchObject({ version: 1, managedBy: 'file' });
  });

  it('are the state of a source in its first version, which is written again in the current one', async () => {
    const text = olderObject('state/owner/current.json.gz');
    expect(JSON.parse(text.split('\n')[0] ?? '')).toMatchObject({ version: 1 });
    const lines = async function* (body: string) {
      yield* body.trimEnd().split('\n');
    };
    const state = await decodeState(lines(text));
    expect(state).toMatchObject({ source: 'owner', ledgerSeq: 5, marks: null, renames: [], comparedTo: 5 });
    expect([...(state?.records.values() ?? [])].map(({ live, revision }) => [live, revision])).toEqual([
      [true, 1],
      [true, 2],
      [false, 2],
    ]);

    const again = [...(state ? encodeState(state) : [])].map((part) => Buffer.from(part).toString()).join('');
    expect(JSON.parse(again.split('\n')[0] ?? '')).toMatchObject({ version: 2 });
    expect([...((await decodeState(lines(again)))?.records.values() ?? [])]).toEqual([
      ...(state?.records.values() ?? []),
    ]);
  });

  it('of the very first state are given what was not thought of then', async () => {
    const header = '{"version":1,"source":"a","ledgerSeq":7,"held":null}';
    const lines = async function* () {
      yield header;
    };
    expect(await decodeState(lines())).toMatchObject({ ledgerSeq: 7, marks: null, renames: [], comparedTo: null });
  });
});

describe('records that a newer program wrote', () => {
  const objects = memoryObjects();
  const client = () => engines.dynamo;
  const key = (pk: string, sk: string): Item => ({ pk: { S: pk }, sk: { S: sk } });
  const cases: [string, Item, (table: string) => Promise<unknown>][] = [
    [
      'A batch of the ledger',
      { ...key('LOG#e1#00000000', '000000000001'), last: { N: '1' }, entries: { S: '[]' } },
      (table) => dynamoLedger({ table, objects, client: client() }).read(0, 10),
    ],
    [
      'A checkpoint',
      { ...key('CHECKPOINT', 'links'), epoch: { S: 'e1' }, seq: { N: '4' } },
      (table) => dynamoCheckpointStore(table, client()).get('links'),
    ],
    ['A run', { ...key('RUNS#a', 'a.1'), run: { S: '{}' } }, (table) => dynamoRunStore(table, client()).get('a.1')],
    [
      'A source',
      { ...key('SOURCES', 'a'), definition: { S: '{}' } },
      (table) => dynamoSourceStore(table, client()).list(),
    ],
    [
      'A subscription',
      { ...key('SUBSCRIPTION', 's'), subscription: { S: '{}' } },
      (table) => dynamoSubscriptionStore(table, client()).get('s'),
    ],
    [
      'A point of a score history',
      { ...key('DATASET#a.1', 'DAY#2026-11-26'), point: { S: '{}' } },
      (table) => dynamoQualityStore({ table, objects, client: client() }).history('a.1'),
    ],
    [
      "What is known of an owner's letters",
      { ...key('OWNER#sds', 'LETTER'), letter: { S: '{}' } },
      (table) => dynamoLetterStore(table, client()).get('sds'),
    ],
    [
      'An entry of the audit log',
      { ...key('AUDIT', '01'), entry: { S: '{}' } },
      (table) => dynamoAuditLog(table, client()).list({ limit: 1 }),
    ],
  ];

  it.each(cases)('%s is not guessed at', async (name, item, read) => {
    const table = await engines.newTable();
    await put(table, { ...item, v: { N: '9' } });
    const failure = await read(table).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TransientFailure);
    expect(String(failure)).toMatch(new RegExp(`${name} was written by a newer datalandkort \\(version 9; `));
  });

  it('a record of the catalogue is not guessed at', async () => {
    const table = await engines.newTable();
    const ledger = dynamoLedger({ table, objects, client: engines.dynamo });
    const [appended] = await ledger.append([draftOf('owner.new')], [entryOf('owner.new')]);
    if (!appended?.payload) throw new Error('no payload');
    expect(appended.payload).not.toHaveProperty('version');
    const newer = { ...appended, payload: { ...appended.payload, version: 9 } };
    await expect(ledger.payload(newer)).rejects.toThrow(
      'A record of the catalogue was written by a newer datalandkort',
    );
    await expect(ledger.payload(newer)).rejects.toBeInstanceOf(TransientFailure);
  });

  it('a state of a source fails its run before anything is done', async () => {
    const lines = async function* () {
      yield '{"version":3,"source":"a","ledgerSeq":7}';
    };
    await expect(decodeState(lines())).rejects.toThrow("A source's state was written by a newer datalandkort");
  });

  it('a checkpoint is not moved by who cannot read it', async () => {
    const table = await engines.newTable();
    const checkpoints = dynamoCheckpointStore(table, engines.dynamo);
    await checkpoints.take('links', 'one', 'e1');
    await checkpoints.release('links', 'one');
    const Key = key('CHECKPOINT', 'links');
    const newer = { UpdateExpression: 'SET v = :v', ExpressionAttributeValues: { ':v': { N: '2' } } };
    await engines.dynamo.send(new UpdateItemCommand({ TableName: table, Key, ...newer }));
    await expect(checkpoints.take('links', 'two', 'e1')).rejects.toBeInstanceOf(TransientFailure);
    const { Item } = await engines.dynamo.send(new GetItemCommand({ TableName: table, Key }));
    expect(Item).toMatchObject({ seq: { N: '0' }, epoch: { S: 'e1' }, v: { N: '2' } });
  });
});
