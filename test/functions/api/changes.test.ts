import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { draftOf, entryOf } from '../drafts.ts';
import { BASE, createScene, creations, type Scene } from './scene.ts';

interface Item {
  readonly seq: number;
  readonly type: string;
}

const seqs = (json: Record<string, unknown>): number[] => (json.items as Item[]).map(({ seq }) => seq);

/** Follows a walk by its cursors until nothing more is there; every number that it saw. */
async function walk(scene: Scene, query: string): Promise<number[]> {
  const seen: number[] = [];
  for (let cursor = '0', more = true; more; ) {
    const { json } = await scene.ask(`/v1/changes?since=${cursor}&${query}`);
    seen.push(...seqs(json));
    cursor = String(json.cursor);
    more = json.hasMore === true;
  }
  return seen;
}

const removal = (dataset: string, revision: number, previous: number) =>
  draftOf(dataset, {
    type: 'Delete',
    revision,
    contentHash: null,
    previousHash: `sha256:${dataset}`,
    cause: 'source-removed',
    previous,
  });

describe('GET /v1/changes', () => {
  it('tells a change in full, with addresses under the public address whatever host was asked', async () => {
    const scene = createScene();
    await scene.append(draftOf('sds.lmdb'));
    await scene.append(removal('sds.lmdb', 2, 1));
    expect((await scene.ask('/v1/changes')).json).toEqual({
      items: [
        {
          seq: 1,
          id: `${BASE}/v1/changes/1`,
          type: 'Create',
          published: '2026-11-23T04:00:01.000Z',
          entity: { iri: `${BASE}/id/dataset/sds.lmdb`, kind: 'Dataset', href: `${BASE}/v1/datasets/sds.lmdb` },
          revision: 1,
          contentHash: 'sha256:sds.lmdb',
          previousHash: null,
          changed: [],
          source: { id: 'sds', run: 'sds.20261123T040000Z.abc123', observedAt: '2026-11-23T04:00:00.000Z' },
          cause: 'source-created',
        },
        {
          seq: 2,
          id: `${BASE}/v1/changes/2`,
          type: 'Delete',
          published: '2026-11-23T04:00:02.000Z',
          entity: { iri: `${BASE}/id/dataset/sds.lmdb`, kind: 'Dataset', href: `${BASE}/v1/datasets/sds.lmdb` },
          revision: 2,
          contentHash: null,
          previousHash: 'sha256:sds.lmdb',
          changed: [],
          source: { id: 'sds', run: 'sds.20261123T040000Z.abc123', observedAt: '2026-11-23T04:00:00.000Z' },
          cause: 'source-removed',
          tombstone: { lastRevision: 1, replacedBy: null },
        },
      ],
      cursor: 'c1.e1.2',
      hasMore: false,
      head: 2,
      epoch: 'e1',
      links: {
        self: `${BASE}/v1/changes?since=c1.e1.0&limit=100`,
        next: `${BASE}/v1/changes?since=c1.e1.2&limit=100`,
        snapshot: `${BASE}/v1/snapshots/latest`,
      },
      pollAfter: 300,
    });
  });

  it('gives the same sequence in pages of 1, 7, 100 and 500', async () => {
    const scene = createScene();
    await scene.append(...creations(150));
    const all = Array.from({ length: 150 }, (_, index) => index + 1);
    for (const limit of [1, 7, 100, 500]) expect(await walk(scene, `limit=${limit}`)).toEqual(all);
  });

  it('keeps the bytes of a full page for ever and says so', async () => {
    const scene = createScene();
    await scene.append(...creations(10));
    const before = await scene.ask('/v1/changes?since=c1.e1.0&limit=10');
    await scene.append(...creations(50, 'ssi'));
    const after = await scene.ask('/v1/changes?since=c1.e1.0&limit=10');
    expect(after.body).toBe(before.body);
    expect(after.headers).toEqual(before.headers);
    expect(after.headers['cache-control']).toBe('public, max-age=604800, immutable');
    expect(after.json).toMatchObject({ cursor: 'c1.e1.10', hasMore: true, head: 10 });
  });

  it('lets the last page be kept for seconds only, under a tag that changes with its bytes', async () => {
    const scene = createScene();
    await scene.append(...creations(3));
    const before = await scene.ask('/v1/changes');
    expect(before.headers['cache-control']).toBe('public, max-age=10, stale-while-revalidate=60');
    const tag = String(before.headers.etag);
    const same = await scene.ask('/v1/changes', { headers: { 'if-none-match': `"other", W/${tag}` } });
    expect(same).toMatchObject({ status: 304, body: '', headers: { etag: tag } });
    expect(same.headers['content-type']).toBeUndefined();
    await scene.append(draftOf('sds.new'));
    const after = await scene.ask('/v1/changes', { headers: { 'if-none-match': tag } });
    expect(after.status).toBe(200);
    expect(after.headers.etag).not.toBe(tag);
  });

  it('moves a filtered reader on, also over a part of the log that holds nothing for it', async () => {
    const scene = createScene();
    await scene.append(...creations(30, 'sds'), ...creations(5, 'ssi'), ...creations(20, 'sds'));
    const page = await scene.ask('/v1/changes?source=ssi&limit=3');
    expect(seqs(page.json)).toEqual([31, 32, 33]);
    expect(page.json).toMatchObject({ cursor: 'c1.e1.33', hasMore: true });
    expect(await walk(scene, 'source=ssi&limit=3')).toEqual([31, 32, 33, 34, 35]);
    const nothing = await scene.ask('/v1/changes?since=c1.e1.35&source=ssi');
    expect(nothing.json).toMatchObject({ items: [], cursor: 'c1.e1.55', hasMore: false, head: 55 });
  });

  it('ends a page after so many entries that did not fit, with a cursor that went on', async () => {
    const scene = createScene();
    await scene.append(...creations(5_200));
    const page = await scene.ask('/v1/changes?types=Delete');
    expect(page.json).toMatchObject({ items: [], cursor: 'c1.e1.5000', hasMore: true });
    const rest = await scene.ask('/v1/changes?types=Delete&since=c1.e1.5000');
    expect(rest.json).toMatchObject({ items: [], cursor: 'c1.e1.5200', hasMore: false });
  });

  it('filters by type', async () => {
    const scene = createScene();
    await scene.append(draftOf('sds.a'), draftOf('sds.b'), removal('sds.a', 2, 1));
    expect(seqs((await scene.ask('/v1/changes?types=Delete')).json)).toEqual([3]);
    expect(seqs((await scene.ask('/v1/changes?types=Create,Delete')).json)).toEqual([1, 2, 3]);
  });

  it('begins at the head for "now", and at an instant for a date', async () => {
    const scene = createScene();
    await scene.append(...creations(3));
    await scene.append(...creations(2, 'ssi'));
    expect((await scene.ask('/v1/changes?since=now')).json).toMatchObject({ items: [], cursor: 'c1.e1.5', head: 5 });
    expect(seqs((await scene.ask('/v1/changes?since=2026-11-23T04:00:02Z')).json)).toEqual([4, 5]);
    expect(seqs((await scene.ask('/v1/changes?since=2026-11-23T05:00:01.002%2B01:00')).json)).toEqual([3, 4, 5]);
    expect(seqs((await scene.ask('/v1/changes?since=2027-01-01T00:00:00Z')).json)).toEqual([]);
  });

  it('carries the records when they are asked for, and null for a removal', async () => {
    const scene = createScene();
    await scene.append(draftOf('sds.a'), removal('sds.a', 2, 1));
    const { json } = await scene.ask('/v1/changes?include=data');
    expect((json.items as { data: unknown }[]).map(({ data }) => data)).toEqual([entryOf('sds.a'), null]);
  });

  it('ends a page with records before it outgrows an answer, and loses nothing by it', async () => {
    const large = (change: LedgerEntry): CatalogueEntry => entryOf(change.dataset, 'x'.repeat(400_000));
    const plain = createScene();
    const ledger = { ...plain.ports.ledger, payloads: async (entries: readonly LedgerEntry[]) => entries.map(large) };
    const scene = createScene({ ledger });
    await plain.append(...creations(30));
    const { body, json, headers } = await scene.ask('/v1/changes?include=data');
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(6_000_000);
    expect(headers['cache-control']).toContain('immutable');
    expect(json.hasMore).toBe(true);
    expect(await walk(scene, 'include=data')).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  it.each(['garbage', 'c1.e1', 'c1.e1.x', 'c2.e1.1', '-1', '5', 'c1.e1.6', '2026-11-23', 'c1.e1.1 '])(
    'refuses %j, which is no place in the log',
    async (since) => {
      const scene = createScene();
      await scene.append(...creations(5));
      const answer = await scene.ask(`/v1/changes?since=${encodeURIComponent(since)}`);
      expect(answer.status).toBe(400);
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(answer.json).toMatchObject({
        type: `${BASE}/problems/invalid-cursor`,
        status: 400,
        instance: '/v1/changes',
        requestId: 'request-1',
        errors: [{ parameter: 'since' }],
      });
    },
  );

  it('tells a reader of another log to start again, and where', async () => {
    const scene = createScene();
    await scene.append(...creations(5));
    const answer = await scene.ask('/v1/changes?since=c1.e2.3');
    expect(answer.status).toBe(410);
    expect(answer.json).toMatchObject({
      type: `${BASE}/problems/cursor-expired`,
      links: {
        datasets: `${BASE}/v1/datasets`,
        start: `${BASE}/v1/changes?since=c1.e1.0`,
        now: `${BASE}/v1/changes?since=now`,
      },
    });
  });

  it.each(['limit=0', 'limit=501', 'limit=ten', 'types=Move', 'include=all', 'sinse=0', 'limit=1&limit=2', 'source='])(
    'refuses the query %s and names the parameter',
    async (query) => {
      const answer = await createScene().ask(`/v1/changes?${query}`);
      expect(answer.status).toBe(400);
      expect(answer.json).toMatchObject({
        type: `${BASE}/problems/unknown-parameter`,
        errors: [{ parameter: expect.stringMatching(query.split('=')[0] ?? ''), detail: expect.any(String) }],
      });
    },
  );
});

describe('GET /v1/changes/{seq}', () => {
  it('shows one change with its record, for ever', async () => {
    const scene = createScene();
    await scene.append(draftOf('sds.a'), removal('sds.a', 2, 1));
    const first = await scene.ask('/v1/changes/1');
    expect(first.headers['cache-control']).toBe('public, max-age=604800, immutable');
    expect(first.json).toMatchObject({ seq: 1, type: 'Create', data: entryOf('sds.a') });
    expect((await scene.ask('/v1/changes/2')).json).toMatchObject({
      data: null,
      links: { previous: `${BASE}/v1/changes/1`, history: `${BASE}/v1/datasets/sds.a/changes` },
    });
  });

  it.each(['0', '3', 'x', '01', '99999999999999'])('does not know a change %s', async (seq) => {
    const scene = createScene();
    await scene.append(draftOf('sds.a'), draftOf('sds.b'));
    expect((await scene.ask(`/v1/changes/${seq}`)).status).toBe(404);
  });
});

describe('GET /v1/datasets/{id}/changes', () => {
  it('walks the history of one dataset backwards, also of one that was removed', async () => {
    const scene = createScene();
    await scene.append(draftOf('sds.a'), draftOf('sds.b'));
    await scene.append(draftOf('sds.a', { type: 'Update', revision: 2, previous: 1, changed: ['title'] }));
    await scene.append(removal('sds.a', 3, 3));
    const whole = await scene.ask('/v1/datasets/sds.a/changes');
    expect(seqs(whole.json)).toEqual([4, 3, 1]);
    expect(whole.json).toMatchObject({ cursor: null, hasMore: false, links: { dataset: `${BASE}/v1/datasets/sds.a` } });
    const first = await scene.ask('/v1/datasets/sds.a/changes?limit=2');
    expect(seqs(first.json)).toEqual([4, 3]);
    const second = await scene.ask(`/v1/datasets/sds.a/changes?limit=2&cursor=${first.json.cursor}`);
    expect(seqs(second.json)).toEqual([1]);
    expect(second.json.hasMore).toBe(false);
  });

  it('does not know the history of a dataset that never was', async () => {
    expect((await createScene().ask('/v1/datasets/sds.none/changes')).status).toBe(404);
  });
});
