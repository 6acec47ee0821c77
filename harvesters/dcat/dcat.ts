/** The `dcat` format: DCAT-AP catalogues in any RDF serialisation, whole, in Hydra pages, or page by page out of a SPARQL endpoint. */
import { z } from 'zod';
import type { Harvester } from '#harvesters/harvester.ts';
import { readGraph } from '#harvesters/rdf/read-graph.ts';
import type { Page, Reading } from '#schemas/reading.ts';
import { readPaging } from './paging.ts';
import { readRecords } from './records.ts';
import { followPages, SparqlSettings, sparqlRequest, watchedPage } from './sparql.ts';

/** Asked for in the order in which we read them fastest. */
const ACCEPT =
  'text/turtle, application/n-triples;q=0.9, application/rdf+xml;q=0.8, application/ld+json;q=0.8, application/trig;q=0.7, application/n-quads;q=0.7, */*;q=0.1';

const DcatSettings = z.strictObject({ sparql: SparqlSettings.optional() });

/**
 * Reads DCAT catalogues. Records come only after the whole page was read, because triples of one record may stand anywhere
 * in it; the page's graph is kept outside the JavaScript heap at about 50 bytes a triple.
 */
export const dcat: Harvester = {
  version: 1,
  settings: DcatSettings,
  first(source) {
    const { sparql } = DcatSettings.parse(source.settings);
    return [sparql ? sparqlRequest(source.url, sparql, ACCEPT) : { url: source.url, headers: { accept: ACCEPT } }];
  },
  read(source, page): AsyncIterable<Reading> {
    const { sparql } = DcatSettings.parse(source.settings);
    if (!sparql) return readPage(page);
    const watched = watchedPage(page);
    return followPages(readPage(watched.page), { request: page.request, isEmpty: watched.isEmpty }, sparql, ACCEPT);
  },
};

async function* readPage(page: Page): AsyncGenerator<Reading> {
  const { graph, findings } = await readGraph(page);
  yield* readRecords(graph, findings);
  yield* readPaging(graph, page.url);
  if (findings.broken !== undefined) yield { kind: 'broken', ...findings.broken };
}
