/** The addresses of the feeds, the paged catalogue and the OAI-PMH repository. */
import * as z from 'zod';
import { Query as CatalogQuery } from '../catalog.ts';
import { catalogSuffixes } from '../catalog-suffixes.ts';
import { Query as FeedQuery } from '../dcat-ap-feed.ts';
import { AtomQuery, JsonQuery } from '../news.ts';
import { OaiQuery } from '../oai/oai-question.ts';
import { resourceTypes } from '../rdf-writers.ts';
import { NoQuery } from '../request.ts';
import { Address, Kind, Time } from './common.ts';
import { DcatUsCatalogue, withDcatUs } from './dcat-us.ts';
import type { Answer, Descriptions, Operation } from './operation.ts';

const only = (description: string, ...types: readonly string[]): Readonly<Record<number, Answer>> => ({
  200: { description, contents: Object.fromEntries(types.map((type) => [type, null])) },
});

const RDF = ['text/turtle', 'application/ld+json', 'application/rdf+xml', 'application/n-triples'];
const LDES = ['application/trig', 'application/ld+json', 'application/n-quads'];

const Reference = z.object({ id: Address, type: z.string() });

const Activities = z.object({
  '@context': z.array(z.string()),
  id: Address,
  type: z.literal('OrderedCollection'),
  totalItems: z.number().int(),
  seeAlso: z.array(Reference.extend({ format: z.string() })),
  first: Reference,
  last: Reference,
});

const ActivityPage = z.object({
  '@context': z.array(z.string()),
  id: Address,
  type: z.literal('OrderedCollectionPage'),
  partOf: Reference,
  prev: Reference.optional(),
  next: Reference.optional(),
  startIndex: z.number().int(),
  orderedItems: z.array(
    z.object({
      id: Address,
      type: z.enum(['Create', 'Update', 'Delete']),
      object: z.object({
        id: Address,
        type: Kind,
        seeAlso: z.array(Reference.extend({ format: z.string() })).optional(),
      }),
      endTime: Time,
    }),
  ),
});

const activity = (description: string, schema: z.ZodType): Operation['answers'] => ({
  200: { description, contents: { 'application/ld+json': schema } },
});

/** Plain JSON is the catalogue file of DCAT-US, which the address without a suffix has too. */
const catalogAnswers = (types: readonly string[]): Operation['answers'] => {
  const rdf = only(
    'A page (Hydra; by a profile as it has one).',
    ...types.filter((type) => type !== resourceTypes.json),
  );
  return types.length > 1 || types[0] === resourceTypes.json ? withDcatUs(rdf, DcatUsCatalogue) : rdf;
};

const catalog = (id: string, types: readonly string[]): Operation => ({
  id,
  access: 'everybody',
  tag: 'Feeds',
  summary: `The catalogue as DCAT-AP, in pages${types.length === 1 ? ` (${types[0]})` : ''}`,
  description:
    'Pages are pinned to a place of the log: what changes while one walks neither shifts a page nor is missed. A walk has a day, and more while no more than 10,000 changes came since. By `profile=dcat-us`, or with the suffix `.json`, each page is a catalogue file of DCAT-US (`data.json`); `Link: rel="next"` leads on.',
  query: CatalogQuery,
  answers: catalogAnswers(types),
  problems: ['invalid-cursor', 'moment-passed', 'not-found'],
});

const feed = (id: string, summary: string): Operation => ({
  id,
  access: 'everybody',
  tag: 'Feeds',
  summary,
  query: FeedQuery,
  answers: only('A node of the event stream.', ...LDES),
  problems: ['not-found', 'log-replaced'],
});

const lead = (id: string, summary: string): Operation => ({
  id,
  access: 'everybody',
  tag: 'Feeds',
  summary,
  answers: { 303: { description: '`Location` is that of the catalogue.' } },
});

const atom = (id: string, summary: string): Operation => ({
  id,
  access: 'everybody',
  tag: 'Feeds',
  summary,
  query: AtomQuery,
  answers: only('An Atom feed (RFC 4287, RFC 5005).', 'application/atom+xml'),
  problems: ['not-found', 'log-replaced'],
});

const oai = (id: string, summary: string): Operation => ({
  id,
  access: 'everybody',
  tag: 'Feeds',
  summary,
  ownFaults: true,
  reads: true,
  answers: only('An answer of OAI-PMH 2.0; faults stand in it, as the protocol wants it.', 'text/xml'),
});

const JsonFeed = z.looseObject({
  version: z.string(),
  title: z.string(),
  items: z.array(z.looseObject({ id: Address, date_published: Time })),
});

export const feedDescriptions: Descriptions = {
  '/id/catalogue': { GET: lead('leadToCatalogue', 'From the catalogue’s name to its description') },
  '/id/publisher': { GET: lead('leadToPublisher', 'From the publisher’s name to its description') },
  '/v1/catalog': { GET: catalog('showCatalog', RDF) },
  ...Object.fromEntries(
    catalogSuffixes.map((suffix) => [
      `/v1/catalog.${suffix}`,
      { GET: catalog(`showCatalogIn_${suffix}`, [resourceTypes[suffix]]) },
    ]),
  ),
  '/v1/feeds/dcat-ap': { GET: feed('showFeed', 'The event stream of DCAT-AP Feeds (LDES)') },
  '/v1/feeds/{feed}': { GET: feed('showFeedByName', 'The event stream with a suffix, such as dcat-ap.trig') },
  '/v1/feeds/dcat-ap/pages/{page}': { GET: feed('showFeedPage', 'A page of the event stream') },
  '/v1/feeds/dcat-ap/index/{block}': { GET: feed('showFeedIndex', 'The way to a hundred frozen pages') },
  '/v1/feeds/activity': {
    GET: {
      id: 'showActivities',
      access: 'everybody',
      tag: 'Feeds',
      summary: 'The changes as ActivityStreams (IIIF Change Discovery)',
      query: NoQuery,
      answers: activity('The collection.', Activities),
    },
  },
  '/v1/feeds/activity/{page}': {
    GET: {
      id: 'showActivityPage',
      access: 'everybody',
      tag: 'Feeds',
      summary: 'A page of activities, oldest first',
      query: NoQuery,
      answers: activity('The page.', ActivityPage),
      problems: ['not-found', 'log-replaced'],
    },
  },
  '/v1/feeds/atom.xml': { GET: atom('showAtom', 'The latest changes for feed readers') },
  '/v1/feeds/atom/{archive}': { GET: atom('showAtomArchive', 'An archive of the Atom feed, such as 1.xml') },
  '/v1/feeds/feed.json': {
    GET: {
      id: 'showJsonFeed',
      access: 'everybody',
      tag: 'Feeds',
      summary: 'The latest changes as a JSON Feed',
      query: JsonQuery,
      answers: { 200: { description: 'JSON Feed 1.1.', contents: { 'application/feed+json': JsonFeed } } },
      problems: ['not-found', 'log-replaced'],
    },
  },
  '/v1/oai': {
    GET: { ...oai('askOai', 'Ask the OAI-PMH repository'), query: OaiQuery },
    POST: {
      ...oai('askOaiByForm', 'Ask the OAI-PMH repository by a form'),
      body: { 'application/x-www-form-urlencoded': OaiQuery },
    },
  },
};
