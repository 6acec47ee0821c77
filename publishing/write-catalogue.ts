/** Writes the catalogue chunk by chunk, so that its size does not matter: pieces that together are one document. */

import { jsonLdContext } from '#schemas/json-ld-context.ts';
import { writeCsv } from './csv/write-csv.ts';
import type { Published } from './published.ts';
import { describeDataset } from './rdf/describe-dataset.ts';
import { jsonLdNodes } from './rdf/write-json-ld.ts';
import { writeNQuads } from './rdf/write-n-quads.ts';
import { writeTurtle } from './rdf/write-turtle.ts';

/** Some datasets at a time: what is written of them is in memory together. */
export type Chunks<Row extends Published = Published> = AsyncIterable<readonly Row[]>;

/** Formats whose documents can simply follow one another: prefixes may be said again, and blank nodes are named by dataset. */
const joined = (write: (datasets: readonly Published[]) => string) =>
  async function* (chunks: Chunks): AsyncGenerator<string> {
    for await (const chunk of chunks) yield write(chunk);
  };

const writeJsonLines = (datasets: readonly Published[]): string =>
  datasets.map(({ iri, entry }) => `${JSON.stringify({ iri, ...entry })}\n`).join('');

/** The context once, then the nodes of all chunks. */
async function* jsonLd(chunks: Chunks): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(jsonLdContext)},"@graph":[`;
  let separator = '\n';
  for await (const chunk of chunks) {
    for (const node of jsonLdNodes(chunk.flatMap((dataset) => describeDataset(dataset)))) {
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
export const catalogueWriters = {
  ttl: joined(writeTurtle),
  nq: joined((datasets) => writeNQuads(datasets)),
  jsonl: joined(writeJsonLines),
  jsonld: jsonLd,
  csv,
};
