/**
 * RDFa as descriptions of datasets use it: RDFa Lite (https://www.w3.org/TR/rdfa-lite/) with `about`, `content`, `datatype`
 * and `rel` to an address. A link alone does not change what the text in it is about, as authors expect.
 */
import { absolute, type Element, isElement, type Node, textOf } from '#harvesters/html/dom.ts';
import { namespaces } from '#schemas/namespaces.ts';
import { add, type MarkupNode, textValue } from './microdata.ts';

/** Things of one page; a list of more is no description of datasets. */
const MAX_NODES = 20_000;

/** Characters of all values of a page together: properties within properties repeat the text of what they hold. */
const MAX_TEXT = 20_000_000;

interface Context {
  readonly subject: MarkupNode;
  readonly vocabulary: string | undefined;
  readonly prefixes: ReadonlyMap<string, string>;
  readonly language: string | undefined;
}

const words = (text: string | undefined): string[] => text?.split(/\s+/).filter((word) => word !== '') ?? [];

const withPrefixes = (known: ReadonlyMap<string, string>, written: string | undefined): ReadonlyMap<string, string> => {
  if (written === undefined) return known;
  const all = new Map(known);
  const tokens = words(written);
  for (let at = 0; at + 1 < tokens.length; at += 2) {
    all.set((tokens[at] ?? '').replace(/:$/, '').toLowerCase(), tokens[at + 1] ?? '');
  }
  return all;
};

class RdfaReader {
  readonly #base: string;
  readonly #nodes: MarkupNode[] = [];
  #text = 0;

  constructor(base: string) {
    this.#base = base;
  }

  read(roots: readonly Node[], language: string | undefined): MarkupNode[] {
    const page = this.#node(this.#base);
    const start: Context = { subject: page, vocabulary: undefined, prefixes: new Map(), language };
    const stack: { readonly node: Node; readonly context: Context }[] = roots
      .toReversed()
      .map((node) => ({ node, context: start }));
    for (let work = stack.pop(); work !== undefined; work = stack.pop()) {
      if (!isElement(work.node)) continue;
      const context = this.#element(work.node, work.context);
      for (let index = work.node.children.length - 1; index >= 0; index -= 1) {
        const child = work.node.children[index];
        if (child) stack.push({ node: child, context });
      }
    }
    return this.#nodes;
  }

  #node(iri?: string): MarkupNode {
    const node: MarkupNode = iri === undefined ? {} : { '@id': iri };
    if (this.#nodes.length < MAX_NODES) this.#nodes.push(node);
    return node;
  }

  #element(element: Element, outer: Context): Context {
    const { attribs } = element;
    const context: Context = {
      ...outer,
      vocabulary: attribs.vocab === undefined ? outer.vocabulary : attribs.vocab.trim() || undefined,
      prefixes: withPrefixes(outer.prefixes, attribs.prefix),
      language: (attribs.lang ?? attribs['xml:lang'])?.trim().toLowerCase() || outer.language,
    };
    const about = this.#address(attribs.about, context);
    const subject = about === undefined ? context.subject : this.#subjectOf(about, context.subject);
    const names = this.#names(attribs.property, context);
    if (attribs.typeof !== undefined)
      return { ...context, subject: this.#typed(element, about, subject, names, context) };
    if (names.length > 0) {
      const value = this.#value(element, context);
      if (value !== undefined) for (const name of names) add(subject, name, value);
    }
    const target = this.#target(attribs, context);
    for (const name of this.#names(attribs.rel, context))
      if (target !== undefined) add(subject, name, { '@id': target });
    if (about === undefined && names.length === 0 && attribs.rel === undefined && attribs.resource !== undefined) {
      return { ...context, subject: target === undefined ? subject : this.#node(target) };
    }
    return { ...context, subject };
  }

  #subjectOf(iri: string, outer: MarkupNode): MarkupNode {
    return outer['@id'] === iri ? outer : this.#node(iri);
  }

  /** A described thing: what `about` names, or the value of the property that stands on the same element. */
  #typed(
    element: Element,
    about: string | undefined,
    outer: MarkupNode,
    names: readonly string[],
    context: Context,
  ): MarkupNode {
    const { attribs } = element;
    const types = this.#names(attribs.typeof, context);
    const isValue = names.length > 0 && about === undefined;
    const node = about === undefined ? this.#node(this.#target(attribs, context)) : outer;
    for (const type of types) add(node, '@type', type);
    if (isValue)
      for (const name of names)
        add(outer, name, node['@id'] === undefined ? blank(node, this.#nodes) : { '@id': node['@id'] });
    return node;
  }

  /** Only prefixed names and names of a vocabulary mean anything. */
  #names(written: string | undefined, { vocabulary, prefixes }: Context): string[] {
    return words(written).flatMap((word) => {
      const colon = word.indexOf(':');
      if (colon < 0) return vocabulary === undefined ? [] : vocabulary + word;
      const namespace = prefixes.get(word.slice(0, colon).toLowerCase());
      if (namespace !== undefined) return namespace + word.slice(colon + 1);
      const known = (namespaces as Readonly<Record<string, string>>)[word.slice(0, colon)];
      return known === undefined ? word : known + word.slice(colon + 1);
    });
  }

  #address(written: string | undefined, { prefixes }: Context): string | undefined {
    const text = written?.trim().replace(/^\[(.*)\]$/, '$1');
    if (text === undefined || text === '') return undefined;
    const colon = text.indexOf(':');
    const namespace = colon < 0 ? undefined : prefixes.get(text.slice(0, colon).toLowerCase());
    if (namespace !== undefined && !text.startsWith('//', colon + 1)) return namespace + text.slice(colon + 1);
    return absolute(text, this.#base) ?? (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : undefined);
  }

  #target({ resource, href, src }: Element['attribs'], context: Context): string | undefined {
    return this.#address(resource, context) ?? this.#address(href, context) ?? this.#address(src, context);
  }

  #value(element: Element, context: Context): unknown {
    const { attribs } = element;
    if (attribs.content !== undefined)
      return textValue(attribs.content, attribs.datatype === undefined ? context.language : undefined);
    if (attribs.datetime !== undefined) return textValue(attribs.datetime, undefined);
    const target =
      attribs.datatype === undefined && attribs.rel === undefined ? this.#target(attribs, context) : undefined;
    if (target !== undefined) return { '@id': target };
    if (this.#text > MAX_TEXT) return undefined;
    const text = textOf(element.children);
    this.#text += text.length;
    return textValue(text, attribs.datatype === undefined ? context.language : undefined);
  }
}

/** A thing without an address stands inside what holds it, and nowhere else. */
const blank = (node: MarkupNode, nodes: MarkupNode[]): MarkupNode => {
  if (nodes.at(-1) === node) nodes.pop();
  return node;
};

/** The things that a page describes. @param base the page's address. @param language the page's own. */
export const readRdfa = (roots: readonly Node[], base: string, language: string | undefined): MarkupNode[] =>
  new RdfaReader(base).read(roots, language);
