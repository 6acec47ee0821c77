/** RDF/XML, for the portals that read nothing else. */
import { namespaces } from '#schemas/namespaces.ts';
import type { Published } from '../published.ts';
import { describeDataset } from './describe-dataset.ts';
import { type Statement, type SubjectGraph, subjectGraph } from './subject-graph.ts';
import type { Subject, Triple } from './term.ts';

const prefixes = Object.entries(namespaces);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** XML has no place for most control characters, not even escaped; what cannot be written is shown as such. */
export const escapedXml = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"\r]/g, (character) => entities[character] ?? character);

/** Our predicates all come from the table, so each has a prefix; `undefined` would mean a row in an unknown namespace. */
const qualifiedName = (iri: string): string | undefined => {
  const found = prefixes.find(([, namespace]) => iri.startsWith(namespace));
  return found === undefined ? undefined : `${found[0]}:${iri.slice(found[1].length)}`;
};

const node = (graph: SubjectGraph, subject: Subject, indent: string): string => {
  const about = subject.kind === 'iri' ? ` rdf:about="${escapedXml(subject.value)}"` : '';
  const statements = graph.statementsOf(subject).map((statement) => property(graph, statement, `${indent}  `));
  return `${indent}<rdf:Description${about}>\n${statements.join('')}${indent}</rdf:Description>\n`;
};

const property = (graph: SubjectGraph, { predicate, object }: Statement, indent: string): string => {
  const name = qualifiedName(predicate);
  if (name === undefined) return '';
  if (object.kind === 'iri') return `${indent}<${name} rdf:resource="${escapedXml(object.value)}"/>\n`;
  if (object.kind === 'blank') {
    return `${indent}<${name}>\n${node(graph, object, `${indent}  `)}${indent}</${name}>\n`;
  }
  const language = object.language === undefined ? '' : ` xml:lang="${object.language}"`;
  const datatype = object.datatype === undefined ? '' : ` rdf:datatype="${escapedXml(object.datatype)}"`;
  return `${indent}<${name}${language}${datatype}>${escapedXml(object.value)}</${name}>\n`;
};

/** Datasets as one RDF/XML document. */
export const writeRdfXml = (datasets: readonly Published[]): string =>
  rdfXmlOf(datasets.flatMap((dataset) => describeDataset(dataset)));

/** Triples as one RDF/XML document. */
export const rdfXmlOf = (triples: readonly Triple[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${rdfXmlElement(triples)}`;

/** Triples as the element `rdf:RDF`, to stand in another document. */
export const rdfXmlElement = (triples: readonly Triple[]): string => {
  const graph = subjectGraph(triples);
  const nodes = graph.roots.map((subject) => node(graph, subject, '  ')).join('');
  // Only the prefixes that are used: in a list of records each is an element of its own.
  const used = prefixes.filter(([prefix]) => prefix === 'rdf' || nodes.includes(`<${prefix}:`));
  const declarations = used.map(([prefix, iri]) => `  xmlns:${prefix}="${iri}"`).join('\n');
  return `<rdf:RDF\n${declarations}>\n${nodes}</rdf:RDF>\n`;
};
