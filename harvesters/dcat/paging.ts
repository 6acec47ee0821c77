/** Hydra paging as feeds write it: the page's own view, or the older paged collection; addresses as IRIs or as texts. */
import type { TripleGraph } from '#harvesters/rdf/graph.ts';
import { resolveIri } from '#harvesters/rdf/iri.ts';
import type { Reading } from '#schemas/reading.ts';

/** The vocabulary moved in 2013; some servers still write the first address. */
const HYDRA = ['http://www.w3.org/ns/hydra/core#', 'https://www.w3.org/ns/hydra/core#', 'http://purl.org/hydra/core#'];

const namesOf = (graph: TripleGraph, names: readonly string[]): ReadonlySet<number> =>
  new Set(HYDRA.flatMap((namespace) => names.map((name) => graph.termOf(namespace + name))));

/** The pages that come next, and the total that the list claims. @param url the page's own address. */
export function* readPaging(graph: TripleGraph, url: string): Generator<Reading> {
  const end = graph.termCount;
  const next = namesOf(graph, ['next', 'nextPage']);
  const totals = namesOf(graph, ['totalItems']);
  const pages = new Set<string>();
  let total: number | undefined;
  for (let subject = 0; subject < end; subject++) {
    for (let triple = graph.firstTriple(subject); triple >= 0; triple = graph.nextTriple(triple)) {
      const predicate = graph.predicate(triple);
      if (next.has(predicate)) pages.add(resolveIri(graph.text(graph.object(triple)).trim(), url));
      else if (totals.has(predicate)) total ??= countOf(graph.text(graph.object(triple)));
    }
  }
  if (total !== undefined) yield { kind: 'total', count: total };
  for (const page of pages) {
    if (/^https?:/.test(page)) yield { kind: 'page', request: { url: page, relation: 'next' } };
  }
}

const countOf = (text: string): number | undefined => (/^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined);
