/** Snapshots: what they hold, when they are taken, and that one that does not show the log's own state is never told of. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { Parser } from 'n3';
import oxigraph from 'oxigraph';
import { describe, expect, it } from 'vitest';
import { afterChange, emptyState, stateHashOf } from '#catalogue/state-hash.ts';
import { snapshotKey } from '#functions/shared/snapshot-store.ts';
import { takeSnapshot } from '#functions/take-snapshot/take-snapshot.ts';
import { BASE, createScene, creations, type Scene } from './api/scene.ts';
import { draftOf, entryOf } from './drafts.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.parse('2026-11-25T04:00:00.000Z');

const take = ({ ports, objects }: Scene, now = NOW) =>
  takeSnapshot({ ...ports, objects, addresses: ports.links, clock: () => now });

const update = (dataset: string, previous: number, revision = 2) =>
  draftOf(dataset, {
    type: 'Update',
    revision,
    previous,
    contentHash: `sha256:${dataset}-${revision}`,
    previousHash: revision === 2 ? `sha256:${dataset}` : `sha256:${dataset}-${revision - 1}`,
    changed: ['title'],
  });

const deletion = (dataset: string, previous: number) =>
  draftOf(dataset, { type: 'Delete', revision: 2, previous, contentHash: null, previousHash: `sha256:${dataset}` });

/** A catalogue of two sources, with an update, a deletion and a return. */
async function sceneOfChanges(): Promise<Scene> {
  const scene = createScene({}, ({ dataset, revision }) => entryOf(dataset, `Åre ${dataset}, ${revision}. udgave`));
  await scene.append(...creations(130, 'sds'), ...creations(20, 'rkkp-a'), ...creations(5, 'rkkp'));
  await scene.append(update('sds.d0003', 4), deletion('sds.d0004', 5), deletion('sds.d0005', 6));
  await scene.append(
    draftOf('sds.d0005', { revision: 3, previous: 158, contentHash: 'sha256:anew', cause: 'source-returned' }),
  );
  return scene;
}

const bytesOf = (scene: Scene, id: string, name: string): Uint8Array =>
  scene.objects.contents.get(snapshotKey(BASE, id, name)) ?? new Uint8Array();

const textOf = (scene: Scene, id: string, name: string): string => gunzipSync(bytesOf(scene, id, name)).toString();

const rowsOf = (scene: Scene, id: string): Record<string, unknown>[] =>
  textOf(scene, id, 'catalogue.jsonl.gz')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a snapshot', () => {
  it('holds every dataset that is live after its change, in the order of source and id, and its version', async () => {
    const scene = await sceneOfChanges();
    expect(await take(scene)).toEqual({ kind: 'taken', id: 'e1-159', count: 154 });
    const rows = rowsOf(scene, 'e1-159');
    expect(rows.map(({ id }) => id)).toEqual(
      [...creations(5, 'rkkp'), ...creations(20, 'rkkp-a'), ...creations(130, 'sds')]
        .map(({ dataset }) => dataset)
        .filter((id) => id !== 'sds.d0004'),
    );
    expect(rows.find(({ id }) => id === 'sds.d0003')).toMatchObject({
      iri: `${BASE}/id/dataset/sds.d0003`,
      seq: 156,
      revision: 2,
      contentHash: 'sha256:sds.d0003-2',
      record: { title: { da: 'Åre sds.d0003, 2. udgave' } },
    });
  });

  it('says of each file how large it is, its hash and how many records it has', async () => {
    const scene = await sceneOfChanges();
    await take(scene);
    const manifest = JSON.parse(Buffer.from(bytesOf(scene, 'e1-159', 'manifest.json')).toString());
    expect(manifest).toMatchObject({ epoch: 'e1', seq: 159, cursor: 'c1.e1.159', count: 154 });
    expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual([
      'catalogue.jsonl.gz',
      'catalogue.nq.gz',
      'catalogue.jsonld.gz',
      'catalogue.csv.gz',
      'catalogue.parquet',
    ]);
    for (const { name, bytes, sha256, count } of manifest.files) {
      const file = bytesOf(scene, 'e1-159', name);
      expect([file.length, createHash('sha256').update(file).digest('hex'), 154]).toEqual([bytes, sha256, count]);
    }
  });

  it('tells the same in every format', async () => {
    const scene = await sceneOfChanges();
    await take(scene);
    const titles = rowsOf(scene, 'e1-159').map(({ record }) => (record as { title: { da: string } }).title.da);
    const isTitle = (predicate: string) => predicate === 'http://purl.org/dc/terms/title';
    const quads = new Parser({ format: 'N-Quads' }).parse(textOf(scene, 'e1-159', 'catalogue.nq.gz'));
    const ofQuads = quads.filter(({ predicate }) => isTitle(predicate.value)).map(({ object }) => object.value);
    expect(ofQuads).toEqual(titles);
    expect(new Set(quads.map(({ graph }) => graph.value)).size).toBe(154);
    const linked = oxigraph.parse(textOf(scene, 'e1-159', 'catalogue.jsonld.gz'), { format: 'application/ld+json' });
    const ofLinked = linked.filter(({ predicate }) => isTitle(predicate.value)).map(({ object }) => object.value);
    expect(ofLinked.sort()).toEqual(titles.toSorted());
    const csv = textOf(scene, 'e1-159', 'catalogue.csv.gz');
    expect(csv.startsWith('\uFEFFid,iri,')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(155);
    const file = bytesOf(scene, 'e1-159', 'catalogue.parquet');
    const parquet = await parquetReadObjects({ file: new Uint8Array(file).buffer });
    expect(parquet.map(({ title_da }) => title_da)).toEqual(titles);
    expect(parquet[0]).toMatchObject({ id: 'rkkp.d0000', revision: 1n, seq: 151n, content_hash: 'sha256:rkkp.d0000' });
    expect(JSON.parse(String(parquet[0]?.record))).toEqual({ title: { da: 'Åre rkkp.d0000, 1. udgave' } });
  });

  it('has the state hash that a follower comes to by the changes alone', async () => {
    const scene = await sceneOfChanges();
    await take(scene);
    const changes = await scene.ports.ledger.read(0, 1000);
    const manifest = JSON.parse(Buffer.from(bytesOf(scene, 'e1-159', 'manifest.json')).toString());
    expect(manifest.stateHash).toBe(stateHashOf(changes.reduce(afterChange, emptyState)));
  });

  it('is as of one change, also when datasets change while it is read', async () => {
    const scene = await sceneOfChanges();
    const still = await sceneOfChanges();
    await take(still);
    const { catalogue } = scene.ports;
    let isFirst = true;
    const changing: typeof catalogue = {
      get: catalogue.get,
      list: async (listing) => {
        const rows = await catalogue.list(listing);
        if (isFirst) {
          isFirst = false;
          await scene.append(
            update('sds.d0100', 101),
            deletion('sds.d0110', 111),
            deletion('rkkp.d0001', 152),
            draftOf('sds.new'),
            update('sds.d0003', 156, 3),
          );
        }
        return rows;
      },
    };
    await takeSnapshot({
      ...scene.ports,
      catalogue: changing,
      objects: scene.objects,
      addresses: scene.ports.links,
      clock: () => NOW,
    });
    expect(rowsOf(scene, 'e1-159')).toEqual(rowsOf(still, 'e1-159'));
  });

  it('is not told of when the datasets read are not those of the log', async () => {
    const scene = await sceneOfChanges();
    const { catalogue, links } = scene.ports;
    const lagging: typeof catalogue = {
      get: catalogue.get,
      list: async (listing) => {
        const rows = await catalogue.list({ ...listing, limit: listing.limit + 1 });
        return rows.filter(({ id }) => id !== 'sds.d0050').slice(0, listing.limit);
      },
    };
    const ports = { ...scene.ports, catalogue: lagging, objects: scene.objects, addresses: links, clock: () => NOW };
    await expect(takeSnapshot(ports)).rejects.toThrow('The 153 datasets read are not the 154 of the log at 159.');
    expect((await scene.ask('/v1/snapshots/latest')).status).toBe(404);
    expect(await take(scene)).toMatchObject({ kind: 'taken' });
  });
});

describe('a snapshot is taken', () => {
  it('at once when there is none and something has happened, and not before', async () => {
    const scene = createScene();
    expect(await take(scene)).toEqual({ kind: 'empty' });
    await scene.append(...creations(1));
    expect(await take(scene)).toEqual({ kind: 'taken', id: 'e1-1', count: 1 });
  });

  it('once a day, and not when nothing has changed', async () => {
    const scene = createScene();
    await scene.append(...creations(1));
    await take(scene);
    expect(await take(scene, NOW + DAY)).toEqual({ kind: 'current', id: 'e1-1' });
    await scene.append(draftOf('sds.other'));
    expect(await take(scene, NOW + DAY - 1)).toEqual({ kind: 'current', id: 'e1-1' });
    expect(await take(scene, NOW + DAY)).toEqual({ kind: 'taken', id: 'e1-2', count: 2 });
  });

  it('of an empty catalogue too, when everything was removed', async () => {
    const scene = createScene();
    await scene.append(draftOf('sds.only'));
    await scene.append(deletion('sds.only', 1));
    expect(await take(scene)).toEqual({ kind: 'taken', id: 'e1-2', count: 0 });
    const file = bytesOf(scene, 'e1-2', 'catalogue.parquet');
    expect(await parquetReadObjects({ file: new Uint8Array(file).buffer })).toEqual([]);
    expect(textOf(scene, 'e1-2', 'catalogue.jsonl.gz')).toBe('');
  });

  it('and the newest thirty are kept, whatever else lies about', async () => {
    const scene = createScene();
    await scene.objects.put('snapshots/0a0b0c0d/e1-7/catalogue.nq.gz', Buffer.from('of another address'));
    await scene.objects.put(snapshotKey(BASE, 'e1-999', 'catalogue.nq.gz'), Buffer.from('of a worker that died'));
    for (let day = 0; day < 33; day += 1) {
      await scene.append(draftOf(`sds.day${day}`));
      await take(scene, NOW + day * DAY);
    }
    const ids = (await scene.ask('/v1/snapshots')).json.items as { id: string }[];
    expect(ids.map(({ id }) => id)).toEqual(Array.from({ length: 30 }, (_, index) => `e1-${33 - index}`));
    const folders = new Set([...scene.objects.contents.keys()].map((key) => key.split('/').slice(0, 3).join('/')));
    expect(folders.size).toBe(31);
    expect(textOf(scene, 'e1-4', 'catalogue.jsonl.gz').trimEnd().split('\n')).toHaveLength(4);
  });
});
