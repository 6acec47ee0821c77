/** Microdata (https://html.spec.whatwg.org/multipage/microdata.html) as JSON-LD objects, in one walk over the page. */
import { absolute, type Element, isElement, type Node, textOf } from '#harvesters/html/dom.ts';
import { namespaces } from '#schemas/namespaces.ts';

/** Items of one page; a list of more is no description of datasets. */
const MAX_ITEMS = 20_000;

/** Characters of all values of a page together: properties within properties repeat the text of what they hold. */
const MAX_TEXT = 20_000_000;

/** A thing on its way into the graph. */
export type MarkupNode = Record<string, unknown[] | string>;

/** Puts a value under the IRI of a property. */
export const add = (node: MarkupNode, name: string, value: unknown): void => {
  const key = name === '__proto__' ? '"__proto__"' : name;
  const values = node[key];
  if (Array.isArray(values)) values.push(value);
  else if (values === undefined) node[key] = [value];
};

/** A text value with its language. */
export const textValue = (text: string, language: string | undefined): unknown =>
  language === undefined || !/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(language)
    ? { '@value': text }
    : { '@value': text, '@language': language };

interface Work {
  readonly node: Node;
  readonly item: MarkupNode | undefined;
  readonly vocabulary: string;
  readonly language: string | undefined;
}

const words = (text: string | undefined): string[] => text?.split(/\s+/).filter((word) => word !== '') ?? [];

const SOURCES = new Set(['audio', 'embed', 'iframe', 'img', 'source', 'track', 'video']);
const LINKS = new Set(['a', 'area', 'link']);

/** The address that an element of a kind names, where that is its value. */
const addressIn = ({ name, attribs }: Element): string | undefined => {
  if (LINKS.has(name)) return attribs.href;
  if (SOURCES.has(name)) return attribs.src;
  return name === 'object' ? attribs.data : undefined;
};

class MicrodataReader {
  readonly items: MarkupNode[] = [];
  readonly #base: string;
  readonly #byId = new Map<string, Element>();
  readonly #referenced: { readonly ids: readonly string[]; readonly work: Omit<Work, 'node'> }[] = [];
  #text = 0;
  #count = 0;

  constructor(base: string) {
    this.#base = base;
  }

  read(roots: readonly Node[], language: string | undefined): MarkupNode[] {
    const vocabulary = namespaces.schema;
    this.#walk(roots.toReversed().map((node) => ({ node, item: undefined, vocabulary, language })));
    // Parts that stand elsewhere are known once the whole page was walked; each is taken in once an item.
    for (const { ids, work } of this.#referenced.splice(0)) {
      const elements = [...new Set(ids)].flatMap((id) => this.#byId.get(id) ?? []);
      this.#walk(elements.toReversed().map((node) => ({ ...work, node })));
    }
    return this.items;
  }

  #walk(stack: Work[]): void {
    for (let work = stack.pop(); work !== undefined; work = stack.pop()) {
      const { node } = work;
      if (!isElement(node)) continue;
      if (node.attribs.id !== undefined && !this.#byId.has(node.attribs.id)) this.#byId.set(node.attribs.id, node);
      const inner = this.#element(node, work);
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        const child = node.children[index];
        if (child) stack.push({ ...inner, node: child });
      }
    }
  }

  #element(element: Element, work: Work): Omit<Work, 'node'> {
    const { attribs } = element;
    const language = attribs.lang?.trim().toLowerCase() || work.language;
    const names = work.item === undefined ? [] : words(attribs.itemprop);
    if (attribs.itemscope === undefined || this.#count >= MAX_ITEMS) {
      if (names.length > 0 && work.item !== undefined) this.#property(element, work.item, names, { ...work, language });
      return { ...work, language };
    }
    const { item, vocabulary } = this.#item(element, work.vocabulary);
    if (work.item !== undefined && names.length > 0) {
      for (const name of names) add(work.item, this.#iriOf(name, work.vocabulary), item);
    } else this.items.push(item);
    const inner = { item, vocabulary, language };
    if (attribs.itemref !== undefined) this.#referenced.push({ ids: words(attribs.itemref), work: inner });
    return inner;
  }

  #item({ attribs }: Element, outer: string): { item: MarkupNode; vocabulary: string } {
    this.#count += 1;
    const types = words(attribs.itemtype).filter((type) => URL.canParse(type));
    const [first] = types;
    const item: MarkupNode = {};
    if (types.length > 0) item['@type'] = types;
    const id = attribs.itemid?.trim();
    if (id) item['@id'] = absolute(id, this.#base) ?? id;
    return {
      item,
      vocabulary:
        first === undefined ? outer : first.slice(0, Math.max(first.lastIndexOf('/'), first.lastIndexOf('#')) + 1),
    };
  }

  #iriOf(name: string, vocabulary: string): string {
    return /^[a-z][a-z0-9+.-]*:/i.test(name) ? name : vocabulary + name;
  }

  #property(
    element: Element,
    item: MarkupNode,
    names: readonly string[],
    { vocabulary, language }: Omit<Work, 'node'>,
  ): void {
    const value = this.#value(element, language);
    if (value !== undefined) for (const name of names) add(item, this.#iriOf(name, vocabulary), value);
  }

  #value(element: Element, language: string | undefined): unknown {
    const { attribs, name } = element;
    if (attribs.content !== undefined) return textValue(attribs.content, language);
    const written = addressIn(element);
    if (written !== undefined) {
      const url = absolute(written, this.#base);
      return url === undefined ? textValue(written.trim(), undefined) : { '@id': url };
    }
    if (name === 'data' || name === 'meter') return textValue(attribs.value ?? '', undefined);
    if (name === 'time' && attribs.datetime !== undefined) return textValue(attribs.datetime, undefined);
    if (this.#text > MAX_TEXT) return undefined;
    const text = textOf(element.children);
    this.#text += text.length;
    return textValue(text, language);
  }
}

/** The top items of a page with all that they hold. @param base the page's address. @param language the page's own. */
export const readMicrodata = (roots: readonly Node[], base: string, language: string | undefined): MarkupNode[] =>
  new MicrodataReader(base).read(roots, language);
