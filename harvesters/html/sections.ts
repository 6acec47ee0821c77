/** Headings and the text under them, wherever in the tree the two stand. */
import { type Element, elementsIn, fragmentOf, isElement, lineOf, type Node, withAncestors } from './dom.ts';
import type { Labelled } from './labelled.ts';

const rankOf = (element: Element): number => Number(/^h([1-6])$/.exec(element.name)?.[1] ?? 0);

const isHeading = (element: Element): boolean => rankOf(element) > 0;

/** The node behind this one in the order of the page, without going into it; undefined at the end of the scope. */
function following(node: Node, scope: ReadonlySet<Node>): Node | undefined {
  for (let current: Node = node; ; ) {
    if (scope.has(current)) return siblingInScope(current, scope);
    if (current.next) return current.next;
    if (!current.parent) return undefined;
    current = current.parent;
  }
}

const siblingInScope = (node: Node, scope: ReadonlySet<Node>): Node | undefined => {
  const next = node.next;
  return next && scope.has(next) ? next : undefined;
};

/** The whole nodes between a heading and the one that ends its section; to the end of the scope where none does. */
function contentOf(heading: Element, end: Element | undefined, scope: ReadonlySet<Node>): Node[] {
  const content: Node[] = [];
  const holdsEnd = withAncestors(end ? [end] : []);
  let node = following(heading, scope);
  while (node && node !== end) {
    if (holdsEnd.has(node) && isElement(node) && node.children[0]) node = node.children[0];
    else {
      content.push(node);
      node = following(node, scope);
    }
  }
  return content;
}

/** A section of a page. */
export interface Section extends Labelled {
  readonly heading: Element;
}

/**
 * The sections of nodes: the text under each heading until the next of the same or a higher level. A heading below it that
 * `endsEarly` knows as a label of its own ends the section too, so that its text is not told twice.
 */
export function sectionsIn(nodes: readonly Node[], endsEarly: (label: string) => boolean): Section[] {
  const scope = new Set(nodes);
  const headings = elementsIn(nodes, isHeading);
  const known = new Set(headings.filter((heading) => endsEarly(lineOf(heading.children))));
  return headings.flatMap((heading, index) => {
    const ends = (other: Element): boolean => rankOf(other) <= rankOf(heading) || known.has(other);
    let end = index + 1;
    // A loop and not a search in a copy: six ranks bound how often a heading is passed over, copies would square the work.
    for (let other = headings[end]; other && !ends(other); other = headings[end]) end += 1;
    const label = lineOf(heading.children)
      .replace(/(?<!:):+$/, '')
      .trimEnd();
    if (label === '') return [];
    return [{ heading, label, fragment: fragmentOf(contentOf(heading, headings[end], scope)) }];
  });
}
