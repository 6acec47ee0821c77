/** A node of the graph as a raw node: its triples sorted under the keys of the property table, nested nodes in place. */
import type { Term, TripleGraph } from '#harvesters/rdf/graph.ts';
import { isIdentity } from '#harvesters/rdf/iri.ts';
import { namespaces } from '#schemas/namespaces.ts';
import { type ClassName, classNames, type Property } from '#schemas/property.ts';
import { classByIri, propertiesByIri } from '#schemas/property-lookup.ts';
import type { RawNode, RawValue, Repair } from '#schemas/reading.ts';

/** Nodes within nodes. A cycle is cut before; a chain this long is a list written by hand or an attack, and would end the process. */
const MAX_DEPTH = 12;

/** Nodes of one record. A shared blank node is repeated where it stands, so a small graph can unfold without end. */
const MAX_NODES = 20_000;

/** Values of one property of one node; one portal gave a dataset 34,866 keywords and filled its reader's memory. */
const MAX_VALUES = 40_000;

/** Where the IRI of a node that has no usable one is kept. */
const NAME_AS_WRITTEN = '@id';

/** What one record is read with; `reading` holds the path from the record to the node, so that a cycle is seen. */
export interface RecordScope {
  readonly repairs: Repair[];
  readonly reading: Set<Term>;
  /** Every node that the record is made of. */
  readonly nodes: Set<Term>;
  /** References to a node that this page does not describe, by the row they stand under. */
  readonly undescribed: { readonly row: Property; readonly term: Term }[];
  count: number;
}

export const newScope = (): RecordScope => ({
  repairs: [],
  reading: new Set(),
  nodes: new Set(),
  undescribed: [],
  count: 0,
});

/** What a predicate is to a class: a row and its class-range, or nothing. */
interface Meaning {
  readonly row: Property | undefined;
  readonly nested: ClassName | undefined;
  readonly name: string;
  /** The written IRI is a row's under the other of http and https. */
  readonly corrected: boolean;
}

const isClassName = (range: string): range is ClassName => (classNames as readonly string[]).includes(range);

const otherScheme = (iri: string): string =>
  iri.startsWith('https:') ? `http:${iri.slice(6)}` : `https:${iri.slice(5)}`;

/** Reads nodes of one graph; what it learns of a predicate or a type it learns once. */
export class NodeReader {
  readonly #graph: TripleGraph;
  readonly #meanings = new Map<ClassName | undefined, Map<Term, Meaning>>();
  readonly #types = new Map<Term, ClassName | undefined>();
  readonly #tags = new Map<Term, string>();
  readonly #type: Term;
  readonly #first: Term;
  readonly #rest: Term;
  readonly #nil: Term;

  constructor(graph: TripleGraph) {
    this.#graph = graph;
    this.#type = graph.termOf(`${namespaces.rdf}type`);
    this.#first = graph.termOf(`${namespaces.rdf}first`);
    this.#rest = graph.termOf(`${namespaces.rdf}rest`);
    this.#nil = graph.termOf(`${namespaces.rdf}nil`);
  }

  /** The raw node of a term. @param as the class whose rows sort its properties; none for a node that no row leads to. */
  read(term: Term, as: ClassName | undefined, scope: RecordScope): RawNode {
    const graph = this.#graph;
    const node: RawNode = { properties: {}, unmapped: {} };
    if (as !== undefined) node.type = as;
    this.#name(node, term);
    scope.count++;
    scope.nodes.add(term);
    scope.reading.add(term);
    const meanings = this.#meaningsOf(as);
    for (let triple = graph.firstTriple(term); triple >= 0; triple = graph.nextTriple(triple)) {
      const predicate = graph.predicate(triple);
      const object = graph.object(triple);
      if (predicate === this.#type) this.#addType(node, object, as);
      else this.#addValue(node, this.#meaning(meanings, predicate, as, scope), object, scope);
    }
    scope.reading.delete(term);
    return node;
  }

  /** The text of a literal or IRI under one of these predicates, the first that stands there. */
  textOf(term: Term, predicate: Term): string | undefined {
    const graph = this.#graph;
    for (let triple = graph.firstTriple(term); triple >= 0; triple = graph.nextTriple(triple)) {
      if (graph.predicate(triple) !== predicate) continue;
      const text = graph.text(graph.object(triple)).trim();
      if (text !== '') return text;
    }
    return undefined;
  }

  #name(node: RawNode, term: Term): void {
    if (this.#graph.isBlank(term)) return;
    const iri = this.#graph.text(term);
    if (isIdentity(iri)) node.iri = iri;
    else if (iri !== '') node.unmapped[NAME_AS_WRITTEN] = [{ kind: 'iri', value: iri }];
  }

  #addType(node: RawNode, object: Term, as: ClassName | undefined): void {
    if (object < 0) return;
    if (!this.#types.has(object)) this.#types.set(object, classByIri(this.#graph.text(object)));
    const type = this.#types.get(object);
    if (type !== undefined && (as !== undefined || node.type !== undefined)) return;
    if (type !== undefined) node.type = type;
    else push(node.unmapped, `${namespaces.rdf}type`, { kind: 'iri', value: this.#graph.text(object) });
  }

  #addValue(node: RawNode, meaning: Meaning, object: Term, scope: RecordScope): void {
    const into = meaning.row === undefined ? node.unmapped : node.properties;
    const name = meaning.row?.key ?? meaning.name;
    const values = into[name];
    if (values !== undefined && values.length >= MAX_VALUES) {
      if (values.length === MAX_VALUES) report(scope, { code: 'too-many-values', property: name });
      return;
    }
    for (const item of this.#listItems(object)) {
      const value = this.#value(item, meaning, scope);
      if (value !== undefined) push(into, name, value);
    }
  }

  #value(object: Term, meaning: Meaning, scope: RecordScope): RawValue | undefined {
    const graph = this.#graph;
    if (object < 0) return this.#literal(object, meaning, scope);
    const described = graph.firstTriple(object) >= 0;
    const blank = graph.isBlank(object);
    if (described && (blank || meaning.nested !== undefined)) return this.#nested(object, meaning, scope);
    if (meaning.nested !== undefined && meaning.row !== undefined) {
      scope.undescribed.push({ row: meaning.row, term: object });
    }
    return blank ? undefined : { kind: 'iri', value: graph.text(object) };
  }

  #literal(object: Term, meaning: Meaning, scope: RecordScope): RawValue | undefined {
    const value = this.#graph.text(object);
    if (value.trim() === '') {
      // `<dct:license/>` says nothing, and beside a real licence it would make two.
      report(scope, { code: 'empty-value', property: meaning.row?.key ?? meaning.name });
      return undefined;
    }
    const tag = this.#graph.literalTag(object);
    if (tag < 0) return { kind: 'literal', value };
    const text = this.#tagText(tag);
    return text.startsWith('@')
      ? { kind: 'literal', value, language: text.slice(1) }
      : { kind: 'literal', value, datatype: text };
  }

  #nested(object: Term, meaning: Meaning, scope: RecordScope): RawValue | undefined {
    const property = meaning.row?.key ?? meaning.name;
    const iri = this.#graph.text(object);
    const bare: RawValue | undefined = this.#graph.isBlank(object) ? undefined : { kind: 'iri', value: iri };
    if (scope.reading.has(object)) return bare;
    if (scope.reading.size >= MAX_DEPTH || scope.count >= MAX_NODES) {
      report(scope, { code: 'too-many-parts', property, value: iri });
      return bare;
    }
    return { kind: 'node', node: this.read(object, meaning.nested, scope) };
  }

  /** The members of an RDF list, or the value itself. */
  #listItems(object: Term): readonly Term[] {
    const graph = this.#graph;
    if (object < 0) return [object];
    if (object === this.#nil) return [];
    const start = graph.firstTriple(object);
    if (start < 0 || !graph.isBlank(object) || !this.#isCell(object)) return [object];
    const items: Term[] = [];
    const seen = new Set<Term>();
    for (let cell = object; cell >= 0 && cell !== this.#nil && !seen.has(cell); ) {
      seen.add(cell);
      let next = this.#nil;
      for (let triple = graph.firstTriple(cell); triple >= 0; triple = graph.nextTriple(triple)) {
        if (graph.predicate(triple) === this.#first) items.push(graph.object(triple));
        else if (graph.predicate(triple) === this.#rest) next = graph.object(triple);
      }
      cell = next;
    }
    return items;
  }

  #isCell(term: Term): boolean {
    const graph = this.#graph;
    for (let triple = graph.firstTriple(term); triple >= 0; triple = graph.nextTriple(triple)) {
      if (graph.predicate(triple) === this.#first) return true;
    }
    return false;
  }

  #tagText(tag: Term): string {
    let text = this.#tags.get(tag);
    if (text === undefined) {
      text = this.#graph.text(tag);
      this.#tags.set(tag, text);
    }
    return text;
  }

  #meaningsOf(as: ClassName | undefined): Map<Term, Meaning> {
    let meanings = this.#meanings.get(as);
    if (meanings === undefined) {
      meanings = new Map();
      this.#meanings.set(as, meanings);
    }
    return meanings;
  }

  #meaning(known: Map<Term, Meaning>, predicate: Term, as: ClassName | undefined, scope: RecordScope): Meaning {
    let meaning = known.get(predicate);
    if (meaning === undefined) {
      meaning = meaningOf(this.#graph.text(predicate), as);
      known.set(predicate, meaning);
    }
    if (meaning.corrected)
      report(scope, { code: 'namespace-corrected', property: meaning.row?.key, value: meaning.name });
    return meaning;
  }
}

const meaningOf = (name: string, as: ClassName | undefined): Meaning => {
  const found = as === undefined ? undefined : propertiesByIri(as).get(name);
  // An inverse row is told by the other node's triple; the same predicate here means something else.
  const row = found?.inverse ? undefined : found;
  const nested = row !== undefined && isClassName(row.range) ? row.range : undefined;
  const known = [row?.iri, ...(row?.accepts ?? [])];
  return { row, nested, name, corrected: !known.includes(name) && known.includes(otherScheme(name)) };
};

/** From this many values on, those already there are looked up and not compared one by one: 30,000 keywords are real. */
const MANY = 24;

/** What stands in long lists of values. */
const standing = new WeakMap<RawValue[], Set<string>>();

/** A graph is a set: a triple written twice is one. */
const push = (into: Record<string, RawValue[]>, name: string, value: RawValue): void => {
  const values = into[name];
  if (values === undefined) into[name] = [value];
  else if (values.length < MANY) {
    if (!values.some((known) => sameValue(known, value))) values.push(value);
  } else if (isNew(values, value)) values.push(value);
};

const isNew = (values: RawValue[], value: RawValue): boolean => {
  const known = standing.get(values) ?? new Set(values.map(keyOf));
  standing.set(values, known);
  const key = keyOf(value);
  if (key === '') return true;
  const before = known.size;
  known.add(key);
  return known.size > before;
};

/** A value as a text that no other value has; empty for nodes without a name, which are told apart by their place. */
const keyOf = (value: RawValue): string => {
  if (value.kind === 'node') return value.node.iri === undefined ? '' : `node ${value.node.iri}`;
  if (value.kind === 'iri') return `iri ${value.value}`;
  return `${value.language ?? ''}^${value.datatype ?? ''} ${value.value}`;
};

const sameValue = (a: RawValue, b: RawValue): boolean => {
  if (a.kind === 'node' || b.kind === 'node') {
    return a.kind === 'node' && b.kind === 'node' && a.node.iri !== undefined && a.node.iri === b.node.iri;
  }
  if (a.kind !== b.kind || a.value !== b.value) return false;
  return a.kind !== 'literal' || b.kind !== 'literal' || (a.language === b.language && a.datatype === b.datatype);
};

/** Each kind of repair is told once a record and property. */
const report = (scope: RecordScope, repair: Repair): void => {
  if (scope.repairs.some((known) => known.code === repair.code && known.property === repair.property)) return;
  scope.repairs.push(repair);
};
