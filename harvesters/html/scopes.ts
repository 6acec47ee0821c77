/** The records of a page, as parts of its tree. */
import type { CheerioAPI } from 'cheerio';
import { type Element, isElement, type Node } from './dom.ts';
import type { PageView, Scope } from './fields.ts';
import type { Profile } from './profile.ts';
import { sectionsIn } from './sections.ts';
import { readTable, type TableRow } from './tables.ts';

/** A CSS path to an element, short enough to read out: its id, or its name and number among its kind. */
const pathOf = (element: Element): string => {
  const parts: string[] = [];
  for (let node: Node | null = element; isElement(node); node = node.parent) {
    if (node.attribs.id) return [`#${node.attribs.id}`, ...parts].join(' > ');
    const { name } = node;
    const siblings = node.parent?.children.filter((child) => isElement(child) && child.name === name) ?? [];
    parts.unshift(siblings.length > 1 ? `${name}:nth-of-type(${siblings.indexOf(node) + 1})` : name);
  }
  return parts.join(' > ');
};

const contentOf = ($: CheerioAPI, { content }: Profile): Node[] => {
  const found = $(content).toArray();
  return found.length > 0 ? found : $('body').toArray();
};

/** A page of more records than this is cut: a rule that takes every element for a record would fill the catalogue. */
export const MAX_RECORDS_PER_PAGE = 5000;

/** A record's part of a page before it is made a scope. */
interface Part {
  readonly element: Element;
  readonly nodes: readonly Node[];
  readonly row?: TableRow;
}

const partsOf = ({ $ }: PageView, profile: Profile): Part[] => {
  const { record } = profile;
  const pick = (selector: string): Element[] => $(selector).toArray().filter(isElement);
  if (record === 'page') return [];
  if ('each' in record) return pick(record.each).map((element) => ({ element, nodes: [element] }));
  if ('rows' in record) {
    const rows = pick(record.rows).flatMap((table) => readTable(table)?.rows ?? []);
    return rows.map((row) => ({ element: row.element, nodes: [row.element], row }));
  }
  const within = record.within ? pick(record.within) : contentOf($, profile);
  return sectionsIn(within, () => false)
    .filter(({ heading }) => heading.name === record.sections)
    .map(({ heading, fragment }) => ({ element: heading, nodes: [heading, ...fragment.nodes] }));
};

/** The records of a page by the profile's rule: at most MAX_RECORDS_PER_PAGE of them, and how many there are. */
export function scopesOf(view: PageView, profile: Profile): { scopes: Scope[]; total: number } {
  if (profile.record === 'page') {
    return { scopes: [{ ...view, nodes: contentOf(view.$, profile), isPage: true, place: {} }], total: 1 };
  }
  const parts = partsOf(view, profile);
  const scopes = parts
    .slice(0, MAX_RECORDS_PER_PAGE)
    .map(
      ({ element, nodes, row }): Scope => ({ ...view, nodes, row, isPage: false, place: { path: pathOf(element) } }),
    );
  return { scopes, total: parts.length };
}
