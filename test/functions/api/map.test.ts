import { describe, expect, it } from 'vitest';
import { searchReader } from '#functions/shared/search-reader.ts';
import type { Dataset } from '#schemas/record.ts';
import { Source } from '#schemas/source.ts';
import { memorySources } from '../memory-control.ts';
import { searchScene } from '../search-scene.ts';
import { BASE, createScene, type Scene } from './scene.ts';

const EU = 'http://publications.europa.eu/resource/authority';

const sources = [
  Source.parse({
    id: 'sds',
    owner: { id: 'sds-owner', name: { da: 'Sundhedsdatastyrelsen', en: 'Danish Health Data Authority' } },
    format: 'dcat',
    url: 'https://sds.example/',
  }),
  Source.parse({ id: 'ssi', owner: { id: 'ssi-owner' }, format: 'dcat', url: 'https://ssi.example/' }),
];

const records: Record<string, Dataset> = {
  'sds.lpr': {
    title: { da: 'Ærøs Landspatientregister', en: 'Patient Register', de: 'Patientenregister' },
    theme: [`${EU}/data-theme/HEAL`, 'https://sds.example/temaer/eget'],
    healthCategory: ['https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories/EHRS'],
    type: [`${EU}/dataset-type/STATISTICAL`, `${EU}/dataset-type/OTHER`],
    accessRights: `${EU}/access-right/RESTRICTED`,
    numberOfUniqueIndividuals: 8_900_000,
    numberOfRecords: 170_000_000,
    temporal: [{ startDate: '2019-03-01' }, { startDate: '1977', endDate: '2018-12' }, {}],
    hasVariables: [{ table: [{ column: [{ name: 'PNR' }, { name: 'pnr' }] }, { column: [{ name: 'DIAG' }] }] }],
  },
  'ssi.vac': { title: { und: 'Vaccinationer' } },
};

async function sceneOf(all: Readonly<Record<string, Dataset | null>> = records): Promise<Scene> {
  const catalogue = searchScene();
  await catalogue.tell(all);
  await catalogue.score({ 'sds.lpr': { letter: 'B' } });
  await catalogue.index();
  return createScene({ search: searchReader(catalogue.objects), sources: memorySources(sources) });
}

const drawn = (json: Record<string, unknown>): string[] => (json.datasets as { id: string }[]).map(({ id }) => id);

describe('GET /v1/map', () => {
  it('draws every live dataset with its codes, counts and periods, and names the codes in both languages', async () => {
    const { status, json } = await (await sceneOf()).ask('/v1/map');
    expect(status).toBe(200);
    expect(json).toEqual({
      total: 2,
      omitted: 0,
      index: { epoch: 'e1', seq: 2 },
      owners: [
        { id: 'sds-owner', name: { da: 'Sundhedsdatastyrelsen', en: 'Danish Health Data Authority' } },
        { id: 'ssi-owner', name: {} },
      ],
      themes: [
        { id: 'HEAL', label: { da: 'Sundhed', en: 'Health' } },
        { id: 'https://sds.example/temaer/eget', label: {} },
      ],
      healthCategories: [{ id: 'EHRS', label: { da: expect.any(String), en: expect.any(String) } }],
      kinds: [{ id: 'STATISTICAL', label: { da: 'statistiske data', en: 'statistical data' } }],
      accessLevels: [{ id: 'RESTRICTED', label: { da: expect.any(String), en: expect.any(String) } }],
      datasets: [
        {
          id: 'ssi.vac',
          title: { und: 'Vaccinationer' },
          owner: 'ssi-owner',
          themes: [],
          healthCategories: [],
          kind: null,
          access: null,
          individuals: null,
          records: null,
          variables: 0,
          periods: [],
          grade: null,
          example: false,
        },
        {
          id: 'sds.lpr',
          title: { da: 'Ærøs Landspatientregister', en: 'Patient Register' },
          owner: 'sds-owner',
          themes: ['HEAL', 'https://sds.example/temaer/eget'],
          healthCategories: ['EHRS'],
          kind: 'STATISTICAL',
          access: 'RESTRICTED',
          individuals: 8_900_000,
          records: 170_000_000,
          variables: 2,
          periods: [
            { from: '1977', until: '2018-12' },
            { from: '2019-03-01', until: null },
          ],
          grade: 'B',
          example: false,
        },
      ],
      links: { self: `${BASE}/v1/map` },
    });
  });

  it.each([
    ['owner=ssi-owner', ['ssi.vac']],
    ['source=sds', ['sds.lpr']],
    ['theme=HEAL', ['sds.lpr']],
    ['healthCategory=PHDR', []],
    ['accessLevel=RESTRICTED', ['sds.lpr']],
    ['type=OTHER', ['sds.lpr']],
    ['grade=A,B', ['sds.lpr']],
    ['from=2018&to=2018', ['sds.lpr']],
    ['q=aeroes', ['sds.lpr']],
    ['q=%20', ['ssi.vac', 'sds.lpr']],
  ])('draws of %s what the search finds', async (query, expected) => {
    const api = await sceneOf();
    const { json } = await api.ask(`/v1/map?${query}`);
    expect(drawn(json)).toEqual(expected);
    const found = await api.ask(`/v1/datasets?facets=true&${query}`);
    expect(json).toMatchObject({ total: found.json.total, omitted: 0 });
  });

  it.each(['limit=5', 'sort=title', 'facets=true', 'theme=NOTHING'])('refuses %s', async (query) => {
    expect((await (await sceneOf()).ask(`/v1/map?${query}`)).status).toBe(400);
  });

  it('does not draw what was removed', async () => {
    expect(drawn((await (await sceneOf({ ...records, 'sds.lpr': null })).ask('/v1/map')).json)).toEqual(['ssi.vac']);
  });

  it('has an ETag that whoever holds the map is answered by', async () => {
    const api = await sceneOf();
    const { headers } = await api.ask('/v1/map');
    const held = await api.ask('/v1/map', { headers: { 'if-none-match': String(headers.etag) } });
    expect(held.status).toBe(304);
  });

  it('asks to come back when there is no search file yet', async () => {
    const { status, headers } = await createScene().ask('/v1/map');
    expect([status, headers['retry-after']]).toEqual([503, '5']);
  });

  it('is counted by theme, each theme with its owners', async () => {
    const { json } = await (await sceneOf({ ...records, 'ssi.heal': { theme: [`${EU}/data-theme/HEAL`] } })).ask(
      '/v1/themes',
    );
    const to = (path: string, theme: string) => `${BASE}${path}?theme=${encodeURIComponent(theme)}`;
    const own = 'https://sds.example/temaer/eget';
    const linksOf = (theme: string) => ({ datasets: to('/v1/datasets', theme), map: to('/v1/map', theme) });
    expect(json).toEqual({
      items: [
        {
          id: 'HEAL',
          iri: `${EU}/data-theme/HEAL`,
          label: { da: 'Sundhed', en: 'Health' },
          datasets: 2,
          owners: 2,
          links: linksOf('HEAL'),
        },
        { id: own, iri: own, label: {}, datasets: 1, owners: 1, links: linksOf(own) },
      ],
      omitted: 0,
      index: { epoch: 'e1', seq: 3 },
      links: { self: `${BASE}/v1/themes` },
    });
  });

  it('is counted by owner, also before anything was assessed, with the last change', async () => {
    const api = await sceneOf();
    const { json } = await api.ask('/v1/owners');
    expect(json.items).toMatchObject([
      { id: 'sds-owner', datasets: 1, changedAt: expect.stringMatching(/^\d{4}-/), quality: null },
      { id: 'ssi-owner', datasets: 1, changedAt: expect.stringMatching(/^\d{4}-/), homepage: null },
    ]);
    expect((await api.ask('/v1/owners/ssi-owner')).json).toMatchObject({ datasets: 1 });
    expect((await createScene().ask('/v1/owners')).json.items).toMatchObject([{ datasets: 0, changedAt: null }]);
  });

  it('says how many it leaves out of more than it draws', async () => {
    const many = Array.from({ length: 12 }, (_, index) => [`sds.r${String(index).padStart(2, '0')}`, {}] as const);
    const catalogue = searchScene();
    await catalogue.tell(Object.fromEntries(many));
    await catalogue.index();
    const { items, total } = (await catalogue.open()).map({ filters: {}, limit: 10 });
    expect([items.map(({ id }) => id).at(-1), items.length, total]).toEqual(['sds.r09', 10, 12]);
  });
});
