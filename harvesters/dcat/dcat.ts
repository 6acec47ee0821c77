/** The `dcat` format: DCAT-AP catalogues in any RDF serialisation, whole or in Hydra pages. */
import { z } from 'zod';
import type { Harvester } from '#harvesters/harvester.ts';
import { readGraph } from '#harvesters/rdf/read-graph.ts';
import type { Reading } from '#schemas/reading.ts';
import { readPaging } from './paging.ts';
import { readRecords } from './records.ts';

/** Asked for in the order in which we read them fastest. */
const ACCEPT =
  'text/turtle, application/n-triples;q=0.9, application/rdf+xml;q=0.8, application/ld+json;q=0.8, application/trig;q=0.7, application/n-quads;q=0.7, */*;q=0.1';

/**
 * Reads DCAT catalogues. Records come only after the whole page was read, because triples of one record may stand anywhere
 * in it; the page's graph is kept outside the JavaScript heap at about 50 bytes a triple.
 */
export const dcat: Harvester = {
  version: 1,
  settings: z.strictObject({}),
  first: (source) => [{ url: source.url, headers: { accept: ACCEPT } }],
  async *read(_source, page): AsyncIterable<Reading> {
    const { graph, findings } = await readGraph(page);
    yield* readRecords(graph, findings);
    yield* readPaging(graph, page.url);
    if (findings.broken !== undefined) yield { kind: 'broken', ...findings.broken };
  },
};
