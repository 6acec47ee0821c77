/** Datasets to publish in tests: one with everything that the profiles ask for, and one that is as awkward as owners can be. */
import type { Published } from '#publishing/published.ts';
import type { CatalogueEntry, Dataset } from '#schemas/record.ts';

const EU = 'http://publications.europa.eu/resource/authority/';
const EHDS = 'https://hdeu-dcat.data.health.europa.eu/resource/authority/';
const EHDS_REGULATION = 'http://data.europa.eu/eli/reg/2025/327/oj';

const agent = (name: string): NonNullable<Dataset['publisher']> => ({
  name: { da: name },
  type: `${EHDS}publisher-type/national-authority`,
  contactPoint: { email: ['data@example.dk'], contactPage: ['https://example.dk/kontakt'] },
});

const distribution = (title: string): NonNullable<Dataset['distribution']>[number] => ({
  title: { da: title },
  accessURL: ['https://example.dk/ansoeg'],
  applicableLegislation: [EHDS_REGULATION],
  format: `${EU}file-type/CSV`,
  mediaType: 'https://www.iana.org/assignments/media-types/text/csv',
  license: `${EU}licence/CC_BY_4_0`,
  rights: [{ label: { da: 'Adgang efter tilladelse.' } }],
  byteSize: 5120,
  checksum: { algorithm: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha1', checksumValue: 'cafe01' },
});

/** A register as HealthDCAT-AP Release 8 wants it described: every mandatory and recommended property of a non-public dataset. */
export const fullRecord: Dataset = {
  iri: 'https://example.dk/registre/lungeregister',
  title: { da: 'Dansk Eksempelregister for Lungesygdom', en: 'Danish Example Register of Lung Disease' },
  description: {
    da: 'Alle forløb med lungesygdom på danske sygehuse.',
    en: 'Every course of lung disease in Danish hospitals.',
  },
  keyword: { da: ['lunger', 'ånde drætsværn'], en: ['lungs'] },
  identifier: ['lungeregister'],
  otherIdentifier: [{ notation: '4876', schemaAgency: 'Eksempel' }],
  accessRights: `${EU}access-right/NON_PUBLIC`,
  applicableLegislation: [EHDS_REGULATION],
  theme: [`${EU}data-theme/HEAL`],
  type: [`${EU}dataset-type/STATISTICAL`],
  language: [`${EU}language/DAN`],
  spatial: [{ iri: `${EU}country/DNK` }],
  temporal: [{ startDate: '1998', endDate: '2025-12' }],
  accrualPeriodicity: `${EU}frequency/ANNUAL`,
  temporalResolution: ['P1D'],
  spatialResolutionInMeters: [0.5],
  issued: '2001-02-03',
  modified: '2026-01-02T03:04:05Z',
  landingPage: ['https://example.dk/registre/lungeregister'],
  page: [{ iri: 'https://example.dk/vejledning', title: { da: 'Vejledning' } }],
  contactPoint: [{ fn: { da: 'Registrets kontor' }, hasEmail: 'mailto:register@example.dk' }],
  publisher: { iri: 'https://example.dk/', ...agent('Eksempelstyrelsen') },
  custodian: agent('Dataejeren'),
  hdab: agent('Adgangsorganet'),
  hdabCoordinator: agent('Koordinatoren'),
  provenance: [{ label: { da: 'Indberettet af sygehusene.' } }],
  wasGeneratedBy: [{ label: { en: 'Routine reporting' }, type: [`${EHDS}health-activity/ROUTINE_RECORDS`] }],
  distribution: [distribution('Adgang efter ansøgning')],
  sample: [distribution('Syntetisk uddrag')],
  analytics: [distribution('Årsrapport')],
  service: [
    { title: { da: 'Opslag' }, endpointURL: ['https://example.dk/api'] },
    { iri: 'https://example.dk/tjeneste', title: { da: 'Tjeneste' }, endpointURL: ['https://example.dk/tjeneste'] },
  ],
  healthCategory: [`${EHDS}healthcategories/PHDR`],
  healthTheme: [`${EHDS}health-theme/RESPIRATORY_DISEASES`],
  hasStructuredData: true,
  hasVariables: [
    {
      title: { da: 'Variable' },
      table: [
        {
          title: { da: 'Forløb' },
          keyword: { da: ['forløb'] },
          url: 'https://example.dk/tabeller/forloeb',
          column: [
            { name: 'kon', title: { da: 'Køn' }, description: { da: 'Patientens køn' }, datatype: 'integer' },
            { name: 'alder', title: { da: 'Alder' }, description: { da: 'Alder ved debut' }, datatype: 'integer' },
          ],
        },
      ],
    },
  ],
  hasCodingSystem: [`${EHDS}coding-system/ORPHACODE`, 'http://hl7.org/fhir/sid/icd-10'],
  hasCodeValues: ['ORPHA:284289'],
  hasQualityAnnotation: [
    { hasBody: ['https://example.dk/kvalitet'], motivatedBy: ['http://www.w3.org/ns/dqv#qualityAssessment'] },
  ],
  populationCoverage: { da: 'Alle patienter i Danmark' },
  minTypicalAge: 0,
  maxTypicalAge: 110,
  numberOfRecords: 1300000,
  numberOfUniqueIndividuals: 250000,
  retentionPeriod: { startDate: '1998-01-01', endDate: '2048-01-01' },
  hasLegalBasis: [{ description: { da: 'Sundhedsloven' } }],
  hasPurpose: [{ description: { da: 'Overvågning og forskning' } }],
  hasPersonalData: ['https://w3id.org/dpv/dpv-pd#Age', 'https://w3id.org/dpv/dpv-pd#OfficialID'],
  personalDataCategory: ['https://data.gov.dk/concept/core/personaldata-type/CivilRegistrationNumberData'],
  confidentialityType: 'https://data.gov.dk/concept/core/confidentiality-type-eu-nato/Confidential',
  isReferencedBy: ['https://doi.org/10.1000/182'],
  relation: ['https://example.dk/registre/andet'],
  source: ['https://example.dk/registre/kilde'],
  inSeries: ['https://example.dk/serier/lunger'],
  version: '3',
  versionNotes: { da: 'Ny variabel' },
};

/** Everything that has broken a writer somewhere: quotes, controls, half characters, addresses that are none, formulas. */
export const awkwardRecord: Dataset = {
  iri: 'https://example.dk/a b"c',
  title: { da: '=HYPERLINK("http://ond.example";"Ærø & Fanø")', und: 'uden sprog', 'ikke et sprog': 'x' },
  description: {
    da: 'linje 1\nlinje 2\r\n\ttab "citat" \\skråstreg <b>&amp;</b>',
    en: 'bell\u0007 half \ud800 astral 😀',
  },
  keyword: { da: ['a, b', 'c;d', "O'Brien"] },
  identifier: ['-1+1', '00123'],
  landingPage: ['https://example.dk/søg?q={a}|b', 'www.example.dk'],
  issued: 'i foråret',
  modified: '1987',
  spatial: [{ bbox: '{"type":"Point","coordinates":[10,56]}', centroid: 'POINT(10 56)' }, { name: { da: 'Fyn' } }],
  license: 'https://example.dk/vilkår',
  spatialResolutionInMeters: [1e-7, 1e21, 100],
  publisher: { iri: '_:blank', name: { da: '@Styrelsen' } },
  conformsTo: [{}],
};

/** An entry of the catalogue around a record. */
export const published = (id: string, record: Dataset, more: Partial<CatalogueEntry> = {}): Published => ({
  iri: `https://catalogue.example/id/dataset/${id}`,
  entry: {
    id,
    kind: 'Dataset',
    identifier: record.identifier?.[0] ?? null,
    source: id.slice(0, id.indexOf('.')),
    record,
    unmapped: [],
    written: [],
    origin: {
      run: `${id}.run`,
      page: 'https://example.dk/registre',
      archive: null,
      place: null,
      observedAt: '2026-03-04T05:06:07.000Z',
      catalogues: [],
    },
    problems: [],
    ...more,
  },
});
