import { describe, expect, test } from 'vitest';
import type { RunReader } from '#functions/api/ports.ts';
import { problemCodes } from '#schemas/problem-codes.ts';
import type { Run } from '#schemas/run.ts';
import { Source } from '#schemas/source.ts';
import { memoryRuns, memorySources, runOf } from '../memory-control.ts';
import { BASE, createScene, creations, TOKEN } from './scene.ts';

const bearer = { authorization: `Bearer ${TOKEN}` };
const START = Date.parse('2026-11-23T04:00:00.000Z');
const MINUTE = 60_000;

const sourceOf = (id: string, over: object = {}): Source =>
  Source.parse({
    id,
    title: { da: `Kilde ${id}` },
    owner: { id: 'o' },
    format: 'dcat',
    url: 'https://x.example/',
    ...over,
  });

const at = (minutes: number): string => new Date(START + minutes * MINUTE).toISOString();
const idAt = (source: string, minutes: number): string => `${source}.${at(minutes).replace(/[-:]|\.\d+/g, '')}.abc123`;
const run = (source: string, minutes: number, over: Partial<Run> = {}): Run =>
  runOf(idAt(source, minutes), at(minutes), over);

const cost = { requests: 1, bytesReceived: 1, prices: '2026-11-24', usd: 0.25 };
const usage = {
  dynamodbReadUnits: 0,
  dynamodbWriteUnits: 0,
  s3Puts: 0,
  s3Gets: 0,
  sqsCalls: 0,
  snsCalls: 0,
  lambdaInvocations: 1,
  lambdaGbSeconds: 1,
};

/** An API whose runs and time a test moves on. */
function scene(sources: readonly Source[], first: readonly Run[] = []) {
  const moving = { now: START, runs: [...first], reads: 0 };
  const current = () => memoryRuns(moving.runs);
  const runs: RunReader = {
    get: (id) => current().get(id),
    bySource: (source, page) => {
      moving.reads += 1;
      return current().bySource(source, page);
    },
    recent: (page) => current().recent(page),
  };
  const api = createScene({ runs, sources: memorySources(sources), clock: () => moving.now });
  const look = async () => (await api.ask('/v1/overview', { headers: bearer })).json;
  return { api, moving, look };
}

/** The state of the one source after these runs. */
async function stateAfter(runs: readonly Run[], over: object = {}, now = 0): Promise<unknown> {
  const { look, moving } = scene([sourceOf('sds', over)], runs);
  moving.now = START + now * MINUTE;
  const { sources } = (await look()) as { sources: unknown[] };
  return sources[0];
}

const waiting = { created: 2, updated: 1, returned: 0, removed: 0 };
const held = { ...run('sds', -1).counts, held: 4 };

describe('a source', () => {
  const failed = run('sds', -1, { state: 'failed', reason: 'Værten svarer ikke.', coverage: 'none' });
  test.each<[string, Run[], object, object]>([
    ['that was never harvested is new', [], {}, { state: 'new', lastRun: null, dueAt: at(0) }],
    ['whose latest harvest succeeded is well', [run('sds', -1)], {}, { state: 'well', dueAt: at(24 * 60 - 1) }],
    ['that is not enabled is paused', [failed], { enabled: false }, { state: 'paused', dueAt: null }],
    [
      'that is being read is running',
      [run('sds', 0, { state: 'running', endedAt: null }), failed],
      {},
      { state: 'running', running: { run: idAt('sds', 0) }, failure: { reason: failed.reason } },
    ],
    [
      'whose changes wait is awaiting',
      [run('sds', -1, { state: 'held', waiting })],
      {},
      { state: 'awaiting', waiting: 3 },
    ],
    ['whose removals wait is held', [run('sds', -1, { state: 'held', counts: held })], {}, { state: 'held', held: 4 }],
    [
      'that cannot be read is failing, and its last good run is told however far back it lies',
      [...Array.from({ length: 9 }, (_, index) => run('sds', -1 - index, { state: 'failed' })), run('sds', -90)],
      {},
      { state: 'failing', lastGood: { id: idAt('sds', -90) }, failure: { code: 'run-failed' } },
    ],
    [
      'that nobody starts is overdue',
      [run('sds', -25 * 60)],
      {},
      { state: 'overdue', overdueSeconds: 3600, dueAt: at(-60) },
    ],
    [
      'in its quiet hours is due at their end',
      [run('sds', -25 * 60)],
      { politeness: { quietHours: { from: '04:00', to: '06:00' } } },
      { state: 'well', overdueSeconds: 0, dueAt: at(60) },
    ],
    [
      'whose latest run was a preview is judged by its harvest',
      [run('sds', 0, { preview: true }), failed],
      {},
      { state: 'failing' },
    ],
  ])('%s', async (_, runs, over, expected) => {
    expect(await stateAfter(runs, over)).toMatchObject(expected);
  });
});

describe('GET /v1/overview', () => {
  test('is well exactly when there is no trouble', async () => {
    const { look } = scene([sourceOf('sds')], [run('sds', -1)]);
    expect(await look()).toMatchObject({
      well: true,
      troubles: [],
      deadLetters: { waiting: 0, more: false },
      ledger: { head: 0, changesLastHour: 0, changesLastDay: 0 },
      webhooks: { active: 0, failing: 0, furthestBehind: 0 },
    });
  });

  test('shows a source that broke within a minute, in both languages, with what to do', async () => {
    const { look, moving } = scene([sourceOf('sds'), sourceOf('ssi')], [run('sds', -1), run('ssi', -1)]);
    await look();
    moving.now = START + MINUTE;
    moving.runs.push(run('sds', 1, { state: 'failed', reason: 'Værten svarer ikke.' }));
    expect(await look()).toMatchObject({
      well: false,
      troubles: [
        {
          kind: 'source-failing',
          severity: 'error',
          source: 'sds',
          run: idAt('sds', 1),
          text: {
            da: 'Kilde sds kunne ikke høstes: Værten svarer ikke. Se kørslens problemer; ret kilden, og høst igen.',
            en: expect.stringContaining('Kilde sds could not be harvested: Værten svarer ikke.'),
          },
          links: { run: `${BASE}/v1/runs/${idAt('sds', 1)}` },
        },
      ],
    });
  });

  test.each([
    ['http-404', 'Serveren svarede med status 404 i stedet for siden.'],
    ['no-answer', problemCodes['no-answer'].da],
    ['of-a-later-version', 'It is told in English.'],
  ])('says in Danish by its code %s why a harvest failed', async (code, da) => {
    const problem = { code, severity: 'error', message: 'It is told in English.' } as const;
    const broken: Partial<Run> = { state: 'failed', reason: problem.message, problems: [problem] };
    const { look } = scene([sourceOf('sds')], [run('sds', -1, broken)]);
    expect(await look()).toMatchObject({
      troubles: [
        {
          kind: 'source-failing',
          text: {
            da: expect.stringContaining(`Kilde sds kunne ikke høstes: ${da} Se kørslens`),
            en: expect.stringContaining(problem.message),
          },
        },
      ],
    });
  });

  test('says in both languages that a site looks built anew', async () => {
    const problem = { code: 'scraper-drift', severity: 'error', message: 'Fewer.' } as const;
    const { look } = scene(
      [sourceOf('sds')],
      [run('sds', -1, { state: 'held', reason: 'Fewer.', problems: [problem] })],
    );
    expect(await look()).toMatchObject({
      troubles: [
        {
          kind: 'source-drift',
          text: {
            da: expect.stringContaining('Siderne giver langt mindre end sidst'),
            en: expect.stringContaining('looks as if it had been built anew: Fewer.'),
          },
        },
      ],
    });
  });

  test('reads the runs of a source again only when there is something new of it', async () => {
    const { look, moving } = scene(
      ['a', 'b', 'c'].map((id) => sourceOf(id)),
      ['a', 'b', 'c'].map((id) => run(id, -1)),
    );
    await look();
    const before = moving.reads;
    moving.now += 10_000;
    moving.runs.push(run('b', 0));
    await Promise.all([look(), look(), look()]);
    expect(moving.reads - before).toBe(1);
  });

  test('names what waits for a decision, and a source that left the file while its datasets are shown', async () => {
    const sources = memorySources([sourceOf('sds'), sourceOf('ssi')]);
    await sources.replaceAll([sourceOf('sds')]);
    const runs = memoryRuns([
      run('sds', -1, { state: 'held', waiting }),
      run('ssi', -1, { live: { before: 7, after: 7 } }),
    ]);
    const { ask } = createScene({ runs, sources, clock: () => START });
    const { troubles } = (await ask('/v1/overview', { headers: bearer })).json as { troubles: object[] };
    expect(troubles).toMatchObject([
      { kind: 'run-waiting', text: { da: expect.stringMatching(/^3 ændringer af Kilde sds venter/) } },
      { kind: 'source-removed-from-file', source: 'ssi', text: { en: expect.stringContaining('7 datasets') } },
    ]);
  });

  test('tells of a part that is missed at each harvest, not of one that is missed now and then', async () => {
    const partial = (minutes: number) => run('sds', minutes, { state: 'partial', coverage: 'partial' });
    const often = scene([sourceOf('sds')], [partial(-1), partial(-2), partial(-3), run('sds', -4)]);
    expect(await often.look()).toMatchObject({
      well: false,
      troubles: [{ kind: 'source-partial', text: { da: expect.stringContaining('mangler ved hver høst') } }],
    });
    const seldom = scene([sourceOf('sds')], [partial(-1), run('sds', -2), partial(-3), partial(-4)]);
    expect(await seldom.look()).toMatchObject({ well: true, sources: [{ partial: false, state: 'well' }] });
  });

  test('tells of views that stand still, not of those that are on their way', async () => {
    const { api, moving, look } = scene([]);
    await api.append(...creations(3));
    moving.now = START + MINUTE;
    expect(await look()).toMatchObject({
      well: true,
      ledger: { head: 3, changesLastHour: 3, changesLastDay: 3 },
      views: [{ name: 'datasets', seq: 3, lag: 0 }, { lag: 3 }, { lag: 3 }, { name: 'search', lag: 3 }],
    });
    moving.now = START + 10 * MINUTE;
    expect(await look()).toMatchObject({ well: false, troubles: [{ kind: 'view-behind' }, {}, {}] });
  });

  test('counts letters, and finds no trouble in those of runs whose source is told of anyway', async () => {
    const { api, look, moving } = scene([sourceOf('sds')], [run('sds', -1)]);
    const letter = (id: string, over: object) => ({
      ...{ id, queue: id.split('.')[0], message: '{}', reason: 'Kunne ikke.', receivedAt: at(0), tries: 5 },
      ...over,
    });
    const put = (key: string, value: object) => api.objects.put(key, Buffer.from(JSON.stringify(value)));
    await put('dead/harvest/a.json', letter('harvest.a', { run: idAt('sds', -9) }));
    expect(await look()).toMatchObject({ well: true, deadLetters: { waiting: 1 } });
    await put('dead/project/b.json', letter('project.b', {}));
    moving.now += 31_000;
    expect(await look()).toMatchObject({ deadLetters: { waiting: 2 }, troubles: [{ kind: 'dead-letters' }] });
  });

  test('sums what the runs of this month cost, by kind', async () => {
    const bill = { cost: { ...usage, ...cost } };
    const { look, moving } = scene(
      [sourceOf('sds')],
      [
        run('sds', -1, bill),
        run('sds', -2, { ...bill, preview: true }),
        run('sds', -3, { ...bill, replay: { of: 'x', dryRun: false } }),
        run('sds', -60 * 24 * 30, bill),
      ],
    );
    const expected = { month: '2026-11', usd: 0.75, runs: 3, byKind: { harvest: 0.25, preview: 0.25, replay: 0.25 } };
    expect(await look()).toMatchObject({ cost: { ...expected, complete: true } });
    moving.now += 31_000;
    moving.runs.push(run('sds', 0, bill));
    expect(await look()).toMatchObject({ cost: { usd: 1, runs: 4 } });
  });
});
