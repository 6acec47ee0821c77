/** How the facts of a record are read: by the table of properties that the API serves, so that no property is left out. */
import type { components, paths } from '#client/api-types.ts';
import type { Row } from '../../parts/property-rows.ts';

export type DatasetDocument = paths['/v1/datasets/{id}']['get']['responses'][200]['content']['application/json'];
type DatasetRecord = components['schemas']['Dataset'];

/** A node inside a record: its properties by key. */
export type Node = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text by language. */
export const isText = (value: unknown): value is Readonly<Record<string, string>> =>
  isNode(value) && Object.values(value).every((text) => typeof text === 'string');

/** Sections of a page, with the properties that stand in each, in this order. Whatever no section names stands in `more`. */
export const sections = {
  what: [
    'alternative',
    'publisher',
    'custodian',
    'creator',
    'rightsHolder',
    'theme',
    'healthCategory',
    'healthTheme',
    'type',
    'keyword',
    'hasPurpose',
    'language',
    'spatial',
    'spatialResolutionInMeters',
    'identifier',
    'otherIdentifier',
    'version',
    'versionNotes',
    'issued',
    'modified',
  ],
  population: ['populationCoverage', 'numberOfUniqueIndividuals', 'numberOfRecords', 'minTypicalAge', 'maxTypicalAge'],
  period: ['temporal', 'accrualPeriodicity', 'temporalResolution', 'retentionPeriod'],
  variables: ['hasStructuredData', 'hasCodingSystem', 'hasCodeValues'],
  data: ['distribution', 'sample', 'analytics', 'service'],
  law: ['hasLegalBasis', 'applicableLegislation', 'hvdCategory'],
  access: [
    'accessRights',
    'rights',
    'license',
    'hasPersonalData',
    'personalDataCategory',
    'confidentialityType',
    'contactPoint',
    'landingPage',
    'hdab',
    'hdabCoordinator',
  ],
} as const;

export type FactSection = keyof typeof sections;

/** Shown as the page itself and not as facts of it. */
const ELSEWHERE = ['iri', 'title', 'description', 'hasVariables'];

const named: ReadonlySet<string> = new Set([...ELSEWHERE, ...Object.values(sections).flat()]);

export interface Fact {
  readonly row: Row;
  readonly value: unknown;
}

const factsOf = (record: DatasetRecord, keys: readonly string[], rows: ReadonlyMap<string, Row>): readonly Fact[] => {
  const values = new Map<string, unknown>(Object.entries(record));
  return keys.flatMap((key) => {
    const row = rows.get(key);
    return row && values.has(key) ? [{ row, value: values.get(key) }] : [];
  });
};

/** The facts of a section, in its order. */
export const factsOfSection = (
  record: DatasetRecord,
  section: FactSection,
  rows: ReadonlyMap<string, Row>,
): readonly Fact[] => factsOf(record, sections[section], rows);

/** The facts that no section names, in the order of the table. */
export const furtherFacts = (record: DatasetRecord, rows: ReadonlyMap<string, Row>): readonly Fact[] =>
  factsOf(
    record,
    [...rows.keys()].filter((key) => !named.has(key)),
    rows,
  );

type Written = DatasetDocument['written'][number];

/** What the owner wrote where the catalogue has something else: of the property and of all inside it. */
export const writtenFor = (written: readonly Written[], key: string): readonly Written[] =>
  written.filter(({ property }) => property === key || property.startsWith(`${key}.`));

/** The keys under which a node says what it is called, the best first. */
const NAMES = ['title', 'name', 'label', 'fn', 'organizationName', 'description'];

/** The keys under which a node says where it is to be found. */
const PLACES = ['homepage', 'hasURL', 'iri'];

export interface Headed {
  /** What the node is called, by its own text. */
  readonly name: Readonly<Record<string, string>> | undefined;
  readonly address: string | undefined;
  /** What else it says, by key. */
  readonly rest: Node;
}

/** Parts a node into what it is called, where it leads, and all else. */
export function headedNode(node: Node): Headed {
  const nameKey = NAMES.find((key) => isText(node[key]));
  const placeKey = PLACES.find((key) => typeof node[key] === 'string' && /^https?:/.test(String(node[key])));
  const name = nameKey === undefined ? undefined : node[nameKey];
  const left = Object.entries(node).filter(([key]) => key !== nameKey && key !== placeKey && key !== 'iri');
  return {
    name: isText(name) ? name : undefined,
    address: placeKey === undefined ? undefined : String(node[placeKey]),
    rest: Object.fromEntries(left),
  };
}
