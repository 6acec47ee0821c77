import { describe, expect, it } from 'vitest';
import type { CatalogueEntry, Dataset } from '#schemas/record.ts';
import { draftOf, entryOf } from '../drafts.ts';
import { BASE, createScene, type Scene } from './scene.ts';

const ACCESS = 'http://publications.europa.eu/resource/authority/access-right';
const PATH = '/v1/datasets/sds.lpr/changes';

const label = { da: expect.any(String), en: expect.any(String) };

/** A dataset whose revisions are these records, in their order. */
async function historyOf(...records: readonly Dataset[]): Promise<Scene> {
  const api = createScene({}, ({ dataset, revision }): CatalogueEntry => {
    return { ...entryOf(dataset), record: records[revision - 1] ?? {} };
  });
  for (const [index, record] of records.entries()) {
    const isFirst = index === 0;
    await api.append(
      draftOf('sds.lpr', {
        type: isFirst ? 'Create' : 'Update',
        revision: index + 1,
        previous: isFirst ? null : index,
        changed: isFirst ? [] : Object.keys({ ...records[index - 1], ...record }),
      }),
    );
  }
  return api;
}

const seqs = (json: Record<string, unknown>): number[] => (json.items as { seq: number }[]).map(({ seq }) => seq);

describe('GET /v1/datasets/{id}/changes?include=difference', () => {
  it('tells of each change what it did, in values and in words of both languages', async () => {
    const api = await historyOf(
      { title: { da: 'Ældre' } },
      { title: { da: 'Ærø' }, accessRights: `${ACCESS}/RESTRICTED`, temporal: [{ startDate: '1977' }] },
    );
    const { json } = await api.ask(`${PATH}?include=difference`);
    const told = (da: string, en: string, value: unknown) => ({ value, text: { da, en } });
    expect((json.items as { difference: unknown }[]).map(({ difference }) => difference)).toEqual([
      [
        {
          property: 'title',
          label: { da: 'titel', en: 'title' },
          before: told('da: Ældre', 'da: Ældre', { da: 'Ældre' }),
          after: told('da: Ærø', 'da: Ærø', { da: 'Ærø' }),
        },
        {
          property: 'accessRights',
          label,
          before: null,
          after: told('begrænset', 'restricted', `${ACCESS}/RESTRICTED`),
        },
        {
          property: 'temporal',
          label,
          before: null,
          after: told('startdato: 1977', 'start date: 1977', [{ startDate: '1977' }]),
        },
      ],
      [
        {
          property: 'title',
          label: { da: 'titel', en: 'title' },
          before: null,
          after: told('da: Ældre', 'da: Ældre', { da: 'Ældre' }),
        },
      ],
    ]);
    expect((await api.ask(PATH)).json).not.toHaveProperty('items.0.difference');
  });

  it('leaves a value out that is too long to be compared, and says so', async () => {
    const column = Array.from({ length: 2000 }, (_, index) => ({ name: `VARIABLE_${index}` }));
    const api = await historyOf({ title: { da: 'x' } }, { hasVariables: [{ table: [{ column }] }] });
    const { json } = await api.ask(`${PATH}?include=difference&limit=1`);
    expect(json.items).toMatchObject([
      { difference: [{ property: 'title' }, { property: 'hasVariables', after: { omitted: true } }] },
    ]);
    expect(json).not.toHaveProperty('items.0.difference.1.after.value');
  });

  it('tells at most twenty changes at a time, and goes on behind them with the same question', async () => {
    const api = await historyOf(...Array.from({ length: 25 }, (_, index) => ({ title: { da: `Nr. ${index}` } })));
    const first = await api.ask(`${PATH}?include=difference`);
    expect(seqs(first.json)).toEqual(Array.from({ length: 20 }, (_, index) => 25 - index));
    const { next } = first.json.links as { next: string };
    const second = await api.ask(next.slice(BASE.length));
    expect(seqs(second.json)).toEqual([5, 4, 3, 2, 1]);
    expect(second.json).toMatchObject({ hasMore: false, cursor: null });
    expect(second.json.items).toMatchObject([
      { difference: [{ before: { text: { da: 'da: Nr. 3' } } }] },
      {},
      {},
      {},
      {},
    ]);
  });

  it('ends a page early that is full, and tells each change once all the same', async () => {
    const long = (index: number): Dataset =>
      Object.fromEntries(
        Array.from({ length: 40 }, (_, key) => [`p${key}`, `${index}`.repeat(9_000)]),
      ) as unknown as Dataset;
    const api = await historyOf(...Array.from({ length: 12 }, (_, index) => long(index)));
    const seen: number[] = [];
    let target = `${PATH}?include=difference`;
    let pages = 0;
    while (target !== '') {
      const { json } = await api.ask(target);
      seen.push(...seqs(json));
      pages += 1;
      const { next } = json.links as { next: string | null };
      target = next?.slice(BASE.length) ?? '';
    }
    expect(seen).toEqual(Array.from({ length: 12 }, (_, index) => 12 - index));
    expect(pages).toBeGreaterThan(1);
  });

  it('says nothing of what a deletion took away, as that is no longer ours to show', async () => {
    const api = await historyOf({ title: { da: 'x' } });
    await api.append(draftOf('sds.lpr', { type: 'Delete', contentHash: null, revision: 2, previous: 1 }));
    const { json } = await api.ask(`${PATH}?include=difference&limit=1`);
    expect(json.items).toMatchObject([{ type: 'Delete', difference: [] }]);
  });

  it('refuses to include what it does not know', async () => {
    expect((await (await historyOf({})).ask(`${PATH}?include=data`)).status).toBe(400);
  });
});
