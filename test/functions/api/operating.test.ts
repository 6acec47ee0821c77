import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ReplayStart } from '#functions/start-runs/start-replay.ts';
import type { RecordDifference } from '#schemas/difference.ts';
import type { RunProblem } from '#schemas/run-problem.ts';
import { memoryRuns, runOf } from '../memory-control.ts';
import { BASE, createScene, TOKEN } from './scene.ts';

const RUN = 'sds.20261123T040000Z.abc123';
const started = '2026-11-23T04:00:00.000Z';
const bearer = { authorization: `Bearer ${TOKEN}` };
const post = { method: 'POST', headers: bearer };

const lines = (values: readonly unknown[]) => gzipSync(values.map((value) => `${JSON.stringify(value)}\n`).join(''));

describe('GET /v1/runs/{id}/difference', () => {
  const created = (index: number): RecordDifference => ({
    type: 'Create',
    returns: false,
    kind: 'Dataset',
    id: `sds.d${index}`,
    identifier: `d${index}`,
    title: { da: `Register ${index}`, en: `Registry ${index}` },
    changed: [{ property: 'keyword', after: { da: ['sundhed', 'register'] } }],
  });
  const updated: RecordDifference = {
    ...created(7),
    type: 'Update',
    changed: [{ property: 'title', before: { da: 'Før' }, after: { da: 'Efter', en: 'After' } }],
  };

  const scene = async (differences: readonly RecordDifference[]) => {
    const waiting = { created: differences.length, updated: 0, returned: 0, removed: 0 };
    const made = createScene({ runs: memoryRuns([runOf(RUN, started, { state: 'held', waiting })]) });
    await made.objects.put(`runs/${RUN}/difference.jsonl.gz`, lines(differences));
    return made;
  };

  it('is for operators, because it is not published', async () => {
    const { ask } = await scene([created(1)]);
    expect((await ask(`/v1/runs/${RUN}/difference`)).status).toBe(401);
    const answer = await ask(`/v1/runs/${RUN}/difference`, { headers: bearer });
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    expect((await ask(`/v1/runs/${RUN}`)).json.links).toMatchObject({
      difference: `${BASE}/v1/runs/${RUN}/difference`,
    });
  });

  it('comes a page at a time', async () => {
    const { ask } = await scene([1, 2, 3].map(created));
    const first = (await ask(`/v1/runs/${RUN}/difference?limit=2`, { headers: bearer })).json;
    expect(first).toMatchObject({ hasMore: true, items: [{ id: 'sds.d1' }, { id: 'sds.d2' }] });
    const { next } = first.links as { next: string };
    const second = (await ask(next.slice(BASE.length), { headers: bearer })).json;
    expect(second).toMatchObject({ hasMore: false, cursor: null, items: [created(3)] });
  });

  it('is a text in Danish or English', async () => {
    const { ask } = await scene([created(1), updated]);
    const danish = await ask(`/v1/runs/${RUN}/difference?format=text&language=da`, { headers: bearer });
    expect(danish.headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'content-language': 'da' });
    expect(danish.body.split('\n')).toEqual([
      '+ sds.d1 (ny) Register 1',
      '    nøgleord: da: sundhed; register',
      '',
      '~ sds.d7 (ændret) Register 7',
      '    titel',
      '      - da: Før',
      '      + { da: Efter | en: After }',
      '',
    ]);
    const english = await ask(`/v1/runs/${RUN}/difference?format=text`, {
      headers: { ...bearer, 'accept-language': 'en-GB,en;q=0.9,da;q=0.1' },
    });
    expect(english.body).toContain('~ sds.d7 (changed) Registry 7');
  });

  it('is empty for a run that holds nothing back', async () => {
    const { ask } = createScene({ runs: memoryRuns([runOf(RUN, started)]) });
    expect((await ask(`/v1/runs/${RUN}/difference`, { headers: bearer })).json).toMatchObject({ items: [] });
  });
});

describe('POST /v1/runs/{id}/held', () => {
  it('refuses a set that is no longer what would happen', async () => {
    const held = { decide: async () => ({ kind: 'outdated' as const, detail: 'The source changed.' }) };
    const { ask } = createScene({ held, runs: memoryRuns([runOf(RUN, started, { state: 'held' })]) });
    const answer = await ask(`/v1/runs/${RUN}/held`, { ...post, body: '{"action":"release"}' });
    expect(answer).toMatchObject({
      status: 409,
      json: { type: `${BASE}/problems/held-outdated`, detail: 'The source changed.' },
    });
  });
});

describe('POST /v1/runs/{id}/replay', () => {
  const runs = memoryRuns([runOf(RUN, started)]);
  const scene = (replay: ReplayStart) =>
    createScene({ runs, starter: { start: async () => ({ kind: 'busy' }), replay: async () => replay } });

  it('starts a run that reads the archive', async () => {
    const { ask } = scene({ kind: 'started', run: 'sds.20261123T050000Z.abc124' });
    const answer = await ask(`/v1/runs/${RUN}/replay`, { ...post, body: '{"dryRun":true}' });
    expect(answer).toMatchObject({ status: 202, headers: { location: `${BASE}/v1/runs/sds.20261123T050000Z.abc124` } });
  });

  it('says why it does not', async () => {
    const refusals: ReplayStart[] = [
      { kind: 'busy' },
      { kind: 'not-kept' },
      { kind: 'overtaken', by: 'sds.x' },
      { kind: 'unknown-run' },
    ];
    const codes: unknown[] = [];
    for (const refusal of refusals) {
      const { json } = await scene(refusal).ask(`/v1/runs/${RUN}/replay`, post);
      codes.push(String(json.type).split('/').at(-1));
    }
    expect(codes).toEqual(['source-busy', 'not-replayable', 'replay-overtaken', 'not-found']);
  });
});

describe('GET /v1/runs/{id}/problems', () => {
  const problem = (index: number, standing: RunProblem['standing'], code = 'invalid-date'): RunProblem => ({
    code,
    severity: 'warning',
    record: `sds.d${index}`,
    property: 'issued',
    excerpt: '=1+1',
    message: 'This is no date.',
    standing,
  });
  const list = [
    ...[1, 2, 3, 4].map((index) => problem(index, 'still')),
    problem(5, 'new'),
    problem(6, 'fixed'),
    { ...problem(7, 'new', 'truncated'), severity: 'error' as const },
  ];

  const scene = async () => {
    const made = createScene({ runs: memoryRuns([runOf(RUN, started, { problemCount: 6 })]) });
    await made.objects.put(`runs/${RUN}/problems.jsonl.gz`, lines(list));
    return made;
  };

  it('groups them by code, the worst first, with what is new, fixed and still there', async () => {
    const { json } = await (await scene()).ask(`/v1/runs/${RUN}/problems`);
    expect(json).toMatchObject({
      complete: true,
      groups: [
        { code: 'truncated', severity: 'error', count: 1, new: 1, still: 0, fixed: 0 },
        { code: 'invalid-date', count: 5, new: 1, still: 4, fixed: 1, type: `${BASE}/problems/invalid-date` },
      ],
    });
    const [, { examples }] = json.groups as [unknown, { examples: unknown[] }];
    expect(examples).toHaveLength(3);
  });

  it('gives the whole list as a table that a spreadsheet does not run', async () => {
    const answer = await (await scene()).ask(`/v1/runs/${RUN}/problems.csv?standing=new`);
    const [head, ...rows] = answer.body.trim().split('\r\n');
    expect(head).toBe('standing,severity,code,record,property,page,line,column,path,excerpt,message');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain(",'=1+1,");
  });

  it('has those of a run that kept no list from the run itself', async () => {
    const { standing: _, ...plain } = problem(1, undefined);
    const { ask } = createScene({ runs: memoryRuns([runOf(RUN, started, { problems: [plain], problemCount: 1 })]) });
    expect((await ask(`/v1/runs/${RUN}/problems`)).json).toMatchObject({ groups: [{ count: 1, new: 0, still: 0 }] });
  });

  it('explains each code in Danish and English', async () => {
    const { ask } = createScene();
    expect((await ask('/problems/truncated')).json).toMatchObject({
      severity: 'error',
      title: { da: expect.any(String) },
    });
    expect((await ask('/problems/http-503')).json).toMatchObject({ title: { en: expect.stringContaining('503') } });
  });
});

describe('/v1/dead-letters', () => {
  const letter = (id: string, queue: string) => ({
    id,
    queue,
    message: '{"source":"sds","run":"sds.20261123T040000Z.abc123"}',
    reason: 'The host does not answer.',
    receivedAt: started,
    tries: 3,
  });
  const scene = async () => {
    const made = createScene();
    for (const [name, queue] of [
      ['a', 'harvest'],
      ['b', 'harvest'],
      ['c', 'project'],
    ] as const) {
      await made.objects.put(
        `dead/${queue}/${name}.json`,
        Buffer.from(JSON.stringify(letter(`${queue}.${name}`, queue))),
      );
    }
    return made;
  };

  it('is for operators alone', async () => {
    const { ask } = await scene();
    const answers = [
      await ask('/v1/dead-letters'),
      await ask('/v1/dead-letters/harvest.a'),
      await ask('/v1/dead-letters/harvest.a/replay', { method: 'POST' }),
      await ask('/v1/dead-letters/replay', { method: 'POST' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  });

  it('lists what waits, a page at a time, and shows one', async () => {
    const { ask } = await scene();
    const first = (await ask('/v1/dead-letters?limit=2', { headers: bearer })).json;
    expect(first).toMatchObject({ hasMore: true, items: [{ id: 'harvest.a' }, { id: 'harvest.b' }] });
    const { next } = first.links as { next: string };
    expect((await ask(next.slice(BASE.length), { headers: bearer })).json).toMatchObject({
      items: [{ id: 'project.c' }],
    });
    expect((await ask('/v1/dead-letters/harvest.b', { headers: bearer })).json).toMatchObject({ tries: 3 });
    expect((await ask('/v1/dead-letters/harvest.z', { headers: bearer })).status).toBe(404);
  });

  it('tries one again, and then the rest', async () => {
    const { ask, sent } = await scene();
    expect((await ask('/v1/dead-letters/harvest.a/replay', post)).json).toMatchObject({ kind: 'replayed' });
    const { letters } = (await ask('/v1/dead-letters/replay', post)).json as { letters: object[] };
    expect(letters).toMatchObject([{ id: 'harvest.b' }, { id: 'project.c' }]);
    expect(sent).toHaveLength(1);
    expect((await ask('/v1/dead-letters', { headers: bearer })).json).toMatchObject({ items: [] });
    const { items } = (await ask('/v1/dead-letters?all=true', { headers: bearer })).json as { items: object[] };
    expect(items).toHaveLength(3);
  });
});
