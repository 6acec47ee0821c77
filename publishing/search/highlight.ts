/** Shows in a text what was found in it. Texts are strangers' texts: all that is not our mark is escaped. */
import { fold, PART_LENGTH, type Word, wordsOf } from './fold.ts';
import type { Term } from './query.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text that shows as itself in HTML. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** Letters of a long text around its first mark: two lines on a screen. */
const SNIPPET_BEFORE = 80;
const SNIPPET_LENGTH = 240;

/** Whether it is worth looking at each word of a text. */
function mayHave(text: string, terms: readonly Term[]): boolean {
  const folded = fold(text);
  return terms.some(({ folded: term, corrections }) => [term, ...corrections].some((form) => folded.includes(form)));
}

const isFound = (terms: readonly Term[], { folded }: Word): boolean =>
  terms.some(({ folded: term, corrections }) =>
    [term, ...corrections].some(
      (form) =>
        folded === form ||
        (form.length > 2 && folded.startsWith(form)) ||
        (form.length >= PART_LENGTH && folded.includes(form)),
    ),
  );

/** The nearest border of a word, so that a snippet does not begin inside one. */
function cutAt(text: string, wanted: number): number {
  if (wanted <= 0) return 0;
  const space = text.indexOf(' ', wanted);
  return space >= 0 && space < wanted + 30 ? space + 1 : wanted;
}

/** The text with `<mark>` around each word that a term found, otherwise escaped; undefined when none did. */
export function marked(text: string, terms: readonly Term[]): string | undefined {
  if (!mayHave(text, terms)) return undefined;
  const found = wordsOf(text)
    .filter((word) => isFound(terms, word))
    .toArray();
  const [first] = found;
  if (!first) return undefined;
  const from =
    text.length <= SNIPPET_LENGTH ? 0 : cutAt(text, Math.min(first.start, Math.max(0, first.start - SNIPPET_BEFORE)));
  const to = Math.max(first.end, Math.min(text.length, from + SNIPPET_LENGTH));
  let html = from > 0 ? '… ' : '';
  let at = Math.min(from, first.start);
  for (const { start, end } of found) {
    if (end > to) break;
    html += `${escaped(text.slice(at, start))}<mark>${escaped(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escaped(text.slice(at, to)) + (to < text.length ? ' …' : '');
}
