/** Headings and the text under them, wherever in the tree the two stand. */
import { type Element, elementsIn, fragmentOf, isElement, lineOf, type Node } from './dom.ts';
import type { Labelled } from './labelled.ts';

const rankOf = (element: Element): number => Number(/^h([1-6])$/.exec(element.name)?.[1] ?? 0);

const isHeading = (element: Element): boolean => rankOf(element) > 0;

/** The headings in nodes. */
export const headingsIn = (nodes: readonly Node[]): Element[] => elementsIn(nodes, isHeading);

/** The node behind this one in the order of the page, without going into it; undefined at the end of the scope. */
function following(node: Node, scope: ReadonlySet<Node>): Node | undefined {
  for (let current: Node = node; ; ) {
    if (scope.has(current)) return siblingInScope(current, scope);
    if (current.next) return current.next as Node;
    if (!current.parent) return undefined;
    current = current.parent as Node;
  }
}

const siblingInScope = (node: Node, scope: ReadonlySet<Node>): Node | undefined => {
  const next = node.next as Node | null;
  return next && scope.has(next) ? next : undefined;
};

/** The whole nodes between a heading and the next one that ends its section. */
function contentOf(
  heading: Element,
  ends: ReadonlySet<Node>,
  holdsEnd: ReadonlySet<Node>,
  scope: ReadonlySet<Node>,
): Node[] {
  const content: Node[] = [];
  let node = following(heading, scope);
  while (node && !ends.has(node)) {
    if (holdsEnd.has(node) && isElement(node) && node.children[0]) node = node.children[0];
    else {
      content.push(node);
      node = following(node, scope);
    }
  }
  return content;
}

const withAncestors = (nodes: Iterable<Node>): Set<Node> => {
  const all = new Set<Node>();
  for (const start of nodes) {
    for (let node: Node | null = start; node && !all.has(node); node = node.parent as Node | null) all.add(node);
  }
  return all;
};

/** A section of a page. */
export interface Section extends Labelled {
  readonly heading: Element;
}

/** More headings than this, and every one asks where it ends: the work would grow with their square. */
const MAX_HEADINGS = 500;

/**
 * The sections of nodes: the text under each heading until the next of the same or a higher level. A heading below it that
 * `endsEarly` knows as a label of its own ends the section too, so that its text is not told twice.
 */
export function sectionsIn(nodes: readonly Node[], endsEarly: (label: string) => boolean): Section[] {
  const scope = new Set(nodes);
  const headings = headingsIn(nodes).slice(0, MAX_HEADINGS);
  const known = new Set(headings.filter((heading) => endsEarly(lineOf(heading.children))));
  return headings.flatMap((heading, index) => {
    const ends = new Set<Node>(
      headings.slice(index + 1).filter((other) => rankOf(other) <= rankOf(heading) || known.has(other)),
    );
    const content = contentOf(heading, ends, withAncestors(ends), scope);
    const label = lineOf(heading.children).replace(/\s*:+$/, '');
    return label === '' ? [] : [{ heading, label, fragment: fragmentOf(content) }];
  });
}
