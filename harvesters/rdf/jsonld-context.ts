/** Active contexts of JSON-LD 1.1: what the names in a document stand for (https://www.w3.org/TR/json-ld11-api/#context-processing-algorithm). */
import { namespaces } from '#schemas/namespaces.ts';
import { bundledContext } from './bundled-contexts.ts';
import { isAbsoluteIri, resolveIri } from './iri.ts';

/** What a name stands for. */
export interface Definition {
  /** An IRI or a keyword; null where the name is to be left out. */
  readonly iri: string | null;
  /** `@id`, `@vocab`, `@json`, `@none` or the IRI of a datatype. */
  readonly type: string | undefined;
  readonly language: string | null | undefined;
  readonly containers: ReadonlySet<string>;
  readonly reverse: boolean;
  readonly context: unknown;
}

/** The meaning of names at one place of a document. */
export interface ActiveContext {
  readonly base: string;
  readonly vocabulary: string | undefined;
  readonly language: string | undefined;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Some remote context that we do not have was named: names without meaning may have had one. */
  readonly incomplete: boolean;
  /** Names resolved before. */
  readonly resolved: Map<string, string | undefined>;
}

/** Contexts within contexts (arrays, remote ones, definitions of definitions). Without it a context could lead into itself. */
const MAX_NESTING = 32;

const NO_CONTAINERS: ReadonlySet<string> = new Set();

type Written = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const KEYWORD = /^@[A-Za-z]+$/;

/** The context that a document starts with. */
export const emptyContext = (base: string): ActiveContext => ({
  base,
  vocabulary: undefined,
  language: undefined,
  definitions: new Map(),
  incomplete: false,
  resolved: new Map(),
});

/** What a name, a prefixed name or an IRI stands for as a property or type; undefined where it stands for nothing. */
export const vocabularyIri = (context: ActiveContext, name: string): string | undefined => {
  if (context.resolved.has(name)) return context.resolved.get(name);
  const iri = unresolvedIri(context, name);
  context.resolved.set(name, iri);
  return iri;
};

const unresolvedIri = (context: ActiveContext, name: string): string | undefined => {
  if (KEYWORD.test(name)) return name;
  const definition = context.definitions.get(name);
  if (definition !== undefined) return definition.iri ?? undefined;
  return compactIri(context, name) ?? (context.vocabulary === undefined ? undefined : context.vocabulary + name);
};

/** The IRI of a name with a colon: by a prefix of the context, a well-known one, or as it stands. */
const compactIri = (context: ActiveContext, name: string): string | undefined => {
  const colon = name.indexOf(':');
  if (colon < 0) return undefined;
  const prefix = name.slice(0, colon);
  const local = name.slice(colon + 1);
  if (prefix === '_' || local.startsWith('//')) return name;
  const namespace = context.definitions.get(prefix)?.iri;
  if (namespace != null) return namespace + local;
  const known = (namespaces as Record<string, string>)[prefix];
  if (known !== undefined) return known + local;
  return isAbsoluteIri(name) ? name : undefined;
};

/** The IRI of a node: prefixed, absolute or relative to the document. */
export const documentIri = (context: ActiveContext, name: string): string =>
  compactIri(context, name) ?? resolveIri(name, context.base);

/** Applies contexts one to another; reports each remote one that we do not have once. */
export class Contexts {
  readonly #unknown: (address: string) => void;
  readonly #seen = new Map<ActiveContext, Map<object, ActiveContext>>();

  constructor(unknown: (address: string) => void) {
    this.#unknown = unknown;
  }

  /** The context inside a node with this `@context`; the same object under the same context is worked out once. */
  apply(active: ActiveContext, local: unknown, depth = 0): ActiveContext {
    if (!isObject(local)) return this.#applied(active, local, depth);
    const known = this.#seen.get(active) ?? new Map<object, ActiveContext>();
    this.#seen.set(active, known);
    const before = known.get(local);
    if (before !== undefined) return before;
    const result = this.#applied(active, local, depth);
    known.set(local, result);
    return result;
  }

  #applied(active: ActiveContext, local: unknown, depth: number): ActiveContext {
    if (depth > MAX_NESTING) return active;
    if (Array.isArray(local)) {
      return local.reduce<ActiveContext>((context, part) => this.apply(context, part, depth + 1), active);
    }
    if (local === null) return emptyContext(active.base);
    if (typeof local === 'string') return this.#remote(active, local, depth);
    return isObject(local) ? this.#extended(active, local, depth) : active;
  }

  #remote(active: ActiveContext, address: string, depth: number): ActiveContext {
    const found = bundledContext(address) ?? bundledContext(resolveIri(address, active.base));
    if (found !== undefined) return this.apply(active, found, depth + 1);
    this.#unknown(address);
    return { ...active, incomplete: true, resolved: new Map() };
  }

  #extended(before: ActiveContext, local: Written, depth: number): ActiveContext {
    const active = local['@import'] === undefined ? before : this.apply(before, local['@import'], depth + 1);
    const definitions = new Map(active.definitions);
    const base = typeof local['@base'] === 'string' ? resolveIri(local['@base'], active.base) : active.base;
    const context = {
      ...active,
      base,
      language: languageOf(local, active.language),
      vocabulary: active.vocabulary,
      definitions,
      resolved: new Map<string, string | undefined>(),
    };
    const vocabulary = local['@vocab'];
    if (vocabulary === null) context.vocabulary = undefined;
    if (typeof vocabulary === 'string') {
      context.vocabulary = vocabulary === '' ? base : (compactIri(context, vocabulary) ?? vocabulary);
    }
    const busy = new Set<string>();
    for (const term of Object.keys(local)) if (!KEYWORD.test(term)) define(context, definitions, local, term, busy);
    context.resolved.clear();
    return context;
  }
}

const languageOf = (local: Written, before: string | undefined): string | undefined => {
  const written = local['@language'];
  if (written === null) return undefined;
  return typeof written === 'string' ? written.toLowerCase() : before;
};

const define = (
  context: ActiveContext,
  definitions: Map<string, Definition>,
  local: Written,
  term: string,
  busy: Set<string>,
): void => {
  if (busy.has(term)) return;
  busy.add(term);
  const written = local[term];
  const shape: Written = isObject(written) ? written : { '@id': written };
  const named = shape['@reverse'] ?? (shape['@id'] === undefined ? term : shape['@id']);
  const resolve = (name: string): string | undefined => {
    // A definition may use a name that the same context defines further down.
    const prefix = name.split(':', 1)[0] ?? '';
    for (const needed of [name, prefix]) {
      if (needed !== term && Object.hasOwn(local, needed)) define(context, definitions, local, needed, busy);
    }
    context.resolved.clear();
    if (name !== term) return vocabularyIri(context, name);
    return compactIri(context, name) ?? (context.vocabulary === undefined ? undefined : context.vocabulary + name);
  };
  const iri = typeof named === 'string' ? (resolve(named) ?? null) : null;
  const type = typeof shape['@type'] === 'string' ? resolve(shape['@type']) : undefined;
  const language = shape['@language'];
  const containers =
    shape['@container'] === undefined ? NO_CONTAINERS : new Set(asList(shape['@container']).map(String));
  definitions.set(term, {
    iri,
    type,
    language: typeof language === 'string' ? language.toLowerCase() : language === null ? null : undefined,
    containers,
    reverse: shape['@reverse'] !== undefined,
    context: shape['@context'],
  });
};
