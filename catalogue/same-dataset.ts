/**
 * The same dataset, told by several sources: linked and never merged, since each source stands for what it says
 * (docs/decisions/0014). Two records are one dataset when they share a key, and where they differ is shown property by property.
 */
import { hash } from 'node:crypto';
import type { CatalogueEntry, Dataset, LanguageMap } from '#schemas/record.ts';
import { canonicalText } from './canonical.ts';
import { plainName } from './plain-name.ts';

/** What a link rests on, the strongest first, and how sure it is. */
const reasons = {
  'same-iri': 1,
  'same-doi': 1,
  'same-identifier': 0.95,
  'same-page-and-name': 0.9,
  'same-owner-and-name': 0.8,
} as const;
type Reason = keyof typeof reasons;

/** Keys of one record: a record of a thousand titles or identifiers is a mistake, and would be linked with everything. */
const KEYS_PER_RECORD = 40;
/** 96 bits: of a million records with 40 keys each no two meet by chance. */
const KEY_LENGTH = 16;

/** An acronym is no name: DHR is a hip and a heart register, DSR a shoulder and a stroke register. */
const SHORTEST_NAME = 7;

const keyOf = (reason: Reason, ...parts: readonly string[]): string =>
  `${reason}:${hash('sha256', JSON.stringify(parts), 'base64url').slice(0, KEY_LENGTH)}`;

/** The reason that a key stands for. */
const reasonOf = (key: string): Reason | undefined => {
  const name = key.slice(0, key.indexOf(':'));
  return name in reasons ? (name as Reason) : undefined;
};

const plainAddress = (address: string): string =>
  address
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#[\s\S]*$/, '')
    .replace(/(?<!\/)\/+$/, '');

const DOI = /\b10\.\d{4,9}\/[^\s"<>]+/;
/** Identifiers that are nobody else's wherever they stand; a number or a short name is its own source's alone. */
const WORLDWIDE = /^(?:https?:\/\/|urn:|info:|hdl:)|^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const identifiersOf = ({ identifier, record }: CatalogueEntry): string[] => {
  const others = (record.otherIdentifier ?? []).flatMap(({ notation }) => notation ?? []);
  return [identifier ?? [], record.identifier ?? [], others].flat();
};

const namesIn = (texts: LanguageMap | undefined): string[] => [
  ...new Set(
    Object.values(texts ?? {})
      .map(plainName)
      .filter((name) => name !== ''),
  ),
];

/** Titles long enough to be names. */
const titlesOf = ({ title }: Dataset): string[] => namesIn(title).filter((name) => name.length >= SHORTEST_NAME);

/** Whose it is: the publisher by IRI and by name; where none is named, who holds the rights to it. */
const ownersOf = ({ publisher, rightsHolder = [] }: Dataset): string[] =>
  (publisher ? [publisher] : rightsHolder).flatMap(({ iri, name }) => [
    ...(iri === undefined ? [] : [iri]),
    ...namesIn(name),
  ]);

/** The keys by which a record may be the same dataset as another source's: equal keys, equal dataset. */
export const linkKeys = (entry: CatalogueEntry): string[] => {
  const { record } = entry;
  const keys = new Set<string>();
  if (record.iri !== undefined && /^https?:|^urn:/i.test(record.iri))
    keys.add(keyOf('same-iri', plainAddress(record.iri)));
  const pages = record.landingPage ?? [];
  for (const written of [...identifiersOf(entry), ...pages]) {
    const [doi] = DOI.exec(written) ?? [];
    if (doi !== undefined) keys.add(keyOf('same-doi', doi.toLowerCase().replace(/[.,;]$/, '')));
  }
  for (const identifier of identifiersOf(entry)) {
    if (WORLDWIDE.test(identifier)) keys.add(keyOf('same-identifier', plainAddress(identifier).toLowerCase()));
  }
  // A page may describe several registers, as the one of the patient register does: the name has to agree with it.
  for (const title of titlesOf(record)) {
    for (const page of pages) keys.add(keyOf('same-page-and-name', plainAddress(page), title));
    for (const owner of ownersOf(record)) keys.add(keyOf('same-owner-and-name', owner, title));
  }
  return [...keys].sort().slice(0, KEYS_PER_RECORD);
};

/** Another source's record of the same dataset. */
export interface SameDataset {
  readonly id: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** The best reason alone counts: two weak ones together are still about a name. */
export const linkOf = (id: string, shared: Iterable<string>): SameDataset | undefined => {
  const found = [...new Set([...shared].flatMap((key) => reasonOf(key) ?? []))].sort(
    (one, other) => reasons[other] - reasons[one] || (one < other ? -1 : 1),
  );
  const [best] = found;
  return best === undefined ? undefined : { id, score: reasons[best], reasons: found };
};

/** A property of which two records say different things. */
export interface Conflict {
  readonly property: string;
  readonly here: unknown;
  readonly there: unknown;
}

/** What each source has of its own and may: its addresses, its words, its dates of writing. */
const OWN_TO_EACH: ReadonlySet<string> = new Set([
  'iri',
  'identifier',
  'otherIdentifier',
  'alternative',
  'description',
  'keyword',
  'landingPage',
  'page',
  'distribution',
  'sample',
  'analytics',
  'contactPoint',
  'issued',
  'modified',
  'version',
  'versionNotes',
  'relation',
]);

/**
 * The properties that both records have and that contradict each other. A list that holds all of another's says more and not
 * something else; of texts those in the same language are compared, as names are.
 */
export const conflictsBetween = (here: Dataset, there: Dataset): Conflict[] => {
  const [ours, theirs]: Record<string, unknown>[] = [here, there];
  const conflicts: Conflict[] = [];
  for (const property of Object.keys(ours ?? {}).sort()) {
    const [one, other] = [ours?.[property], theirs?.[property]];
    if (OWN_TO_EACH.has(property) || one === undefined || other === undefined) continue;
    if (contradict(one, other)) conflicts.push({ property, here: one, there: other });
  }
  return conflicts;
};

/** All that two records say differently, what is each source's own included, and what only one of them says. */
export const differencesBetween = (here: Dataset, there: Dataset): Conflict[] => {
  const [ours, theirs]: Record<string, unknown>[] = [here, there];
  const properties = new Set([...Object.keys(here), ...Object.keys(there)]);
  return [...properties]
    .sort()
    .map((property) => ({ property, here: ours?.[property], there: theirs?.[property] }))
    .filter(({ here: one, there: other }) => canonicalText(one ?? null) !== canonicalText(other ?? null));
};

const contradict = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other)) return !contains(one, other) && !contains(other, one);
  if (isNode(one) && isNode(other)) {
    const shared = Object.keys(one).filter((key) => key in other && !OWN_TO_EACH.has(key));
    return shared.some((key) => contradict(one[key], other[key]));
  }
  if (typeof one === 'string' && typeof other === 'string') return plainName(one) !== plainName(other);
  return canonicalText(one) !== canonicalText(other);
};

const contains = (all: readonly unknown[], some: readonly unknown[]): boolean => {
  const texts = new Set(all.map(canonicalText));
  return some.every((value) => texts.has(canonicalText(value)));
};

const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
