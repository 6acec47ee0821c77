/** JSON-LD with our own keys: what a program reads as JSON, and a graph with the context that stands inside. */

import { classTable } from '#schemas/class-table.ts';
import { jsonLdContext, termDefinition } from '#schemas/json-ld-context.ts';
import { namespaces } from '#schemas/namespaces.ts';
import type { ClassName, Property } from '#schemas/property.ts';
import { classByIri } from '#schemas/property-lookup.ts';
import { propertyTable } from '#schemas/property-table.ts';
import type { Published } from '../published.ts';
import { describeDataset } from './describe-dataset.ts';
import { type SubjectGraph, subjectGraph } from './subject-graph.ts';
import type { Literal, Subject, Term, Triple } from './term.ts';

const { rdf, xsd } = namespaces;

type JsonObject = Record<string, unknown>;

const rows = new Map<string, Property | undefined>();

/** The row of a predicate on a node of these classes; the answers are few and kept. */
const rowOf = (classes: readonly ClassName[], predicate: string): Property | undefined => {
  const question = `${classes.join()} ${predicate}`;
  if (!rows.has(question)) rows.set(question, findRow(classes, predicate));
  return rows.get(question);
};

const findRow = (classes: readonly ClassName[], predicate: string): Property | undefined => {
  const isRow = ({ iri, inverse }: Property): boolean => iri === predicate && inverse !== true;
  for (const name of classes) {
    const row = (propertyTable[name] as readonly Property[]).find(isRow);
    if (row !== undefined && isUnambiguous(classes, row)) return row;
  }
  return undefined;
};

/** On a node of two classes a key may mean two things; then the property is written by its IRI. */
const isUnambiguous = (classes: readonly ClassName[], row: Property): boolean => {
  const definition = JSON.stringify(termDefinition(row));
  return classes
    .flatMap((name) => (propertyTable[name] as readonly Property[]).filter(({ key }) => key === row.key))
    .every((other) => JSON.stringify(termDefinition(other)) === definition);
};

const shortDatatype = (iri: string): string => (iri.startsWith(xsd) ? `xsd:${iri.slice(xsd.length)}` : iri);

const valueObject = ({ value, language, datatype }: Literal): JsonObject => ({
  '@value': value,
  ...(language !== undefined && { '@language': language }),
  ...(datatype !== undefined && { '@type': shortDatatype(datatype) }),
});

/** A literal in the shortest form that the key's definition turns back into the same literal. */
const literalOf = (literal: Literal, row: Property | undefined): unknown => {
  if (row === undefined || literal.language !== undefined) return valueObject(literal);
  const { '@type': coercion } = termDefinition(row);
  if (literal.datatype === `${xsd}boolean` && /^(?:true|false)$/.test(literal.value)) return literal.value === 'true';
  if (literal.datatype !== coercion) return valueObject(literal);
  const number = Number(literal.value);
  return row.range === 'integer' && Number.isSafeInteger(number) ? number : literal.value;
};

const append = (target: JsonObject, key: string, value: unknown): void => {
  const before = target[key];
  if (before === undefined) target[key] = value;
  else if (Array.isArray(before)) before.push(value);
  else target[key] = [before, value];
};

/** Writes one document's nodes. */
class JsonLdWriter {
  readonly #graph: SubjectGraph;

  constructor(graph: SubjectGraph) {
    this.#graph = graph;
  }

  node(subject: Subject): JsonObject {
    const statements = this.#graph.statementsOf(subject);
    const types = statements.filter(({ predicate }) => predicate === `${rdf}type`).map(({ object }) => object.value);
    const classes = types.map(ownClass).filter((name) => name !== undefined);
    const json: JsonObject = subject.kind === 'iri' ? { '@id': subject.value } : {};
    if (types.length > 0) json['@type'] = types.length === 1 ? typeName(types[0] ?? '') : types.map(typeName);
    for (const { predicate, object } of statements) {
      if (predicate !== `${rdf}type`) this.#put(json, predicate, object, rowOf(classes, predicate));
    }
    return json;
  }

  #put(json: JsonObject, predicate: string, object: Term, row: Property | undefined): void {
    const key = row?.key ?? predicate;
    if (row !== undefined && (row.range === 'text' || row.range === 'texts') && object.kind === 'literal') {
      const texts = (json[key] ?? {}) as JsonObject;
      append(texts, object.language ?? '@none', object.value);
      json[key] = texts;
      return;
    }
    const value = this.#value(object, row);
    if (row?.many === true && json[key] === undefined) json[key] = [value];
    else append(json, key, value);
  }

  #value(object: Term, row: Property | undefined): unknown {
    if (object.kind === 'literal') return literalOf(object, row);
    if (object.kind === 'blank') return this.node(object);
    return row?.range === 'iri' || row?.range === 'concept' ? object.value : { '@id': object.value };
  }
}

/** The class whose own IRI this is; neighbours that feeds may use for it are never written. */
const ownClass = (iri: string): ClassName | undefined => {
  const name = classByIri(iri);
  return name !== undefined && classTable[name].iri === iri ? name : undefined;
};

const typeName = (iri: string): string => ownClass(iri) ?? iri;

/** Datasets as one JSON-LD document: the context, and every node with an IRI once in `@graph`. */
export const writeJsonLd = (datasets: readonly Published[]): string =>
  jsonLdOf(datasets.flatMap((dataset) => describeDataset(dataset)));

/** Triples as one JSON-LD document. */
export const jsonLdOf = (triples: readonly Triple[]): string =>
  `${JSON.stringify({ '@context': jsonLdContext, '@graph': jsonLdNodes(triples) }, null, 2)}\n`;

/** Triples as the nodes of a document that has our context. */
export const jsonLdNodes = (triples: readonly Triple[]): JsonObject[] => {
  const graph = subjectGraph(triples);
  const writer = new JsonLdWriter(graph);
  return graph.roots.map((root) => writer.node(root));
};
