/** The records of a page, as parts of its tree. */
import type { CheerioAPI } from 'cheerio';
import { type Element, isElement, type Node } from './dom.ts';
import type { Scope } from './fields.ts';
import type { Profile } from './profile.ts';
import { sectionsIn } from './sections.ts';
import { readTable } from './tables.ts';

/** A CSS path to an element, short enough to read out: its id, or its name and number among its kind. */
const pathOf = (element: Element): string => {
  const parts: string[] = [];
  for (let node: Node | null = element; isElement(node); node = node.parent as Node | null) {
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

/** Finds the records of a page by the profile's rule. */
export function scopesOf($: CheerioAPI, url: string, language: string | undefined, profile: Profile): Scope[] {
  const { record } = profile;
  const scope = (nodes: readonly Node[], element: Element): Scope => ({
    $,
    url,
    language,
    nodes,
    isPage: false,
    place: { path: pathOf(element) },
  });
  if (record === 'page') return [{ $, url, language, nodes: contentOf($, profile), isPage: true, place: {} }];
  if ('each' in record)
    return $(record.each)
      .toArray()
      .filter(isElement)
      .map((element) => scope([element], element));
  if ('rows' in record) {
    const tables = $(record.rows)
      .toArray()
      .filter(isElement)
      .flatMap((table) => readTable(table) ?? []);
    return tables.flatMap(({ rows }) => rows.map((row) => ({ ...scope([row.element], row.element), row })));
  }
  const within = record.within ? $(record.within).toArray() : contentOf($, profile);
  return sectionsIn(within, () => false)
    .filter(({ heading }) => heading.name === record.sections)
    .map(({ heading, fragment }) => scope([heading, ...fragment.nodes], heading));
}
