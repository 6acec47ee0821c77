/** Which rows a question finds, and how well each of them suits it. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { allOf, anyOf, type Term } from '#publishing/search/query.ts';

/** The score of what something is called counts for so much of the score of its whole text. */
const NAME_SHARE = 2;

export interface Ranked {
  readonly no: number;
  /** Higher is better; equal scores are sorted by id. */
  readonly score: number;
}

export interface FullText {
  readonly table: string;
  readonly weights: readonly number[];
}

/** Rows as arrays, for these are many: a pair of a number and a score. */
type Pair = [number, number];

const rank = ({ table, weights }: FullText): string =>
  `select rowid, -bm25(${table}, ${weights.join(', ')}) from ${table} where ${table} match ?`;

export class SearchRanking {
  readonly #found: StatementSync;
  readonly #named: StatementSync;
  readonly #starts: readonly string[];

  /**
   * @param texts the table that holds all words: its rows are found when they have every term.
   * @param names the table of names alone; without the long texts a long description is no disadvantage.
   * @param starts columns of `names` whose beginning counts.
   */
  constructor(database: DatabaseSync, texts: FullText, names: FullText, starts: readonly string[]) {
    this.#found = database.prepare(rank(texts));
    this.#named = database.prepare(rank(names));
    this.#found.setReturnArrays(true);
    this.#named.setReturnArrays(true);
    this.#starts = starts;
  }

  /** Every row that has all terms, in no order. */
  rank(terms: readonly Term[]): Ranked[] {
    // The columns of both statements are a row's number and a score, whatever the type of all rows says.
    const found = this.#found.all(allOf(terms)) as unknown as Pair[];
    const named = new Map(this.#named.all(anyOf(terms, this.#starts)) as unknown as Pair[]);
    return found.map(([no, score]) => ({ no, score: score + NAME_SHARE * (named.get(no) ?? 0) }));
  }
}
