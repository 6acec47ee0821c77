/** The controlled vocabularies: which concept a written value means, and what a concept is called. */
import { accessRight } from './vocabularies/access-right.ts';
import { codingSystem } from './vocabularies/coding-system.ts';
import { confidentialityDk } from './vocabularies/confidentiality-dk.ts';
import { country } from './vocabularies/country.ts';
import { dataTheme } from './vocabularies/data-theme.ts';
import { datasetType } from './vocabularies/dataset-type.ts';
import { distributionStatus } from './vocabularies/distribution-status.ts';
import { fileType } from './vocabularies/file-type.ts';
import { frequency } from './vocabularies/frequency.ts';
import { healthActivity } from './vocabularies/health-activity.ts';
import { healthCategory } from './vocabularies/health-category.ts';
import { healthTheme } from './vocabularies/health-theme.ts';
import { language } from './vocabularies/language.ts';
import { licence } from './vocabularies/licence.ts';
import { findMediaType, mediaType } from './vocabularies/media-type.ts';
import { personalData } from './vocabularies/personal-data.ts';
import { personalDataDk } from './vocabularies/personal-data-dk.ts';
import { plannedAvailability } from './vocabularies/planned-availability.ts';
import { publisherType } from './vocabularies/publisher-type.ts';
import { standard } from './vocabularies/standard.ts';
import type { Concept, Vocabulary } from './vocabularies/vocabulary-tables.ts';

/** What a value was found by. */
export interface Found {
  readonly iri: string;
  readonly rule: 'iri' | 'code' | 'label' | 'alias';
}

/** Every vocabulary by the name that the property table uses. */
export const vocabularies: Readonly<Record<string, Vocabulary>> = {
  'access-right': accessRight,
  'coding-system': codingSystem,
  'confidentiality-dk': confidentialityDk,
  country,
  'data-theme': dataTheme,
  'dataset-type': datasetType,
  'distribution-status': distributionStatus,
  'file-type': fileType,
  frequency,
  'health-activity': healthActivity,
  'health-category': healthCategory,
  'health-theme': healthTheme,
  language,
  licence,
  'media-type': mediaType,
  'personal-data': personalData,
  'personal-data-dk': personalDataDk,
  'planned-availability': plannedAvailability,
  'publisher-type': publisherType,
  standard,
};

interface Index {
  readonly written: ReadonlyMap<string, Found>;
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly bases: readonly string[];
  readonly simplify: ((folded: string) => string) | undefined;
}

/** One form for what people write in many: case, spaces, http or https, a closing slash. */
const fold = (text: string): string =>
  text
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^<?https?:(?=\/\/)/, '')
    .replace(/(?<=[^/>.])[/>.]+$/, '');

const indexOf = (vocabulary: Vocabulary): Index => {
  const written = new Map<string, Found>();
  const add = (text: string, found: Found): void => {
    const folded = fold(text);
    if (!written.has(folded)) written.set(folded, found);
  };
  // One pass a rule: an alias never hides another concept's code or label.
  for (const { iri } of vocabulary.concepts) add(iri, { iri, rule: 'iri' });
  for (const { iri, code } of vocabulary.concepts) add(code, { iri, rule: 'code' });
  for (const { iri, label } of vocabulary.concepts)
    for (const text of [label.da, label.en]) add(text, { iri, rule: 'label' });
  for (const { iri, aliases = [] } of vocabulary.concepts)
    for (const text of aliases) add(text, { iri, rule: 'alias' });
  return {
    written,
    concepts: new Map(vocabulary.concepts.map((concept) => [concept.iri, concept])),
    bases: [`${vocabulary.scheme}/`, ...(vocabulary.otherBases ?? [])].map((base) =>
      base.toLowerCase().replace(/^https?:/, ''),
    ),
    simplify: vocabulary.simplify,
  };
};

const indexes = new Map<string, Index>();

/** The index of a vocabulary, made when it is first asked for: few of those who load this need many of them. */
function indexBy(name: string): Index | undefined {
  const known = indexes.get(name);
  if (known || !Object.hasOwn(vocabularies, name)) return known;
  const vocabulary = vocabularies[name];
  const index = vocabulary && indexOf(vocabulary);
  if (index) indexes.set(name, index);
  return index;
}

/** What follows the address of a vocabulary, wherever it was published: an older code stands there as well as a current one. */
const tailOf = ({ bases }: Index, folded: string): string | undefined => {
  const base = bases.find((candidate) => folded.startsWith(candidate));
  return base === undefined ? undefined : folded.slice(base.length);
};

/**
 * The concept that a written value means: its IRI under any scheme and old host, its code, a label in Danish or English, or
 * an alias that real feeds use; undefined when it means none, and never a guess. Case and spaces do not matter. O(1).
 * @param vocabulary a name of `vocabularies`; an unknown name finds nothing.
 */
export const findConcept = (vocabulary: string, written: string): Found | undefined => {
  if (vocabulary === 'media-type') return findMediaType(written);
  const index = indexBy(vocabulary);
  if (index === undefined) return undefined;
  const folded = fold(written);
  const found = index.written.get(folded);
  if (found !== undefined) return found;
  const plain = tailOf(index, folded) ?? folded;
  const again = index.written.get(plain) ?? index.written.get(fold(index.simplify?.(plain) ?? plain));
  return again === undefined ? undefined : { iri: again.iri, rule: 'alias' };
};

/** The concept with exactly this IRI, for its label; undefined for IRIs that the vocabulary does not list. */
export const conceptByIri = (vocabulary: string, iri: string): Concept | undefined =>
  indexBy(vocabulary)?.concepts.get(iri);

/** Authority tables whose places a dataset may cover; for us they are one vocabulary, of which only the countries are listed. */
const PLACES =
  /^(?:http:\/\/publications\.europa\.eu\/resource\/authority\/(?:country|place|continent)\/|https?:\/\/sws\.geonames\.org\/)./;

/**
 * Whether an IRI is a concept of the scheme itself, as profiles ask of closed properties: what our table lists besides, or an
 * owner's own concept, is none. A scheme that is not listed (media types, standards) is told by its address.
 */
export const isOfScheme = (vocabulary: string, iri: string): boolean => {
  if (vocabulary === 'country') return PLACES.test(iri);
  const known = vocabularies[vocabulary];
  if (known === undefined) return false;
  const { scheme, concepts } = known;
  const base = scheme.endsWith('#') ? scheme : `${scheme}/`;
  if (concepts.length > 0 && base !== scheme)
    return iri.startsWith(base) && conceptByIri(vocabulary, iri) !== undefined;
  const rest = base.replace(/^https?:/, '');
  return iri.startsWith(`http:${rest}`) || iri.startsWith(`https:${rest}`);
};
