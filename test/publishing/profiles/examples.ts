/** A register with data to fetch, in both languages, as the JSON profiles are shown by it. */
import { Addresses } from '#publishing/addresses.ts';
import type { Dataset } from '#schemas/record.ts';
import { published } from '../published-examples.ts';

const EU = 'http://publications.europa.eu/resource/authority/';

export const addresses = new Addresses('https://catalogue.example');

export const SHA256 = 'b221d9dbb083a7f33428d7c2a3c3198ae925614d70210e28716ccaa7cd4ddb79';

export const openRecord: Dataset = {
  iri: 'https://example.dk/registre/doed',
  title: { da: 'Register over dødsårsager', en: 'Register of Causes of Death' },
  description: { da: 'Årsager til alle dødsfald. </script><script>alert(1)</script>', en: 'Causes of all deaths.' },
  keyword: { da: ['død', 'årsag'], en: ['death'] },
  identifier: ['doed'],
  theme: [`${EU}data-theme/HEAL`],
  language: [`${EU}language/DAN`, `${EU}language/ENG`],
  spatial: [{ iri: `${EU}country/DNK`, bbox: 'POLYGON((8 54,15 54,15 58,8 58,8 54))' }],
  temporal: [{ startDate: '1970', endDate: '2024' }],
  accrualPeriodicity: `${EU}frequency/ANNUAL`,
  accessRights: `${EU}access-right/PUBLIC`,
  issued: '2001-02-03',
  modified: '2026-01-02',
  version: '3',
  landingPage: ['https://example.dk/registre/doed'],
  page: [{ iri: 'https://example.dk/vejledning' }],
  publisher: { name: { da: 'Eksempelstyrelsen', en: 'Example Authority' }, homepage: 'https://example.dk/' },
  creator: [{ name: { da: 'Kontoret' }, mbox: 'mailto:kontoret@example.dk' }],
  contactPoint: [{ fn: { da: 'Registret' }, hasEmail: 'mailto:register@example.dk' }],
  distribution: [
    {
      title: { da: 'Alle år', en: 'All years' },
      accessURL: ['https://example.dk/data'],
      downloadURL: ['https://example.dk/data/dødsårsager.csv'],
      format: `${EU}file-type/CSV`,
      byteSize: 5120,
      license: `${EU}licence/CC_BY_4_0`,
      checksum: {
        algorithm: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256',
        checksumValue: SHA256.toUpperCase(),
      },
    },
    { title: { da: 'Ansøg' }, accessURL: ['https://example.dk/ansoeg'], license: `${EU}licence/CC_BY_4_0` },
  ],
  hasVariables: [
    {
      table: [
        {
          title: { da: 'Dødsfald' },
          url: 'https://example.dk/data/dødsårsager.csv',
          column: [
            { name: 'aar', title: { da: 'År', en: 'Year' }, description: { en: 'Year of death' }, datatype: 'gYear' },
            { name: 'antal', title: { da: 'Antal' }, datatype: 'xsd:integer', propertyUrl: 'https://example.dk/antal' },
          ],
        },
      ],
    },
  ],
};

export const open = published('eksempel.doed', openRecord);
export const iri = 'https://catalogue.example/id/dataset/eksempel.doed';
