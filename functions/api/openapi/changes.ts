/** The addresses of the change log. */
import * as z from 'zod';
import { Cause, ChangeType } from '#schemas/change.ts';
import { CatalogueEntry } from '#schemas/record.ts';
import { OneQuery, Query } from '../changes.ts';
import { Query as HistoryQuery } from '../dataset-changes.ts';
import { Address, Kind, Label, linksTo, pageOf, Time, ToldValue } from './common.ts';
import { type Descriptions, inFormats, jsonAnswer } from './operation.ts';

const Record = CatalogueEntry.meta({ id: 'Record' });

const Change = z
  .object({
    seq: z.number().int().describe('The place in the log: from 1, without gaps.'),
    id: Address,
    type: ChangeType,
    published: Time.describe('Strictly increasing over the log.'),
    entity: z.object({ iri: Address, kind: Kind, href: Address }),
    revision: z.number().int(),
    contentHash: z.string().nullable(),
    previousHash: z.string().nullable(),
    changed: z.array(z.string()).describe('The properties that changed; empty for a creation and a deletion.'),
    source: z.object({ id: z.string(), run: z.string(), observedAt: Time }),
    cause: Cause,
    tombstone: z
      .object({ lastRevision: z.number().int(), replacedBy: z.string().nullable() })
      .optional()
      .describe('Of a deletion.'),
  })
  .meta({ id: 'Change' });

const WithData = Change.extend({
  data: z.union([Record, z.null()]).optional().describe('The record as of the change; null for a deletion.'),
}).meta({ id: 'ChangeWithData' });

const Difference = z.array(z.object({ property: z.string(), label: Label, before: ToldValue, after: ToldValue }));

const Compared = Change.extend({
  difference: Difference.optional().describe('What the change did; nothing for a deletion.'),
}).meta({ id: 'ChangeWithDifference' });

const place = { head: z.number().int(), epoch: z.string() };

const ChangePage = z
  .object({
    items: z.array(WithData),
    cursor: z.string().describe('Where to go on, also on an empty page. Keep it after the page was applied.'),
    hasMore: z.boolean(),
    ...place,
    links: linksTo({ next: Address, snapshot: Address }),
    pollAfter: z.number().int().optional().describe('Seconds to wait, at the end of the log.'),
  })
  .meta({ id: 'ChangePage' });

const CHANGE_TYPES = [
  'application/json',
  'application/ld+json',
  'text/turtle',
  'application/n-triples',
  'application/rdf+xml',
];

export const changeDescriptions: Descriptions = {
  '/v1/changes': {
    GET: {
      id: 'listChanges',
      access: 'everybody',
      tag: 'Changes',
      summary: 'Follow the log',
      description:
        'A cursor is a place in the log and not in a question: filters may change between two calls. `since` is a cursor, `0`, `now`, or an instant.',
      query: Query,
      answers: jsonAnswer('A page of changes, oldest first.', ChangePage),
      problems: ['invalid-cursor', 'cursor-expired'],
    },
  },
  '/v1/changes/{seq}': {
    GET: {
      id: 'showChange',
      access: 'everybody',
      tag: 'Changes',
      summary: 'One change, in JSON or RDF',
      query: OneQuery,
      answers: inFormats(
        'The change with its record. It never changes.',
        CHANGE_TYPES,
        WithData.extend({ links: linksTo({ previous: Address.nullable(), history: Address }) }),
      ),
      problems: ['not-found', 'log-replaced'],
    },
  },
  '/v1/datasets/{id}/changes': {
    GET: {
      id: 'listDatasetChanges',
      access: 'everybody',
      tag: 'Changes',
      summary: 'The history of one dataset, newest first',
      description:
        'With `include=difference`, each property that a change gave, changed or took away, with its values; at most 20 changes a page then.',
      query: HistoryQuery,
      answers: jsonAnswer('A page of its changes.', pageOf(Compared, { dataset: Address }).extend(place)),
      problems: ['not-found', 'invalid-cursor'],
    },
  },
};
