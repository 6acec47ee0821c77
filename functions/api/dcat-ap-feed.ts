/**
 * `/v1/feeds/dcat-ap`: every change as a member of a Linked Data Event Stream (DCAT-AP Feeds). The entry leads to pages;
 * a page that is full and followed by another is frozen, the last one grows.
 */
import * as z from 'zod';
import { nextPage, nextStart } from '#functions/shared/feed-page.ts';
import { type FeedStore, feedGeneration, feedStore } from '#functions/shared/feed-store.ts';
import { entryLinks, fullBlocks, indexLinks } from '#publishing/ldes/feed-links.ts';
import { type FeedDocument, type FeedFormat, feedFormats, feedWriters } from '#publishing/ldes/write-feed.ts';
import { logNumber } from './log-numbers.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { CHANGING, IMMUTABLE, type Reply, text } from './reply.ts';
import { alternateHeaders, chooseFormat, type Offer } from './representation.ts';
import { type ApiRequest, parseQuery } from './request.ts';

type FeedPorts = Pick<ApiPorts, 'links' | 'ledger' | 'objects'>;

const types: Offer<FeedFormat>['types'] = {
  trig: 'application/trig',
  jsonld: 'application/ld+json',
  nq: 'application/n-quads',
};

export const Query = z.strictObject({ format: z.string().optional() });

/** The frozen pages of the log as it is now. */
export const openFeed = ({ objects, links }: Pick<FeedPorts, 'objects' | 'links'>): FeedStore =>
  feedStore({ get: objects.get, put: refuseToWrite }, feedGeneration(links.epoch, links.base));

/** Pages are frozen by a function of their own; an answer that did it would race with it. */
const refuseToWrite = async (): Promise<void> => {
  throw new Error('The API freezes no pages.');
};

function offerOf(address: string): Offer<FeedFormat> {
  return { types, order: feedFormats, href: (format) => `${address}.${format}` };
}

/** The number at the end of an address, and a suffix behind it. @throws Refusal `not-found`, `log-replaced`. */
function numbered(part: string | undefined, links: FeedPorts['links']) {
  const read = logNumber(part ?? '', links);
  if (!read) throw missing();
  return read;
}

const missing = (): Refusal => new Refusal('not-found', { detail: 'The feed has no such page.' });

interface Asked {
  readonly address: string;
  readonly suffix: string | undefined;
  readonly cache: string;
  /** The validator of a document that never changes, known without reading it. */
  readonly tag?: (format: FeedFormat) => string;
}

/** Answers with a document in the format that the request asks for. */
async function answer(
  { links }: FeedPorts,
  request: ApiRequest,
  { address, suffix, cache, tag }: Asked,
  document: (format: FeedFormat) => Promise<string | undefined> | string,
): Promise<Reply> {
  const { format: wished } = parseQuery(Query, request.query);
  const offer = offerOf(address);
  const format = chooseFormat(request, offer, { suffix, format: wished });
  const body = await document(format);
  if (body === undefined) throw missing();
  const headers = alternateHeaders(
    format,
    offer,
    address === links.feed ? [] : [{ href: links.feed, rel: 'collection' }],
  );
  return text(body, { type: types[format], cache, headers: { ...headers, ...(tag && { etag: tag(format) }) } });
}

const written =
  (document: FeedDocument, { links }: FeedPorts) =>
  (format: FeedFormat): string =>
    feedWriters[format](document, links);

/** When each page begins, the growing one included. */
async function startsOf(ports: FeedPorts): Promise<string[]> {
  const state = await openFeed(ports).state();
  const growing = await nextStart(ports, state);
  return [...state.starts, ...(growing ? [growing] : [])].map(({ published }) => published);
}

/** The entry of the feed: what it is, and where its pages are. */
export async function showFeed(ports: FeedPorts, request: ApiRequest): Promise<Reply> {
  const { links } = ports;
  const node = { address: links.feed, immutable: false, links: entryLinks(await startsOf(ports), links) };
  const [named = '', suffix] = /^dcat-ap(?:\.([a-z]{1,10}))?$/.exec(request.params.feed ?? 'dcat-ap') ?? [];
  if (named === '') throw new Refusal('not-found', { detail: 'There is no feed of this name.' });
  const asked = { address: links.feed, suffix, cache: CHANGING };
  return answer(ports, request, asked, written({ node, events: [] }, ports));
}

/** A page: as it was frozen, or as it has grown by now. */
export async function showFeedPage(ports: FeedPorts, request: ApiRequest): Promise<Reply> {
  const { links, ledger } = ports;
  const { number, suffix } = numbered(request.params.page, links);
  const address = links.feedPage(number);
  const tag = (format: FeedFormat) => `"${feedGeneration(links.epoch, links.base)}.${number}.${format}"`;
  const frozen = { address, suffix, cache: IMMUTABLE, tag };
  const holds = (format: FeedFormat) => request.headers['if-none-match']?.includes(tag(format)) ?? false;
  const store = openFeed(ports);
  // Who has such a tag was given the page when it was frozen, and it has not changed since: there is nothing to look up.
  if (feedFormats.some(holds)) {
    return answer(ports, request, frozen, (format) => (holds(format) ? '' : store.document(number, format)));
  }
  const state = await store.state();
  if (number <= state.starts.length) {
    return answer(ports, request, frozen, (format) => store.document(number, format));
  }
  const page = number === state.starts.length + 1 ? await nextPage({ ledger, addresses: links }, state) : undefined;
  if (!page) throw missing();
  const node = { address, immutable: false, links: [] };
  return answer(ports, request, { address, suffix, cache: CHANGING }, written({ node, events: page.events }, ports));
}

/** An index node: the way to a hundred frozen pages. */
export async function showFeedIndex(ports: FeedPorts, request: ApiRequest): Promise<Reply> {
  const { links } = ports;
  const { number, suffix } = numbered(request.params.block, links);
  const starts = await startsOf(ports);
  if (number > fullBlocks(starts)) throw missing();
  const address = links.feedIndex(number);
  const node = { address, immutable: true, links: indexLinks(number, starts, links) };
  return answer(ports, request, { address, suffix, cache: IMMUTABLE }, written({ node, events: [] }, ports));
}
