import { describe, expect, it } from 'vitest';
import type { StoredDataset } from '#functions/shared/catalogue-store.ts';
import type { Dataset } from '#schemas/record.ts';
import { entryOf } from '../drafts.ts';
import { exampleSource, memorySources } from '../memory-control.ts';
import { BASE, createScene } from './scene.ts';

const stored = (id: string, record: Dataset): StoredDataset => ({
  id,
  source: id.slice(0, id.indexOf('.')),
  kind: 'Dataset',
  state: 'live',
  revision: 1,
  seq: 1,
  published: '2026-11-23T04:00:00.000Z',
  contentHash: 'sha256:x',
  summary: { identifier: null, title: { da: 'Cancerregisteret' }, publisher: {}, example: false },
  tombstone: null,
  entry: { ...entryOf(id), record: { title: { da: 'Cancerregisteret' }, ...record } },
});

const datasets = new Map([
  ['sds.car', stored('sds.car', { temporal: [{ startDate: '1943' }] })],
  ['ncrr.car', stored('ncrr.car', { temporal: [{ startDate: '1942' }], keyword: { da: ['kræft'] } })],
]);

const scene = (precedence: Record<string, number> = { sds: 1, ncrr: 2 }) =>
  createScene({
    catalogue: { get: async (id) => datasets.get(id), list: async () => [] },
    sameAs: {
      get: async (id) =>
        id === 'sds.car'
          ? [
              { id: 'ncrr.car', score: 0.8, reasons: ['same-owner-and-name'] },
              { id: 'ssi.gone', score: 0.8, reasons: ['same-owner-and-name'] },
            ]
          : [],
    },
    sources: memorySources(
      Object.entries(precedence).map(([id, place]) => ({ ...exampleSource, id, precedence: place })),
    ),
  });

describe('/v1/datasets/{id}/same-as', () => {
  it('shows who else tells of the dataset, why, and what contradicts it', async () => {
    const { status, json } = await scene().ask('/v1/datasets/sds.car/same-as');
    expect(status).toBe(200);
    expect(json).toMatchObject({ id: 'sds.car', preferred: 'sds.car' });
    expect(json.items).toMatchObject([
      {
        id: 'ncrr.car',
        score: 0.8,
        reasons: ['same-owner-and-name'],
        conflicts: [{ property: 'temporal', here: [{ startDate: '1943' }], there: [{ startDate: '1942' }] }],
      },
    ]);
    expect(json.items).toHaveLength(1);
  });

  it('tells all that the two say differently when that is asked for, in words of both languages', async () => {
    const { json } = await scene().ask('/v1/datasets/sds.car/same-as?include=differences');
    const told = (year: string) => ({
      value: [{ startDate: year }],
      text: { da: `startdato: ${year}`, en: `start date: ${year}` },
    });
    expect(json.items).toMatchObject([
      {
        id: 'ncrr.car',
        differences: [
          { property: 'keyword', here: null, there: { value: { da: ['kræft'] }, text: { da: 'da: kræft' } } },
          { property: 'temporal', here: told('1943'), there: told('1942') },
        ],
      },
    ]);
    expect(json.omitted).toBe(0);
    const plain = (await scene().ask('/v1/datasets/sds.car/same-as')).json;
    expect(plain).not.toHaveProperty('items.0.differences');
  });

  it('prefers the source that comes first', async () => {
    const { json } = await scene({ sds: 2, ncrr: 1 }).ask('/v1/datasets/sds.car/same-as');
    expect(json.preferred).toBe('ncrr.car');
  });

  it.each(['/v1/datasets/sds.nobody/same-as', '/v1/datasets/sds.car.ttl/same-as'])(
    'is not found at %s',
    async (path) => {
      expect((await scene().ask(path)).status).toBe(404);
    },
  );
});

describe('/v1/datasets/{id}', () => {
  it('names the same dataset of other sources in JSON', async () => {
    const { json } = await scene().ask('/v1/datasets/sds.car', { headers: { accept: 'application/json' } });
    expect(json.sameAs).toMatchObject([{ id: 'ncrr.car', href: `${BASE}/v1/datasets/ncrr.car` }, { id: 'ssi.gone' }]);
  });

  it('relates them in RDF and does not make one thing of them', async () => {
    const { body } = await scene().ask('/v1/datasets/sds.car.nt');
    expect(body).toContain(`<http://purl.org/dc/terms/relation> <${BASE}/id/dataset/ncrr.car>`);
    expect(body).not.toContain('owl#sameAs');
  });
});
