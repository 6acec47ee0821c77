/** A page of a DCAT-AP Feed (LDES, TREE) as a walk sees it: where it leads, and whether it will ever be another. */
import { DEFAULT_GRAPH, type Term, type TripleGraph } from '#harvesters/rdf/graph.ts';
import { readGraph } from '#harvesters/rdf/read-graph.ts';
import { namespaces } from '#schemas/namespaces.ts';
import type { Page, PageRequest, Reading } from '#schemas/reading.ts';

/** Those that can hold named graphs, in the order in which we read them fastest; only within those a feed says what things are. */
const ACCEPT = 'application/trig, application/n-quads;q=0.9, application/ld+json;q=0.8';

const LDES = 'https://w3id.org/ldes#';
const TREE = 'https://w3id.org/tree#';

/** A page of the feed: a list of its own, so that two ways that lead to one page are no loop. */
export const feedRequest = (url: string): PageRequest => ({ url, headers: { accept: ACCEPT }, relation: 'child' });

/** What a page says of the feed. All that is not about its members. */
interface Hypermedia {
  readonly views: readonly string[];
  readonly nodes: readonly string[];
  readonly isFeed: boolean;
  readonly isImmutable: boolean;
  readonly isWindow: boolean;
}

/** The page's relations and marks. They are taken whatever they are said of: addresses of pages are written in many ways. */
export const hypermediaOf = (graph: TripleGraph): Hypermedia => {
  const texts = textsOf(graph);
  const has = (...names: string[]): boolean => names.some((name) => texts.has(LDES + name) || texts.has(TREE + name));
  const keepsLatest = has('LatestVersionSubset', 'versionAmount');
  return {
    views: [...(texts.get(`${TREE}view`) ?? [])],
    nodes: [...(texts.get(`${TREE}node`) ?? [])],
    isFeed: texts.size > 0,
    isImmutable: texts.get(`${LDES}immutable`)?.has('true') ?? false,
    // A policy that does not promise the latest word on each thing forgets things that are still there.
    isWindow: has('startingFrom', 'PointInTimePolicy') || (has('retentionPolicy') && !keepsLatest),
  };
};

/**
 * What stands under each name of the two vocabularies, as a predicate or as a type. Only what the page says itself: an event
 * may tell of a dataset that is a stream, whose views and policies are not this feed's.
 */
const textsOf = (graph: TripleGraph): ReadonlyMap<string, ReadonlySet<string>> => {
  const texts = new Map<string, Set<string>>();
  const type = graph.termOf(`${namespaces.rdf}type`);
  const predicates = new Map<Term, string>();
  for (let subject = 0, end = graph.termCount; subject < end; subject++) {
    for (let triple = graph.firstTriple(subject); triple >= 0; triple = graph.nextTriple(triple)) {
      if (graph.graphOf(triple) !== DEFAULT_GRAPH) continue;
      const term = graph.predicate(triple);
      const predicate = predicates.get(term) ?? graph.text(term);
      predicates.set(term, predicate);
      if (term !== type && !isOurs(predicate)) continue;
      const object = graph.text(graph.object(triple));
      const name = term === type ? object : predicate;
      if (isOurs(name)) texts.set(name, (texts.get(name) ?? new Set<string>()).add(object));
    }
  }
  return texts;
};

const isOurs = (name: string): boolean => name.startsWith(LDES) || name.startsWith(TREE);

const isAddress = (url: string): boolean => /^https?:/.test(url);

/** Reads a page for the walk: its members are read when all pages are known. */
export async function* readFeedPage(page: Page): AsyncGenerator<Reading> {
  const { graph, findings } = await readGraph(page, true);
  const { views, nodes, isFeed, isImmutable } = hypermediaOf(graph);
  // Who asks for the stream is led to its first page; that page itself names other views only beside its own.
  const isView = views.some((view) => view === page.url || view === page.request.url);
  for (const url of new Set([...nodes, ...(isView ? [] : views)])) {
    if (isAddress(url)) yield { kind: 'page', request: feedRequest(url) };
  }
  if (findings.broken !== undefined) yield { kind: 'broken', ...findings.broken };
  else if (!isFeed) {
    const message = 'The page is RDF and no page of an event stream: it has neither members nor relations.';
    yield { kind: 'broken', code: 'wrong-media', message };
  } else if (isImmutable || page.isImmutable) yield { kind: 'lasting' };
}
