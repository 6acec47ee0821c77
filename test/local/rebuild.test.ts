/** Each view is damaged on a real system, built anew from the ledger, and must be what it was. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '#functions/rebuild-views/rebuilt.ts';
import { readLines } from '#functions/shared/json-lines.ts';
import { beginCommand } from './command.ts';
import { type Row, startWholeSystem, type WholeSystem } from './whole-system.ts';

let folder: string;
let system: WholeSystem;

const DATASETS = 250;
const idOf = (number: number): string => `sds.d${String(number).padStart(4, '0')}`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rebuild-'));
  system = await startWholeSystem(join(folder, 'data'));
  const many = Array.from({ length: DATASETS }, (_, index) => [idOf(index), { title: { da: `Måling ${index} æøå` } }]);
  await system.publish(Object.fromEntries(many));
  await system.publish({
    'ncrr.car': { title: { da: 'Cancerregisteret' } },
    'sds.car': { title: { da: 'Cancerregisteret' } },
    [idOf(3)]: { title: { da: 'Et andet navn' } },
    [idOf(4)]: null,
  });
  await system.catchUp();
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const HEAD = DATASETS + 4;
const LIVE = DATASETS + 1;

async function rebuilt(view: string): Promise<Report> {
  const call = () => system.host.invoke('rebuild-views', { view });
  // Under rules of AWS an invocation may fail; whoever called it calls it again (docs/operating.md).
  const answer = await call().catch(call);
  expect(answer).toMatchObject({ kind: 'done' });
  return (answer as { report: Report }).report;
}

/** What the catalogue table holds, without the holds of workers. */
const catalogue = async (): Promise<Row[]> => system.rows('catalogue');

const objectsUnder = async (prefix: string): Promise<Record<string, string>> => {
  const { objects } = system.host.stores;
  const keys = await Array.fromAsync(objects.list(prefix));
  const bodies = await Promise.all(keys.map((key) => objects.get(key)));
  return Object.fromEntries(keys.map((key, index) => [key, Buffer.from(bodies[index] ?? '').toString('base64')]));
};

const drop = (pk: string, sk: string) =>
  system.tables.send(new DeleteItemCommand({ TableName: 'catalogue', Key: { pk: { S: pk }, sk: { S: sk } } }));
const put = (Item: Row) => system.tables.send(new PutItemCommand({ TableName: 'catalogue', Item }));

const asked = async (path: string): Promise<unknown> => (await fetch(`${system.host.address}${path}`)).json();

const dropObject = (key: string) => system.host.stores.objects.remove(key);

describe('a view that was damaged is built anew from the ledger', () => {
  test('the datasets table, row for row, with its tombstones and without rows that nobody published', async () => {
    const before = await catalogue();
    const [damaged] = before.filter(({ sk }) => sk?.S === idOf(3));
    await put({ ...damaged, revision: { N: '1' }, state: { S: 'removed' } });
    await put({ ...damaged, sk: { S: 'sds.nobody' } });
    for (const id of [idOf(4), idOf(7), 'ncrr.car']) await drop(id.slice(0, id.indexOf('.')), id);
    await drop('SOURCES', 'ncrr');

    const report = await rebuilt('datasets');

    expect(await catalogue()).toEqual(before);
    expect(report).toMatchObject({ view: 'datasets', seq: HEAD, count: LIVE, cleared: 1, agrees: true });
    expect(report.state).toEqual(report.ledger);
    expect(await asked('/v1/state')).toMatchObject({ seq: HEAD, stateHash: report.ledger.stateHash, count: LIVE });
  });

  test('the datasets table that was lost with all its checkpoints', async () => {
    const before = await catalogue();
    for (const { pk, sk } of before) await drop(pk?.S ?? '', sk?.S ?? '');

    expect(await rebuilt('datasets')).toMatchObject({ count: LIVE, agrees: true });
    expect(await rebuilt('links')).toMatchObject({ count: 2, agrees: true });
    await system.catchUp();

    expect(await catalogue()).toEqual(before);
  });

  test('the links, also those of a dataset that has none any more', async () => {
    const before = await catalogue();
    const lines = async () =>
      (await Array.fromAsync(readLines(system.host.stores.objects, 'links/index.jsonl.gz'))).sort();
    const index = await lines();
    await drop('LINKS', 'sds.car');
    await put({ pk: { S: 'LINKS' }, sk: { S: idOf(9) }, links: { S: '[{"id":"x.y","score":1,"reasons":[]}]' } });
    await dropObject('links/index.jsonl.gz');

    expect(await rebuilt('links')).toMatchObject({ count: 2, cleared: 1, agrees: true });

    expect(await catalogue()).toEqual(before);
    expect(await lines()).toEqual(index);
  });

  test('the scores, their index and what is gathered of them, without a word in the histories', async () => {
    const scores = async () =>
      (await system.rows('quality'))
        .filter(({ sk }) => sk?.S !== 'ASSESSMENT')
        .map(({ pk, sk, ...rest }) => [pk, sk, rest]);
    const before = await scores();
    const summary = await asked('/v1/quality/summary');
    const index = (await Array.fromAsync(readLines(system.host.stores.objects, 'quality/index.jsonl.gz'))).sort();
    for (const sk of ['ASSESSMENT']) {
      const Key = { pk: { S: `DATASET#${idOf(8)}` }, sk: { S: sk } };
      await system.tables.send(new DeleteItemCommand({ TableName: 'quality', Key }));
    }
    await dropObject('quality/index.jsonl.gz');
    await dropObject('quality/index.json');

    expect(await rebuilt('scores')).toMatchObject({ count: LIVE, agrees: true });

    expect(await scores()).toEqual(before);
    expect((await Array.fromAsync(readLines(system.host.stores.objects, 'quality/index.jsonl.gz'))).sort()).toEqual(
      index,
    );
    expect(await asked(`/v1/datasets/${idOf(8)}/quality`)).toMatchObject({ title: { da: 'Måling 8 æøå' } });
    expect(await asked('/v1/quality/summary')).toEqual(summary);
  });

  test('the search file, whatever lies in its place, with its scores', async () => {
    const find = async () => [
      await asked('/v1/datasets?q=cancerregisteret'),
      await asked('/v1/datasets?sort=grade&limit=5'),
      await asked('/v1/datasets?q=måling&limit=500'),
    ];
    await system.host.invoke('index-search', {});
    const before = await find();
    const { key } = JSON.parse(
      Buffer.from((await system.host.stores.objects.get('search/latest.json')) ?? '').toString(),
    );
    await system.host.stores.objects.put(key, Buffer.from('this is no database'));

    const report = await rebuilt('search');

    expect(report).toMatchObject({ count: LIVE, agrees: true });
    expect(report.state).toEqual(report.ledger);
    expect(await find()).toEqual(before);
  });

  test('the frozen pages of the feed, byte for byte', async () => {
    const before = await objectsUnder('feeds/');
    const pages = Object.keys(before).filter((key) => key.includes('/pages/'));
    expect(pages).toHaveLength(2 * 4);
    for (const key of pages.slice(0, 4)) await dropObject(key);
    await system.host.stores.objects.put(pages[5] ?? '', Buffer.from('not gzip'));
    const [state = ''] = Object.keys(before).filter((key) => key.endsWith('/state.json.gz'));
    await dropObject(state);

    expect(await rebuilt('feeds')).toMatchObject({ count: 2, agrees: true });

    const after = await objectsUnder('feeds/');
    expect(
      Object.keys(after)
        .filter((key) => !(key in before))
        .map((key) => key.split('/').at(-1)),
    ).toEqual(['rebuilt.json.gz']);
    for (const [key, body] of Object.entries(before)) expect([key, after[key]]).toEqual([key, body]);
  });

  test('a snapshot, the same bytes at the same place of the log', async () => {
    const before = await objectsUnder('snapshots/');
    const files = Object.keys(before).filter((key) => /\.(gz|parquet)$/.test(key));
    expect(files).toHaveLength(5);
    for (const key of files) await system.host.stores.objects.put(key, Buffer.from('damaged'));
    const [list = ''] = Object.keys(before).filter((key) => key.endsWith('/list.json'));
    await system.host.stores.objects.put(list, Buffer.from('{"not":"a list"'));

    const report = await rebuilt('snapshots');

    expect(report).toMatchObject({ count: LIVE, seq: HEAD, agrees: true });
    const after = await objectsUnder('snapshots/');
    for (const key of files) expect([key, after[key]]).toEqual([key, before[key]]);
  });
});

describe('a rebuild', () => {
  test.each(['datasets', 'feeds'])('of %s that runs out of time goes on where it stood', async (view) => {
    const before = [await catalogue(), await objectsUnder('feeds/')];
    const steps: number[] = [];
    for (;;) {
      const answer = await system.host.invoke('rebuild-views', { view, seconds: 0.000_001 });
      const told = answer as { kind: string; seq: number };
      if (told.kind !== 'behind') break;
      steps.push(told.seq);
    }
    expect(steps.length).toBeGreaterThan(0);
    expect(steps).toEqual([...new Set(steps)].sort((one, other) => one - other));
    expect([await catalogue(), await objectsUnder('feeds/')]).toEqual(before);
  });

  test('leaves a view alone whose own function is at work, and says so', async () => {
    const { checkpoints } = system.host.stores;
    await checkpoints.take('links', 'somebody', 'e1');
    expect(await system.host.invoke('rebuild-views', { view: 'links' })).toEqual({ kind: 'busy', view: 'links' });
    await checkpoints.release('links', 'somebody');
  });

  test('takes up what is published during it, and nothing that its own function wrote meanwhile is lost', async () => {
    const rebuild = system.host.invoke('rebuild-views', { view: 'datasets' });
    await system.publish({ [idOf(5)]: { title: { da: 'Kom imellem' } } });
    await rebuild;
    await system.catchUp();
    expect(await system.host.stores.catalogue.get(idOf(5))).toMatchObject({ revision: 2, seq: HEAD + 1 });
    expect((await rebuilt('datasets')).agrees).toBe(true);
  });

  test('is a command, also for tables and a bucket elsewhere, and refuses a folder that is in use', async () => {
    const elsewhere = await beginCommand('rebuild', '--aws', '--only', 'search', '--json').ended;
    expect(elsewhere).toMatchObject({ code: 0 });
    expect(JSON.parse(elsewhere.out)).toMatchObject({ rebuilt: [{ view: 'search', count: LIVE, agrees: true }] });
    expect(elsewhere.err).toContain('search: being built anew');

    const used = await beginCommand('rebuild', '--data', join(folder, 'data')).ended;
    expect(used).toMatchObject({ code: 2, err: expect.stringContaining('is in use') });
    const { BUCKET, ...others } = process.env;
    delete process.env.BUCKET;
    const nowhere = await beginCommand('rebuild', '--aws').ended;
    process.env.BUCKET = BUCKET;
    expect(others.TABLE_LEDGER).toBe('ledger');
    expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining('BUCKET') });
  });

  test('as a command builds every view of a folder, one line each', async () => {
    const data = join(folder, 'data');
    const head = (await system.host.stores.ledger.head()).seq;
    await system.stop();
    const all = await beginCommand('rebuild', '--data', data).ended;
    expect(all).toMatchObject({ code: 0 });
    expect(
      all.out
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(':')[0]),
    ).toEqual(['datasets', 'links', 'scores', 'search', 'feeds', 'snapshots']);
    expect(all.out).toContain(`datasets: ${LIVE} live datasets as of change ${head}; state hash `);
  });
});
