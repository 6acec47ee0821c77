import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conceptByIri, findConcept, vocabularies } from '#schemas/vocabulary.ts';
import { describeWithSharedData, sharedBytes, sharedText } from '#test/shared-data.ts';

const EU = 'http://publications.europa.eu/resource/authority';
const EHDS = 'https://hdeu-dcat.data.health.europa.eu/resource/authority';

const codeOf = (vocabulary: string, written: string): string | undefined =>
  conceptByIri(vocabulary, findConcept(vocabulary, written)?.iri ?? '')?.code;

describe('every vocabulary', () => {
  const concepts = Object.entries(vocabularies).flatMap(([name, { concepts: all }]) =>
    all.map((concept) => ({ name, concept })),
  );

  test('finds each concept by its IRI, and names the rule', () => {
    for (const { name, concept } of concepts)
      expect(findConcept(name, concept.iri)).toEqual({ iri: concept.iri, rule: 'iri' });
  });

  test('finds each concept by its code in any case', () => {
    for (const { name, concept } of concepts) {
      expect(findConcept(name, ` ${concept.code.toLowerCase()} `)?.iri, `${name} ${concept.code}`).toBe(concept.iri);
    }
  });

  test('has no code and no IRI twice', () => {
    for (const [name, { concepts: all }] of Object.entries(vocabularies)) {
      expect(new Set(all.map(({ iri }) => iri)).size, name).toBe(all.length);
      expect(new Set(all.map(({ code }) => code.toLowerCase())).size, name).toBe(all.length);
    }
  });

  test('labels each concept in Danish and English', () => {
    expect(concepts.filter(({ concept: { label } }) => label.da === '' || label.en === '')).toEqual([]);
  });

  test('lets no alias mean two concepts', () => {
    for (const [name, { concepts: all }] of Object.entries(vocabularies)) {
      for (const concept of all) {
        for (const alias of concept.aliases ?? [])
          expect(findConcept(name, alias)?.iri, `${name} ${alias}`).toBe(concept.iri);
      }
    }
  });

  test('finds nothing rather than guess, and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(vocabularies)), fc.string({ unit: 'binary' }), (name, text) => {
        const found = findConcept(name, text);
        expect(found === undefined || found.iri.startsWith('http')).toBe(true);
      }),
    );
    expect(findConcept('no-such-vocabulary', 'DAN')).toBeUndefined();
    expect(findConcept('frequency', '')).toBeUndefined();
    expect(findConcept('frequency', 'NA')).toBeUndefined();
    expect(findConcept('licence', 'CC BY')).toBeUndefined();
    expect(findConcept('access-right', 'constructor')).toBeUndefined();
  });
});

describe('a frequency', () => {
  test.each([
    ['R/P1Y', 'ANNUAL'],
    ['r/p3m', 'QUARTERLY'],
    ['R/PT1S', 'UPDATE_CONT'],
    ['R/P3.5D', 'WEEKLY_2'],
    ['Annual', 'ANNUAL'],
    ['Annually', 'ANNUAL'],
    ['Annual  (R/P1Y)', 'ANNUAL'],
    ['Approximately Monthly', 'MONTHLY'],
    ['irregular', 'IRREG'],
    ['No longer updated (dataset archived)', 'NEVER'],
    ['Dataset will no longer be updated.', 'NEVER'],
    ['Årligt', 'ANNUAL'],
    ['A\u030arligt', 'ANNUAL'],
    ['månedligt', 'MONTHLY'],
    ['Dagligt', 'DAILY'],
    ['Løbende', 'CONT'],
    ['http://purl.org/cld/freq/threeTimesAYear', 'ANNUAL_3'],
    ['http://inspire.ec.europa.eu/metadata-codelist/MaintenanceFrequency/asNeeded', 'AS_NEEDED'],
    ['http://publications.europa.eu/resource/dataset/frequency/WEEKLY', 'WEEKLY'],
  ])('written as %s is %s', (written, code) => {
    expect(codeOf('frequency', written)).toBe(code);
  });
});

describe('other words of real feeds', () => {
  test.each([
    ['access-right', 'restricted public', 'RESTRICTED'],
    ['access-right', 'non-public', 'NON_PUBLIC'],
    ['access-right', `https${EU.slice(4)}/access-right/PUBLIC/`, 'PUBLIC'],
    ['language', 'da', 'DAN'],
    ['language', 'dan', 'DAN'],
    ['language', 'it', 'ITA'],
    ['language', 'en-US', 'ENG'],
    ['language', 'da_DK', 'DAN'],
    ['language', 'http://publications.europa.eu/resource/dataset/language/DAN', 'DAN'],
    ['language', 'http://id.loc.gov/vocabulary/iso639-1/da', 'DAN'],
    ['language', 'http://id.loc.gov/vocabulary/iso639-2/ger', 'DEU'],
    ['file-type', `${EU}/file-type/csv`, 'CSV'],
    ['file-type', '.xlsx', 'XLSX'],
    ['file-type', 'text/csv; charset=utf-8', 'CSV'],
    ['file-type', 'http://www.iana.org/assignments/media-types/application/json', 'JSON'],
    ['licence', 'https://creativecommons.org/licenses/by/4.0/', 'CC_BY_4_0'],
    ['licence', 'http://creativecommons.org/licenses/by/4.0', 'CC_BY_4_0'],
    ['licence', 'https://creativecommons.org/licenses/by-sa/4.0/deed.da', 'CC_BYSA_4_0'],
    ['licence', 'http://creativecommons.org/publicdomain/zero/1.0/legalcode', 'CC0'],
    ['licence', 'http://opendefinition.org/licenses/odc-odbl/', 'ODC_BL'],
    ['licence', 'CC-BY-4.0', 'CC_BY_4_0'],
    ['licence', `${EU}/licence/CC_BY`, 'CC_BY_4_0'],
    ['country', 'Danmark', 'DNK'],
    ['country', 'dk', 'DNK'],
    ['country', 'http://sws.geonames.org/2623032/', 'DNK'],
    ['data-theme', 'sundhed', 'HEAL'],
    ['data-theme', 'http://publications.europa.eu/resource/dataset/data-theme/GOVE', 'GOVE'],
    ['distribution-status', 'http://purl.org/adms/status/UnderDevelopment', 'DEVELOP'],
    [
      'publisher-type',
      'http://healthdataportal.eu/resource/authority/publisher-type/statitics',
      'gov-public-sector-org',
    ],
    ['personal-data', 'https://w3id.org/dpv/pd#Age', 'Age'],
    ['coding-system', 'http://www.wikidata.org/entity/P494', 'ICD-10'],
    ['confidentiality-dk', 'Fortrolig', 'Confidential'],
    ['personal-data-dk', 'https://data.gov.dk/concept/core/personaldata-type/nonpersonaldata', 'NonPersonalData'],
  ])('%s written as %s is %s', (vocabulary, written, code) => {
    expect(codeOf(vocabulary, written)).toBe(code);
  });

  test('media types are known by their form', () => {
    const csv = 'https://www.iana.org/assignments/media-types/text/csv';
    expect(findConcept('media-type', 'text/csv')).toEqual({ iri: csv, rule: 'code' });
    expect(findConcept('media-type', 'http://www.iana.org/assignments/media-types/text/csv')).toEqual({
      iri: csv,
      rule: 'iri',
    });
    expect(findConcept('media-type', 'Text/CSV; header=present')?.iri).toBe(csv);
    expect(findConcept('media-type', '.csv')).toEqual({ iri: csv, rule: 'alias' });
    expect(findConcept('media-type', 'a sheet')).toBeUndefined();
  });
});

describeWithSharedData('health vocabularies beside the lists that older tools carry', () => {
  const oldIris = (file: string): readonly string[] =>
    [...sharedText(`vocab/healthdcat-hdh/${file}`).matchAll(/https?:\/\/\S*\/resource\/authority\/\S+/g)].map(
      ([iri]) => iri,
    );

  test('all 17 health categories and 20 themes are found under the old address', () => {
    const categories = oldIris('HealthCategories.yml').map((iri) => findConcept('health-category', iri)?.iri);
    const themes = oldIris('HealthTheme.yml').map((iri) => findConcept('health-theme', iri)?.iri);
    expect(new Set(categories).size).toBe(17);
    expect(new Set(themes).size).toBe(20);
    expect([...categories, ...themes].every((iri) => iri?.startsWith(`${EHDS}/`) === true)).toBe(true);
  });

  test('every frequency, dataset type, file type, language and access right of those lists is known', () => {
    const lists: readonly (readonly [string, string])[] = [
      ['Frequency.yml', 'frequency'],
      ['DatasetType.yml', 'dataset-type'],
      ['FileType.yml', 'file-type'],
      ['AccessRights.yml', 'access-right'],
      ['PublicationsEuropAuthorityLanguage.yml', 'language'],
    ];
    for (const [file, vocabulary] of lists) {
      const codes = [
        ...sharedText(`vocab/healthdcat-hdh/${file}`).matchAll(/authority\/[a-z-]+\/([A-Za-z0-9_]+)/g),
      ].map(([, code = '']) => code);
      expect(codes.length).toBeGreaterThan(2);
      expect(
        codes.filter((code) => findConcept(vocabulary, code) === undefined),
        file,
      ).toEqual([]);
    }
  });

  test('every country of the 2019 authority table is known', () => {
    const text = gunzipSync(sharedBytes('vocab/eu-2019-piveau/countries-skos.rdf.gz')).toString('utf8');
    const iris = [...text.matchAll(/<skos:Concept rdf:about="([^"]+)"/g)].map(([, iri = '']) => iri);
    expect(iris.length).toBeGreaterThan(250);
    expect(iris.filter((iri) => !iri.endsWith('OP_DATPRO') && findConcept('country', iri) === undefined)).toEqual([]);
  });

  test('every file type and licence of the 2019 authority tables is known', () => {
    for (const [file, vocabulary] of [
      ['filetypes', 'file-type'],
      ['licences', 'licence'],
      ['data-theme', 'data-theme'],
    ] as const) {
      const text = sharedText(`vocab/eu-2019-piveau/${file}-skos.rdf`);
      const iris = [...text.matchAll(/<skos:Concept rdf:about="([^"]+)"/g)].map(([, iri = '']) => iri);
      expect(iris.length).toBeGreaterThan(10);
      expect(iris.filter((iri) => !iri.endsWith('OP_DATPRO') && findConcept(vocabulary, iri) === undefined)).toEqual(
        [],
      );
    }
  });
});
