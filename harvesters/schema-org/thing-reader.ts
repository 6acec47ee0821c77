/** A thing of schema.org as a raw node, by a table of rules: what no rule takes stays beside it under its own name. */
import type { Term } from '#harvesters/rdf/graph.ts';
import { isAbsoluteIri, isIdentity, repairIri, resolveIri } from '#harvesters/rdf/iri.ts';
import { namespaces } from '#schemas/namespaces.ts';
import { type ClassName, isClassName } from '#schemas/property.ts';
import { propertiesByIri } from '#schemas/property-lookup.ts';
import { literal, type RawNode, type RawValue, type Repair, rawNode } from '#schemas/reading.ts';
import { iriOfName, nameOf, type Things, type Values } from './things.ts';

/** Things within things. A cycle is cut before; a longer chain is an attack and would end the process. */
const MAX_DEPTH = 8;

/** Things of one record. A shared thing is repeated where it stands, so that a small page could unfold without end. */
const MAX_NODES = 20_000;

/** Values of one property of one thing; one portal gave a dataset 34,866 keywords. */
const MAX_VALUES = 40_000;

/** What becomes of a value: nothing where the rule cannot take it, and it then stays as it is. */
export type Rule = (reader: ThingReader, term: Term, into: RawNode) => boolean;

/** The rules of a class by the names of schema.org. */
export type Rules = Readonly<Record<string, Rule>>;

/** Puts a value under a key. "__proto__" is the one name that would not be a key but the object's prototype. */
export const push = (into: Record<string, RawValue[]>, name: string, value: RawValue): void => {
  const key = name === '__proto__' ? '"__proto__"' : name;
  const values = Object.hasOwn(into, key) ? into[key] : undefined;
  if (values === undefined) into[key] = [value];
  else values.push(value);
};

const put =
  (key: string, read: (reader: ThingReader, term: Term) => RawValue | undefined): Rule =>
  (reader, term, into) => {
    const value = read(reader, term);
    if (value !== undefined) push(into.properties, key, value);
    return value !== undefined;
  };

/** A text with its language. */
export const text = (key: string): Rule => put(key, (reader, term) => reader.text(term));
/** A date, number or name, whose language says nothing. */
export const plain = (key: string): Rule => put(key, (reader, term) => reader.plain(term));
/** An address, made absolute by the page's. */
export const address = (key: string): Rule => put(key, (reader, term) => reader.address(term));
/** An e-mail address, which schema.org writes as a text and the record as an address. */
export const email = (key: string): Rule =>
  put(key, (reader, term) => {
    const written = reader.things.graph.text(term).trim();
    if (term >= 0 || !/^[^\s@:]+@[^\s@]+$/.test(written)) return reader.plain(term);
    return { kind: 'iri', value: `mailto:${written}` };
  });
/** A code, word or address that a vocabulary may know. */
export const concept = (key: string): Rule => put(key, (reader, term) => reader.concept(term));
/** A described thing of a class, or its address or name alone. */
export const part = (key: string, type: ClassName, rules: () => Rules): Rule =>
  put(key, (reader, term) => reader.part(term, type, rules()));

/** Told elsewhere, or by another property of the same thing. */
export const told: Rule = () => true;

/** Names a thing that is described where it stands itself, without repeating it. */
const reference =
  (name: string): Rule =>
  (reader, term, into) => {
    const iri = reader.things.iri(term);
    if (iri !== undefined) push(into.unmapped, iriOfName(name), { kind: 'iri', value: iri });
    return iri !== undefined;
  };

/** How Croissant's parts name its files. */
export const references: Rules = Object.fromEntries(
  ['containedIn', 'fileObject', 'fileSet', 'references', 'parentField']
    .flatMap((name) => [name, `cr:${name}`])
    .map((name) => [name, reference(name)]),
);

/** Reads the things of one record. */
export class ThingReader {
  readonly things: Things;
  readonly repairs: Repair[] = [];
  /** Every node that the record is made of. */
  readonly visited = new Set<Term>();
  readonly #base: string;
  readonly #language: string | undefined;
  readonly #path = new Set<Term>();
  #count = 0;

  /** @param base the page's address. @param language of texts that do not say theirs. */
  constructor(things: Things, base: string, language: string | undefined) {
    this.things = things;
    this.#base = base;
    this.#language = language;
  }

  /** The node of a described thing. */
  read(term: Term, type: ClassName | undefined, rules: Rules): RawNode {
    const node = rawNode(type);
    const iri = this.things.iri(term);
    if (iri !== undefined && isIdentity(iri)) node.iri = iri;
    else if (iri !== undefined) push(node.unmapped, '@id', literal(iri));
    this.#count += 1;
    this.visited.add(term);
    this.#path.add(term);
    for (const [name, terms] of this.things.valuesOf(term)) this.#property(name, terms, node, type, rules);
    this.#path.delete(term);
    return node;
  }

  /** Whether a node can be read where it stands: it is described, not above itself, and within the bounds. */
  canRead(term: Term): boolean {
    if (!this.things.isDescribed(term) || this.#path.has(term)) return false;
    if (this.#path.size < MAX_DEPTH && this.#count < MAX_NODES) return true;
    this.report({ code: 'too-many-parts', value: this.things.iri(term) });
    return false;
  }

  values(term: Term): Values {
    return this.things.valuesOf(term);
  }

  /** The text of a property's first literal or address. */
  first(values: Values, ...names: string[]): string | undefined {
    for (const name of names) {
      for (const term of values.get(name) ?? []) {
        const found = this.things.graph.text(term).trim();
        if (found !== '') return found;
      }
    }
    return undefined;
  }

  text(term: Term): RawValue | undefined {
    const { graph } = this.things;
    if (term >= 0) {
      const named = this.name(term) ?? this.things.iri(term);
      return named === undefined ? undefined : literal(named, this.#language);
    }
    const tag = graph.literalTag(term);
    const said = tag < 0 ? '' : graph.text(tag);
    return literal(graph.text(term), said.startsWith('@') ? said.slice(1) : this.#language);
  }

  plain(term: Term): RawValue | undefined {
    const written = this.things.graph.text(term).trim();
    return term < 0 || written !== '' ? literal(written) : undefined;
  }

  /** The address that a text or node means; undefined for a described thing without one. */
  address(term: Term): RawValue | undefined {
    const written = term < 0 ? this.things.graph.text(term).trim() : this.addressOf(term);
    if (written === undefined || written === '') return undefined;
    if (/\s/.test(written) && !isAbsoluteIri(written)) return undefined;
    return { kind: 'iri', value: resolveIri(repairIri(written), this.#base) };
  }

  concept(term: Term): RawValue | undefined {
    if (term < 0) return this.plain(term);
    const iri = this.things.iri(term);
    if (iri !== undefined && isIdentity(iri)) return { kind: 'iri', value: iri };
    const values = this.values(term);
    const url = this.first(values, 'url', 'sameAs');
    if (url !== undefined) return { kind: 'iri', value: url };
    const word = this.first(values, 'termCode', 'alternateName', 'identifier', 'name');
    return word === undefined ? undefined : literal(word);
  }

  /** A described thing of a class; the text, address or name of one that is not described. */
  part(term: Term, type: ClassName, rules: Rules): RawValue | undefined {
    if (term < 0) return this.things.graph.text(term).trim() === '' ? undefined : this.text(term);
    if (this.canRead(term)) return { kind: 'node', node: this.read(term, type, rules) };
    const iri = this.things.iri(term);
    return iri === undefined ? undefined : { kind: 'iri', value: iri };
  }

  /** What a thing is called. */
  name(term: Term): string | undefined {
    return this.first(this.values(term), 'name', 'legalName', 'headline', `${namespaces.rdfs}label`);
  }

  /** The address of a node: its own, or the one it says. */
  addressOf(term: Term): string | undefined {
    const iri = this.things.iri(term);
    return iri !== undefined && isIdentity(iri) ? iri : this.first(this.values(term), 'url', 'contentUrl');
  }

  /** Each kind of repair is told once a record and property. */
  report(repair: Repair): void {
    if (this.repairs.some(({ code, property }) => code === repair.code && property === repair.property)) return;
    this.repairs.push(repair);
  }

  #property(name: string, terms: readonly Term[], node: RawNode, type: ClassName | undefined, rules: Rules): void {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const distinct = this.#distinct(terms);
    if (distinct.length > MAX_VALUES) this.report({ code: 'too-many-values', property: name });
    for (const term of distinct.slice(0, MAX_VALUES)) {
      if (this.#isEmpty(term)) {
        this.report({ code: 'empty-value', property: name });
        continue;
      }
      if (rule?.(this, term, node) !== true && !this.#byTable(name, term, node, type)) {
        push(node.unmapped, iriOfName(name), this.#asItIs(term));
      }
    }
  }

  /** A graph is a set: what a page says twice of a thing that stands in several places is one. */
  #distinct(terms: readonly Term[]): readonly Term[] {
    if (terms.length < 2) return terms;
    const { graph } = this.things;
    const known = new Map<string, Term>();
    for (const term of terms) {
      const key = term >= 0 ? `<${term}` : `${graph.literalTag(term)} ${graph.text(term)}`;
      if (!known.has(key)) known.set(key, term);
    }
    return [...known.values()];
  }

  #isEmpty(term: Term): boolean {
    return term < 0 && this.things.graph.text(term).trim() === '';
  }

  /** A property of DCAT or Dublin Core beside those of schema.org, as Croissant's `conformsTo`. */
  #byTable(name: string, term: Term, node: RawNode, type: ClassName | undefined): boolean {
    if (type === undefined || !isAbsoluteIri(name) || name.startsWith('cr:')) return false;
    const row = propertiesByIri(type).get(name);
    if (row === undefined || row.inverse || (isClassName(row.range) && this.things.isDescribed(term))) return false;
    push(node.properties, row.key, this.#asItIs(term));
    return true;
  }

  #asItIs(term: Term): RawValue {
    if (term < 0) return this.#literalAsItIs(term);
    if (this.canRead(term)) {
      const node = this.read(term, undefined, references);
      const types = this.things.typesOf(term).map((type) => literal(nameOf(type)));
      if (types.length > 0) node.unmapped['@type'] = types;
      return { kind: 'node', node };
    }
    return { kind: 'iri', value: this.things.iri(term) ?? '' };
  }

  #literalAsItIs(term: Term): RawValue {
    const { graph } = this.things;
    const tag = graph.literalTag(term);
    const said = tag < 0 ? '' : graph.text(tag);
    return literal(graph.text(term), said.startsWith('@') ? said.slice(1) : undefined);
  }
}
