/** Sources keep the same rules in memory and on DynamoDB, and no start undoes an operator's edit without a word. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsSchemas } from '#functions/harvest/format-settings.ts';
import { harvesterOf } from '#functions/harvest/formats.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { editedBy } from '#functions/shared/file-sources.ts';
import type { KeptSource, SourceStore } from '#functions/shared/source-store.ts';
import { Source } from '#schemas/source.ts';
import { type Engines, startEngines } from '#test/engines.ts';
import { memorySources } from './memory-control.ts';

let engines: Engines;
beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

const NOW = '2026-11-23T04:00:00.000Z';
const EDIT = { at: NOW, by: 'kirsten' };

const sourceOf = (id: string, over: object = {}): Source =>
  Source.parse({ id, owner: { id: 'o' }, format: 'dcat', url: `https://${id}.example/feed.ttl`, ...over });

const stores: [string, () => Promise<SourceStore>][] = [
  ['in memory', async () => memorySources([])],
  ['on DynamoDB', async () => dynamoSourceStore(await engines.newTable(), engines.dynamo, () => Date.parse(NOW))],
];

const added = (source: Source): KeptSource => ({
  source,
  version: 1,
  managedBy: 'api',
  edited: EDIT,
  fileHash: null,
  removedFromFile: null,
});

describe.each(stores)('the sources %s', (_, create) => {
  /** A store that has read a file, and an operator's edit of `sds`. */
  async function edited(over: object = { enabled: false }) {
    const store = await create();
    await store.replaceAll([sourceOf('sds'), sourceOf('ssi')]);
    const kept = await store.kept('sds');
    if (!kept) throw new Error('The source was not kept.');
    await store.save(editedBy(kept, { ...kept.source, ...over }, EDIT));
    return store;
  }

  test('are those of the file, in its order', async () => {
    const store = await create();
    expect(await store.replaceAll([sourceOf('ssi'), sourceOf('sds')])).toEqual([]);
    expect((await store.list()).map(({ id, precedence }) => [id, precedence]).sort()).toEqual([
      ['sds', 2],
      ['ssi', 1],
    ]);
    expect(await store.kept('sds')).toMatchObject({ version: 1, managedBy: 'file', edited: null });
    await store.replaceAll([sourceOf('ssi'), sourceOf('sds')]);
    expect(await store.kept('sds')).toMatchObject({ version: 1 });
  });

  test('stay as they were edited while the file says what it said before', async () => {
    const store = await edited();
    const notes = await store.replaceAll([sourceOf('ssi'), sourceOf('sds')]);
    expect(notes).toEqual([{ kind: 'edit-kept', source: 'sds', ...EDIT }]);
    expect(await store.kept('sds')).toMatchObject({ version: 2, edited: EDIT, source: { enabled: false } });
  });

  test('are the file’s again once it says something new of them, and that is told', async () => {
    const store = await edited();
    const notes = await store.replaceAll([sourceOf('sds', { title: { da: 'Nyt' } }), sourceOf('ssi')]);
    expect(notes).toEqual([{ kind: 'edit-replaced', source: 'sds', ...EDIT }]);
    expect(await store.kept('sds')).toMatchObject({
      version: 3,
      edited: null,
      source: { enabled: true, title: { da: 'Nyt' } },
    });
  });

  test('that left the file keep their definition and are harvested no more, edited or not', async () => {
    const store = await edited({ enabled: true, note: 'edited' });
    const notes = await store.replaceAll([]);
    expect(notes.toSorted((a, b) => (a.source < b.source ? -1 : 1))).toEqual([
      { kind: 'removed', source: 'sds' },
      { kind: 'removed', source: 'ssi' },
    ]);
    expect(await store.kept('sds')).toMatchObject({
      removedFromFile: NOW,
      source: { enabled: false, note: 'edited' },
    });
    expect(await store.replaceAll([])).toEqual([]);
    await store.replaceAll([sourceOf('sds')]);
    expect(await store.kept('sds')).toMatchObject({ removedFromFile: null, source: { enabled: true } });
  });

  test('that left the file are the operator’s once he lets them go on', async () => {
    const store = await edited();
    await store.replaceAll([]);
    const gone = await store.kept('sds');
    if (!gone) throw new Error('The source was not kept.');
    await store.save(editedBy(gone, { ...gone.source, enabled: true }, EDIT));
    expect(await store.replaceAll([])).toEqual([]);
    expect(await store.kept('sds')).toMatchObject({ managedBy: 'api', source: { enabled: true } });
  });

  test('of operators are no file’s to take over or remove', async () => {
    const store = await create();
    const own = sourceOf('own', { title: { da: 'Operatørens' } });
    expect(await store.save(added(own))).toBe(true);
    expect(await store.replaceAll([])).toEqual([]);
    expect(await store.replaceAll([sourceOf('own')])).toEqual([{ kind: 'api-kept', source: 'own' }]);
    expect(await store.get('own')).toEqual(own);
  });

  test('are saved by one of two who change the same version', async () => {
    const store = await create();
    const first = added(sourceOf('own'));
    expect([await store.save(first), await store.save(first)]).toEqual([true, false]);
    const next = { ...first, version: 2 };
    expect([await store.save(next), await store.save(next)]).toEqual([true, false]);
  });
});

test('the settings of every format are checked by the schema that its harvester has', () => {
  for (const [format, schema] of Object.entries(settingsSchemas)) {
    expect(harvesterOf(Source.shape.format.parse(format)).settings).toBe(schema);
  }
});
