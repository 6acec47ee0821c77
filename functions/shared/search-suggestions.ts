/** What somebody who begins to type may go on to: titles, terms and variables. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as z from 'zod';
import { BEHIND, fold } from '#publishing/search/fold.ts';
import { beginningOf, type Term, termsOf } from '#publishing/search/query.ts';
import { variableKey } from '#publishing/search/search-variables.ts';
import { sortTitle } from '#publishing/search/sort-title.ts';
import type { Suggestions } from './search-index.ts';
import { BroadWords } from './search-ranking.ts';
import { OWN_COLUMNS, TITLE_COLUMNS, weights } from './search-schema.ts';

/** Words and variables that are looked at for a beginning; of two letters there may be thousands. */
const LOOKED_AT = 2000;

/** A beginning of so few letters stands in most titles somewhere: it is looked for where they begin. */
const SHORT = 2;

const TermRow = z.object({ term: z.string(), doc: z.number() });
const VariableRow = z.object({ name: z.string(), holdings: z.number() });

const No = z.object({ no: z.number() });
const nosOf = (rows: readonly unknown[]): number[] => rows.map((row) => No.parse(row).no);

const byCount = <Item extends { readonly count: number }>(items: readonly Item[], limit: number): Item[] =>
  items.toSorted((a, b) => b.count - a.count).slice(0, limit);

export class SearchSuggester {
  readonly #broad: BroadWords;
  readonly #titles: StatementSync;
  readonly #unranked: StatementSync;
  readonly #sorted: StatementSync;
  readonly #terms: StatementSync;
  readonly #shown: StatementSync;
  readonly #variables: StatementSync;

  constructor(database: DatabaseSync) {
    this.#broad = new BroadWords(database, 'name_word', OWN_COLUMNS);
    this.#titles = database.prepare(
      `select rowid no from dataset_names where dataset_names match ? order by bm25(dataset_names, ${weights.names.join(', ')}), rowid limit ?`,
    );
    this.#unranked = database.prepare('select rowid no from dataset_names where dataset_names match ? limit ?');
    this.#sorted = database.prepare('select no from dataset where title >= ? and title < ? order by title, id limit ?');
    this.#terms = database.prepare(`select term, doc from name_word where term >= ? and term < ? limit ${LOOKED_AT}`);
    this.#shown = database.prepare('select shown from word where folded = ?');
    this.#variables = database.prepare(
      `select name, holdings from variable where key >= ? and key < ? limit ${LOOKED_AT}`,
    );
  }

  /** @returns the numbers of datasets, and what else begins so. */
  suggest(beginning: string, limit: number): Omit<Suggestions, 'datasets'> & { readonly nos: readonly number[] } {
    const terms = termsOf(beginning);
    const last = terms.at(-1);
    if (!last) return { nos: [], terms: [], variables: [] };
    return {
      nos: this.#nos(beginning, terms, limit),
      terms: this.#termsFrom(last, limit),
      variables: this.#variablesFrom(beginning, limit),
    };
  }

  #nos(beginning: string, terms: readonly Term[], limit: number): number[] {
    const [only] = terms;
    const expression = beginningOf(terms, TITLE_COLUMNS, (term) => this.#broad.columnsFor(term));
    const isShort = terms.length === 1 && only !== undefined && only.folded.length <= SHORT;
    if (!isShort && !terms.every((term) => this.#broad.has(term))) return nosOf(this.#titles.all(expression, limit));
    // Of words that very many names hold, those that begin with them are meant, and if there are none, one is as good as another.
    const title = sortTitle({ da: beginning });
    const sorted = nosOf(this.#sorted.all(title, title + BEHIND, limit));
    return isShort || sorted.length > 0 ? sorted : nosOf(this.#unranked.all(expression, limit));
  }

  #termsFrom({ folded }: Term, limit: number): Suggestions['terms'] {
    const found = this.#terms.all(folded, folded + BEHIND).map((row) => TermRow.parse(row));
    // Words as they were written stand in the index too; each has its folded form beside it.
    const words = found.filter(({ term }) => fold(term) === term).map(({ term, doc }) => ({ term, count: doc }));
    return byCount(words, limit).map(({ term, count }) => ({ term: this.#shownAs(term), count }));
  }

  #shownAs(folded: string): string {
    return z.object({ shown: z.string() }).optional().parse(this.#shown.get(folded))?.shown ?? folded;
  }

  #variablesFrom(beginning: string, limit: number): Suggestions['variables'] {
    const key = variableKey(beginning);
    const found = this.#variables.all(key, key + BEHIND).map((row) => VariableRow.parse(row));
    return byCount(
      found.map(({ name, holdings }) => ({ name, count: holdings })),
      limit,
    );
  }
}
