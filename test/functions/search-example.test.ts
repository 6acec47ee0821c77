/** What people look for, found among the registers of the bundled example. */
import { beforeAll, describe, expect, it } from 'vitest';
import { normalise } from '#catalogue/normalise.ts';
import type { SearchIndex } from '#functions/shared/search-index.ts';
import type { Dataset } from '#schemas/record.ts';
import { crawl, sources } from '#test/sources/crawl.ts';
import { searchScene } from './search-scene.ts';

const scene = searchScene();
let index: SearchIndex;

beforeAll(async () => {
  const records: Record<string, Dataset> = {};
  for (const source of sources) {
    for (const reading of (await crawl(source)).readings) {
      const made = reading.kind === 'record' ? normalise(reading.record, { defaults: {} }) : undefined;
      if (made && !('rejected' in made)) records[`${source.id}.${made.identifier}`] = made.record;
    }
  }
  await scene.tell(records);
  await scene.index();
  index = await scene.open();
});

const ask = (query: string, over: object = {}) =>
  index.datasets({ query, filters: {}, sort: 'relevance', facets: false, limit: 100, ...over });

const titles = (query: string): (string | undefined)[] =>
  ask(query).items.map(({ dataset: { summary } }) => summary.title.da ?? summary.title.en);

describe('a search of the example', () => {
  it('for "cancer" finds Cancerregisteret first, before the registers that have the word further on', () => {
    const found = titles('cancer');
    expect(found[0]).toBe('Cancerregisteret');
    expect(found).toContain('Dansk Lunge Cancer Register');
  });

  it('finds kræft however it is written, also inside of lungekræft, and ranks the spelling that was asked for higher', () => {
    const right = new Set(titles('kræft'));
    expect(new Set(titles('kraeft'))).toEqual(right);
    expect(new Set(titles('KRÆFT'))).toEqual(right);
    // Its text says "lungekræft" and nowhere "kræft".
    expect(right).toContain('Dansk Lunge Cancer Register');
    const [first] = ask('kræft').items;
    expect(JSON.stringify(first?.highlights)).toMatch(/<mark>kræft<\/mark>/i);
  });

  it.each([
    ['Cancerregistret', 'Cancerregisteret', 'cancerregisteret'],
    ['lægemidel', 'Lægemiddelstatistikregisteret', 'lægemiddel'],
    ['laegemidel', 'Lægemiddelstatistikregisteret', 'lægemiddel'],
    ['fødselsregisteert', 'Fødselsregisteret (Medicinsk Fødselsregister)', 'fødselsregisteret'],
  ])('for the misspelt "%s" finds %s, and says what was probably meant', (query, title, meant) => {
    expect(titles(query)[0]).toBe(title);
    expect(ask(query).didYouMean).toBe(meant);
  });

  it('proposes nothing for what is spelt right, and finds nothing for what is not there', () => {
    expect(ask('cancer').didYouMean).toBeNull();
    expect(ask('xyzzyqw')).toMatchObject({ items: [], total: 0, didYouMean: null });
    expect(ask('!?')).toMatchObject({ items: [], total: 0 });
  });

  it('finds compounds by their beginning and by their parts', () => {
    expect(titles('landspatient')).toContain('Landspatientregisteret');
    const registers = titles('register');
    for (const title of ['Cancerregisteret', 'Landspatientregisteret', 'Lægemiddelstatistikregisteret']) {
      expect(registers).toContain(title);
    }
  });

  it('finds by the English name what its owner calls by a Danish one', () => {
    expect(titles('patient register')).toContain('Landspatientregisteret');
    expect(titles('medical birth')[0]).toBe('Fødselsregisteret (Medicinsk Fødselsregister)');
  });

  it('finds what has all words, wherever each of them stands', () => {
    for (const title of titles('cancer database')) expect(titles('cancer')).toContain(title);
    expect(titles('cancer xyzzyqw')).toEqual([]);
  });

  it('finds a register by the name of a variable, and shows that it was the variable', () => {
    const { items } = ask('C_ADIAG');
    expect(items.map(({ dataset }) => dataset.summary.title.da)).toEqual(['Landspatientregisteret']);
    expect(items[0]?.highlights.variable?.[0]).toBe('<mark>C</mark>_<mark>ADIAG</mark>');
  });

  it('finds a variable by its name, in whatever case, with its registers and their years', () => {
    const { items } = index.variables({ query: 'c_adiag', limit: 5 });
    expect(items[0]).toMatchObject({
      name: 'C_ADIAG',
      count: 1,
      holdings: [{ datasetTitle: { da: 'Landspatientregisteret' }, since: '1977', until: '2018' }],
    });
    const person = index.variable('pnr', { limit: 10 });
    expect(person?.name).toBe('PNR');
    expect(person?.count).toBe(3);
  });

  it('finds variables by what they mean', () => {
    expect(index.variables({ query: 'pseudonymiseret', limit: 10 }).items.map(({ name }) => name)).toContain('PNR');
  });

  it('suggests titles, terms and variables by their beginnings, in both languages', () => {
    const { datasets, terms } = index.suggest('canc', 5);
    expect(datasets[0]?.title.da).toBe('Cancerregisteret');
    expect(terms.map(({ term }) => term)).toContain('cancer');
    expect(index.suggest('medical bir', 5).datasets[0]?.title.en).toContain('Medical Birth');
    expect(index.suggest('læ', 5).terms.map(({ term }) => term)).toContain('lægemiddelstatistikregisteret');
    expect(index.suggest('pn', 5).variables).toEqual([{ name: 'PNR', count: 3 }]);
  });

  it('counts what each choice would give, also beside the choice that was made', () => {
    const all = ask('register', { facets: true });
    const source = all.facets?.source ?? [];
    expect(source.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
    const [first] = source;
    const narrowed = ask('register', { facets: true, filters: { source: [first?.value] } });
    expect(narrowed.total).toBe(first?.count);
    expect(narrowed.facets?.source).toEqual(source);
  });

  it('finds what has data in a period, open ends and all, and nothing of those that tell none', () => {
    const titlesIn = (from: number, to: number) =>
      index
        .datasets({ filters: {}, sort: 'title', facets: false, limit: 100, period: { from, to } })
        .items.map(({ dataset }) => dataset.summary.title.da);
    expect(titlesIn(19_440_101, 19_491_231)).toContain('Cancerregisteret');
    expect(titlesIn(19_440_101, 19_491_231)).not.toContain('Landspatientregisteret');
    expect(titlesIn(20_200_101, 20_201_231)).toContain('Landspatientregisteret');
  });
});
