import { describe, expect, it } from 'vitest';
import type { Dataset } from '#schemas/record.ts';
import { draftOf, entryOf } from '../drafts.ts';
import { BASE, createScene, type Scene } from './scene.ts';

const record: Dataset = {
  title: { da: 'Landspatientregisteret' },
  hasVariables: [
    {
      title: { da: 'LPR' },
      table: [
        {
          title: { da: 'Kontakter', en: 'Contacts' },
          column: [
            {
              name: 'PNR',
              title: { da: 'Personnummer' },
              datatype: 'string',
              temporal: [{ startDate: '1977', endDate: '2018' }, { startDate: '2019' }],
            },
            {
              name: 'C_ADIAG',
              title: { da: 'Hoveddiagnose', en: 'Main diagnosis' },
              description: { da: 'Åbne sår, "ældre" fødsler' },
              propertyUrl: 'https://sds.example/sks',
            },
          ],
        },
        { column: [{ name: '=HYPERLINK("x")' }, { title: { da: 'Ærø uden navn' } }, { name: 'pnr' }] },
      ],
    },
  ],
};

async function sceneOf(of: Dataset = record): Promise<Scene> {
  const api = createScene({}, ({ dataset }) => ({ ...entryOf(dataset), record: of }));
  await api.append(draftOf('sds.lpr'));
  return api;
}

const PATH = '/v1/datasets/sds.lpr/variables';
const places = (json: Record<string, unknown>): number[] =>
  (json.items as { place: number }[]).map(({ place }) => place);

describe('GET /v1/datasets/{id}/variables', () => {
  it('lists the variables of one register in their order, each with its table, texts, datatype and years', async () => {
    const { json, headers } = await (await sceneOf()).ask(`${PATH}?limit=2`);
    expect(json).toEqual({
      id: 'sds.lpr',
      revision: 1,
      total: 5,
      items: [
        {
          place: 1,
          table: { da: 'Kontakter', en: 'Contacts' },
          name: 'PNR',
          title: { da: 'Personnummer' },
          description: {},
          datatype: 'string',
          since: '1977',
          until: null,
          propertyUrl: null,
          href: `${BASE}/v1/variables/PNR`,
        },
        {
          place: 2,
          table: { da: 'Kontakter', en: 'Contacts' },
          name: 'C_ADIAG',
          title: { da: 'Hoveddiagnose', en: 'Main diagnosis' },
          description: { da: 'Åbne sår, "ældre" fødsler' },
          datatype: null,
          since: null,
          until: null,
          propertyUrl: 'https://sds.example/sks',
          href: `${BASE}/v1/variables/C_ADIAG`,
        },
      ],
      cursor: expect.any(String),
      hasMore: true,
      links: {
        self: `${BASE}${PATH}?limit=2`,
        next: expect.stringContaining(`${PATH}?limit=2&cursor=`),
        csv: `${BASE}${PATH}.csv`,
        dataset: `${BASE}/v1/datasets/sds.lpr`,
      },
    });
    expect(headers.link).toContain('rel="alternate"; type="text/csv"');
    expect(headers.link).toContain('rel="next"');
  });

  it.each([
    ['pnr', [1, 5]],
    ['aabne', [2]],
    ['fodsler', [2]],
    ['ÆRØ', [4]],
    ['diagnose', [2]],
    ['c_ad', [2]],
    ['kontakter person', [1]],
    ['LPR', [3, 4, 5]],
    ['nr', []],
    ['%%', []],
    [' ', [1, 2, 3, 4, 5]],
  ])('finds by %j', async (q, expected) => {
    const { json } = await (await sceneOf()).ask(`${PATH}?q=${encodeURIComponent(q)}`);
    expect([places(json), json.total]).toEqual([expected, expected.length]);
  });

  it('walks through ten thousand variables, each once', async () => {
    const column = Array.from({ length: 10_000 }, (_, index) => ({ name: `V${index}` }));
    const api = await sceneOf({ hasVariables: [{ table: [{ column }] }] });
    const seen: number[] = [];
    let cursor: unknown = '';
    while (cursor !== null) {
      const { json } = await api.ask(`${PATH}?limit=500${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...places(json));
      cursor = json.cursor;
    }
    expect(seen).toEqual(column.map((_, index) => index + 1));
  });

  it('voids a cursor when the description is another, and takes none of another question', async () => {
    const api = await sceneOf();
    const { cursor } = (await api.ask(`${PATH}?limit=1`)).json;
    expect((await api.ask(`${PATH}?limit=1&q=pnr&cursor=${cursor}`)).status).toBe(400);
    await api.append(draftOf('sds.lpr', { type: 'Update', revision: 2, previous: 1 }));
    expect((await api.ask(`${PATH}?limit=1&cursor=${cursor}`)).json).toMatchObject({
      type: `${BASE}/problems/invalid-cursor`,
      detail: 'The description has changed since: begin at the first page again.',
    });
  });

  it('is an empty list for a register that names none', async () => {
    expect((await (await sceneOf({})).ask(PATH)).json).toMatchObject({ items: [], total: 0, hasMore: false });
  });

  it('is gone with its register', async () => {
    const api = await sceneOf();
    await api.append(draftOf('sds.lpr', { type: 'Delete', contentHash: null, previous: 1, revision: 2 }));
    expect((await api.ask(PATH)).status).toBe(410);
    expect((await api.ask('/v1/datasets/sds.none/variables')).status).toBe(404);
    expect((await api.ask(`${PATH}?sort=name`)).status).toBe(400);
  });
});

describe('GET /v1/datasets/{id}/variables.csv', () => {
  it('is the whole table for a spreadsheet, which shows æ, ø and å and runs nothing that others wrote', async () => {
    const { body, headers } = await (await sceneOf()).ask(`${PATH}.csv`);
    expect(body.split('\r\n')).toEqual([
      '\ufeffplace,table,name,title_da,title_en,description_da,description_en,datatype,since,until,property_url',
      '1,Kontakter,PNR,Personnummer,,,,string,1977,,',
      '2,Kontakter,C_ADIAG,Hoveddiagnose,Main diagnosis,"Åbne sår, ""ældre"" fødsler",,,,,https://sds.example/sks',
      '3,LPR,"\'=HYPERLINK(""x"")",,,,,,,,',
      '4,LPR,,Ærø uden navn,,,,,,,',
      '5,LPR,pnr,,,,,,,,',
      '',
    ]);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="sds.lpr-variables.csv"',
    });
  });

  it('holds what a question finds, and is had by Accept too', async () => {
    const { body } = await (await sceneOf()).ask(`${PATH}?q=pnr`, { headers: { accept: 'text/csv' } });
    expect(body.split('\r\n').length).toBe(4);
  });

  it('goes on in a further part where a table outgrows an answer', async () => {
    const column = Array.from({ length: 4000 }, (_, index) => ({
      name: `V${index}`,
      description: { da: 'x'.repeat(1000) },
    }));
    const api = await sceneOf({ hasVariables: [{ table: [{ column }] }] });
    const first = await api.ask(`${PATH}.csv`);
    const [, next = ''] = /<[^>]*\/(v1[^>]*)>; rel="next"/.exec(String(first.headers.link)) ?? [];
    const second = await api.ask(`/${next}`);
    const rows = [first, second].flatMap(({ body }) => body.split('\r\n').slice(1, -1));
    expect(rows.map((row) => row.split(',')[0])).toEqual(column.map((_, index) => String(index + 1)));
    expect(String(second.headers.link)).not.toContain('rel="next"');
  });
});
