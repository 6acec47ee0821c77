/** JSON-LD values to triples, straight from the parsed document: no expanded copy of it is made in between. */
import { namespaces } from '#schemas/namespaces.ts';
import type { Damage, Findings } from './findings.ts';
import type { Term, TripleGraph } from './graph.ts';
import { isAbsoluteIri, repairIri } from './iri.ts';
import {
  type ActiveContext,
  Contexts,
  type Definition,
  documentIri,
  emptyContext,
  vocabularyIri,
} from './jsonld-context.ts';

/** Nodes within nodes. Without it a deep document would end the process with a full stack. */
const MAX_DEPTH = 200;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const NO_DEFINITION: Definition = {
  iri: null,
  type: undefined,
  language: undefined,
  containers: new Set(),
  reverse: false,
  context: undefined,
};

/** A property on its way into the graph. */
interface Target {
  readonly subject: Term;
  readonly predicate: Term;
  readonly reverse: boolean;
}

/** Walks a document and adds what it says. @param damaged objects that are not whole. */
export class JsonLdExpander {
  readonly #graph: TripleGraph;
  readonly #findings: Findings;
  readonly #damaged: ReadonlyMap<object, Damage>;
  readonly #contexts: Contexts;
  readonly #type: Term;
  readonly #first: Term;
  readonly #rest: Term;
  readonly #nil: Term;
  readonly #predicates = new Map<string, Term>();
  #depth = 0;
  /** Types that may have had a meaning in a context that we do not have. */
  #lostTypes = new Set<string>();
  #unknown = new Set<string>();

  constructor(graph: TripleGraph, findings: Findings, damaged: ReadonlyMap<object, Damage>) {
    this.#graph = graph;
    this.#findings = findings;
    this.#damaged = damaged;
    this.#contexts = new Contexts((address) => this.#unknown.add(address));
    this.#type = graph.termOf(`${namespaces.rdf}type`);
    this.#first = graph.termOf(`${namespaces.rdf}first`);
    this.#rest = graph.termOf(`${namespaces.rdf}rest`);
    this.#nil = graph.termOf(`${namespaces.rdf}nil`);
  }

  document(value: unknown, base: string): void {
    this.#topLevel(value, emptyContext(base), '');
    for (const address of this.#unknown) this.#reportUnknown(address);
  }

  #reportUnknown(address: string): void {
    const types = [...this.#lostTypes];
    const effect =
      types.length > 0
        ? `nodes of the types ${types.slice(0, 5).join(', ')} could not be recognised, so records may be lost`
        : 'properties that only it explains were kept under the names they are written with';
    const problem = { code: 'unknown-context', message: `the context ${address} is not bundled; ${effect}` };
    if (types.length > 0) this.#findings.break(problem);
    else this.#findings.problem(problem);
  }

  /** The members of the document or of its `@graph`; each is known by its JSON pointer. */
  #topLevel(value: unknown, context: ActiveContext, path: string): void {
    for (const [index, item] of asList(value).entries()) {
      if (!isObject(item)) continue;
      const own = Array.isArray(value) ? `${path}/${index}` : path;
      this.#path = own;
      this.#findings.paths.set(this.#node(item, context), own);
    }
  }

  /** The JSON pointer of the member at work. */
  #path = '';

  /** Adds a node object and gives its term. A top-level object of `@graph` alone has no node of its own. */
  #node(object: Json, outer: ActiveContext): Term {
    if (++this.#depth > MAX_DEPTH) {
      this.#depth--;
      this.#findings.problem({
        code: 'too-many-parts',
        message: 'nodes within nodes beyond what is read were left out',
      });
      return this.#graph.blank();
    }
    let context = object['@context'] === undefined ? outer : this.#contexts.apply(outer, object['@context']);
    const inner = context;
    context = this.#typeScoped(object, context);
    const term = this.#termOf(object, context);
    this.#members(object, term, context, inner);
    const damage = this.#damaged.get(object);
    if (damage !== undefined && !this.#isMereGraph(object, term)) this.#findings.damage(term, damage);
    this.#depth--;
    return term;
  }

  /** An object that only holds `@graph` describes nothing itself; what was lost within it is told by its members. */
  #isMereGraph(object: Json, term: Term): boolean {
    return '@graph' in object && this.#graph.isBlank(term) && this.#graph.firstTriple(term) < 0;
  }

  /** Contexts that belong to a type hold for its own properties and not for the nodes within. */
  #typeScoped(object: Json, context: ActiveContext): ActiveContext {
    let scoped = context;
    for (const name of this.#typesOf(object, context).toSorted()) {
      const local = context.definitions.get(name)?.context;
      if (local !== undefined) scoped = this.#contexts.apply(scoped, local);
    }
    return scoped;
  }

  #typesOf(object: Json, context: ActiveContext): string[] {
    const types: string[] = [];
    for (const key in object) {
      if (key !== '@type' && vocabularyIri(context, key) !== '@type') continue;
      for (const type of asList(object[key])) if (typeof type === 'string') types.push(type);
    }
    return types;
  }

  #termOf(object: Json, context: ActiveContext): Term {
    for (const key in object) {
      if (key !== '@id' && vocabularyIri(context, key) !== '@id') continue;
      const id = object[key];
      if (typeof id === 'string' && id.trim() !== '') return this.#iri(id, context);
    }
    return this.#graph.blank();
  }

  #members(object: Json, term: Term, context: ActiveContext, inner: ActiveContext): void {
    for (const key in object) {
      if (key === '@context' || key === '@id') continue;
      const value = object[key];
      if (value === null || value === undefined) continue;
      const iri = vocabularyIri(context, key);
      if (iri?.startsWith('@')) this.#keyword(iri, value, term, context, inner);
      else if (iri !== undefined) this.#property(key, iri, value, term, context, inner);
      else if (context.incomplete && !context.definitions.has(key)) this.#unexplained(key, value, term, context, inner);
    }
  }

  /** A name that an unknown context may have explained: kept under itself, and the record says so. */
  #unexplained(key: string, value: unknown, term: Term, context: ActiveContext, inner: ActiveContext): void {
    this.#findings.repair(term, { code: 'unknown-context', property: key });
    this.#property(key, key, value, term, context, inner);
  }

  #keyword(keyword: string, value: unknown, term: Term, context: ActiveContext, inner: ActiveContext): void {
    if (keyword === '@type') this.#types(value, term, context);
    else if (keyword === '@graph') this.#graphOf(value, term, inner);
    else if (keyword === '@included') this.#topLevel(value, inner, `${this.#path}/${keyword}`);
    else if (keyword === '@nest')
      for (const part of asList(value)) if (isObject(part)) this.#members(part, term, context, inner);
    if (keyword !== '@reverse' || !isObject(value)) return;
    for (const key in value) {
      const iri = vocabularyIri(context, key);
      if (iri !== undefined) this.#values(value[key], NO_DEFINITION, context, this.#target(term, iri, true));
    }
  }

  /** What a node with an IRI says within `@graph` stands in the graph of that name; without one it is the document's own list. */
  #graphOf(value: unknown, term: Term, context: ActiveContext): void {
    const { within } = this.#graph;
    if (!this.#graph.isBlank(term)) this.#graph.within = term;
    this.#topLevel(value, context, `${this.#path}/@graph`);
    this.#graph.within = within;
  }

  #types(value: unknown, term: Term, context: ActiveContext): void {
    for (const type of asList(value)) {
      if (typeof type !== 'string') continue;
      const iri = vocabularyIri(context, type);
      if (iri === undefined && context.incomplete) this.#lostTypes.add(type);
      const name = iri ?? documentIri(context, type);
      this.#graph.add(term, this.#type, this.#graph.termOf(name), 0);
    }
  }

  #target(subject: Term, iri: string, reverse: boolean): Target {
    let predicate = this.#predicates.get(iri);
    if (predicate === undefined) {
      predicate = this.#graph.termOf(iri);
      this.#predicates.set(iri, predicate);
    }
    return { subject, predicate, reverse };
  }

  #property(key: string, iri: string, value: unknown, term: Term, context: ActiveContext, inner: ActiveContext): void {
    const definition = context.definitions.get(key) ?? NO_DEFINITION;
    const target = this.#target(term, iri, definition.reverse);
    const scoped = definition.context === undefined ? inner : this.#contexts.apply(context, definition.context);
    const { containers } = definition;
    if (definition.type === '@json') this.#add(target, this.#json(value));
    else if (containers.size === 0) this.#values(value, definition, scoped, target);
    else if (containers.has('@list') && !(isObject(value) && '@list' in value)) {
      this.#add(target, this.#list(asList(value), definition, scoped));
    } else if (isObject(value) && !('@value' in value)) this.#map(value, definition, scoped, target);
    else this.#values(value, definition, scoped, target);
  }

  /** Containers that are maps: by language, index, id or type. */
  #map(value: Json, definition: Definition, context: ActiveContext, target: Target): void {
    const { containers } = definition;
    if (containers.has('@language')) {
      for (const [language, texts] of Object.entries(value)) {
        for (const text of asList(texts)) if (typeof text === 'string') this.#add(target, this.#text(text, language));
      }
      return;
    }
    const keyed = ['@index', '@id', '@type', '@graph'].some((container) => containers.has(container));
    if (!keyed || '@id' in value) {
      this.#values(value, definition, context, target);
      return;
    }
    for (const [key, item] of Object.entries(value)) {
      const named = containers.has('@id') ? { '@id': key } : containers.has('@type') ? { '@type': key } : {};
      for (const part of asList(item))
        this.#values(isObject(part) ? { ...named, ...part } : part, definition, context, target);
    }
  }

  #values(value: unknown, definition: Definition, context: ActiveContext, target: Target): void {
    if (Array.isArray(value)) for (const item of value) this.#values(item, definition, context, target);
    else if (isObject(value)) this.#object(value, definition, context, target);
    else if (value !== null && value !== undefined) this.#add(target, this.#scalar(value, definition, context));
  }

  #object(value: Json, definition: Definition, context: ActiveContext, target: Target): void {
    const own = value['@context'] === undefined ? context : this.#contexts.apply(context, value['@context']);
    for (const key in value) {
      const keyword = key.startsWith('@') ? key : vocabularyIri(own, key);
      if (keyword === '@value') {
        const term = this.#valueObject(value, own);
        if (term !== undefined) this.#add(target, term);
        return;
      }
      if (keyword === '@set') {
        this.#values(value[key], definition, own, target);
        return;
      }
      if (keyword === '@list') {
        this.#add(target, this.#list(asList(value[key]), definition, own));
        return;
      }
    }
    this.#add(target, this.#node(value, context));
  }

  #valueObject(value: Json, context: ActiveContext): Term | undefined {
    const members: Record<string, unknown> = {};
    for (const key in value) members[key.startsWith('@') ? key : (vocabularyIri(context, key) ?? key)] = value[key];
    const written = members['@value'];
    if (written === null || written === undefined) return undefined;
    if (members['@type'] === '@json' || typeof written === 'object') return this.#json(written);
    const language = members['@language'];
    if (typeof language === 'string') return this.#text(String(written), language);
    const type = members['@type'];
    const datatype = typeof type === 'string' ? vocabularyIri(context, type) : undefined;
    return typeof written === 'string' ? this.#typed(written, datatype) : this.#native(written, datatype);
  }

  #scalar(value: unknown, { type, language }: Definition, context: ActiveContext): Term {
    if (typeof value !== 'string') return this.#native(value, isDatatype(type) ? type : undefined);
    if (type === '@id') return this.#iri(value, context);
    if (type === '@vocab') return this.#graph.termOf(vocabularyIri(context, value) ?? documentIri(context, value));
    if (isDatatype(type)) return this.#typed(value, type);
    const tag = language === undefined ? context.language : (language ?? undefined);
    return tag === undefined ? this.#graph.literalOf(value, 0) : this.#text(value, tag);
  }

  /** Numbers keep their plain decimal form: the canonical form of xsd:double would differ from every other serialisation. */
  #native(value: unknown, datatype: string | undefined): Term {
    const own =
      typeof value === 'boolean'
        ? 'boolean'
        : typeof value === 'number' && !Number.isInteger(value)
          ? 'double'
          : 'integer';
    return this.#typed(String(value), datatype ?? namespaces.xsd + own);
  }

  #typed(text: string, datatype: string | undefined): Term {
    const graph = this.#graph;
    const plain = datatype === undefined || datatype === XSD_STRING;
    return graph.literalOf(text, plain ? 0 : graph.tagOf(this.#target(0, datatype, false).predicate));
  }

  #text(text: string, language: string): Term {
    const tag = language === '@none' ? '' : language.toLowerCase();
    const graph = this.#graph;
    return graph.literalOf(text, tag === '' ? 0 : graph.tagOf(this.#target(0, `@${tag}`, false).predicate));
  }

  #json(value: unknown): Term {
    return this.#typed(JSON.stringify(value) ?? '', `${namespaces.rdf}JSON`);
  }

  #list(items: readonly unknown[], definition: Definition, context: ActiveContext): Term {
    let head = this.#nil;
    for (const item of items.toReversed()) {
      const cell = this.#graph.blank();
      this.#values(item, definition, context, { subject: cell, predicate: this.#first, reverse: false });
      this.#graph.add(cell, this.#rest, head, 0);
      head = cell;
    }
    return head;
  }

  #add({ subject, predicate, reverse }: Target, object: Term): void {
    if (!reverse) this.#graph.add(subject, predicate, object, 0);
    else if (object >= 0) this.#graph.add(object, predicate, subject, 0);
  }

  #iri(written: string, context: ActiveContext): Term {
    const mended = repairIri(written);
    const term = this.#graph.termOf(documentIri(context, mended));
    if (mended !== written) this.#findings.repair(term, { code: 'iri-repaired', value: written });
    return term;
  }
}

const XSD_STRING = `${namespaces.xsd}string`;

const isDatatype = (type: string | undefined): type is string => type !== undefined && isAbsoluteIri(type);
