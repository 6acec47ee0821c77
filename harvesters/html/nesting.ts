/** How deep the tags of a page nest, told before it is parsed: a parser's work on very deep nesting grows with its square. */

/** No page that people read nests this deep; a few hundred kilobytes of open tags would stop a worker for minutes. */
export const MAX_NESTING = 200;

/** Tags whose end may be left out (HTML § 13.1.2.4) and tags that have none: they do not add up. */
const uncounted = new Set(
  'area base br col embed hr img input link meta param source track wbr html head body p li dt dd tr td th thead tbody tfoot colgroup option optgroup rt rp'.split(
    ' ',
  ),
);

/** What holds no tags, and what ends it. */
const opaque: ReadonlyMap<string, string> = new Map([
  ['!--', '-->'],
  ['script', '</script'],
  ['style', '</style'],
  ['textarea', '</textarea'],
]);

/** True when more than MAX_NESTING tags are open at once. An end tag counts only against a start tag of its own name. */
export function nestsTooDeep(text: string): boolean {
  const tags = /<(\/?)([a-z][a-z0-9:-]*|!--)/gi;
  const open = new Map<string, number>();
  let depth = 0;
  for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
    const name = (tag[2] ?? '').toLowerCase();
    const closing = tag[1] === '/';
    const end = text.indexOf((closing ? undefined : opaque.get(name)) ?? '>', tags.lastIndex);
    if (end === -1) return false;
    tags.lastIndex = end;
    const count = open.get(name) ?? 0;
    if (uncounted.has(name) || opaque.has(name) || text[end - 1] === '/' || (closing && count === 0)) continue;
    open.set(name, count + (closing ? -1 : 1));
    depth += closing ? -1 : 1;
    if (depth > MAX_NESTING) return true;
  }
  return false;
}
