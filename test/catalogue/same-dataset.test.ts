import { describe, expect, it } from 'vitest';
import { conflictsBetween, linkKeys, linkOf } from '#catalogue/same-dataset.ts';
import type { CatalogueEntry, Dataset } from '#schemas/record.ts';

const entry = (record: Dataset, identifier: string | null = null): CatalogueEntry => ({
  id: 'kilde.a',
  kind: 'Dataset',
  identifier,
  source: 'kilde',
  record,
  unmapped: [],
  written: [],
  origin: { run: 'r', page: 'https://example.dk/', archive: null, place: null, observedAt: '', catalogues: [] },
  problems: [],
});

const owner = { name: { da: 'Sundhedsdatastyrelsen' } };

/** Why two records are the same dataset, the surest reason first. */
const reasonsOf = (one: CatalogueEntry, other: CatalogueEntry) => {
  const keys = new Set(linkKeys(other));
  const shared = linkKeys(one).filter((key) => keys.has(key));
  return linkOf('b', shared)?.reasons ?? [];
};

describe('two records are the same dataset', () => {
  it.each<[string, CatalogueEntry, CatalogueEntry]>([
    ['same-iri', entry({ iri: 'http://www.example.dk/id/1/' }), entry({ iri: 'https://example.dk/id/1' })],
    ['same-doi', entry({ identifier: ['doi:10.1234/ABC'] }), entry({ landingPage: ['https://doi.org/10.1234/abc'] })],
    [
      'same-identifier',
      entry({}, '0f8fad5b-d9cb-469f-a165-70867728950e'),
      entry({ identifier: ['0F8FAD5B-D9CB-469F-A165-70867728950E'] }),
    ],
    [
      'same-page-and-name',
      entry({ title: { da: 'Cancerregisteret' }, landingPage: ['https://example.dk/doc?id=23#top'] }),
      entry({ title: { da: 'Cancerregisteret.' }, landingPage: ['http://www.example.dk/doc?id=23'] }),
    ],
    [
      'same-owner-and-name',
      entry({ title: { da: 'Fødselsregisteret' }, publisher: owner }),
      entry({ title: { en: 'Birth register', da: 'FOEDSELSREGISTERET' }, publisher: owner }),
    ],
  ])('by the rule %s', (reason, one, other) => {
    expect(reasonsOf(one, other)).toEqual([reason]);
  });

  it.each<[string, CatalogueEntry, CatalogueEntry]>([
    [
      'an acronym',
      entry({ title: { da: 'DHR' }, publisher: owner }),
      entry({ title: { da: 'DHR' }, publisher: owner }),
    ],
    [
      'a name without an owner',
      entry({ title: { da: 'Cancerregisteret' } }),
      entry({ title: { da: 'Cancerregisteret' } }),
    ],
    [
      'a page that describes several registers',
      entry({ title: { da: 'Landspatientregisteret' }, landingPage: ['https://example.dk/doc?id=5'] }),
      entry({ title: { da: 'MiniPas til registeret' }, landingPage: ['https://example.dk/doc?id=5'] }),
    ],
    ['an identifier of the source’s own', entry({ identifier: ['1'] }, 'car'), entry({ identifier: ['1'] }, 'car')],
    [
      'the name with another owner',
      entry({ title: { da: 'Cancerregisteret' }, publisher: owner }),
      entry({ title: { da: 'Cancerregisteret' }, publisher: { name: { da: 'Kræftens Bekæmpelse' } } }),
    ],
  ])('and never by %s alone', (_what, one, other) => {
    expect(reasonsOf(one, other)).toEqual([]);
  });

  it('for every reason that there is, with the score of the surest', () => {
    const both = entry({ iri: 'https://example.dk/1', title: { da: 'Cancerregisteret' }, publisher: owner });
    expect(linkOf('b', linkKeys(both))).toEqual({ id: 'b', score: 1, reasons: ['same-iri', 'same-owner-and-name'] });
  });
});

describe('a conflict', () => {
  it('is a property that both have and that says different things', () => {
    const here: Dataset = { temporal: [{ startDate: '1943' }], numberOfRecords: 1, title: { da: 'A' } };
    const there: Dataset = { temporal: [{ startDate: '1942' }], numberOfRecords: 1, title: { da: 'A' } };
    expect(conflictsBetween(here, there)).toEqual([
      { property: 'temporal', here: [{ startDate: '1943' }], there: [{ startDate: '1942' }] },
    ]);
  });

  it.each<[string, Dataset, Dataset]>([
    ['a property that one of them leaves out', { numberOfRecords: 1 }, {}],
    ['a list that holds all of the other’s', { language: ['da', 'en'] }, { language: ['da'] }],
    ['a text in another language', { title: { da: 'Kræft' } }, { title: { en: 'Cancer' } }],
    ['another spelling of a name', { title: { da: 'Fødsler' } }, { title: { da: 'foedsler' } }],
    [
      'what each source has of its own',
      { description: { da: 'x' }, keyword: { da: ['a'] } },
      { description: { da: 'y' }, keyword: { da: ['b'] } },
    ],
    [
      'an owner described more fully',
      { publisher: owner },
      { publisher: { ...owner, homepage: 'https://a.dk' } } as Dataset,
    ],
  ])('is not %s', (_what, here, there) => {
    expect(conflictsBetween(here, there)).toEqual([]);
    expect(conflictsBetween(there, here)).toEqual([]);
  });
});
