/** Qualified names of an XML document as terms, under the namespace declarations in force. */
import { namespaces } from '#schemas/namespaces.ts';
import type { Findings } from './findings.ts';
import type { Term, TripleGraph } from './graph.ts';
import { repairIri } from './iri.ts';

/** One set of declarations in force; an element that declares more gets a scope of its own. */
export interface NameScope {
  readonly prefixes: ReadonlyMap<string, string>;
  /** Names already resolved under these declarations. */
  readonly elements: Map<string, Term>;
}

const XML = 'http://www.w3.org/XML/1998/namespace';

/** Turns qualified names into terms. A prefix nobody declared is supplied where it is well known, with a problem. */
export class XmlNames {
  readonly #graph: TripleGraph;
  readonly #findings: Findings;
  readonly #supplied = new Set<string>();

  constructor(graph: TripleGraph, findings: Findings) {
    this.#graph = graph;
    this.#findings = findings;
  }

  root(): NameScope {
    return { prefixes: new Map([['xml', XML]]), elements: new Map() };
  }

  /** The scope inside an element with these attributes. */
  inside(scope: NameScope, attributes: Readonly<Record<string, string>>, line: number): NameScope {
    let prefixes: Map<string, string> | undefined;
    for (const name in attributes) {
      if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
      prefixes ??= new Map(scope.prefixes);
      prefixes.set(name.slice(6), this.#namespace(attributes[name] ?? '', line));
    }
    return prefixes === undefined ? scope : { prefixes, elements: new Map() };
  }

  /** A quote that slipped into a declaration would stand in the name of every property. */
  #namespace(written: string, line: number): string {
    const namespace = repairIri(written.replace(/(?<!["'<>\s])["'<>\s]+$/, ''));
    if (namespace !== written) {
      const message = `the namespace ${written} is not an address; it was read as ${namespace}`;
      this.#findings.problem({ code: 'iri-repaired', message, place: { line } });
    }
    return namespace;
  }

  /** The term of an element's or a prefixed attribute's name. */
  term(scope: NameScope, name: string, line: number): Term {
    let term = scope.elements.get(name);
    if (term === undefined) {
      term = this.#graph.termOf(this.#resolve(scope, name, line));
      scope.elements.set(name, term);
    }
    return term;
  }

  #resolve(scope: NameScope, name: string, line: number): string {
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const namespace = scope.prefixes.get(prefix) ?? this.#supply(prefix, line);
    return namespace === undefined ? name : namespace + name.slice(colon + 1);
  }

  #supply(prefix: string, line: number): string | undefined {
    if (prefix === '') return undefined;
    const known = (namespaces as Record<string, string>)[prefix];
    if (!this.#supplied.has(prefix)) {
      this.#supplied.add(prefix);
      const meaning = known === undefined ? 'its names were kept as written' : `it was taken to mean ${known}`;
      this.#findings.problem({
        code: known === undefined ? 'prefix-unknown' : 'prefix-supplied',
        message: `the prefix "${prefix}" is not declared; ${meaning}`,
        place: { line },
      });
    }
    return known;
  }
}
