/** Which pages a list page leads to. */
import type { CheerioAPI } from 'cheerio';
import type { PageRequest } from '#schemas/reading.ts';
import { absolute, type Element, elementsIn, lineOf, type Node } from './dom.ts';
import type { Profile } from './profile.ts';
import { sectionsIn } from './sections.ts';
import { isOneOf } from './synonyms.ts';

/** A list page with more register pages than this is no list of registers: a rule takes in the whole site. */
export const MAX_LINKS_PER_PAGE = 5000;

/** What a page was asked for as; it comes back with the page. */
export type PageRole = 'list' | 'register';

const isAnchor = ({ name, attribs }: Element): boolean =>
  (name === 'a' || name === 'area') && attribs.href !== undefined;

/** The address that a link means, without its fragment: the same page is asked for once. */
const targetOf = (anchor: Element, base: string): string | undefined =>
  absolute(anchor.attribs.href, base)?.replace(/#[\s\S]*$/, '');

const scopeOf = ($: CheerioAPI, { selector, heading }: NonNullable<Profile['links']>): readonly Node[] => {
  if (selector) return $(selector).toArray();
  const body = $('body').toArray();
  if (!heading) return body;
  return sectionsIn(body, () => false)
    .filter(({ label }) => isOneOf(heading)(label))
    .flatMap(({ fragment }) => [...fragment.nodes]);
};

/** The register pages that a list page names, each once. */
export function registerPages($: CheerioAPI, url: string, rule: NonNullable<Profile['links']>): PageRequest[] {
  const wanted = rule.pattern ? new RegExp(rule.pattern, 'u') : undefined;
  const targets = elementsIn(scopeOf($, rule), isAnchor).flatMap((anchor) => targetOf(anchor, url) ?? []);
  return [...new Set(targets)]
    .filter((target) => wanted?.test(target) ?? true)
    .map((target) => ({ url: target, relation: 'child', context: 'register' satisfies PageRole }));
}

const isNextByText = (words: string | readonly string[]): ((anchor: Element) => boolean) => {
  const says = isOneOf(words);
  return (anchor) => isAnchor(anchor) && (says(lineOf(anchor.children)) || says(anchor.attribs['aria-label'] ?? ''));
};

/** The next page of a list, or none. */
export function nextPage($: CheerioAPI, url: string, rule: Profile['next']): PageRequest | undefined {
  if (!rule) return undefined;
  const found = rule.selector
    ? elementsIn($(rule.selector).toArray(), isAnchor)
    : elementsIn($('body').toArray(), isNextByText(rule.text ?? []));
  // A link to the page itself is how many sites draw the button on the last page.
  const target = found
    .filter(({ attribs }) => !attribs.href?.trim().startsWith('#'))
    .flatMap((anchor) => targetOf(anchor, url) ?? [])[0];
  return target ? { url: target, relation: 'next', context: 'list' satisfies PageRole } : undefined;
}
