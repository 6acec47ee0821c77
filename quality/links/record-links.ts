/** The addresses that a record names, found by the property table: whatever holds distributions or services is walked. */
import { type ClassName, isClassName, type Property } from '#schemas/property.ts';
import { propertyTable } from '#schemas/property-table.ts';
import type { Dataset } from '#schemas/record.ts';

/** One mention of an address in a record. */
export interface LinkUse {
  /** As `linkAddress` writes it. */
  readonly url: string;
  /** The key of the property that names it. */
  readonly property: string;
  /** Where in the record: `distribution[0].downloadURL`. */
  readonly place: string;
  /** The media types that the distribution declares for it; none where it says nothing. */
  readonly mediaTypes: readonly string[];
}

/** The properties whose addresses people follow; other IRIs are names that need not lead anywhere. */
const FOLLOWED: ReadonlySet<string> = new Set([
  'http://www.w3.org/ns/dcat#accessURL',
  'http://www.w3.org/ns/dcat#downloadURL',
  'http://www.w3.org/ns/dcat#landingPage',
  'http://www.w3.org/ns/dcat#endpointURL',
  'http://www.w3.org/ns/dcat#endpointDescription',
  'http://xmlns.com/foaf/0.1/page',
]);

/** Nodes that are walked into; catalogues and agents name their own pages, which are not the dataset's. */
const WALKED: ReadonlySet<ClassName> = new Set<ClassName>(['Distribution', 'DataService']);

/** Addresses that are longer are not written by people, and browsers cut them. */
const URL_LENGTH = 2000;
/** Longer names cannot be looked up (RFC 1035 § 2.3.4), and are longer than a key of the table that hosts stand in. */
const HOST_LENGTH = 253;
/** Longer types are not registered (RFC 6838 § 4.2). */
const MEDIA_TYPE_LENGTH = 255;
/** A record with more is checked by its first: one statistics table with a file a day would else be most of all checks. */
const LINKS_PER_DATASET = 500;
/** Places that are kept of an address: thousands of distributions may all name one page, and a row of the table holds 400 KB. */
const PLACES_PER_LINK = 100;

type Node = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The address as it is asked for, without its fragment and without the credentials that nobody sends; undefined for what is no web address. */
export function linkAddress(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined;
  const url = new URL(written);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (url.hostname.length > HOST_LENGTH) return undefined;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href.length > URL_LENGTH ? undefined : url.href;
}

/** Media types by their IANA address or by their bare name. */
function mediaTypesOf(node: Node): string[] {
  return ['mediaType', 'compressFormat', 'packageFormat'].flatMap((key) => {
    const written = node[key];
    if (typeof written !== 'string') return [];
    const name = written.replace(/^.*\/media-types\//, '').toLowerCase();
    return name.length <= MEDIA_TYPE_LENGTH && /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/.test(name) ? [name] : [];
  });
}

function* walk(name: ClassName, node: Node, path: string): Generator<LinkUse> {
  const rows: readonly Property[] = propertyTable[name];
  for (const { key, iri, range } of rows) {
    for (const [index, value] of listOf(node[key]).entries()) {
      const isWalked = isClassName(range) && WALKED.has(range);
      if (isWalked && isNode(value)) yield* walk(range, value, `${path}${key}[${index}].`);
      if (!FOLLOWED.has(iri)) continue;
      const written = isNode(value) ? value.iri : value;
      const url = typeof written === 'string' ? linkAddress(written) : undefined;
      const mediaTypes = key === 'downloadURL' ? mediaTypesOf(node) : [];
      if (url !== undefined) yield { url, property: key, place: `${path}${key}`, mediaTypes };
    }
  }
}

/** The mentions of web addresses in a record, in the order of the property table. */
export function recordLinks(record: Dataset): LinkUse[] {
  const uses: LinkUse[] = [];
  const places = new Map<string, number>();
  for (const use of walk('Dataset', record, '')) {
    const before = places.get(use.url) ?? 0;
    if (before === PLACES_PER_LINK || (before === 0 && places.size === LINKS_PER_DATASET)) continue;
    places.set(use.url, before + 1);
    uses.push(use);
  }
  return uses;
}
