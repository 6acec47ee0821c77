/** What a person asked, as terms, and as the expression that the full-text index takes. Nothing of it reaches the index unquoted. */
import { PART_LENGTH, wordsOf } from './fold.ts';

/** A question has a sentence at most; what is longer was pasted by mistake, and is refused. */
export const QUERY_LENGTH = 300;
/** Each term costs a look into the index. Those beyond are left out. */
const QUERY_TERMS = 12;

/** Shorter terms must be whole words: every word begins with one of them. */
const PREFIX_LENGTH = 3;

/** A term of a question. */
export interface Term {
  readonly folded: string;
  /** As written, where that is another; ranks those who write it alike higher. */
  readonly kept: string | undefined;
  /** What may have been meant, where nothing has the term itself: beginnings of words that there are. */
  readonly corrections: readonly string[];
}

/** The terms of a question in their order, each once. */
export function termsOf(query: string): Term[] {
  const terms = new Map<string, Term>();
  for (const { folded, kept } of wordsOf(query.slice(0, QUERY_LENGTH))) {
    if (terms.size === QUERY_TERMS) break;
    if (!terms.has(folded)) terms.set(folded, { folded, kept: kept === folded ? undefined : kept, corrections: [] });
  }
  return [...terms.values()];
}

/** Terms hold letters and digits alone; doubling quotes keeps that from being something one has to know here. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The term as a whole word. */
export const wholeWord = ({ folded }: Term): string => quoted(folded);

const beginning = (text: string): string => (text.length < PREFIX_LENGTH ? quoted(text) : `${quoted(text)} *`);

/** The forms of a term at the start of a title. */
function atStart({ folded, corrections }: Term, starts: readonly string[]): string[] {
  const words = starts.length === 0 ? [] : [folded, ...corrections].filter((word) => word.length >= PREFIX_LENGTH);
  return words.map((word) => `({${starts.join(' ')}} : ^ ${quoted(word)} *)`);
}

/** A term in whatever form it may stand: the whole word, the start of one, as written, as it was meant, or first in a title. */
function anyForm(term: Term, starts: readonly string[] = []): string {
  const { folded, kept, corrections } = term;
  const forms = [quoted(folded), beginning(folded), ...(kept === undefined ? [] : [quoted(kept)])];
  return `(${[...forms, ...corrections.map(beginning), ...atStart(term, starts)].join(' OR ')})`;
}

/** A term that is shorter than any inner part is not looked for in them: `ssi` would find every depression. */
const anywhere = ({ folded }: Term, forms: string): string =>
  folded.length < PART_LENGTH ? `(- part : ${forms})` : forms;

/**
 * All terms, each in any form, for ranking. The table has a column `part`.
 * @param starts columns of titles: what begins with a term ranks higher.
 */
export const allOf = (terms: readonly Term[], starts: readonly string[] = []): string =>
  terms.map((term) => anywhere(term, anyForm(term, term.folded.length < PART_LENGTH ? [] : starts))).join(' AND ');

/** The rows that `allOf` finds, by fewer looks: the whole word and the word as it is written have its beginning too. */
export const foundBy = (terms: readonly Term[]): string =>
  terms
    .map((term) => anywhere(term, `(${[term.folded, ...term.corrections].map(beginning).join(' OR ')})`))
    .join(' AND ');

/** The columns in which a term is looked for; all of them where there are none. */
type ColumnsFor = (term: Term) => readonly string[];

const inColumns = (columns: readonly string[], forms: string): string =>
  columns.length === 0 ? forms : `({${columns.join(' ')}} : ${forms})`;

/**
 * Any of the terms, and higher what begins with one of them or has them one after the other: which of the rows are what was
 * meant.
 * @param starts columns whose first word counts as their beginning.
 * @param columnsFor where a term is looked for, if not everywhere.
 */
export function anyOf(terms: readonly Term[], starts: readonly string[], columnsFor: ColumnsFor = () => []): string {
  const together = terms.length > 1 ? [`${quoted(terms.map(({ folded }) => folded).join(' '))} *`] : [];
  const single = terms.map((term) => inColumns(columnsFor(term), anyForm(term, starts)));
  return [...single, ...together].join(' OR ');
}

/**
 * Names in which all terms stand, the last of them perhaps not yet typed to its end. Who types has two letters at first.
 * @param starts columns of titles: what begins with the first term ranks higher.
 * @param columnsFor as for `anyOf`.
 */
export function beginningOf(
  terms: readonly Term[],
  starts: readonly string[],
  columnsFor: ColumnsFor = () => [],
): string {
  const columns = `{${starts.join(' ')}}`;
  const [first] = terms;
  const all = terms.map((term) => inColumns(columnsFor(term), `${quoted(term.folded)} *`)).join(' AND ');
  const started = first ? ` OR (${columns} : ^ ${quoted(first.folded)} *)` : '';
  return `(${all}) AND (${all}${started})`;
}
