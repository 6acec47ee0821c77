import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as addFormats } from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { writeCroissant } from '#publishing/croissant/write-croissant.ts';
import { dcatUsItem } from '#publishing/dcat-us/write-dcat-us.ts';
import { writeSchemaOrg } from '#publishing/schema-org/write-schema-org.ts';
import { describeWithSharedData, sharedText } from '#test/shared-data.ts';
import { exampleEntries } from '../../sources/example-entries.ts';
import { awkwardRecord, fullRecord, published } from '../published-examples.ts';
import { croissantFaults } from './croissant-rules.ts';
import { addresses, iri, open, openRecord, SHA256 } from './examples.ts';

const da = (value: string) => ({ '@language': 'da', '@value': value });
const en = (value: string) => ({ '@language': 'en', '@value': value });
const minimal = published('eksempel.lille', { title: { da: 'Ærøregistret' } });
const schemaOrg = (of = open, language?: 'da' | 'en') => {
  const { '@context': _context, ...document } = JSON.parse(writeSchemaOrg(of, addresses, language));
  return document;
};
const croissant = (of = open, language?: 'da' | 'en') => {
  const { '@context': _context, ...document } = JSON.parse(writeCroissant(of, addresses, language));
  return document;
};

const CC_BY = 'http://publications.europa.eu/resource/authority/licence/CC_BY_4_0';
const DNK = 'http://publications.europa.eu/resource/authority/country/DNK';
const CSV = 'https://example.dk/data/d%C3%B8ds%C3%A5rsager.csv';
const catalogue = (name: unknown) => ({
  '@id': 'https://catalogue.example/id/catalogue',
  '@type': 'DataCatalog',
  name,
  url: 'https://catalogue.example/v1/catalog',
});

/** What schema.org and Croissant have of the open register alike, in one language. */
const commonInEnglish = {
  '@id': iri,
  keywords: 'death',
  identifier: 'doed',
  about: {
    '@id': 'http://publications.europa.eu/resource/authority/data-theme/HEAL',
    '@type': 'DefinedTerm',
    termCode: 'HEAL',
    inDefinedTermSet: 'http://publications.europa.eu/resource/authority/data-theme',
  },
  inLanguage: ['da', 'en'],
  temporalCoverage: '1970/2024',
  datePublished: '2001-02-03',
  dateModified: '2026-01-02',
  url: 'https://example.dk/registre/doed',
  version: '3',
  license: CC_BY,
  isAccessibleForFree: true,
  sameAs: 'https://example.dk/registre/doed',
};

describe('a dataset as schema.org', () => {
  test('is written whole, with every text in every language of the owner', () => {
    expect(schemaOrg()).toEqual({
      ...commonInEnglish,
      '@type': 'Dataset',
      name: [da('Register over dødsårsager'), en('Register of Causes of Death')],
      description: [da('Årsager til alle dødsfald. </script><script>alert(1)</script>'), en('Causes of all deaths.')],
      keywords: [da('død'), da('årsag'), en('death')],
      spatialCoverage: {
        '@id': DNK,
        '@type': 'Place',
        name: [da('Danmark'), en('Denmark')],
        geo: { '@type': 'GeoShape', box: '54 8 58 15' },
      },
      distribution: [
        {
          '@type': 'DataDownload',
          name: [da('Alle år'), en('All years')],
          contentUrl: CSV,
          url: 'https://example.dk/data',
          encodingFormat: 'text/csv',
          contentSize: '5120',
          license: CC_BY,
          sha256: SHA256,
        },
        { '@type': 'DataDownload', name: da('Ansøg'), url: 'https://example.dk/ansoeg', license: CC_BY },
      ],
      publisher: {
        '@type': 'Organization',
        name: [da('Eksempelstyrelsen'), en('Example Authority')],
        url: 'https://example.dk/',
      },
      creator: { '@type': 'Organization', name: da('Kontoret'), email: 'kontoret@example.dk' },
      contactPoint: { '@type': 'ContactPoint', name: da('Registret'), email: 'register@example.dk' },
      variableMeasured: [
        {
          '@type': 'PropertyValue',
          name: [da('År'), en('Year')],
          alternateName: 'aar',
          description: en('Year of death'),
        },
        {
          '@type': 'PropertyValue',
          name: da('Antal'),
          alternateName: 'antal',
          propertyID: 'https://example.dk/antal',
        },
      ],
      conditionsOfAccess: [da('offentlig'), en('public')],
      includedInDataCatalog: catalogue([
        da('Datalandkort: danske sundhedsdata'),
        en('Datalandkort: Danish health data'),
      ]),
    });
  });

  test('says of a register of which only the name is known where it is told of, and makes nothing up', () => {
    const own = 'https://catalogue.example/id/dataset/eksempel.lille';
    expect(schemaOrg(minimal)).toEqual({
      '@id': own,
      '@type': 'Dataset',
      name: da('Ærøregistret'),
      url: own,
      includedInDataCatalog: catalogue([
        da('Datalandkort: danske sundhedsdata'),
        en('Datalandkort: Danish health data'),
      ]),
    });
  });

  test('has each text once when a language is asked for, in another where the owner wrote none in it', () => {
    const { name, keywords, creator } = schemaOrg(open, 'en');
    expect([name, keywords, creator.name]).toEqual([en('Register of Causes of Death'), en('death'), da('Kontoret')]);
  });

  test('marks the bundled example', () => {
    const example = { ...open, entry: { ...open.entry, origin: { ...open.entry.origin, example: true } } };
    expect(schemaOrg(example).disambiguatingDescription).toHaveLength(2);
    expect(dcatUsItem(example).description).toBe(
      'Causes of all deaths.\n\nExample: a copy for demonstration and not the owner’s own publication.',
    );
  });

  test.each([writeSchemaOrg, writeCroissant])(
    'may stand in a page: no text ends the script around it (%o)',
    (write) => {
      expect(write(published('a.b', { title: { da: '</script><!--' } }), addresses)).not.toContain('<');
    },
  );

  test('cuts a description that search engines would refuse, and lengthens none', () => {
    const long = published('a.b', { description: { da: 'ord '.repeat(2000), en: 'Short' } });
    const [danish, english] = schemaOrg(long).description;
    expect(danish['@value'].length).toBeLessThanOrEqual(5000);
    expect(danish['@value']).toMatch(/ord…$/);
    expect(english).toEqual(en('Short'));
  });

  test('says nothing of a price where nobody did', () => {
    const { license: _license, distribution: _distribution, ...unlicensed } = openRecord;
    expect(schemaOrg(published('a.b', unlicensed)).isAccessibleForFree).toBeUndefined();
    expect(schemaOrg(published('a.b', fullRecord)).isAccessibleForFree).toBeUndefined();
  });
});

describe('a dataset in Croissant', () => {
  test('has its files and their columns, in English where the owner wrote it', () => {
    expect(croissant()).toEqual({
      ...commonInEnglish,
      '@type': 'sc:Dataset',
      conformsTo: 'http://mlcommons.org/croissant/1.0',
      name: 'Register of Causes of Death',
      description: 'Causes of all deaths.',
      spatialCoverage: {
        '@id': DNK,
        '@type': 'Place',
        name: 'Denmark',
        geo: { '@type': 'GeoShape', box: '54 8 58 15' },
      },
      publisher: { '@type': 'Organization', name: 'Example Authority', url: 'https://example.dk/' },
      creator: { '@type': 'Organization', name: da('Kontoret'), email: 'kontoret@example.dk' },
      contactPoint: { '@type': 'ContactPoint', name: da('Registret'), email: 'register@example.dk' },
      conditionsOfAccess: 'public',
      includedInDataCatalog: catalogue('Datalandkort: Danish health data'),
      isLiveDataset: true,
      distribution: [
        {
          '@id': 'file-1',
          '@type': 'cr:FileObject',
          name: 'All years',
          contentUrl: CSV,
          contentSize: '5120',
          encodingFormat: 'text/csv',
          sha256: SHA256,
        },
      ],
      recordSet: [
        {
          '@id': 'table-1',
          '@type': 'cr:RecordSet',
          name: da('Dødsfald'),
          field: [
            {
              '@id': 'table-1/column-1',
              '@type': 'cr:Field',
              name: 'aar',
              alternateName: 'Year',
              description: 'Year of death',
              source: { fileObject: { '@id': 'file-1' }, extract: { column: 'aar' } },
            },
            {
              '@id': 'table-1/column-2',
              '@type': 'cr:Field',
              name: 'antal',
              alternateName: da('Antal'),
              dataType: 'sc:Integer',
              equivalentProperty: 'https://example.dk/antal',
              source: { fileObject: { '@id': 'file-1' }, extract: { column: 'antal' } },
            },
          ],
        },
      ],
    });
    expect(croissantFaults(writeCroissant(open, addresses))).toEqual({ faults: [], lacks: [] });
  });

  test('has the columns and no files of a register that is only applied for', () => {
    const { distribution, recordSet } = croissant(published('a.b', fullRecord));
    expect(distribution).toBeUndefined();
    expect(recordSet[0].field.map((field: { name: string; source?: unknown }) => [field.name, field.source])).toEqual([
      ['kon', undefined],
      ['alder', undefined],
    ]);
  });

  test.each([
    ['en', 'en', 'Register of Causes of Death'],
    ['da', 'da', 'Register over dødsårsager'],
  ] as const)('is in the language that is asked for (%s)', (asked, language, name) => {
    const document = JSON.parse(writeCroissant(open, addresses, asked));
    expect([document['@context']['@language'], document.name]).toEqual([language, name]);
  });

  test('is in Danish where there is nothing else', () => {
    const document = JSON.parse(writeCroissant(minimal, addresses));
    expect([document['@context']['@language'], document.name]).toEqual(['da', 'Ærøregistret']);
    expect(croissantFaults(writeCroissant(minimal, addresses))).toEqual({
      faults: [],
      lacks: ['description', 'license', 'creator', 'datePublished'],
    });
  });

  test('keeps the rules for every register of the bundled example', async () => {
    for (const entry of await exampleEntries())
      expect(
        croissantFaults(writeCroissant({ iri: `https://catalogue.example/id/dataset/${entry.id}`, entry }, addresses))
          .faults,
      ).toEqual([]);
  });
});

describe('a dataset as DCAT-US', () => {
  test('is written whole, in English where the owner wrote it', () => {
    expect(dcatUsItem(open)).toEqual({
      '@type': 'dcat:Dataset',
      identifier: iri,
      title: 'Register of Causes of Death',
      description: 'Causes of all deaths.',
      keyword: ['death'],
      modified: '2026-01-02',
      issued: '2001-02-03',
      publisher: { '@type': 'org:Organization', name: 'Example Authority' },
      contactPoint: { '@type': 'vcard:Contact', fn: 'Registret', hasEmail: 'mailto:register@example.dk' },
      accessLevel: 'public',
      spatial: 'Denmark',
      temporal: '1970/2024',
      accrualPeriodicity: 'R/P1Y',
      theme: ['Health'],
      language: ['da', 'en'],
      landingPage: 'https://example.dk/registre/doed',
      references: ['https://example.dk/vejledning'],
      distribution: [
        {
          '@type': 'dcat:Distribution',
          title: 'All years',
          downloadURL: CSV,
          accessURL: 'https://example.dk/data',
          mediaType: 'text/csv',
          format: 'CSV',
        },
        { '@type': 'dcat:Distribution', title: 'Ansøg', accessURL: 'https://example.dk/ansoeg' },
      ],
    });
  });

  test('leaves out what it requires and the record does not say', () => {
    const own = 'https://catalogue.example/id/dataset/eksempel.lille';
    expect(dcatUsItem(minimal)).toEqual({ '@type': 'dcat:Dataset', identifier: own, title: 'Ærøregistret' });
  });

  test('is in Danish when that is asked for', () => {
    const { title, keyword, theme } = dcatUsItem(open, 'da');
    expect([title, keyword, theme]).toEqual(['Register over dødsårsager', ['død', 'årsag'], ['Sundhed']]);
  });

  test.each(['', 'Mo', 'mailto:', 'a@b', 'javascript:alert(1)@x.dk'])(
    'names no mailbox that is none: %j',
    (hasEmail) => {
      expect(dcatUsItem(published('a.b', { contactPoint: [{ hasEmail }] })).contactPoint).toBeUndefined();
    },
  );

  describeWithSharedData('the official JSON Schema', () => {
    test('is kept by everything that is written, but for what the record lacks', async () => {
      const ajv = new Ajv2020({ strict: false, allErrors: true, unicodeRegExp: false });
      addFormats.default(ajv);
      const validate = ajv.compile(JSON.parse(sharedText('standards/dcat-us-1.1/non-federal_dataset.json')));
      const entries = [...(await exampleEntries()), open.entry, minimal.entry];
      for (const record of [fullRecord, awkwardRecord, {}]) entries.push(published('a.b', record).entry);
      for (const entry of entries) {
        validate(dcatUsItem({ iri: `https://catalogue.example/id/dataset/${entry.id}`, entry }));
        const faults = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'required');
        expect(faults.map(({ instancePath, message }) => `${entry.id} ${instancePath} ${message}`)).toEqual([]);
      }
      validate(dcatUsItem(open));
      expect(validate.errors).toBeNull();
    });
  });
});
