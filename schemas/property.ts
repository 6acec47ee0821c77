/**
 * What a row of the property table is (docs/decisions/0006). Every property of a record stands once, as one row; the zod
 * schema, the TypeScript type, the RDF reader and writers, the profile checks, the JSON-LD context and the labels that
 * people read are all made from it.
 */

/** Values that are not nodes. `text` holds one text a language, `texts` a list a language; all others are plain JSON values. */
export type LiteralRange =
  | 'text'
  | 'texts'
  | 'literal'
  | 'iri'
  | 'concept'
  | 'date'
  | 'duration'
  | 'integer'
  | 'decimal'
  | 'boolean';

/** The classes that a record is made of. `Dataset` and `DatasetSeries` are the records; the others stand inside them. */
export const classNames = [
  'Dataset',
  'DatasetSeries',
  'Distribution',
  'DataService',
  'Catalogue',
  'CatalogueRecord',
  'Agent',
  'AgentContactPoint',
  'TemporalEntity',
  'ContactPoint',
  'Period',
  'Instant',
  'Location',
  'Checksum',
  'Identifier',
  'Relationship',
  'Attribution',
  'Activity',
  'QualityAnnotation',
  'LegalBasis',
  'Purpose',
  'ProvenanceStatement',
  'RightsStatement',
  'LicenceDocument',
  'Standard',
  'Document',
  'Policy',
  'TableGroup',
  'Table',
  'Column',
] as const;

/** A class of the record, in our own (British) spelling; its IRI stands in `classTable`. */
export type ClassName = (typeof classNames)[number];

/** Whether a range is a class, whose values are nodes. */
export const isClassName = (range: string): range is ClassName => (classNames as readonly string[]).includes(range);

/** M mandatory, R recommended, O optional, with the cardinality as the profile writes it. */
export type Requirement = `${'M' | 'R' | 'O'} ${'0..1' | '1..1' | '0..*' | '1..*'}`;

/** How bad a profile finds a fault: a violation stands against what is mandatory, a warning against what is recommended. */
export type FaultSeverity = 'violation' | 'warning';

/** What each profile asks of a property; a profile that does not know the property is left out. */
interface ProfileRequirements {
  /** DCAT-AP 3.0.1. */
  readonly dcatAp?: Requirement;
  /** DCAT-AP-DK 3.0.0: the levels of DCAT-AP 3.0.1 and three optional properties of its own. */
  readonly dcatApDk?: Requirement;
  /** HealthDCAT-AP Release 8, by access level. */
  readonly health?: {
    readonly public: Requirement;
    readonly restricted: Requirement;
    readonly nonPublic: Requirement;
  };
}

/** What the profiles ask. A series shares the rows of a dataset, but what is asked of it stands under `series` alone. */
interface Requirements extends ProfileRequirements {
  readonly series?: ProfileRequirements;
}

/** One row of the table. */
export interface Property {
  /** The key in our JSON record. */
  readonly key: string;
  /** The IRI that we write, and the first that we read. */
  readonly iri: string;
  /** Older, misspelt or neighbouring IRIs that real feeds use for the same thing; read, never written. */
  readonly accepts?: readonly string[];
  /** The triple runs from the value to the node: a service says which datasets it serves. */
  readonly inverse?: true;
  readonly range: LiteralRange | ClassName;
  /** Whether the record holds a list. `text` and `texts` hold a map by language instead and are `false` here. */
  readonly many: boolean;
  /** The vocabulary that a `concept` comes from; on a class, where an IRI or text written instead of a node is looked up. */
  readonly vocabulary?: string;
  /** Who closes the property to its vocabulary, and how bad another value is. The Danish profile takes over what DCAT-AP says. */
  readonly closed?: { readonly dcatAp?: FaultSeverity; readonly health?: FaultSeverity };
  /** A value that HealthDCAT-AP wants among the others. */
  readonly mustInclude?: string;
  /** The one value that HealthDCAT-AP takes of a dataset at each access level. */
  readonly valueAtLevel?: { readonly public: string; readonly restricted: string; readonly nonPublic: string };
  /** What HealthDCAT-AP says of this property counts only where the node is the value of one of these properties. */
  readonly healthOnlyUnder?: readonly `${ClassName}.${string}`[];
  /** The class that profiles expect of an `iri` or `concept`; documents say it of each value, as the official shapes ask. */
  readonly valueType?: string;
  /** The datatype of a `literal` that is not a plain string. */
  readonly datatype?: string;
  readonly requirements: Requirements;
  /** Mandatory only when this boolean property of the same node is true. */
  readonly mandatoryWhen?: string;
  /** One of the two is mandatory: this one when the node lacks that other property. */
  readonly mandatoryUnless?: string;
  readonly label: { readonly da: string; readonly en: string };
}
