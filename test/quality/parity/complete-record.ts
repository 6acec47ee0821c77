/** A record with a value at every property that a profile asks for, each a right one: what faults are made of, one at a time. */
import type { AccessLevel } from '#schemas/profile.ts';
import type { CatalogueEntry, Dataset } from '#schemas/record.ts';
import { fullRecord, published } from '#test/publishing/published-examples.ts';

const EU = 'http://publications.europa.eu/resource/authority/';
const EHDS = 'https://hdeu-dcat.data.health.europa.eu/resource/authority/';
const LAW = 'http://data.europa.eu/eli/reg/2025/327/oj';
const CODES = { public: 'PUBLIC', restricted: 'RESTRICTED', nonPublic: 'NON_PUBLIC' } as const;

type Distribution = NonNullable<Dataset['distribution']>[number];
type Agent = NonNullable<Dataset['publisher']>;
type Service = NonNullable<Dataset['service']>[number];

const agent = (name: string): Agent => ({
  name: { da: name },
  type: `${EHDS}publisher-type/national-authority`,
  description: { da: 'En styrelse.' },
  contactPoint: {
    email: ['data@example.dk'],
    contactPage: ['https://example.dk/kontakt'],
    telephone: ['+45 12 34 56 78'],
    openingHours: [{ description: { da: 'Hverdage' }, frequency: [`${EU}frequency/DAILY`] }],
  },
});

const contact = { fn: { da: 'Kontoret' }, hasEmail: 'mailto:kontor@example.dk', hasURL: 'https://example.dk/kontor' };
const place = { iri: `${EU}country/DNK`, bbox: 'POLYGON((8 54,13 54,13 58,8 58,8 54))', centroid: 'POINT(10 56)' };

const service = (name: string): Service => ({
  title: { da: name },
  description: { da: 'Opslag i registret.' },
  endpointURL: ['https://example.dk/api'],
  endpointDescription: ['https://example.dk/api/beskrivelse'],
  keyword: { da: ['opslag'] },
  theme: [`${EU}data-theme/HEAL`],
  contactPoint: [contact],
  publisher: { name: { da: 'Udbyderen' }, type: `${EHDS}publisher-type/national-authority` },
  accessRights: `${EU}access-right/PUBLIC`,
  license: `${EU}licence/CC_BY_4_0`,
  format: [`${EU}file-type/JSON`],
  applicableLegislation: [LAW],
  conformsTo: [{ title: { da: 'En standard' } }],
  page: [{ title: { da: 'Vejledning' } }],
  landingPage: ['https://example.dk/tjeneste'],
});

const distribution = (title: string): Distribution => ({
  title: { da: title },
  description: { da: 'Hele registret.' },
  accessURL: ['https://example.dk/ansoeg'],
  downloadURL: ['https://example.dk/hent.csv'],
  accessService: [service('Adgangstjenesten')],
  format: `${EU}file-type/CSV`,
  mediaType: 'https://www.iana.org/assignments/media-types/text/csv',
  compressFormat: 'https://www.iana.org/assignments/media-types/application/gzip',
  packageFormat: 'https://www.iana.org/assignments/media-types/application/zip',
  byteSize: 5120,
  checksum: { algorithm: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha1', checksumValue: 'cafe01' },
  license: `${EU}licence/CC_BY_4_0`,
  rights: [{ label: { da: 'Adgang efter tilladelse.' } }],
  hasPolicy: { title: { da: 'Vilkår' } },
  applicableLegislation: [LAW],
  availability: `${EU}planned-availability/STABLE`,
  status: `${EU}distribution-status/COMPLETED`,
  issued: '2020-01-02',
  modified: '2025-01-02',
  language: [`${EU}language/DAN`],
  conformsTo: [{ title: { da: 'En standard' } }],
  page: [{ title: { da: 'Vejledning' } }],
  spatialResolutionInMeters: [10],
  temporalResolution: ['P1D'],
});

/** What a sample and an analysis say at the least: their class is examined in full at the distribution. */
const slim = (title: string): Distribution => ({
  title: { da: title },
  description: { da: 'En del af registret.' },
  accessURL: ['https://example.dk/uddrag'],
  format: `${EU}file-type/CSV`,
  license: `${EU}licence/CC_BY_4_0`,
  availability: `${EU}planned-availability/STABLE`,
  applicableLegislation: [LAW],
});

const {
  // Members of lists that stand against a codelist, and parts that are told anew below.
  hasCodingSystem: _systems,
  service: _service,
  ...rest
} = fullRecord;

const record: Dataset = {
  ...rest,
  alternative: { da: ['Lungeregistret'] },
  hasCodingSystem: [`${EHDS}coding-system/ORPHACODE`],
  spatial: [place],
  temporal: [
    {
      startDate: '1998',
      endDate: '2025-12',
      hasBeginning: { inXSDDate: '1998-01-01' },
      hasEnd: { inXSDDate: '2025-12-31' },
    },
  ],
  contactPoint: [contact],
  publisher: agent('Udgiveren'),
  creator: [{ name: { da: 'Skaberen' }, type: `${EHDS}publisher-type/national-authority` }],
  custodian: agent('Dataindehaveren'),
  hdab: agent('Adgangsorganet'),
  hdabCoordinator: agent('Koordinatoren'),
  distribution: [distribution('Adgang')],
  sample: [slim('Uddrag')],
  analytics: [slim('Årsrapport')],
  conformsTo: [{ iri: `${EHDS}standard/EKSEMPEL`, title: { da: 'En standard' } }],
  qualifiedAttribution: [{ agent: [{ name: { da: 'Indberetteren' } }], hadRole: ['https://example.dk/rolle'] }],
  qualifiedRelation: [{ relation: ['https://example.dk/registre/andet'], hadRole: ['https://example.dk/rolle'] }],
  hasQualityAnnotation: [{ hasBody: ['https://example.dk/kvalitet'], inDimension: 'https://example.dk/dimension' }],
  hasVersion: ['https://example.dk/registre/lungeregister/3'],
  spatialResolutionInMeters: [10],
};

/** The entry of a complete record at an access level. */
export const completeEntry = (level: AccessLevel): CatalogueEntry => {
  const at = { ...record, accessRights: `${EU}access-right/${CODES[level]}` };
  return published('kilde.d', structuredClone(at)).entry;
};
