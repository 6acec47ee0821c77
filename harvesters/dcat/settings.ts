/** The `settings` of a dcat source: how its catalogue is had, where it is no plain page. */
import * as z from 'zod';
import { Duration } from '#schemas/duration.ts';
import { SparqlSettings } from './sparql.ts';

export const DcatSettings = z
  .strictObject({
    sparql: SparqlSettings.optional(),
    /** The address is that of a DCAT-AP Feed, which is a stream of events. */
    feed: z.literal('ldes').optional(),
    /** For a feed: the longest time for which a page that calls itself immutable is not asked for again. */
    fullEvery: Duration.optional(),
  })
  .refine(({ sparql, feed }) => sparql === undefined || feed === undefined, {
    path: ['feed'],
    message: 'a source is a feed or a SPARQL endpoint, and not both',
  })
  .refine(({ feed, fullEvery }) => feed !== undefined || fullEvery === undefined, {
    path: ['fullEvery'],
    message: 'only a feed has pages that are kept: this needs feed',
  });
