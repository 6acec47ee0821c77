/** N-Triples and N-Quads: a line a statement, so that documents can be joined, split and compared line by line. */
import type { Published } from '../published.ts';
import { describeDataset } from './describe-dataset.ts';
import { iriTerm, type Term, type Triple } from './term.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

const unicodeEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A literal's text between quotes, as N-Triples and Turtle both read it. */
export const quoted = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
  `"${text.replace(/[\\"\u0000-\u001f\u007f]/g, (character) => escapes[character] ?? unicodeEscape(character))}"`;

const writeTerm = (term: Term): string => {
  if (term.kind !== 'literal') return term.kind === 'iri' ? `<${term.value}>` : `_:${term.value}`;
  if (term.language !== undefined) return `${quoted(term.value)}@${term.language}`;
  return term.datatype === undefined ? quoted(term.value) : `${quoted(term.value)}^^<${term.datatype}>`;
};

const writeLine = ({ subject, predicate, object }: Triple, graph: string): string =>
  `${writeTerm(subject)} <${predicate}> ${writeTerm(object)}${graph} .\n`;

/** Triples as lines. @param graph the address of the graph that they lie in; none for the default graph. */
export const quadLines = (triples: readonly Triple[], graph?: string): string => {
  const name = graph === undefined ? '' : ` ${writeTerm(iriTerm(graph))}`;
  return triples.map((triple) => writeLine(triple, name)).join('');
};

/** Datasets as N-Triples. */
export const writeNTriples = (datasets: readonly Published[]): string =>
  quadLines(datasets.flatMap((dataset) => describeDataset(dataset)));

/**
 * Datasets as N-Quads, each in a graph of its own.
 * @param graphOf the graph's IRI of a dataset; a feed gives the activity's. By default the dataset's own.
 */
export const writeNQuads = (
  datasets: readonly Published[],
  graphOf: (dataset: Published) => string = ({ iri }) => iri,
): string => datasets.map((dataset) => quadLines(describeDataset(dataset), graphOf(dataset))).join('');
