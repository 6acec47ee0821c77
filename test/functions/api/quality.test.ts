import { describe, expect, it } from 'vitest';
import type { AssessmentWrite } from '#functions/shared/quality-store.ts';
import type { Aggregate } from '#schemas/score-history.ts';
import { draftOf } from '../drafts.ts';
import { exampleSource, memorySources } from '../memory-control.ts';
import { memoryQuality } from '../memory-quality.ts';
import { BASE, createScene } from './scene.ts';

const writeOf = (dataset: string, seq: number): AssessmentWrite => ({
  assessment: {
    dataset,
    assessedAt: '2026-11-23T04:00:00.000Z',
    measurements: [{ metric: 'keywordAvailability', on: 'dataset', value: false }],
    profiles: [],
    scores: [],
    findings: [],
    grade: { letter: 'C', share: 0.5, parts: [] },
  },
  seq,
  rules: 'r1',
  summary: { letter: 'C', share: 0.5, mqa: 200, rating: 'enough' },
  cause: { kind: 'created', run: 'sds.20261123T040000Z.abc123', seq },
});

const aggregateOf = (by: Aggregate['by'], id: string, share: number): Aggregate => ({
  by,
  id,
  datasets: 4,
  share,
  mqa: 210,
  letters: { A: 0, B: 0, C: 4, D: 0, E: 0 },
  ratings: { excellent: 0, good: 0, enough: 4, bad: 0 },
  conforms: { 'dcat-ap-3': 3, 'dcat-ap-dk-3': 3, 'healthdcat-ap-r8': 0 },
});

async function sceneWith(...aggregates: Aggregate[]) {
  const quality = memoryQuality();
  for (const aggregate of aggregates) {
    await quality.gather(
      aggregate.by,
      aggregates.filter(({ by }) => by === aggregate.by),
      '2026-11-23',
    );
  }
  const sources = memorySources([
    {
      ...exampleSource,
      id: 'sds',
      owner: { id: 'sds', name: { da: 'Sundhedsdatastyrelsen' }, email: 'x@sds.example' },
    },
    { ...exampleSource, id: 'ssi', owner: { id: 'ssi', name: { da: 'Statens Serum Institut' } } },
    // Of an owner's sources only one may say what the owner is called.
    { ...exampleSource, id: 'ssi-2', owner: { id: 'ssi', name: {} } },
  ]);
  return { quality, scene: createScene({ quality, sources }) };
}

describe('GET /v1/datasets/{id}/quality', () => {
  it('shows what was measured, the grade, and how the scores went', async () => {
    const { quality, scene } = await sceneWith();
    await scene.append(draftOf('sds.car'));
    await quality.write([writeOf('sds.car', 1)]);
    const { status, json } = await scene.ask('/v1/datasets/sds.car/quality');

    expect(status).toBe(200);
    expect(json).toMatchObject({
      id: 'sds.car',
      outdated: false,
      grade: { letter: 'C' },
      measurements: [{ metric: 'keywordAvailability', value: false }],
      history: [{ day: '2026-11-23', mqa: 200, causes: [{ kind: 'created', seq: 1 }] }],
      links: { dataset: `${BASE}/v1/datasets/sds.car` },
    });
  });

  it('says that an assessment is behind its description', async () => {
    const { quality, scene } = await sceneWith();
    await scene.append(draftOf('sds.car'));
    await quality.write([writeOf('sds.car', 1)]);
    await scene.append(draftOf('sds.car', { type: 'Update', revision: 2, changed: ['title'] }));

    expect((await scene.ask('/v1/datasets/sds.car/quality')).json).toMatchObject({ outdated: true });
  });

  it('asks to come again for a dataset that nobody has assessed yet, and knows none that is not there', async () => {
    const { scene } = await sceneWith();
    await scene.append(draftOf('sds.car'));
    const early = await scene.ask('/v1/datasets/sds.car/quality');

    expect([early.status, early.headers['retry-after']]).toEqual([503, '60']);
    expect((await scene.ask('/v1/datasets/sds.none/quality')).status).toBe(404);
    expect((await scene.ask('/v1/datasets/sds.car/quality?from=yesterday')).status).toBe(400);
  });

  it('keeps the history of a removed dataset in its tombstone', async () => {
    const { quality, scene } = await sceneWith();
    await scene.append(draftOf('sds.car'));
    await quality.write([writeOf('sds.car', 1)]);
    await scene.append(draftOf('sds.car', { type: 'Delete', revision: 2, contentHash: null }));
    const { status, json } = await scene.ask('/v1/datasets/sds.car/quality');

    expect(status).toBe(410);
    expect(json).toMatchObject({ tombstone: { lastRevision: 1 }, history: [{ day: '2026-11-23' }] });
  });
});

describe('GET /v1/datasets', () => {
  it('shows the scores of those that were assessed', async () => {
    const { quality, scene } = await sceneWith();
    await scene.append(draftOf('sds.car'), draftOf('sds.lpr'));
    await quality.write([writeOf('sds.car', 1)]);

    expect((await scene.ask('/v1/datasets')).json.items).toMatchObject([
      { id: 'sds.car', quality: { letter: 'C', share: 0.5, mqa: 200, rating: 'enough' } },
      { id: 'sds.lpr', quality: null },
    ]);
  });
});

describe('GET /v1/quality/summary', () => {
  it('lists owners by their mean grade, with their names', async () => {
    const { scene } = await sceneWith(aggregateOf('owner', 'sds', 0.4), aggregateOf('owner', 'ssi', 0.6));

    expect((await scene.ask('/v1/quality/summary?by=owner')).json.items).toMatchObject([
      { id: 'ssi', share: 0.6, name: { da: 'Statens Serum Institut' } },
      { id: 'sds', share: 0.4, name: { da: 'Sundhedsdatastyrelsen' } },
    ]);
  });

  it('names themes as the EU does', async () => {
    const { scene } = await sceneWith(aggregateOf('theme', 'HEAL', 0.4));

    expect((await scene.ask('/v1/quality/summary?by=theme')).json.items).toMatchObject([
      { id: 'HEAL', name: { da: 'Sundhed', en: 'Health' } },
    ]);
  });

  it('tells of the catalogue how it went, and how many keep each profile', async () => {
    const { scene } = await sceneWith(aggregateOf('catalogue', 'all', 0.4));

    expect((await scene.ask('/v1/quality/summary')).json).toMatchObject({
      items: [{ id: 'all', datasets: 4 }],
      history: [{ day: '2026-11-23', share: 0.4 }],
    });
    expect((await scene.ask('/v1/quality/summary?by=profile')).json.items).toContainEqual({
      id: 'dcat-ap-3',
      datasets: 4,
      conforming: 3,
    });
  });
});

describe('GET /v1/owners', () => {
  it('lists owners with their sources and scores, and keeps their mail addresses to ourselves', async () => {
    const { scene } = await sceneWith(aggregateOf('owner', 'sds', 0.4));
    const { json, body } = await scene.ask('/v1/owners');

    expect(json.items).toMatchObject([
      {
        id: 'sds',
        name: { da: 'Sundhedsdatastyrelsen' },
        sources: [{ id: 'sds' }],
        datasets: 4,
        quality: { share: 0.4 },
      },
      { id: 'ssi', datasets: 0, quality: null },
    ]);
    expect(body).not.toContain('x@sds.example');
    expect((await scene.ask('/v1/owners/ssi')).json).toMatchObject({ id: 'ssi' });
    expect((await scene.ask('/v1/owners/nobody')).status).toBe(404);
  });
});
