/**
 * `/v1/feeds/activity`: the changes as ActivityStreams 2.0, in the form of IIIF Change Discovery 1.0 (level 2). Pages stand oldest
 * first and followers walk backwards from the last one to where they were.
 */
import * as z from 'zod';
import type { LedgerEntry } from '#schemas/change.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { CHANGING, IMMUTABLE, json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';

type ActivityPorts = Pick<ApiPorts, 'links' | 'ledger'>;

/** Changes in a page. */
const PAGE_CHANGES = 100;

const CONTEXT = ['http://iiif.io/api/discovery/1/context.json', 'https://www.w3.org/ns/activitystreams'];
const TYPE = 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"';

const PageNumber = z
  .string()
  .regex(/^[1-9][0-9]{0,8}$/)
  .transform(Number);

const collection = (links: Links): string => links.to('/v1/feeds/activity');
const pageOf = (links: Links, page: number) => ({
  id: links.to(`/v1/feeds/activity/${page}`),
  type: 'OrderedCollectionPage',
});

const activityOf = ({ seq, type, dataset, kind, published }: LedgerEntry, links: Links) => ({
  id: links.activity(seq),
  type,
  object: {
    id: links.datasetIri(dataset),
    type: kind,
    ...(type !== 'Delete' && { seeAlso: [{ id: links.dataset(dataset), type: kind, format: 'application/json' }] }),
  },
  endTime: published,
});

/** The collection: how many changes there are, and where its first and its last page is. */
export async function showActivities({ ledger, links }: ActivityPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const { seq } = await ledger.head();
  const last = Math.max(1, Math.ceil(seq / PAGE_CHANGES));
  const document = {
    '@context': CONTEXT,
    id: collection(links),
    type: 'OrderedCollection',
    totalItems: seq,
    seeAlso: [{ id: links.catalogue, type: 'Dataset', format: 'text/turtle' }],
    first: pageOf(links, 1),
    last: pageOf(links, last),
  };
  return json(document, { type: TYPE });
}

/** A page. It is the same for ever when there is one after it. */
export async function showActivityPage({ ledger, links }: ActivityPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const { seq } = await ledger.head();
  const last = Math.max(1, Math.ceil(seq / PAGE_CHANGES));
  const page = PageNumber.safeParse(request.params.page).data;
  if (page === undefined || page > last) throw new Refusal('not-found', { detail: 'The collection has no such page.' });
  const startIndex = (page - 1) * PAGE_CHANGES;
  const changes = await ledger.read(startIndex, PAGE_CHANGES);
  const document = {
    '@context': CONTEXT,
    ...pageOf(links, page),
    partOf: { id: collection(links), type: 'OrderedCollection' },
    ...(page > 1 && { prev: pageOf(links, page - 1) }),
    ...(page < last && { next: pageOf(links, page + 1) }),
    startIndex,
    orderedItems: changes.map((change) => activityOf(change, links)),
  };
  return json(document, { type: TYPE, cache: page < last ? IMMUTABLE : CHANGING });
}
