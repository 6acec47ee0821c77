/** Text and places of a parsed page. Trees are walked without recursion: how deep a page nests is the owner's choice. */
import type { Cheerio } from 'cheerio';

/** An element of a page. Derived from cheerio's own types, because it exports no name for it. */
export type Element = ReturnType<Cheerio<never>['find']> extends Cheerio<infer Found> ? Found : never;
/** Any node that stands in an element. */
export type Node = Element['children'][number];

/** A run of nodes that hold one value, and the language they are written in. */
export interface Fragment {
  readonly nodes: readonly Node[];
  readonly language: string | undefined;
}

const blocks = new Set(
  'address article aside blockquote br caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Narrows to elements, scripts and styles included. */
export const isElement = (node: Node | undefined | null): node is Element =>
  node?.type === 'tag' || node?.type === 'script' || node?.type === 'style';

const BREAK = Symbol('the end of a block');

function* pieces(nodes: readonly Node[]): Generator<string> {
  const stack: (Node | typeof BREAK)[] = nodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === BREAK) yield '\n';
    else if (node.type === 'text') yield node.data.replace(/\s+/g, ' ');
    else if (isElement(node)) {
      const block = blocks.has(node.name);
      if (block) {
        yield '\n';
        stack.push(BREAK);
      }
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        const child = node.children[index];
        if (child) stack.push(child);
      }
    }
  }
}

/** The text of nodes as a reader sees it: white space is one space, and each block a line of its own. */
export const linesOf = (nodes: readonly Node[]): string[] =>
  [...pieces(nodes)]
    .join('')
    .split('\n')
    .map((line) =>
      line.replace(/[\s\u00a0\u00ad\u200b]+/g, (space) => (space === '\u00ad' || space === '\u200b' ? '' : ' ')).trim(),
    )
    .filter((line) => line !== '');

/** The text of nodes, with a line break between blocks. */
export const textOf = (nodes: readonly Node[]): string => linesOf(nodes).join('\n');

/** The text of nodes on one line. */
export const lineOf = (nodes: readonly Node[]): string => linesOf(nodes).join(' ');

/** The language that an element's text is in: the nearest `lang` on the way up, in lower case; undefined where there is none. */
export function languageOf(node: Node | null | undefined): string | undefined {
  for (let current: Node | null | undefined = node; current; current = current.parent) {
    const language = isElement(current) ? (current.attribs.lang ?? current.attribs['xml:lang']) : undefined;
    if (language !== undefined) return language.trim().toLowerCase() || undefined;
  }
  return undefined;
}

/** A fragment of nodes; one element alone may say its own language. */
export const fragmentOf = (nodes: readonly Node[]): Fragment => {
  const content = nodes.filter((node) => isElement(node) || (node.type === 'text' && node.data.trim() !== ''));
  const only = content.length === 1 ? content[0] : undefined;
  return { nodes, language: languageOf(only ?? nodes[0]?.parent) ?? languageOf(nodes[0]) };
};

/** The elements in nodes, themselves included, in the order of the page, that a test picks. */
export function elementsIn(nodes: readonly Node[], picks: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const stack: Node[] = nodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    if (picks(node)) found.push(node);
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child) stack.push(child);
    }
  }
  return found;
}

/** Nodes with everything that they stand in. */
export function withAncestors(nodes: Iterable<Node>): Set<Node> {
  const all = new Set<Node>();
  for (const start of nodes) {
    for (let node: Node | null = start; node && !all.has(node); node = node.parent) all.add(node);
  }
  return all;
}

/** The absolute http(s) address that an href means on a page; undefined for anything else. */
export function absolute(href: string | undefined, base: string): string | undefined {
  const written = href?.trim();
  if (!written || !URL.canParse(written, base)) return undefined;
  const url = new URL(written, base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}
