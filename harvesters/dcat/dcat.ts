/**
 * The `dcat` format: DCAT-AP catalogues in any RDF serialisation, whole, in Hydra pages, page by page out of a SPARQL endpoint,
 * or as a DCAT-AP Feed of events.
 */
import type { Harvester } from '#harvesters/harvester.ts';
import { readGraph } from '#harvesters/rdf/read-graph.ts';
import { durationMs } from '#schemas/duration.ts';
import type { Page, Reading } from '#schemas/reading.ts';
import { Feed } from './feed.ts';
import { feedRequest, readFeedPage } from './feed-page.ts';
import { readPaging } from './paging.ts';
import { readRecords } from './records.ts';
import { DcatSettings } from './settings.ts';
import { followPages, sparqlRequest, watchedPage } from './sparql.ts';

/** Asked for in the order in which we read them fastest. */
const ACCEPT =
  'text/turtle, application/n-triples;q=0.9, application/rdf+xml;q=0.8, application/ld+json;q=0.8, application/trig;q=0.7, application/n-quads;q=0.7, */*;q=0.1';

/**
 * Reads DCAT catalogues. Records come only after the whole page was read, because triples of one record may stand anywhere
 * in it; the page's graph is kept outside the JavaScript heap at about 50 bytes a triple. Those of a feed come after all pages.
 */
export const dcat: Harvester = {
  version: 1,
  settings: DcatSettings,
  first(source) {
    const { sparql, feed } = DcatSettings.parse(source.settings);
    if (feed !== undefined) return [feedRequest(source.url)];
    return [sparql ? sparqlRequest(source.url, sparql, ACCEPT) : { url: source.url, headers: { accept: ACCEPT } }];
  },
  read(source, page): AsyncIterable<Reading> {
    const { sparql, feed } = DcatSettings.parse(source.settings);
    if (feed !== undefined) return readFeedPage(page);
    if (!sparql) return readPage(page);
    const watched = watchedPage(page);
    return followPages(readPage(watched.page), { request: page.request, isEmpty: watched.isEmpty }, sparql, ACCEPT);
  },
  gather(source) {
    const { feed, fullEvery } = DcatSettings.parse(source.settings);
    return feed === undefined ? undefined : new Feed(durationMs(fullEvery ?? FULL_EVERY));
  },
};

/**
 * How long a page that calls itself immutable is believed: DCAT-AP Feeds ask servers for the same week (`max-age=604800`). A
 * publisher who takes something back by replacing such a page is heard then.
 */
const FULL_EVERY = 'P7D';

async function* readPage(page: Page): AsyncGenerator<Reading> {
  const { graph, findings } = await readGraph(page);
  yield* readRecords(graph, findings);
  yield* readPaging(graph, page.url);
  if (findings.broken !== undefined) yield { kind: 'broken', ...findings.broken };
}
