/** Why our verdict and the official shapes differ where they do. A difference without a reason here fails the test. */
import type { ProfileId } from '#schemas/profile.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { keyOf, type Named } from './projection.ts';

export interface Question {
  readonly side: 'ours' | 'shapes';
  readonly named: Named;
  readonly profile: ProfileId;
  readonly entry: CatalogueEntry;
  /** What our check names of the record alone, as the document was written of it. */
  readonly written: ReadonlyMap<string, Named>;
}

interface Reason {
  readonly id: string;
  /** As the document about the comparison tells it. */
  readonly text: string;
  fits(question: Question): boolean;
}

/** The severity, class and property by their key, and the side that names them. */
const names = (side: Question['side'], ...keys: readonly string[]): ((question: Question) => boolean) => {
  const expected = new Set(keys);
  return ({ side: actual, named }) => actual === side && expected.has(keyOf(named));
};

const isHealth = ({ profile }: Question): boolean => profile === 'healthdcat-ap-r8';

const isDanish = ({ profile }: Question): boolean => profile === 'dcat-ap-dk-3';

/** The IRIs at which more than one part of the record stands. */
const sharedIris = (value: unknown, seen: Set<string> = new Set(), twice: Set<string> = new Set()): Set<string> => {
  if (Array.isArray(value)) for (const item of value) sharedIris(item, seen, twice);
  else if (typeof value === 'object' && value !== null) {
    if ('iri' in value && typeof value.iri === 'string') (seen.has(value.iri) ? twice : seen).add(value.iri);
    for (const part of Object.values(value)) sharedIris(part, seen, twice);
  }
  return twice;
};

const PARTS = /^(?:Agent|AgentContactPoint|ContactPoint|Distribution|DataService|Location|Document|Standard)$/;

/** The first that fits is the reason. */
export const reasons: readonly Reason[] = [
  {
    id: 'kept-beside-the-record',
    text: 'The owner wrote a value that means nothing in its vocabulary, or is no date, number or address. The normaliser keeps it beside the record, so our document has a gap there (or nothing, where nothing is asked); our verdict names the value that the owner wrote.',
    fits: ({ side, named, written }) => written.has(keyOf(named)) === (side === 'shapes'),
  },
  {
    id: 'recommended-by-the-table-alone',
    text: 'The table of cardinalities of HealthDCAT-AP recommends `dct:publisher` and `healthdcatap:hasVariables`; its shapes for recommendations leave them out.',
    fits: (question) =>
      isHealth(question) && names('ours', 'warning Dataset.publisher', 'warning Dataset.hasVariables')(question),
  },
  {
    id: 'recommended-by-the-shapes-alone',
    text: 'The shapes warn where the profile’s own table says optional: `dct:conformsTo` of HealthDCAT-AP’s non-public datasets, and the two ends of a period in DCAT-AP 3.0.1.',
    fits: names('shapes', 'warning Dataset.conformsTo', 'warning Period.startDate', 'warning Period.endDate'),
  },
  {
    id: 'corporate-bodies-of-the-eu-alone',
    text: 'The shapes warn of every publisher that is not in the EU’s list of its own corporate bodies. No Danish owner is, so nobody is told.',
    fits: (question) =>
      !isHealth(question) &&
      names(
        'shapes',
        'warning Dataset.publisher',
        'warning DatasetSeries.publisher',
        'warning DataService.publisher',
      )(question),
  },
  {
    id: 'licence-described-by-its-keeper',
    text: 'A record names its licence by an IRI. What type the licence is of, its keeper says and not the owner of the dataset.',
    fits: names('shapes', 'warning LicenceDocument.type'),
  },
  {
    id: 'concept-only-named',
    text: 'The shapes want a label of every concept in the document. A concept of the owner’s own vocabulary is only named in a record; where its property is closed, both sides say so there.',
    fits: names('shapes', 'violation other.prefLabel'),
  },
  {
    id: 'described-elsewhere',
    text: 'The ranges want the class of a dataset, a series or a service that is only linked to, and that its own document describes.',
    fits: names(
      'shapes',
      'violation Dataset.inSeries',
      'violation Dataset.source',
      'violation DataService.servesDataset',
      'violation Relationship.relation',
    ),
  },
  {
    id: 'members-told-elsewhere',
    text: 'The shapes warn of a series without members in the same document. Members say to which series they belong in documents of their own.',
    fits: names('shapes', 'warning DatasetSeries.^inSeries'),
  },
  {
    id: 'checksum-algorithm-by-https',
    text: 'The codelist of DCAT-AP wants checksum algorithms under `https://spdx.org/rdf/terms`, while SPDX’s own IRIs, which the range of the same profile wants, begin with `http:`.',
    fits: (question) => !isHealth(question) && names('shapes', 'violation Checksum.algorithm')(question),
  },
  {
    id: 'geonames-by-https',
    text: 'The codelist of DCAT-AP takes places of GeoNames by `https:` alone; GeoNames’ own IRIs begin with `http:`, as the same rule of HealthDCAT-AP says.',
    fits: (question) =>
      !isHealth(question) &&
      names('shapes', 'warning Dataset.spatial', 'warning DatasetSeries.spatial')(question) &&
      (question.entry.record.spatial ?? []).some(({ iri }) => iri?.startsWith('http://sws.geonames.org/')),
  },
  {
    id: 'one-value-by-the-shapes-alone',
    text: 'The shapes of DCAT-AP take one `dct:rights` of a distribution and one `dcat:spatialResolutionInMeters` of a dataset; its own table takes several, and so do we.',
    fits: names('shapes', 'violation Distribution.rights', 'violation Dataset.spatialResolutionInMeters'),
  },
  {
    id: 'mandatory-by-the-table-alone',
    text: 'The table of DCAT-AP makes the notation of an identifier mandatory; its shapes only forbid a second one.',
    fits: names('ours', 'violation Identifier.notation'),
  },
  {
    id: 'danish-additions',
    text: 'The Danish profile adds three properties to DCAT-AP and publishes no shapes; DCAT-AP’s shapes do not know them.',
    fits: (question) =>
      isDanish(question) &&
      names(
        'ours',
        'violation QualityAnnotation.inDimension',
        'violation Dataset.confidentialityType',
        'violation Dataset.personalDataCategory',
      )(question),
  },
  {
    id: 'danish-cardinalities',
    text: 'The Danish table takes one creator and one type of a dataset, where DCAT-AP takes several; it takes several resolutions, where DCAT-AP takes one, and does not recommend distributions.',
    fits: (question) =>
      isDanish(question) &&
      (names('ours', 'violation Dataset.creator', 'violation Dataset.type')(question) ||
        names(
          'shapes',
          'warning Dataset.distribution',
          'violation Dataset.temporalResolution',
          'violation Distribution.temporalResolution',
          'violation Distribution.spatialResolutionInMeters',
        )(question)),
  },
  {
    id: 'dates-not-examined',
    text: 'The shapes for the dates of a dataset and of a period are tied to them by `sh:shape`, which is no SHACL and which engines pass by; we hold these dates to the same rule as all others.',
    fits: names(
      'ours',
      'violation Dataset.issued',
      'violation Dataset.modified',
      'violation Period.startDate',
      'violation Period.endDate',
    ),
  },
  {
    id: 'version-by-its-older-iri',
    text: 'The shapes examine `dct:hasVersion`, which DCAT-AP 3 itself has replaced by `dcat:hasVersion`; we examine the new one.',
    fits: names('ours', 'violation Dataset.hasVersion'),
  },
  {
    id: 'one-address-for-several-parts',
    text: 'Two parts of the record stand at the same address (a publisher who is data holder too). In a document they are one node with what is said of both; a record is judged part by part.',
    fits: ({ named, entry }) =>
      (PARTS.test(named.class) || /publisher|hdab|custodian/.test(named.property)) && sharedIris(entry.record).size > 0,
  },
];

/** The id of the reason for a difference; undefined when nobody has given one. */
export const explain = (question: Question): string | undefined => reasons.find(({ fits }) => fits(question))?.id;
