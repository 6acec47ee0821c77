/** Writes the catalogue chunk by chunk, so that its size does not matter: pieces that together are one document. */
import { writeCsv } from '#publishing/csv/write-csv.ts';
import type { Published } from '#publishing/published.ts';
import { writeJsonLd } from '#publishing/rdf/write-json-ld.ts';
import { writeNQuads } from '#publishing/rdf/write-n-quads.ts';
import { writeTurtle } from '#publishing/rdf/write-turtle.ts';
import type { ExportFormat } from './options.ts';

type Chunks = AsyncIterable<readonly Published[]>;

/** Formats whose documents can simply follow one another: prefixes may be said again, and blank nodes are named by dataset. */
const joined = (write: (datasets: readonly Published[]) => string) =>
  async function* (chunks: Chunks): AsyncGenerator<string> {
    for await (const chunk of chunks) yield write(chunk);
  };

const writeJsonLines = (datasets: readonly Published[]): string =>
  datasets.map(({ iri, entry }) => `${JSON.stringify({ iri, ...entry })}\n`).join('');

/** The context once, then the nodes of all chunks. */
async function* jsonLd(chunks: Chunks): AsyncGenerator<string> {
  const documentOf = (chunk: readonly Published[]): { '@context': unknown; '@graph': unknown[] } =>
    JSON.parse(writeJsonLd(chunk));
  yield `{"@context":${JSON.stringify(documentOf([])['@context'])},"@graph":[`;
  let separator = '\n';
  for await (const chunk of chunks) {
    for (const node of documentOf(chunk)['@graph']) {
      yield `${separator}${JSON.stringify(node)}`;
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}

/** The heading once; the byte order mark too, without which Excel shows æ, ø and å wrongly. */
async function* csv(chunks: Chunks): AsyncGenerator<string> {
  const heading = writeCsv([]);
  yield `\uFEFF${heading}`;
  for await (const chunk of chunks) yield writeCsv(chunk).slice(heading.length);
}

/** The catalogue in a format, in pieces. */
export const exporters: Readonly<Record<ExportFormat, (chunks: Chunks) => AsyncGenerator<string>>> = {
  ttl: joined(writeTurtle),
  nq: joined((datasets) => writeNQuads(datasets)),
  jsonl: joined(writeJsonLines),
  jsonld: jsonLd,
  csv,
};
