/** A page's graph as schema.org things: names without their namespace, whichever of its four spellings a page uses. */
import type { Term, TripleGraph } from '#harvesters/rdf/graph.ts';
import { namespaces } from '#schemas/namespaces.ts';

/** The vocabulary is one under http and https, with www and without. */
const SCHEMA = /^https?:\/\/(?:www\.)?schema\.org\//i;

/** Croissant's own names stand beside those of schema.org, and two of them (`source`, `format`) mean something else. */
const CROISSANT = /^https?:\/\/(?:www\.)?mlcommons\.org\/croissant\/(?:1\.\d\/?)?(?:#)?/i;

/** Members of an RDF list; a list that is longer was made by a fault. */
const MAX_LIST = 40_000;

/** `name` for schema.org, `cr:field` for Croissant, the whole IRI for everything else. */
export const nameOf = (iri: string): string => {
  const schema = SCHEMA.exec(iri);
  if (schema !== null) return iri.slice(schema[0].length);
  const croissant = CROISSANT.exec(iri);
  return croissant === null ? iri : `cr:${iri.slice(croissant[0].length)}`;
};

/** The IRI that a name is kept under where the record has no property for it: one spelling, whatever the page's. */
export const iriOfName = (name: string): string => {
  if (name.startsWith('cr:')) return `http://mlcommons.org/croissant/${name.slice(3)}`;
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(name) ? name : namespaces.schema + name;
};

/** The values of a thing by name, in the order in which the page gives them. */
export type Values = ReadonlyMap<string, readonly Term[]>;

/** Reads things of one graph; what it learns of a predicate it learns once. */
export class Things {
  readonly graph: TripleGraph;
  readonly #names = new Map<Term, string>();
  readonly #type: Term;
  readonly #first: Term;
  readonly #rest: Term;
  readonly #nil: Term;

  constructor(graph: TripleGraph) {
    this.graph = graph;
    this.#type = graph.termOf(`${namespaces.rdf}type`);
    this.#first = graph.termOf(`${namespaces.rdf}first`);
    this.#rest = graph.termOf(`${namespaces.rdf}rest`);
    this.#nil = graph.termOf(`${namespaces.rdf}nil`);
  }

  isLiteral(term: Term): boolean {
    return term < 0;
  }

  /** Whether the page says anything about a node. */
  isDescribed(term: Term): boolean {
    return term >= 0 && this.graph.firstTriple(term) >= 0;
  }

  /** The address of a node; undefined for literals and blank nodes. */
  iri(term: Term): string | undefined {
    if (term < 0 || this.graph.isBlank(term)) return undefined;
    return this.graph.text(term) || undefined;
  }

  typesOf(term: Term): string[] {
    const { graph } = this;
    const types: string[] = [];
    if (term < 0) return types;
    for (let triple = graph.firstTriple(term); triple >= 0; triple = graph.nextTriple(triple)) {
      const object = graph.object(triple);
      if (graph.predicate(triple) === this.#type && object >= 0) types.push(this.#nameOf(object));
    }
    return types;
  }

  /** Everything that is said of a node but its types, lists unrolled. */
  valuesOf(term: Term): Values {
    const { graph } = this;
    const values = new Map<string, Term[]>();
    if (term < 0) return values;
    for (let triple = graph.firstTriple(term); triple >= 0; triple = graph.nextTriple(triple)) {
      const predicate = graph.predicate(triple);
      if (predicate === this.#type) continue;
      const name = this.#nameOf(predicate);
      const known = values.get(name);
      const items = this.#itemsOf(graph.object(triple));
      if (known === undefined) values.set(name, [...items]);
      else for (const item of items) known.push(item);
    }
    return values;
  }

  #nameOf(term: Term): string {
    let name = this.#names.get(term);
    if (name === undefined) {
      name = nameOf(this.graph.text(term));
      this.#names.set(term, name);
    }
    return name;
  }

  /** The members of a list, or the value itself. */
  #itemsOf(object: Term): readonly Term[] {
    if (object < 0) return [object];
    if (object === this.#nil) return [];
    const cell = this.#cell(object);
    if (cell.first.length === 0) return [object];
    const items: Term[] = [];
    const seen = new Set<Term>();
    for (let at = object; at >= 0 && at !== this.#nil && !seen.has(at) && items.length < MAX_LIST; ) {
      seen.add(at);
      const { first, rest } = this.#cell(at);
      items.push(...first);
      at = rest;
    }
    return items;
  }

  #cell(term: Term): { first: Term[]; rest: Term } {
    const { graph } = this;
    const cell = { first: [] as Term[], rest: this.#nil };
    for (let triple = graph.firstTriple(term); triple >= 0; triple = graph.nextTriple(triple)) {
      if (graph.predicate(triple) === this.#first) cell.first.push(graph.object(triple));
      else if (graph.predicate(triple) === this.#rest) cell.rest = graph.object(triple);
    }
    return cell;
  }
}
