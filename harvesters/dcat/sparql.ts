/** DCAT out of a SPARQL endpoint: a CONSTRUCT query asked page by page, a number of datasets each. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Page, PageRequest, Reading } from '#schemas/reading.ts';

/** Endpoints cut longer results off without a word, and a page that was cut looks like a whole one. */
const MOST_DATASETS = 5000;
const USUAL_DATASETS = 200;

const QUERY = 'a CONSTRUCT query whose inner SELECT picks the datasets: ORDER BY … LIMIT $limit OFFSET $offset';

export const SparqlSettings = z.strictObject({
  /** `$limit` and `$offset` stand where they are put in. Without an order an endpoint may show a dataset twice and another never. */
  query: z
    .string()
    .regex(/\bconstruct\b/i, QUERY)
    .regex(/\border\s+by\b/i, QUERY)
    .regex(/\blimit\s+\$limit\b/i, QUERY)
    .regex(/\boffset\s+\$offset\b/i, QUERY),
  /** Datasets a page. */
  pageSize: z.number().int().min(1).max(MOST_DATASETS).default(USUAL_DATASETS),
});
type SparqlSettings = z.infer<typeof SparqlSettings>;

/** What a page's request carries: where it stands, and which datasets the page before it held. */
const Context = z.object({ offset: z.number().int().min(0), before: z.string() });

/** The first page, or the one from `offset` on. It is posted: a query of any length fits, and no cache keeps it. */
export function sparqlRequest(
  url: string,
  { query, pageSize }: SparqlSettings,
  accept: string,
  { offset, before }: z.infer<typeof Context> = { offset: 0, before: '' },
): PageRequest {
  const asked = query.replace(/\$limit\b/gi, String(pageSize)).replace(/\$offset\b/gi, String(offset));
  return {
    url,
    method: 'POST',
    headers: { accept, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ query: asked }).toString(),
    context: { offset, before },
    relation: 'next',
  };
}

const nameOf = (reading: Reading): string | undefined => {
  if (reading.kind === 'record') return reading.record.node.iri ?? reading.record.identifier ?? '';
  return reading.kind === 'rejection' ? (reading.identifier ?? '') : undefined;
};

/** Serialisations in which an empty text is a graph without triples: what an endpoint answers behind its last dataset. */
const EMPTY_IS_A_GRAPH = /^\s*(text\/turtle|application\/(n-triples|n-quads|trig))\b/i;

/** A page whose body says, once it was read, whether there was anything in it. */
export function watchedPage(page: Page): { readonly page: Page; readonly isEmpty: () => boolean } {
  let holds = false;
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const chunk of page.body) {
      // Space, tab, line feed and carriage return.
      holds ||= chunk.some((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
      yield chunk;
    }
  }
  const isEmpty = () => !holds && EMPTY_IS_A_GRAPH.test(page.contentType ?? '');
  return { page: { ...page, body: watched() }, isEmpty };
}

/**
 * Passes a page's readings on and adds the page after it. The list ends with the first page that holds no dataset: fewer than
 * were asked for may be all that the endpoint gives at once. A page with the datasets of the one before is no progress.
 */
export async function* followPages(
  readings: AsyncIterable<Reading>,
  { request, isEmpty }: { readonly request: PageRequest; readonly isEmpty: () => boolean },
  settings: SparqlSettings,
  accept: string,
): AsyncGenerator<Reading> {
  const { offset, before } = Context.parse(request.context);
  const names: string[] = [];
  for await (const reading of readings) {
    const name = nameOf(reading);
    if (name !== undefined) names.push(name);
    if (reading.kind === 'broken' && isEmpty()) continue;
    yield reading;
  }
  if (names.length === 0) return;
  const seen = createHash('sha256').update(names.sort().join('\n')).digest('hex').slice(0, 16);
  if (seen === before) {
    const message =
      'The endpoint gives the same datasets again for another OFFSET; what should have come was not seen.';
    return yield { kind: 'broken', code: 'page-loop', message };
  }
  const next = { offset: offset + settings.pageSize, before: seen };
  yield { kind: 'page', request: sparqlRequest(request.url, settings, accept, next) };
}
