/** Where in its part of a page a field stands, by the rule that the profile has for it. */
import type { CheerioAPI } from 'cheerio';
import type { Place } from '#schemas/reading.ts';
import { absolute, type Element, type Fragment, fragmentOf, isElement, languageOf, lineOf, type Node } from './dom.ts';
import { type Labelled, pairsByRule, pairsIn } from './labelled.ts';
import type { Profile } from './profile.ts';
import { type Section, sectionsIn } from './sections.ts';
import type { FieldRule } from './settings.ts';
import { isOneOf, matchLabel } from './synonyms.ts';
import type { TableRow } from './tables.ts';

/** A page that is being read. */
export interface PageView {
  readonly $: CheerioAPI;
  readonly url: string;
  /** What relative addresses resolve against: the page's address, unless the page says otherwise. */
  readonly base: string;
  readonly language: string | undefined;
}

/** A record's part of a page. */
export interface Scope extends PageView {
  readonly nodes: readonly Node[];
  /** True where the record is the page: selectors may then reach outside of the content, too. */
  readonly isPage: boolean;
  readonly row?: TableRow | undefined;
  readonly place: Place;
}

/** All labels of a scope, read once. */
export interface Labels {
  readonly pairs: readonly Labelled[];
  readonly sections: readonly Section[];
  readonly columns: readonly Labelled[];
}

/** Reads the labels of a scope. */
export const labelsOf = ({ $, nodes, row }: Scope, profile: Profile): Labels => {
  const isKnown = (label: string): boolean => matchLabel(label, profile.labels) !== undefined;
  return {
    pairs: [...pairsByRule($, nodes, profile.pairs), ...pairsIn(nodes, isKnown)],
    sections: sectionsIn(nodes, isKnown),
    columns: row?.cells ?? [],
  };
};

/** A fragment of plain text: what an attribute or a pattern gave. */
const plainFragment = ($: CheerioAPI, text: string, language: string | undefined): Fragment => ({
  nodes: $('<span>').text(text).toArray(),
  language,
});

/** Elements in a scope that a selector picks, the scope's own elements included. */
export const selected = ({ $, nodes, isPage }: Scope, selector: string): Element[] => {
  if (isPage) return $(selector).toArray().filter(isElement);
  const elements = $([...nodes]);
  return elements.filter(selector).add(elements.find(selector)).toArray().filter(isElement);
};

const attributeOf = (element: Element, attribute: string, { $, base }: Scope): Fragment[] => {
  const written = element.attribs[attribute]?.trim();
  if (!written) return [];
  const isAddress = attribute === 'href' || attribute === 'src';
  return [plainFragment($, (isAddress && absolute(written, base)) || written, languageOf(element))];
};

const byLabel = (words: string | string[], labelled: readonly Labelled[]): Fragment[] => {
  const isIt = isOneOf(words);
  return labelled.filter(({ label }) => isIt(label)).map(({ fragment }) => fragment);
};

const fragmentsAt = (rule: FieldRule, scope: Scope, labels: Labels): Fragment[] => {
  const { selector, attribute, column, label, heading } = rule;
  if (selector) {
    const elements = selected({ ...scope, isPage: scope.isPage || rule.from === 'page' }, selector);
    return elements.flatMap((element) =>
      attribute ? attributeOf(element, attribute, scope) : [fragmentOf([element])],
    );
  }
  if (column) return byLabel(column, labels.columns);
  if (label) return byLabel(label, [...labels.pairs, ...labels.columns]);
  return byLabel(
    heading ?? [],
    sectionsIn(scope.nodes, () => false),
  );
};

/** What a rule found, and the part of the page that it stands in: the same unless a pattern picked a piece. */
export interface Found {
  readonly fragment: Fragment;
  readonly origin: Fragment;
}

/** The fragments that a rule finds, in the order of the page; empty ones and those that its pattern does not fit left out. */
export function findField(rule: FieldRule, scope: Scope, labels: Labels): Found[] {
  const pattern = rule.pattern === undefined ? undefined : new RegExp(rule.pattern, 'u');
  return fragmentsAt(rule, scope, labels).flatMap((origin) => {
    const line = lineOf(origin.nodes);
    if (!pattern) return line === '' ? [] : [{ fragment: origin, origin }];
    const match = pattern.exec(line);
    return match ? [{ fragment: plainFragment(scope.$, match[1] ?? match[0], origin.language), origin }] : [];
  });
}

/** Where a rule looks, in words for a report. */
export const whereOf = ({ selector, label, heading, column }: FieldRule): string => {
  if (selector) return `the selector "${selector}"`;
  const [kind, words] = label ? ['label', label] : heading ? ['heading', heading] : ['column', column ?? ''];
  return `the ${kind} ${[words]
    .flat()
    .map((word) => `"${word}"`)
    .join(' or ')}`;
};
