/** The source's own stable name of a record, by the profile's rule. Null where it gives none: then the landing page is the name. */
import { lineOf } from './dom.ts';
import { findField, type Labels, type Scope, selected } from './fields.ts';
import type { IdentifierRule } from './settings.ts';

/** An identifier is a name; a longer text is a value that stood in its place. */
const MAX_IDENTIFIER_LENGTH = 300;

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone percent sign is no escape: then it stands for itself
  }
};

/** The last part of an address's path, without the ending of a page. */
const slugOf = (url: string): string | undefined => {
  const last = new URL(url).pathname.split('/').findLast((part) => part !== '');
  return last ? unescaped(last).replace(/\.(?:html?|aspx|php)$/i, '') || undefined : undefined;
};

const read = (rule: IdentifierRule, scope: Scope, labels: Labels): string | undefined => {
  // A page of several records gives all of them one slug: it is then no name.
  if (rule === 'slug') return scope.isPage ? slugOf(scope.url) : undefined;
  if ('query' in rule) return new URL(scope.url).searchParams.get(rule.query) ?? undefined;
  if ('pattern' in rule) return new RegExp(rule.pattern, 'u').exec(scope.url)?.slice(0, 2).pop();
  if ('label' in rule)
    return textAt(findField({ property: 'identifier', label: rule.label }, scope, labels)[0]?.fragment.nodes);
  if ('selector' in rule) {
    const [element] = selected(scope, rule.selector);
    return rule.attribute ? element?.attribs[rule.attribute] : textAt(element && [element]);
  }
  const [element] = scope.nodes;
  return element?.type === 'tag' ? element.attribs[rule.attribute] : undefined;
};

const textAt = (nodes: Parameters<typeof lineOf>[0] | undefined): string | undefined =>
  nodes ? lineOf(nodes) : undefined;

/** Reads a record's identifier. */
export const identifierOf = (rule: IdentifierRule, scope: Scope, labels: Labels): string | null =>
  read(rule, scope, labels)?.trim().slice(0, MAX_IDENTIFIER_LENGTH) || null;
