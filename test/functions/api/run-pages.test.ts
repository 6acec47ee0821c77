import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ArchivedPage } from '#schemas/archived-page.ts';
import { draftOf, entryOf } from '../drafts.ts';
import { memoryRuns, runOf } from '../memory-control.ts';
import { BASE, createScene, TOKEN } from './scene.ts';

const RUN = 'sds.20261123T040000Z.abc123';
const started = '2026-11-23T04:00:00.000Z';
const bearer = { authorization: `Bearer ${TOKEN}` };

const packed = (values: readonly unknown[]) => gzipSync(values.map((value) => `${JSON.stringify(value)}\n`).join(''));

const visit = (url: string, status: number | null, bytes = 0) => ({ url, at: started, ms: 12, status, bytes });

const pages: ArchivedPage[] = [
  {
    ...{ key: 'k1', parent: null, request: { url: 'http://sds.example/' }, url: 'https://sds.example/' },
    ...{ contentType: 'text/html', archive: 'raw/sds/a.gz', sha256: 'a', observedAt: started },
    visits: [visit('http://sds.example/', 301), visit('https://sds.example/', 200, 99)],
  },
  {
    ...{ key: 'k2', parent: 'k1', request: { url: 'https://sds.example/b' }, url: 'https://sds.example/b' },
    ...{ contentType: null, archive: null, sha256: null, observedAt: started },
    failure: { code: 'http-404', message: 'Serveren svarede 404.' },
    visits: [visit('https://sds.example/b', 404)],
  },
  {
    ...{ key: 'k3', parent: 'k1', request: { url: 'https://sds.example/c' }, url: 'https://sds.example/c' },
    ...{ contentType: 'text/html', archive: 'raw/sds/c.gz', sha256: 'c', observedAt: started },
    visits: [visit('https://sds.example/c', 304)],
  },
];

const HTML = '<script>alert("æøå")</script>';

async function scene() {
  const made = createScene({ runs: memoryRuns([runOf(RUN, started)]) });
  await made.objects.put(`runs/${RUN}/pages.jsonl.gz`, packed(pages));
  await made.objects.put('raw/sds/a.gz', gzipSync(HTML));
  await made.objects.put('raw/sds/c.gz', gzipSync(Buffer.alloc(4_000_001)));
  const get = (target: string) => made.ask(target, { headers: bearer });
  return { ...made, get };
}

describe('GET /v1/runs/{id}/requests', () => {
  test('tells of each page when and how it was asked for, and what came', async () => {
    const { get } = await scene();
    const { items } = (await get(`/v1/runs/${RUN}/requests`)).json;
    expect(items).toMatchObject([
      {
        ...{ page: 1, key: 'k1', url: 'https://sds.example/', status: 200, ms: 24, bytes: 99, notModified: false },
        requests: [{ status: 301 }, { status: 200 }],
        links: { raw: `${BASE}/v1/runs/${RUN}/pages/1` },
      },
      { page: 2, parent: 'k1', status: 404, failure: { code: 'http-404' } },
      { page: 3, status: 304, notModified: true },
    ]);
  });

  test('comes a page at a time, and is empty for a run that kept no list', async () => {
    const { get } = await scene();
    const first = (await get(`/v1/runs/${RUN}/requests?limit=2`)).json;
    expect(first).toMatchObject({ hasMore: true, items: [{ page: 1 }, { page: 2 }] });
    const { next } = first.links as { next: string };
    expect((await get(next.slice(BASE.length))).json).toMatchObject({ hasMore: false, items: [{ page: 3 }] });
    const none = createScene({ runs: memoryRuns([runOf(RUN, started)]) });
    expect((await none.ask(`/v1/runs/${RUN}/requests`, { headers: bearer })).json.items).toEqual([]);
  });
});

describe('GET /v1/runs/{id}/pages/{page}', () => {
  test('gives the bytes as they came, in a way that no browser shows as a page of ours', async () => {
    const { get } = await scene();
    const { status, headers, body } = await get(`/v1/runs/${RUN}/pages/1`);
    expect(Buffer.from(body, 'base64').toString()).toBe(HTML);
    expect([status, headers]).toMatchObject([
      200,
      {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${RUN}-page-1.bin"`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    ]);
  });

  test('leads to S3 for one that no answer holds', async () => {
    const { status, headers } = await (await scene()).get(`/v1/runs/${RUN}/pages/3`);
    expect([status, headers.location]).toEqual([307, 'https://bucket.example/raw/sds/c.gz?signed']);
  });

  test('says why there is none', async () => {
    const { get } = await scene();
    expect(await get(`/v1/runs/${RUN}/pages/2`)).toMatchObject({
      status: 404,
      json: { detail: 'Serveren svarede 404.' },
    });
    expect((await get(`/v1/runs/${RUN}/pages/9`)).status).toBe(404);
    expect((await get(`/v1/runs/${RUN}/pages/x`)).status).toBe(404);
  });
});

describe('GET /v1/runs/{id}/difference of a run that published', () => {
  const OTHER = 'sds.20261123T050000Z.abc124';

  test('says property by property what it changed, and nothing of what other runs wrote meanwhile', async () => {
    const run = runOf(RUN, started, { changes: { first: 2, last: 5 } });
    const made = createScene({ runs: memoryRuns([run]) }, ({ dataset, revision }) => {
      const entry = entryOf(dataset);
      return { ...entry, record: { ...entry.record, title: { da: `Udgave ${revision}` } } };
    });
    const draft = (id: string, runId: string, over: object = {}) => ({ ...draftOf(id), run: runId, ...over });
    const update = { type: 'Update', revision: 2, changed: ['title'], previous: 1 } as const;
    await made.append(draft('sds.a', OTHER));
    await made.append(draft('sds.b', RUN));
    await made.append(draft('sds.c', OTHER));
    await made.append(draft('sds.a', RUN, update));
    await made.append(
      draft('sds.b', RUN, { type: 'Delete', revision: 2, changed: [], previous: 2, contentHash: null }),
    );
    const get = (query = '') => made.ask(`/v1/runs/${RUN}/difference${query}`, { headers: bearer });

    expect((await get()).json.items).toMatchObject([
      { type: 'Create', id: 'sds.b' },
      {
        ...{ type: 'Update', id: 'sds.a' },
        changed: [{ property: 'title', before: { da: 'Udgave 1' }, after: { da: 'Udgave 2' } }],
      },
      { type: 'Delete', id: 'sds.b', title: { da: 'Udgave 1' }, changed: [] },
    ]);
    const first = (await get('?limit=1')).json;
    const { next } = first.links as { next: string };
    const second = (await made.ask(next.slice(BASE.length), { headers: bearer })).json;
    expect([first.items, second.items]).toMatchObject([[{ id: 'sds.b' }], [{ id: 'sds.a' }]]);
    const text = await get('?format=text&language=da&limit=2');
    expect(text.body).toMatch(/~ sds\.a \(ændret\) Udgave 2[\s\S]*- da: Udgave 1[\s\S]*Flere poster følger/);
    expect((await made.ask(`/v1/runs/${RUN}`)).json).toMatchObject({
      seconds: 0,
      links: { difference: `${BASE}/v1/runs/${RUN}/difference`, requests: `${BASE}/v1/runs/${RUN}/requests` },
    });
  });
});
