import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchReader } from '#functions/shared/search-reader.ts';
import type { Dataset } from '#schemas/record.ts';
import { Source } from '#schemas/source.ts';
import { memorySources } from '../memory-control.ts';
import { type SearchScene, searchScene } from '../search-scene.ts';
import { BASE, createScene, type Scene } from './scene.ts';

const THEME = 'http://publications.europa.eu/resource/authority/data-theme';
const ACCESS = 'http://publications.europa.eu/resource/authority/access-right';

const sources = [
  Source.parse({
    id: 'sds',
    title: { da: 'SDS' },
    owner: { id: 'sds-owner', name: { da: 'Sundhedsdatastyrelsen' } },
    format: 'dcat',
    url: 'https://sds.example/',
  }),
  Source.parse({ id: 'ssi', owner: { id: 'ssi-owner' }, format: 'dcat', url: 'https://ssi.example/' }),
];

const records: Record<string, Dataset> = {
  'sds.car': {
    title: { da: 'Cancerregisteret', en: 'Danish Cancer Registry' },
    description: { da: 'Nye tilfælde af kræft <script>alert(1)</script>' },
    theme: [`${THEME}/HEAL`],
    accessRights: `${ACCESS}/RESTRICTED`,
    temporal: [{ startDate: '1943' }],
    hasVariables: [
      { table: [{ column: [{ name: 'PNR', temporal: [{ startDate: '1943' }] }, { name: 'C_MORFO/3' }] }] },
    ],
  },
  'sds.old': {
    title: { da: 'Ældre cancerdata' },
    theme: [`${THEME}/HEAL`, `${THEME}/SOCI`],
    accessRights: `${ACCESS}/PUBLIC`,
    temporal: [{ startDate: '1900', endDate: '1930' }],
  },
  'ssi.vac': {
    title: { da: 'Vaccinationsregisteret' },
    theme: [`${THEME}/HEAL`],
    accessRights: `${ACCESS}/RESTRICTED`,
    hasVariables: [{ table: [{ column: [{ name: 'pnr', title: { da: 'Personnummer' } }] }] }],
  },
};

async function sceneOf(
  all: Readonly<Record<string, Dataset>> = records,
): Promise<{ api: Scene; catalogue: SearchScene }> {
  const catalogue = searchScene();
  await catalogue.tell(all);
  await catalogue.score({
    'sds.car': { letter: 'B', share: 0.7, mqa: 260 },
    'ssi.vac': { letter: 'D', share: 0.3, mqa: 280 },
    ...Object.fromEntries(
      Object.keys(all)
        .filter((id) => /\.r\d*[1-9]$/.test(id))
        .map((id) => [id, { share: Number(id.at(-1)) / 9, mqa: 40 * Number(id.at(-1)) }]),
    ),
  });
  await catalogue.index();
  const api = createScene({ search: searchReader(catalogue.objects), sources: memorySources(sources) });
  return { api, catalogue };
}

const ids = (json: Record<string, unknown>): string[] => (json.items as { id: string }[]).map(({ id }) => id);

describe('GET /v1/datasets as a search', () => {
  it('shows what was found as the list does, with its score and its marks', async () => {
    const { api } = await sceneOf();
    const { json, status } = await api.ask('/v1/datasets?q=cancerregisteret');
    expect(status).toBe(200);
    expect(json).toEqual({
      items: [
        {
          id: 'sds.car',
          iri: `${BASE}/id/dataset/sds.car`,
          href: `${BASE}/v1/datasets/sds.car`,
          kind: 'Dataset',
          state: 'live',
          revision: 1,
          contentHash: 'sha256:sds.car',
          source: 'sds',
          identifier: 'car',
          title: { da: 'Cancerregisteret', en: 'Danish Cancer Registry' },
          publisher: {},
          quality: null,
          example: false,
          changedAt: expect.any(String),
          change: `${BASE}/v1/changes/1`,
          type: null,
          themes: ['HEAL'],
          periods: [{ from: '1943', until: null }],
          score: expect.any(Number),
          highlights: { title: { da: '<mark>Cancerregisteret</mark>' } },
        },
      ],
      total: 1,
      didYouMean: null,
      cursor: null,
      hasMore: false,
      index: { epoch: 'e1', seq: 3 },
      links: { self: `${BASE}/v1/datasets?q=cancerregisteret`, next: null, changes: `${BASE}/v1/changes` },
    });
  });

  it('never hands an owner’s markup on', async () => {
    const { api } = await sceneOf();
    const { json } = await api.ask('/v1/datasets?q=kraeft');
    const [item] = json.items as { highlights: { description: { da: string } } }[];
    expect(item?.highlights.description.da).toBe(
      'Nye tilfælde af <mark>kræft</mark> &lt;script&gt;alert(1)&lt;/script&gt;',
    );
  });

  it.each([
    ['owner=sds-owner', ['sds.car', 'sds.old']],
    ['owner=nobody', []],
    ['theme=SOCI', ['sds.old']],
    [`theme=${encodeURIComponent(`${THEME}/SOCI`)}`, ['sds.old']],
    ['accessLevel=RESTRICTED', ['sds.car', 'ssi.vac']],
    ['accessLevel=RESTRICTED,PUBLIC&source=sds', ['sds.car', 'sds.old']],
    ['from=1935', ['sds.car']],
    ['to=1942', ['sds.old']],
    ['from=1925&to=1950-06', ['sds.car', 'sds.old']],
    ['q=cancer&theme=SOCI', ['sds.old']],
    ['q=&sort=title', ['sds.car', 'ssi.vac', 'sds.old']],
    ['sort=changed', ['ssi.vac', 'sds.old', 'sds.car']],
    ['sort=period', ['sds.old', 'sds.car', 'ssi.vac']],
    ['q=cancer&sort=period', ['sds.old', 'sds.car']],
    ['grade=B', ['sds.car']],
    ['grade=b,D', ['sds.car', 'ssi.vac']],
    ['grade=A', []],
    ['sort=grade', ['sds.car', 'ssi.vac', 'sds.old']],
    ['sort=-grade', ['ssi.vac', 'sds.car', 'sds.old']],
    ['sort=mqa', ['sds.car', 'ssi.vac', 'sds.old']],
    ['sort=-mqa&grade=B,D', ['ssi.vac', 'sds.car']],
    ['q=cancer&sort=-mqa', ['sds.car', 'sds.old']],
  ])('narrows and sorts by %s', async (query, expected) => {
    const { api } = await sceneOf();
    const found = ids((await api.ask(`/v1/datasets?${query}`)).json);
    expect(query.includes('sort') ? found : found.sort()).toEqual(expected);
  });

  it('counts by owner, theme, access, source and decade, with names in both languages', async () => {
    const { api } = await sceneOf();
    const { json } = await api.ask('/v1/datasets?facets=true&limit=1');
    expect(json.facets).toMatchObject({
      owner: [
        { value: 'sds-owner', label: { da: 'Sundhedsdatastyrelsen' }, count: 2 },
        { value: 'ssi-owner', count: 1 },
      ],
      source: [
        { value: 'sds', label: { da: 'SDS' }, count: 2 },
        { value: 'ssi', count: 1 },
      ],
      theme: [
        { value: 'HEAL', label: { da: 'Sundhed', en: 'Health' }, iri: `${THEME}/HEAL`, count: 3 },
        { value: 'SOCI', count: 1 },
      ],
      accessLevel: [
        { value: 'RESTRICTED', count: 2 },
        { value: 'PUBLIC', count: 1 },
      ],
      healthCategory: [],
      type: [],
      grade: [
        { value: 'B', count: 1 },
        { value: 'D', count: 1 },
      ],
    });
    const { period } = json.facets as { period: { from: string; to: string; count: number }[] };
    expect(period.slice(0, 4).map(({ from, to, count }) => [from, to, count])).toEqual([
      ['1900', '1909', 1],
      ['1910', '1919', 1],
      ['1920', '1929', 1],
      ['1930', '1939', 1],
    ]);
  });

  it('finds what is called so first also by a word that the names of all owners hold', async () => {
    const title = (index: number) => (index === 1234 ? 'Registeret over ænder' : `Samling ${index}`);
    const many = Array.from({ length: 2100 }, (_, index) => [
      `sds.r${index}`,
      { title: { da: title(index) }, publisher: { name: { da: 'Registerejeren' } } },
    ]);
    const { api } = await sceneOf(Object.fromEntries(many));
    const { json } = await api.ask('/v1/datasets?q=register&limit=3');
    expect([json.total, ids(json)[0]]).toEqual([2100, 'sds.r1234']);
    const suggested = (await api.ask('/v1/suggest?q=reg')).json as { datasets: { id: string }[] };
    expect(suggested.datasets.map(({ id }) => id)).toEqual(['sds.r1234']);
  });

  const everyWay = ['q=register', 'sort=title', 'sort=changed', 'sort=period', 'q=register&sort=title'];
  const byScore = ['sort=grade', 'sort=-grade', 'sort=mqa', 'sort=-mqa', 'q=register&sort=-grade'];

  it.each([...everyWay, ...byScore])('walks every dataset once in pages of any size: %s', async (query) => {
    const many = Array.from({ length: 23 }, (_, index) => [
      `sds.r${index}`,
      {
        title: { da: `Register ${'æ ø å b c'.split(' ')[index % 5]} ${index % 3}` },
        temporal: [{ startDate: String(1950 + (index % 4)) }],
      },
    ]);
    const { api } = await sceneOf(Object.fromEntries(many));
    const all = ids((await api.ask(`/v1/datasets?${query}&limit=500`)).json);
    expect(new Set(all).size).toBe(23);
    for (const limit of [1, 7, 23]) {
      const seen: string[] = [];
      for (let next: string | null = `/v1/datasets?${query}&limit=${limit}`; next !== null; ) {
        const { json } = await api.ask(next.replace(BASE, ''));
        seen.push(...ids(json));
        ({ next } = json.links as { next: string | null });
      }
      expect(seen).toEqual(all);
    }
  });

  it('takes no cursor of another question', async () => {
    const { api } = await sceneOf();
    const { json } = await api.ask('/v1/datasets?q=cancer&limit=1');
    expect(json.cursor).toEqual(expect.any(String));
    expect((await api.ask(`/v1/datasets?q=register&limit=1&cursor=${json.cursor}`)).status).toBe(400);
    expect((await api.ask(`/v1/datasets?limit=1&cursor=${json.cursor}`)).status).toBe(400);
    expect((await api.ask(`/v1/datasets?q=cancer&limit=5&cursor=${json.cursor}`)).status).toBe(200);
  });

  it.each(['', '&sort=title', '&sort=changed', '&sort=period', '&sort=grade', '&sort=-grade', '&sort=mqa'])(
    'takes a cursor that somebody made up for a place or refuses it: q=cancer%s',
    async (sort) => {
      const { api } = await sceneOf();
      const { json } = await api.ask(`/v1/datasets?q=cancer&limit=1${sort}`);
      const [list = ''] = Buffer.from(String(json.cursor), 'base64url').toString().split(' ');
      for (const keys of ['=%E0%A4 =x', '=\u00ff =\u00ff', 'x y', '=bm9wZQ =bm9wZQ', '= =']) {
        const cursor = Buffer.from(`${list} ${keys}`).toString('base64url');
        const { status } = await api.ask(`/v1/datasets?q=cancer&limit=1${sort}&cursor=${cursor}`);
        expect([200, 400]).toContain(status);
      }
      expect(api.failures).toEqual([]);
    },
  );

  it.each([
    ['q=cancer&fuzzy=1', 'fuzzy'],
    ['q=cancer&status=removed', 'status'],
    ['theme=XYZ', 'theme'],
    ['from=last-year', 'from'],
    ['sort=size', 'sort'],
    ['grade=F', 'grade'],
    ['facets=yes', 'facets'],
    [`q=${'a'.repeat(301)}`, 'q'],
  ])('refuses %s and names the parameter', async (query, parameter) => {
    const { api } = await sceneOf();
    const { status, json } = await api.ask(`/v1/datasets?${query}`);
    expect(status).toBe(400);
    expect((json.errors as { parameter: string }[]).map((error) => error.parameter.split('.')[0])).toContain(parameter);
  });

  it('says that the search is being built while there is no file, and when to try again', async () => {
    const api = createScene();
    for (const target of ['/v1/datasets?q=cancer', '/v1/suggest?q=ca', '/v1/variables', '/v1/variables/PNR']) {
      const { status, headers, json } = await api.ask(target);
      expect([status, headers['retry-after']]).toEqual([503, '5']);
      expect(json).toMatchObject({ type: `${BASE}/problems/search-not-ready`, status: 503 });
    }
    expect((await api.ask('/v1/datasets')).status).toBe(200);
    expect(api.failures).toEqual([]);
  });

  it('answers any question at all, and never with an error of its own', async () => {
    const { api } = await sceneOf();
    const pieces = fc.constantFrom(
      '"',
      "'",
      '*',
      '^',
      '(',
      ')',
      ' AND ',
      ' OR ',
      ' NOT ',
      'NEAR(',
      '{da} :',
      '-',
      '+',
      ';--',
      '\0',
      '\u{10ffff}',
      '½',
      '´',
      'cancer',
      'æ',
      'part:',
      ':',
      '%',
    );
    const questions = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const q = encodeURIComponent(question.toWellFormed().slice(0, 140));
        for (const target of [
          `datasets?facets=true&q=${q}`,
          `datasets?sort=title&q=${q}`,
          `variables?q=${q}`,
          `suggest?q=${q}`,
        ]) {
          expect((await api.ask(`/v1/${target}`)).status).toBe(200);
        }
        expect((await api.ask(`/v1/datasets?cursor=${q}&sort=title`)).status).toBeLessThan(500);
        expect((await api.ask(`/v1/datasets?theme=${q}&owner=${q}&from=${q}`)).status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
    expect(api.failures).toEqual([]);
  });
});

describe('GET /v1/variables', () => {
  it('lists variables by name, one for all the cases in which it is written, with the registers that hold it', async () => {
    const { api } = await sceneOf();
    const { json } = await api.ask('/v1/variables');
    expect(json).toMatchObject({
      total: 2,
      hasMore: false,
      items: [
        { name: 'C_MORFO/3', href: `${BASE}/v1/variables/C_MORFO%2F3`, datasets: 1 },
        {
          name: 'PNR',
          datasets: 2,
          holdings: [
            {
              dataset: { id: 'sds.car', title: { da: 'Cancerregisteret' }, href: `${BASE}/v1/datasets/sds.car` },
              since: '1943',
              until: null,
            },
            { dataset: { id: 'ssi.vac' }, title: { da: 'Personnummer' }, since: null },
          ],
        },
      ],
    });
  });

  it('finds them by name and by what they mean, a page at a time', async () => {
    const { api } = await sceneOf();
    expect((await api.ask('/v1/variables?q=personnummer')).json).toMatchObject({ total: 1, items: [{ name: 'PNR' }] });
    const first = await api.ask('/v1/variables?limit=1');
    expect(first.json).toMatchObject({ hasMore: true, items: [{ name: 'C_MORFO/3' }] });
    const second = await api.ask(`/v1/variables?limit=1&cursor=${first.json.cursor}`);
    expect(second.json).toMatchObject({ hasMore: false, items: [{ name: 'PNR' }] });
  });

  it('shows one by its name, with all its registers a page at a time', async () => {
    const { api } = await sceneOf();
    const { json } = await api.ask('/v1/variables/pnr?limit=1');
    expect(json).toMatchObject({ name: 'PNR', datasets: 2, hasMore: true, holdings: [{ dataset: { id: 'sds.car' } }] });
    const next = await api.ask(`/v1/variables/pnr?limit=1&cursor=${json.cursor}`);
    expect(next.json).toMatchObject({ hasMore: false, holdings: [{ dataset: { id: 'ssi.vac' } }] });
    expect((await api.ask('/v1/variables/none')).status).toBe(404);
  });
});

describe('GET /v1/suggest', () => {
  it('offers datasets, terms and variables that begin so, each with its address', async () => {
    const { api } = await sceneOf();
    expect((await api.ask('/v1/suggest?q=canc')).json).toMatchObject({
      datasets: [{ id: 'sds.car', href: `${BASE}/v1/datasets/sds.car` }, { id: 'sds.old' }],
      terms: expect.arrayContaining([
        { term: 'cancerregisteret', count: 1, href: `${BASE}/v1/datasets?q=cancerregisteret` },
      ]),
      variables: [],
    });
    expect((await api.ask('/v1/suggest?q=P')).json).toMatchObject({ variables: [{ name: 'PNR', count: 2 }] });
  });

  it('takes one question and a limit, and nothing else', async () => {
    const { api } = await sceneOf();
    for (const query of ['', 'q=a&limit=99', 'q=a&x=1']) {
      expect((await api.ask(`/v1/suggest?${query}`)).status).toBe(400);
    }
  });
});
