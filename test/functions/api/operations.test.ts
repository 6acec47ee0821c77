import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ApiPorts } from '#functions/api/ports.ts';
import { PermanentFailure, TransientFailure } from '#functions/shared/failures.ts';
import type { RunRecord } from '#schemas/run.ts';
import { memoryRuns, memorySources, runOf } from '../memory-control.ts';
import { BASE, createScene, TOKEN } from './scene.ts';

const RUN = 'sds.20261123T040000Z.abc123';
const started = '2026-11-23T04:00:00.000Z';
const ids = (json: Record<string, unknown>): string[] => (json.items as { id: string }[]).map(({ id }) => id);
const bearer = { authorization: `Bearer ${TOKEN}` };

describe('what all answers have in common', () => {
  it('shows where everything is', async () => {
    const answer = await createScene().ask('/');
    expect(answer.status).toBe(200);
    expect(answer.json.links).toMatchObject({ datasets: `${BASE}/v1/datasets`, changes: `${BASE}/v1/changes` });
  });

  it('is well when the ledger can be read', async () => {
    expect((await createScene().ask('/health')).json).toEqual({ status: 'ok', epoch: 'e1', head: 0, published: null });
  });

  it('answers HEAD as GET, without the body', async () => {
    const scene = createScene();
    const got = await scene.ask('/v1/sources');
    expect(await scene.ask('/v1/sources', { method: 'HEAD' })).toEqual({ ...got, body: '', json: {} });
  });

  it('answers a browser’s preflight', async () => {
    const answer = await createScene().ask('/v1/runs/x/held', { method: 'OPTIONS' });
    expect(answer).toMatchObject({
      status: 204,
      headers: { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'POST, OPTIONS' },
    });
  });

  it('names the methods of an address when it is asked with another', async () => {
    const answer = await createScene().ask('/v1/datasets', { method: 'DELETE' });
    expect(answer).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD, OPTIONS' },
      json: { type: `${BASE}/problems/method-not-allowed` },
    });
  });

  it('explains each problem at the address of its type', async () => {
    const scene = createScene();
    expect((await scene.ask('/problems/invalid-cursor')).json).toMatchObject({ status: 400 });
    expect((await scene.ask('/problems/nonsense')).status).toBe(404);
  });

  it('knows no other address', async () => {
    const answer = await createScene().ask('/v1/nonsense');
    expect(answer).toMatchObject({
      status: 404,
      json: { type: `${BASE}/problems/not-found`, instance: '/v1/nonsense' },
    });
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });

  it('keeps what went wrong to itself and tells those who run it', async () => {
    const failure = new PermanentFailure('the table "secret" is missing');
    const scene = createScene({ sources: { ...memorySources([]), list: () => Promise.reject(failure) } });
    const answer = await scene.ask('/v1/sources');
    expect(answer.status).toBe(500);
    expect(answer.body).not.toContain('secret');
    expect(scene.failures).toEqual([failure]);
  });

  it('asks for patience when a service is throttled', async () => {
    const list = () => Promise.reject(new TransientFailure('throttled'));
    const scene = createScene({ sources: { ...memorySources([]), list } });
    expect(await scene.ask('/v1/sources')).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  });
});

describe('GET /v1/sources', () => {
  it('shows a source without anything that is not for the world', async () => {
    const answer = await createScene().ask('/v1/sources');
    expect(answer.body).not.toMatch(/owner@sds|password|secret/);
    expect(answer.json).toMatchObject({
      items: [
        {
          id: 'sds',
          owner: { id: 'sundhedsdatastyrelsen', homepage: 'https://sds.example/' },
          url: 'https://sds.example/feed.ttl',
          enabled: true,
          links: { runs: `${BASE}/v1/sources/sds/runs`, datasets: `${BASE}/v1/datasets?source=sds` },
        },
      ],
    });
  });

  it('shows one source with its latest run', async () => {
    const scene = createScene({ runs: memoryRuns([runOf(RUN, started)]) });
    expect((await scene.ask('/v1/sources/sds')).json).toMatchObject({
      id: 'sds',
      latestRun: { id: RUN, state: 'succeeded', href: `${BASE}/v1/runs/${RUN}` },
    });
    expect((await scene.ask('/v1/sources/none')).status).toBe(404);
  });
});

describe('GET /v1/runs', () => {
  const runs = Array.from({ length: 130 }, (_, index) =>
    // Five sources start together, each minute.
    runOf(
      `s${index % 5}.20261123T04${String(Math.floor(index / 5)).padStart(2, '0')}00Z.abc123`,
      new Date(Date.parse(started) + Math.floor(index / 5) * 60_000).toISOString(),
    ),
  );

  it.each([Number.POSITIVE_INFINITY, 60])(
    'walks all runs once, newest first, also those that started together (a store of %s at a time)',
    async (most) => {
      const scene = createScene({ runs: memoryRuns(runs, most) });
      const whole = ids((await scene.ask('/v1/runs?limit=500')).json);
      expect(whole.length).toBe(130);
      for (const limit of [1, 7, 64]) {
        const walked: string[] = [];
        for (let cursor = ''; ; ) {
          const { json } = await scene.ask(`/v1/runs?limit=${limit}${cursor}`);
          walked.push(...ids(json));
          if (json.cursor === null) break;
          cursor = `&cursor=${json.cursor}`;
        }
        expect(walked).toEqual(whole);
      }
    },
  );

  it('ends a page before its problems outgrow an answer', async () => {
    const problem = { code: 'syntax-error', severity: 'error' as const, message: 'x'.repeat(2000) };
    const many = runs.slice(0, 60).map((run) => ({ ...run, problems: Array.from({ length: 100 }, () => problem) }));
    const scene = createScene({ runs: memoryRuns(many) });
    const { body, json } = await scene.ask('/v1/runs?limit=500');
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(6_000_000);
    expect(json.hasMore).toBe(true);
  });

  it('lists those of one source, and shows one', async () => {
    const run = runOf(RUN, started, { state: 'held', changes: { first: 3, last: 9 } });
    const scene = createScene({ runs: memoryRuns([run, ...runs]) });
    expect(ids((await scene.ask('/v1/sources/sds/runs')).json)).toEqual([RUN]);
    expect((await scene.ask(`/v1/runs/${RUN}`)).json).toEqual({
      ...run,
      seconds: 0,
      links: {
        self: `${BASE}/v1/runs/${RUN}`,
        problems: `${BASE}/v1/runs/${RUN}/problems`,
        records: `${BASE}/v1/runs/${RUN}/records`,
        source: `${BASE}/v1/sources/sds`,
        changes: `${BASE}/v1/changes/3`,
        difference: `${BASE}/v1/runs/${RUN}/difference`,
        requests: `${BASE}/v1/runs/${RUN}/requests`,
        held: `${BASE}/v1/runs/${RUN}/held`,
      },
    });
    expect((await scene.ask('/v1/runs/sds.20261123T040000Z.none')).status).toBe(404);
    expect((await scene.ask('/v1/runs/nonsense')).status).toBe(404);
  });
});

describe('GET /v1/runs/{id}/records', () => {
  const records: RunRecord[] = [
    { outcome: 'created', id: 'sds.a', identifier: 'a', page: 'https://sds.example/feed.ttl', place: 'line 3' },
    { outcome: 'updated', id: 'sds.b', identifier: 'b', reason: 'title, description' },
    { outcome: 'rejected', id: null, identifier: null, reason: 'no-identity' },
    { outcome: 'unchanged', id: 'sds.c', identifier: '=HYPERLINK("x")' },
  ];

  function sceneWithSheet(sheet: readonly RunRecord[] = records) {
    const scene = createScene({ runs: memoryRuns([runOf(RUN, started)]) });
    const text = sheet.map((record) => `${JSON.stringify(record)}\n`).join('');
    scene.objects.contents.set(`runs/${RUN}/records.jsonl.gz`, gzipSync(text));
    return scene;
  }

  it('walks the sheet in pages', async () => {
    const scene = sceneWithSheet();
    const first = await scene.ask(`/v1/runs/${RUN}/records?limit=3`);
    expect(first.json).toMatchObject({ items: records.slice(0, 3), hasMore: true });
    const second = await scene.ask(`/v1/runs/${RUN}/records?limit=3&cursor=${first.json.cursor}`);
    expect(second.json).toMatchObject({ items: records.slice(3), cursor: null, hasMore: false });
  });

  it('shows one outcome', async () => {
    const { json } = await sceneWithSheet().ask(`/v1/runs/${RUN}/records?outcome=rejected`);
    expect(json.items).toEqual([records[2]]);
  });

  const table = [
    'outcome,id,identifier,reason,page,place,waits\r\n',
    'created,sds.a,a,,https://sds.example/feed.ttl,line 3,\r\n',
    'updated,sds.b,b,"title, description",,,\r\n',
    'rejected,,,no-identity,,,\r\n',
    `unchanged,sds.c,"'=HYPERLINK(""x"")",,,,\r\n`,
  ].join('');

  it.each([
    ['.csv', undefined],
    ['?format=csv', 'application/json'],
    ['', 'text/csv'],
  ])('is a table that no spreadsheet runs anything from (%s, %s)', async (rest, accept) => {
    const headers = accept === undefined ? {} : { accept };
    const answer = await sceneWithSheet().ask(`/v1/runs/${RUN}/records${rest}`, { headers });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.body).toBe(table);
  });

  it('parts a table that outgrows an answer, and says where it goes on', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      outcome: 'unchanged' as const,
      id: `sds.d${index}`,
      identifier: 'x'.repeat(300),
    }));
    const scene = sceneWithSheet(many);
    const rows: string[] = [];
    let target: string | undefined = `/v1/runs/${RUN}/records.csv`;
    while (target !== undefined) {
      const { body, headers } = await scene.ask(target);
      expect(Buffer.byteLength(body)).toBeLessThan(4_000_000);
      rows.push(...body.split('\r\n').slice(1, -1));
      target = /<[^>]*(\/v1\/runs[^>]*)>; rel="next"/.exec(String(headers.link))?.[1];
    }
    expect(rows.map((row) => row.split(',')[1])).toEqual(many.map(({ id }) => id));
  });

  it('is empty for a run that is still under way, and broken for a sheet that is', async () => {
    const scene = createScene({ runs: memoryRuns([runOf(RUN, started, { state: 'running', endedAt: null })]) });
    expect((await scene.ask(`/v1/runs/${RUN}/records`)).json).toMatchObject({ items: [], hasMore: false });
    scene.objects.contents.set(`runs/${RUN}/records.jsonl.gz`, Buffer.from('no gzip'));
    expect((await scene.ask(`/v1/runs/${RUN}/records`)).status).toBe(500);
    expect(scene.failures.length).toBe(1);
  });

  it('has no other format', async () => {
    const answer = await sceneWithSheet().ask(`/v1/runs/${RUN}/records`, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(406);
  });
});

describe('POST /v1/runs/{id}/held', () => {
  const run = runOf(RUN, started, { state: 'held' });
  const ask = (over: Partial<ApiPorts>, body: string, headers: Record<string, string> = bearer) =>
    createScene({ runs: memoryRuns([run]), ...over }).ask(`/v1/runs/${RUN}/held`, { method: 'POST', body, headers });

  it('hands the operator’s word on, and answers with the run after it', async () => {
    const decisions: string[] = [];
    const held: ApiPorts['held'] = {
      async decide(id, decision) {
        decisions.push(`${decision} ${id}`);
        return { kind: 'done', run: { ...run, state: 'succeeded' } };
      },
    };
    const answer = await ask({ held }, '{"action":"release"}');
    expect(answer).toMatchObject({ status: 200, json: { id: RUN, state: 'succeeded' } });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(decisions).toEqual([`release ${RUN}`]);
  });

  it.each([
    ['busy', 409, 'source-busy'],
    ['nothing-held', 409, 'nothing-held'],
    ['unknown-run', 404, 'not-found'],
  ] as const)('answers %s with %i', async (kind, status, code) => {
    const answer = await ask({ held: { decide: async () => ({ kind }) } }, '{"action":"reject"}');
    expect(answer).toMatchObject({ status, json: { type: `${BASE}/problems/${code}` } });
  });

  it.each([
    [{}, 401],
    [{ authorization: 'Basic abc' }, 401],
    [{ authorization: 'Bearer wrong' }, 403],
  ] as [Record<string, string>, number][])('lets nobody but an operator decide (%j)', async (headers, status) => {
    const answer = await ask({}, '{"action":"release"}', headers);
    expect(answer.status).toBe(status);
    expect(answer.headers['www-authenticate']).toBe(status === 401 ? 'Bearer realm="operator"' : undefined);
  });

  it('has no operator when no token is set', async () => {
    expect((await ask({ operatorToken: undefined }, '{"action":"release"}')).status).toBe(403);
  });

  it.each(['', '{', '{"action":"delete"}', '{"action":"release","all":true}', '[]'])(
    'refuses the body %j',
    async (body) => {
      expect(await ask({}, body)).toMatchObject({ status: 400, json: { type: `${BASE}/problems/invalid-body` } });
    },
  );

  it('takes JSON only', async () => {
    expect((await ask({}, 'action=release', { ...bearer, 'content-type': 'text/plain' })).status).toBe(415);
  });
});

describe('POST /v1/sources/{id}/runs', () => {
  const ask = (over: Partial<ApiPorts>, body?: string, source = 'sds') =>
    createScene(over).ask(`/v1/sources/${source}/runs`, {
      method: 'POST',
      headers: bearer,
      ...(body !== undefined && { body }),
    });

  it('starts a run and says where to watch it', async () => {
    const starts: unknown[] = [];
    const starter: ApiPorts['starter'] = {
      replay: async () => ({ kind: 'unknown-run' }),
      async start(source, options) {
        starts.push([source, options]);
        return { kind: 'started', run: RUN };
      },
    };
    expect(await ask({ starter })).toMatchObject({ status: 202, headers: { location: `${BASE}/v1/runs/${RUN}` } });
    await ask({ starter }, '{"force":true}');
    await ask({ starter }, '{"preview":true}');
    expect(starts).toEqual([
      ['sds', { force: false }],
      ['sds', { force: true }],
      ['sds', { force: false, preview: true }],
    ]);
  });

  it('says until when the source does not want to be asked', async () => {
    const starter: ApiPorts['starter'] = {
      replay: async () => ({ kind: 'unknown-run' }),
      start: async () => ({ kind: 'waiting', until: '2026-11-24T15:00:00.000Z' }),
    };
    expect(await ask({ starter })).toMatchObject({
      status: 409,
      headers: { 'retry-after': 'Tue, 24 Nov 2026 15:00:00 GMT' },
      json: {
        type: `${BASE}/problems/source-resting`,
        detail: expect.stringContaining('not be asked before 2026-11-24T15:00:00.000Z'),
      },
    });
  });

  it('says so when the source is being harvested, or is not known', async () => {
    expect(await ask({})).toMatchObject({ status: 409, headers: { 'retry-after': '60' } });
    expect((await ask({}, undefined, 'none')).status).toBe(404);
  });
});
