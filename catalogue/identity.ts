/** Who a record is: the same from run to run, from what its owner calls it, and never from its title. */
import { hash } from 'node:crypto';
import type { RawNode, RawRecord, RawValue } from '#schemas/reading.ts';
import type { Dataset } from '#schemas/record.ts';
import { isAbsent } from './absent.ts';
import { canonicalText } from './canonical.ts';
import { canonicalIri, isProperIri } from './iri.ts';

/** How a record is known: by `key` inside its source, and to its owner by `identifier`. */
export interface Identity {
  readonly key: string;
  readonly identifier: string | null;
  /** True when only its content tells it from the others: a changed description is then a new record. */
  readonly fromContent: boolean;
}

/** Identifiers this long and plain stand in a dataset's id as they are. */
const SAFE_SLUG = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** What the ids that we make ourselves end with; an owner's identifier of that look could be taken for one of them. */
const OWN_TAIL = /-[0-9a-f]{10}$/;
/** Long enough to recognise a record in an address, short enough to read it out. */
const READABLE_LENGTH = 40;

/** IRIs that stay the same between two harvests. Labels of blank nodes and addresses of one server's memory do not. */
const LASTING_IRI = /^(?:https?:\/\/|urn:|doi:|info:|hdl:)/i;
const PASSING_IRI = /^_:|^blanknode:|\/\.well-known\/genid\//i;

/**
 * The key of an identifier alone, as an explicit deletion or a rejection names it: the same key that the record gets when
 * it is read whole. `http` and `https` are one: owners move to https without their records becoming others.
 */
export const keyOfIdentifier = (identifier: string): string => {
  const trimmed = identifier.trim();
  if (!LASTING_IRI.test(trimmed)) return `id:${trimmed}`;
  const iri = isProperIri(trimmed) ? trimmed : (canonicalIri(trimmed) ?? trimmed);
  return `iri:${iri.replace(/^http:/i, 'https:')}`;
};

const isLasting = (iri: string | undefined): iri is string =>
  iri !== undefined && LASTING_IRI.test(iri.trimStart()) && !PASSING_IRI.test(iri);

/**
 * Finds a record's identity, in this order: the IRI of its node, the source's own identifier, dct:identifier,
 * adms:identifier, landing page, the addresses of its distributions, its content. Of several values the first in canonical
 * order counts, so that the order of a feed does not. Undefined when the record says nothing at all.
 */
export const identityOf = (raw: RawRecord, record: Dataset): Identity | undefined => {
  const name = ownName(raw);
  if (name !== undefined) return { key: keyOfIdentifier(name), identifier: name, fromContent: false };
  const page = firstOf(raw.node.properties.landingPage);
  if (page !== undefined) return { key: `page:${page}`, identifier: null, fromContent: false };
  const urls = distributionUrls(raw.node);
  if (urls !== '') return { key: `urls:${hash('sha256', urls, 'hex')}`, identifier: null, fromContent: false };
  const content = canonicalText(record);
  if (content === '{}') return undefined;
  return { key: `content:${hash('sha256', content, 'hex')}`, identifier: null, fromContent: true };
};

const ownName = ({ node, identifier }: RawRecord): string | undefined => {
  if (isLasting(node.iri)) return node.iri;
  if (identifier !== null && !isAbsent(identifier)) return identifier;
  const named = firstOf(node.properties.identifier) ?? admsIdentifier(node);
  if (named !== undefined) return named;
  return node.iri === undefined || PASSING_IRI.test(node.iri) ? undefined : node.iri;
};

const admsIdentifier = (node: RawNode): string | undefined => {
  const notations: RawValue[] = [];
  for (const value of node.properties.otherIdentifier ?? node.properties.admsIdentifier ?? []) {
    if (value.kind === 'node') notations.push(...(value.node.properties.notation ?? []));
    else notations.push(value);
  }
  return firstOf(notations);
};

const textsOf = (values: readonly RawValue[] | undefined): string[] => {
  const texts: string[] = [];
  for (const value of values ?? []) {
    const text = value.kind === 'node' ? value.node.iri : value.value;
    if (text !== undefined && !isAbsent(text)) texts.push(text.trim());
  }
  return texts.sort();
};

const firstOf = (values: readonly RawValue[] | undefined): string | undefined =>
  values === undefined ? undefined : textsOf(values)[0];

const distributionUrls = (node: RawNode): string => {
  const urls = new Set<string>();
  for (const value of node.properties.distribution ?? []) {
    if (value.kind !== 'node') continue;
    const { accessURL, downloadURL } = value.node.properties;
    for (const url of textsOf(accessURL)) urls.add(url);
    for (const url of textsOf(downloadURL)) urls.add(url);
  }
  return [...urls].sort().join('\n');
};

/**
 * A dataset's id in the catalogue: `<source>.<slug>`. A short plain identifier is the slug itself; else its readable end and
 * ten hexadecimal digits of its hash. The same for ever, as long as the source and the identity key stay.
 */
export const datasetId = (source: string, key: string): string => {
  const own = key.startsWith('id:') ? key.slice(3) : undefined;
  if (own !== undefined && SAFE_SLUG.test(own) && !OWN_TAIL.test(own)) return `${source}.${own}`;
  const digest = hash('sha256', key, 'hex').slice(0, 10);
  const tail = key.startsWith('urls:') || key.startsWith('content:') ? '' : readableTail(key);
  return tail === '' ? `${source}.${digest}` : `${source}.${tail}-${digest}`;
};

const readableTail = (key: string): string => {
  const ascii = key
    .slice(key.indexOf(':') + 1)
    .toLowerCase()
    .replace(/^https:\/\/[^/]*/, '')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-');
  return ascii
    .slice(-READABLE_LENGTH - 1)
    .replace(/^-+|(?<!-)-+$/g, '')
    .slice(-READABLE_LENGTH);
};
