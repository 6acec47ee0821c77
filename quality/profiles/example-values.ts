/** An example value of each of the commonest properties, as an owner of a Danish register could write it. */
import type { ClassName } from '#schemas/property.ts';

export interface Bilingual {
  readonly da: string;
  readonly en: string;
}

const EU = 'http://publications.europa.eu/resource/authority/';
const EHDS = 'https://hdeu-dcat.data.health.europa.eu/resource/authority/';

const both = (value: string): Bilingual => ({ da: value, en: value });

/** By key; where a key means something else in a class, by class and key. */
const examples: Readonly<Record<string, Bilingual>> = {
  'Dataset.title': { da: 'Cancerregisteret', en: 'The Danish Cancer Registry' },
  'DatasetSeries.title': { da: 'Cancerregisteret, årgange', en: 'The Danish Cancer Registry by year' },
  'Distribution.title': { da: 'Adgang efter ansøgning', en: 'Access on application' },
  'DataService.title': { da: 'Forskermaskinen', en: 'Remote access for researchers' },
  'Document.title': { da: 'Vejledning til registeret', en: 'Guide to the register' },
  'TableGroup.title': { da: 'Registerets tabeller', en: 'The tables of the register' },
  'Table.title': { da: 'Diagnoser', en: 'Diagnoses' },
  'Column.title': { da: 'Diagnosedato', en: 'Date of diagnosis' },
  'Column.name': both('D_DIAGNOSEDATO'),
  'Column.description': { da: 'Den dag, diagnosen blev stillet.', en: 'The day on which the diagnosis was made.' },
  'Dataset.description': {
    da: 'Alle kræfttilfælde i Danmark siden 1943 med diagnose, dato og behandlingssted.',
    en: 'Every case of cancer in Denmark since 1943, with diagnosis, date and place of treatment.',
  },
  'DatasetSeries.description': {
    da: 'Alle kræfttilfælde i Danmark siden 1943, en årgang ad gangen.',
    en: 'Every case of cancer in Denmark since 1943, one year at a time.',
  },
  alternative: { da: 'CAR', en: 'DCR' },
  keyword: { da: 'kræft, forekomst, epidemiologi', en: 'cancer, incidence, epidemiology' },
  'Dataset.identifier': both('cancerregisteret'),
  'DatasetSeries.identifier': both('cancerregisteret-aargange'),
  theme: both(`${EU}data-theme/HEAL`),
  type: both(`${EU}dataset-type/STATISTICAL`),
  'Agent.type': both(`${EHDS}publisher-type/national-authority`),
  'Activity.type': both(`${EHDS}health-activity/ROUTINE_RECORDS`),
  'LicenceDocument.type': both('http://purl.org/adms/licencetype/Attribution'),
  language: both(`${EU}language/DAN`),
  spatial: both(`${EU}country/DNK`),
  temporal: { da: '1943-01-01 til 2024-12-31', en: '1943-01-01 to 2024-12-31' },
  startDate: both('1943-01-01'),
  endDate: both('2024-12-31'),
  temporalResolution: both('P1D'),
  accrualPeriodicity: both(`${EU}frequency/ANNUAL`),
  issued: both('2020-05-01'),
  modified: both('2026-01-31'),
  landingPage: both('https://example.dk/cancerregisteret'),
  page: both('https://example.dk/cancerregisteret/vejledning.pdf'),
  conformsTo: both(`${EHDS}standard/…`),
  publisher: { da: 'Sundhedsdatastyrelsen', en: 'The Danish Health Data Authority' },
  creator: { da: 'Sundhedsdatastyrelsen', en: 'The Danish Health Data Authority' },
  custodian: { da: 'Sundhedsdatastyrelsen', en: 'The Danish Health Data Authority' },
  hdab: { da: 'Sundhedsdatastyrelsen', en: 'The Danish Health Data Authority' },
  'Agent.name': { da: 'Sundhedsdatastyrelsen', en: 'The Danish Health Data Authority' },
  contactPoint: {
    da: 'Forskerservice, forskerservice@example.dk',
    en: 'Researcher service, forskerservice@example.dk',
  },
  hasEmail: both('mailto:forskerservice@example.dk'),
  hasURL: both('https://example.dk/kontakt'),
  email: both('forskerservice@example.dk'),
  contactPage: both('https://example.dk/kontakt'),
  accessRights: both(`${EU}access-right/NON_PUBLIC`),
  applicableLegislation: both('http://data.europa.eu/eli/reg/2025/327/oj'),
  provenance: {
    da: 'Indberettet af sygehuse og patologiafdelinger; samlet og kvalitetssikret årligt.',
    en: 'Reported by hospitals and departments of pathology; collected and checked every year.',
  },
  distribution: {
    da: 'Adgang efter ansøgning: https://example.dk/ansoeg',
    en: 'Access on application: https://example.dk/ansoeg',
  },
  sample: {
    da: 'Syntetisk uddrag: https://example.dk/uddrag.csv',
    en: 'Synthetic sample: https://example.dk/uddrag.csv',
  },
  analytics: { da: 'Årsrapport: https://example.dk/rapport', en: 'Yearly report: https://example.dk/rapport' },
  accessURL: both('https://example.dk/ansoeg'),
  downloadURL: both('https://example.dk/data.csv'),
  format: both(`${EU}file-type/CSV`),
  mediaType: both('https://www.iana.org/assignments/media-types/text/csv'),
  license: both(`${EU}licence/CC_BY_4_0`),
  rights: { da: 'Kræver tilladelse fra Forskerservice', en: 'Requires a permit of the Researcher Service' },
  availability: both(`${EU}planned-availability/STABLE`),
  status: both(`${EU}distribution-status/COMPLETED`),
  byteSize: both('1048576'),
  checksumValue: both('2fd4e1c67a2d28fced849ee1bb76e7391b93eb12'),
  bbox: both('POLYGON((8 54.5, 15.2 54.5, 15.2 57.8, 8 57.8, 8 54.5))'),
  centroid: both('POINT(10 56)'),
  endpointURL: both('https://example.dk/api'),
  healthCategory: both(`${EHDS}healthcategories/PHDR`),
  healthTheme: both(`${EHDS}health-theme/CANCER_DISEASE`),
  hasStructuredData: both('true'),
  hasVariables: {
    da: 'En tabel med kolonnerne »køn«, »alder« og »diagnose«',
    en: 'A table with the columns “sex”, “age” and “diagnosis”',
  },
  hasCodingSystem: both(`${EHDS}coding-system/ORPHACODE`),
  hasCodeValues: both('ICD-10: C00–D48'),
  populationCoverage: { da: 'Alle personer med bopæl i Danmark', en: 'Everyone who lives in Denmark' },
  minTypicalAge: both('0'),
  maxTypicalAge: both('110'),
  numberOfRecords: both('2400000'),
  numberOfUniqueIndividuals: both('1900000'),
  retentionPeriod: { da: '1943-01-01 til 2053-12-31', en: '1943-01-01 to 2053-12-31' },
  hasLegalBasis: { da: 'Sundhedsloven', en: 'The Danish Health Act' },
  hasPurpose: {
    da: 'Overvågning af kræft, forskning og planlægning',
    en: 'Surveillance of cancer, research and planning',
  },
  hasPersonalData: both('https://w3id.org/dpv/dpv-pd#HealthRecord'),
  hasQualityAnnotation: both('https://example.dk/cancerregisteret/kvalitet'),
  isReferencedBy: both('https://doi.org/10.1000/182'),
  relation: both('https://example.dk/registre/doedsaarsagsregisteret'),
  source: both('https://example.dk/registre/landspatientregisteret'),
};

/** An example value of a property; undefined where there is none to give. */
export const exampleOf = (name: ClassName, key: string): Bilingual | undefined =>
  examples[`${name}.${key}`] ?? examples[key];
