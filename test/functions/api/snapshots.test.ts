/** How snapshots are found and fetched, and how a follower proves that it is in step. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { snapshotKey } from '#functions/shared/snapshot-store.ts';
import { takeSnapshot } from '#functions/take-snapshot/take-snapshot.ts';
import { draftOf } from '../drafts.ts';
import { BASE, createScene, creations, type Scene } from './scene.ts';

async function sceneWithSnapshot(): Promise<Scene> {
  const scene = createScene();
  await scene.append(...creations(3));
  await takeSnapshot({
    ...scene.ports,
    objects: scene.objects,
    addresses: scene.ports.links,
    clock: () => Date.parse('2026-11-25T04:00:00Z'),
  });
  return scene;
}

const IMMUTABLE = 'public, max-age=604800, immutable';

describe('the snapshots of the API', () => {
  it('say where each file is, and where to read on', async () => {
    const scene = await sceneWithSnapshot();
    const latest = await scene.ask('/v1/snapshots/latest');
    expect(latest.status).toBe(200);
    expect(latest.headers['content-location']).toBe(`${BASE}/v1/snapshots/e1-3`);
    expect(latest.json).toMatchObject({
      id: 'e1-3',
      epoch: 'e1',
      seq: 3,
      cursor: 'c1.e1.3',
      takenAt: '2026-11-25T04:00:00.000Z',
      count: 3,
      links: { self: `${BASE}/v1/snapshots/e1-3`, changes: `${BASE}/v1/changes?since=c1.e1.3` },
    });
    const [first] = latest.json.files as { href: string; format: string }[];
    expect(first).toMatchObject({ format: 'jsonl', href: `${BASE}/v1/snapshots/e1-3/catalogue.jsonl.gz` });
    const one = await scene.ask('/v1/snapshots/e1-3');
    expect([one.json, one.headers['cache-control']]).toEqual([latest.json, IMMUTABLE]);
  });

  it('give the very bytes of the manifest’s hash, for ever', async () => {
    const scene = await sceneWithSnapshot();
    const { files } = (await scene.ask('/v1/snapshots/latest')).json as {
      files: { name: string; sha256: string; bytes: number }[];
    };
    for (const { name, sha256, bytes } of files) {
      const answer = await scene.ask(`/v1/snapshots/e1-3/${name}`);
      const body = Buffer.from(answer.body, 'base64');
      expect([body.length, createHash('sha256').update(body).digest('hex')]).toEqual([bytes, sha256]);
      expect(answer.headers).toMatchObject({ 'cache-control': IMMUTABLE, etag: `"${sha256}"` });
    }
  });

  it('are not read for one who holds the file already', async () => {
    const scene = await sceneWithSnapshot();
    const path = '/v1/snapshots/e1-3/catalogue.nq.gz';
    const { headers } = await scene.ask(path);
    scene.objects.contents.delete(snapshotKey(BASE, 'e1-3', 'catalogue.nq.gz'));
    expect((await scene.ask(path, { headers: { 'if-none-match': String(headers.etag) } })).status).toBe(304);
    expect((await scene.ask(path, { method: 'HEAD' })).status).toBe(200);
    expect((await scene.ask(path)).status).toBe(404);
  });

  it('send the reader of a file that no answer can hold to where it lies', async () => {
    const scene = await sceneWithSnapshot();
    const key = [...scene.objects.contents.keys()].find((one) => one.endsWith('list.json')) ?? '';
    const list = JSON.parse(Buffer.from(scene.objects.contents.get(key) ?? []).toString());
    list[0].files[1].bytes = 4_000_001;
    await scene.objects.put(key, Buffer.from(JSON.stringify(list)));
    const answer = await scene.ask('/v1/snapshots/e1-3/catalogue.nq.gz');
    expect(answer.status).toBe(307);
    expect(answer.headers).toMatchObject({
      location: `https://bucket.example/${snapshotKey(BASE, 'e1-3', 'catalogue.nq.gz')}?signed`,
      'cache-control': 'private, max-age=300',
    });
  });

  it.each(['e1-4', 'e1-3/catalogue.zip', 'e1-3/manifest.json', 'none'])('know of no %s', async (path) => {
    const scene = await sceneWithSnapshot();
    expect((await scene.ask(`/v1/snapshots/${path}`)).status).toBe(404);
  });

  it('lead to the start of the log while there is none', async () => {
    const scene = createScene();
    const answer = await scene.ask('/v1/snapshots/latest');
    expect([answer.status, answer.json.links]).toEqual([404, { start: `${BASE}/v1/changes?since=0` }]);
    expect((await scene.ask('/v1/snapshots')).json.items).toEqual([]);
  });

  it('are named by every page of changes, and to one whose cursor is of an earlier log', async () => {
    const scene = await sceneWithSnapshot();
    const latest = `${BASE}/v1/snapshots/latest`;
    for (const path of ['/v1/changes', '/v1/changes?limit=1', '/v1/changes?since=now', '/v1/changes?types=Delete']) {
      expect((await scene.ask(path)).json.links).toMatchObject({ snapshot: latest });
    }
    const expired = await scene.ask('/v1/changes?since=c1.e2.2');
    expect([expired.status, expired.json.links]).toMatchObject([410, { snapshot: latest }]);
  });
});

describe('the state of the catalogue', () => {
  it('is that of the snapshot, moved by each change since', async () => {
    const scene = await sceneWithSnapshot();
    const snapshot = (await scene.ask('/v1/snapshots/latest')).json;
    const { count, stateHash } = snapshot;
    expect((await scene.ask('/v1/state')).json).toMatchObject({ seq: 3, cursor: 'c1.e1.3', count, stateHash });
    const removed = { type: 'Delete', revision: 2, previous: 1, contentHash: null } as const;
    await scene.append(draftOf('sds.d0000', { ...removed, previousHash: 'sha256:sds.d0000' }));
    const after = (await scene.ask('/v1/state')).json;
    expect(after).toMatchObject({ seq: 4, count: 2 });
    expect(after.stateHash).not.toBe(stateHash);
    await scene.append(draftOf('sds.d0000', { revision: 3, previous: 4 }));
    expect((await scene.ask('/v1/state')).json).toMatchObject({ seq: 5, count: 3 });
    // The same three datasets, one of them in a later revision.
    expect((await scene.ask('/v1/state')).json.stateHash).not.toBe(stateHash);
  });

  it('is known without any snapshot', async () => {
    const scene = createScene();
    const empty = { seq: 0, count: 0, stateHash: '0'.repeat(64) };
    expect((await scene.ask('/v1/state')).json).toMatchObject(empty);
    await scene.append(...creations(2));
    expect((await scene.ask('/v1/state')).json).toMatchObject({ seq: 2, count: 2 });
  });
});
