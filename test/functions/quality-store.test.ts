/** What is known of quality is kept by the same rules in memory and on DynamoDB. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoLinkIndex } from '#functions/shared/dynamo-link-index.ts';
import { dynamoQualityStore } from '#functions/shared/dynamo-quality-store.ts';
import type { AssessmentWrite, QualityStore } from '#functions/shared/quality-store.ts';
import { topology } from '#infra/topology.ts';
import type { Measurement } from '#schemas/assessment.ts';
import type { Aggregate, ScoreCause } from '#schemas/score-history.ts';
import { type Engines, startEngines } from '#test/engines.ts';
import { memoryObjects } from './memory-objects.ts';
import { memoryQuality } from './memory-quality.ts';

let engines: Engines;
beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

const CREATED: ScoreCause = { kind: 'created', run: 'sds.20261123T040000Z.abc123', seq: 1 };

interface Written {
  readonly at?: string;
  readonly mqa?: number;
  readonly cause?: ScoreCause | null;
  readonly measurements?: Measurement[];
}

const writeOf = (
  dataset: string,
  { at = '2026-11-23T04:00:00.000Z', mqa = 200, cause = CREATED, measurements = [] }: Written = {},
): AssessmentWrite => ({
  assessment: {
    dataset,
    assessedAt: at,
    measurements,
    profiles: [],
    scores: [],
    findings: [],
    grade: { letter: 'C', share: 0.5, parts: [] },
  },
  seq: 1,
  rules: 'r1',
  summary: { letter: 'C', share: 0.5, mqa, rating: 'enough' },
  cause,
});

const aggregateOf = (id: string, share: number): Aggregate => ({
  by: 'owner',
  id,
  datasets: 2,
  share,
  mqa: 210,
  letters: { A: 0, B: 0, C: 2, D: 0, E: 0 },
  ratings: { excellent: 0, good: 0, enough: 2, bad: 0 },
  conforms: { 'dcat-ap-3': 1, 'dcat-ap-dk-3': 1, 'healthdcat-ap-r8': 0 },
});

const stores: [string, () => Promise<QualityStore>][] = [
  ['in memory', async () => memoryQuality()],
  [
    'on DynamoDB',
    async () =>
      dynamoQualityStore({ table: await engines.newTable(), objects: memoryObjects(), client: engines.dynamo }),
  ],
];

describe.each(stores)('the quality store %s', (_, create) => {
  it('gives back an assessment, and the scores of those that were assessed', async () => {
    const store = await create();
    const { cause, summary, ...assessed } = writeOf('sds.car');
    await store.write([writeOf('sds.car'), writeOf('sds.lpr', { mqa: 300 })]);

    expect(await store.get('sds.car')).toEqual(assessed);
    expect(await store.get('sds.none')).toBeUndefined();
    expect(await store.summaries(['sds.lpr', 'sds.none', 'sds.lpr'])).toEqual(
      new Map([['sds.lpr', { ...summary, mqa: 300 }]]),
    );
  });

  it('keeps an assessment that is larger than an item may be', async () => {
    const store = await create();
    // Numbers without a pattern: what repeats itself would be packed to nothing.
    const measurements = Array.from({ length: 60_000 }, (_, index) => ({
      metric: 'accessUrlStatusCode',
      on: index,
      value: Math.sin(index),
      url: `https://ejer.example/${Math.cos(index)}`,
    }));
    await store.write([writeOf('sds.large', { measurements })]);

    expect((await store.get('sds.large'))?.assessment.measurements).toEqual(measurements);
  });

  it('keeps a point for each day on which scores changed, with all causes of the day', async () => {
    const store = await create();
    const changed: ScoreCause = { kind: 'changed', run: 'sds.20261123T050000Z.abc123', seq: 2, properties: ['title'] };
    await store.write([writeOf('sds.car')]);
    await store.write([writeOf('sds.car', { at: '2026-11-23T05:00:00.000Z', mqa: 210, cause: changed })]);
    await store.write([writeOf('sds.car', { at: '2026-11-24T05:00:00.000Z', mqa: 210, cause: null })]);
    await store.write([writeOf('sds.car', { at: '2026-11-25T05:00:00.000Z', mqa: 190, cause: { kind: 'time' } })]);

    expect(await store.history('sds.car')).toMatchObject([
      { day: '2026-11-23', mqa: 210, causes: [CREATED, changed] },
      { day: '2026-11-25', mqa: 190, causes: [{ kind: 'time' }] },
    ]);
    expect(await store.history('sds.car', { from: '2026-11-24' })).toMatchObject([{ day: '2026-11-25' }]);
    expect(await store.history('sds.car', { to: '2026-11-23' })).toMatchObject([{ day: '2026-11-23' }]);
  });

  it('forgets a removed dataset but for its history', async () => {
    const store = await create();
    await store.write([writeOf('sds.car')]);
    await store.remove(['sds.car']);

    expect(await store.get('sds.car')).toBeUndefined();
    expect(await store.summaries(['sds.car'])).toEqual(new Map());
    expect(await store.history('sds.car')).toHaveLength(1);
  });

  it('replaces the aggregates of a kind, and adds a point only to those that became others', async () => {
    const store = await create();
    await store.gather('owner', [aggregateOf('sds', 0.5), aggregateOf('ssi', 0.4)], '2026-11-23');
    await store.gather('owner', [aggregateOf('sds', 0.6), aggregateOf('ssi', 0.4)], '2026-11-24');
    await store.gather('owner', [aggregateOf('sds', 0.6)], '2026-11-25');

    expect(await store.aggregates('owner')).toEqual([aggregateOf('sds', 0.6)]);
    expect(await store.aggregates('source')).toEqual([]);
    expect((await store.aggregateHistory('owner', 'sds')).map(({ day, share }) => [day, share])).toEqual([
      ['2026-11-23', 0.5],
      ['2026-11-24', 0.6],
    ]);
    expect((await store.aggregateHistory('owner', 'ssi')).map(({ day }) => day)).toEqual(['2026-11-23']);
  });

  it('keeps when an owner last said that a description is right', async () => {
    const store = await create();
    await store.confirm('sds.car', '2026-01-02T03:04:05.000Z');
    await store.confirm('sds.car', '2026-11-02T03:04:05.000Z');

    expect(await store.confirmations(['sds.car', 'sds.lpr'])).toEqual(
      new Map([['sds.car', '2026-11-02T03:04:05.000Z']]),
    );
  });
});

it('shares its table with the links of datasets, and neither touches what is the other’s', async () => {
  const table = await engines.newTable(topology.tables.quality);
  const store = dynamoQualityStore({ table, objects: memoryObjects(), client: engines.dynamo });
  const links = dynamoLinkIndex(table, engines.dynamo);
  const use = { url: 'https://ejer.example/', property: 'landingPage', place: 'landingPage[0]', mediaTypes: [] };
  await store.write([writeOf('sds.car')]);
  await store.confirm('sds.car', '2026-11-02T03:04:05.000Z');
  await links.replace([{ dataset: 'sds.car', uses: [use] }], 0);
  await links.replace([{ dataset: 'sds.car', uses: [] }], 0);
  await links.replace([{ dataset: 'sds.car', uses: [use] }], 0);
  await store.remove(['sds.lpr']);
  await links.clear();

  expect(await store.get('sds.car')).toBeDefined();
  expect((await store.history('sds.car')).length).toBe(1);
  expect((await store.confirmations(['sds.car'])).size).toBe(1);
});

describe('a worker that dies between two writes', () => {
  /** Lets so many writes of batches through, and fails the others. */
  async function dyingAfter(writes: number, work: () => Promise<unknown>): Promise<void> {
    let left = writes;
    const name = 'dies';
    engines.dynamo.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'BatchWriteItemCommand') left -= 1;
          if (left < 0) throw new Error('The worker was killed.');
          return next(args);
        },
      { step: 'initialize', name },
    );
    await work().catch(() => undefined);
    engines.dynamo.middlewareStack.remove(name);
  }

  // As assessing does: scores that are the same as the summary's have no cause.
  const takeStep = async (store: QualityStore, writes: readonly AssessmentWrite[]) => {
    const had = await store.summaries(writes.map(({ assessment }) => assessment.dataset));
    await store.write(
      writes.map((write) => ({
        ...write,
        cause: had.get(write.assessment.dataset)?.mqa === write.summary.mqa ? null : write.cause,
      })),
    );
  };

  it.each([0, 1, 2, 3, 4, 5])(
    'loses no point of a history and tells no cause twice (after %i writes)',
    async (writes) => {
      const table = await engines.newTable();
      const store = dynamoQualityStore({ table, objects: memoryObjects(), client: engines.dynamo });
      // Two portions of points, so that one can be written and the other not.
      const ids = Array.from({ length: 30 }, (_, index) => `sds.r${index}`);
      const step = ids.map((id) => writeOf(id));
      await dyingAfter(writes, () => takeStep(store, step));
      await takeStep(store, step);

      const histories = await Promise.all(ids.map((id) => store.history(id)));
      expect(histories.map((points) => points.map(({ causes }) => causes))).toEqual(ids.map(() => [[CREATED]]));
      expect((await Promise.all(ids.map((id) => store.get(id)))).filter((found) => !found)).toEqual([]);
    },
  );

  it.each([0, 1])('loses no point of an aggregate (after %i writes)', async (writes) => {
    const table = await engines.newTable();
    const store = dynamoQualityStore({ table, objects: memoryObjects(), client: engines.dynamo });
    const many = Array.from({ length: 30 }, (_, index) => aggregateOf(`owner-${index}`, 0.5));
    await dyingAfter(writes, () => store.gather('owner', many, '2026-11-23'));
    await store.gather('owner', many, '2026-11-23');

    const histories = await Promise.all(many.map(({ id }) => store.aggregateHistory('owner', id)));
    expect(histories.map((points) => points.length)).toEqual(many.map(() => 1));
  });

  it('keeps what the earlier assessment was until its successor’s cause is written', async () => {
    const table = await engines.newTable();
    const store = dynamoQualityStore({ table, objects: memoryObjects(), client: engines.dynamo });
    await store.write([writeOf('sds.car')]);
    await dyingAfter(1, () =>
      store.write([
        writeOf('sds.car', {
          mqa: 150,
          cause: { kind: 'time' },
          measurements: [{ metric: 'm', on: 'dataset', value: 1 }],
        }),
      ]),
    );

    expect((await store.get('sds.car'))?.assessment.measurements).toEqual([]);
    expect((await store.summaries(['sds.car'])).get('sds.car')?.mqa).toBe(200);
  });
});
