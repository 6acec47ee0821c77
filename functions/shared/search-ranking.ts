/** Which rows a question finds, and how well each of them suits it. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { allOf, anyOf, type Term } from '#publishing/search/query.ts';

/** The score of what something is called counts for so much of the score of its whole text. */
const NAME_SHARE = 2;

/**
 * Where more rows than this are found, their texts are not ranked: a word that stands in every description tells none of them
 * from another, and ranking is most of what a question costs.
 */
const BROAD = 2000;

/** The rows that were found, and the score of each by its number; higher is better. */
export interface Ranking {
  readonly nos: readonly number[];
  readonly scoreOf: (no: number) => number;
}

export interface FullText {
  readonly table: string;
  readonly weights: readonly number[];
}

/** Rows as arrays, for these are many: a number, or a number and a score. */
type Row = [no: number, score: number];

const prepared = (database: DatabaseSync, sql: string): StatementSync => {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
};

const ranked = (database: DatabaseSync, { table, weights }: FullText, among = ''): StatementSync =>
  prepared(
    database,
    `select rowid, -bm25(${table}, ${weights.join(', ')}) from ${table} where ${table} match ? ${among}`,
  );

/** The columns of the statements are what the type says; the type of all rows of all statements does not say so. */
const rowsOf = (statement: StatementSync, expression: string, ...bounds: readonly number[]): Row[] =>
  statement.all(expression, ...bounds) as unknown as Row[];

/** Scores by number: adding to a typed array is many times faster than to a map. */
class Scores {
  #scores = new Float64Array(0);

  add(rows: readonly Row[], share: number): void {
    const most = rows.reduce((max, [no]) => Math.max(max, no), this.#scores.length - 1);
    const scores = new Float64Array(most + 1);
    scores.set(this.#scores);
    for (const [no, score] of rows) scores[no] = (scores[no] ?? 0) + share * score;
    this.#scores = scores;
  }

  of(no: number): number {
    return this.#scores[no] ?? 0;
  }
}

/** Ranks by all words of a row, and by its names alone, without which a long description would be a disadvantage. */
export class NameAndTextRanking {
  readonly #found: StatementSync;
  readonly #ranked: StatementSync;
  readonly #named: StatementSync;
  readonly #starts: readonly string[];

  /** @param starts columns of `names` whose beginning counts. */
  constructor(database: DatabaseSync, texts: FullText, names: FullText, starts: readonly string[]) {
    this.#found = prepared(database, `select rowid from ${texts.table} where ${texts.table} match ?`);
    this.#ranked = ranked(database, texts);
    this.#named = ranked(database, names, 'and rowid between ? and ?');
    this.#starts = starts;
  }

  /** Every row that has all terms, in no order. */
  rank(terms: readonly Term[]): Ranking {
    const nos = rowsOf(this.#found, allOf(terms)).map(([no]) => no);
    const scores = new Scores();
    const [first] = nos;
    // Rows come in the order of their numbers: names that cannot be among those found are not ranked.
    const last = nos.at(-1);
    if (first !== undefined && last !== undefined) {
      scores.add(rowsOf(this.#named, anyOf(terms, this.#starts), first, last), NAME_SHARE);
    }
    if (nos.length <= BROAD) scores.add(rowsOf(this.#ranked, allOf(terms)), 1);
    return { nos, scoreOf: (no) => scores.of(no) };
  }
}

/** Ranks rows of one table, whose texts are short enough to be names. */
export class NameRanking {
  readonly #ranked: StatementSync;
  readonly #starts: readonly string[];

  constructor(database: DatabaseSync, names: FullText, starts: readonly string[]) {
    this.#ranked = ranked(database, names);
    this.#starts = starts;
  }

  rank(terms: readonly Term[]): Ranking {
    const rows = rowsOf(this.#ranked, allOf(terms, this.#starts));
    const scores = new Map(rows);
    return { nos: rows.map(([no]) => no), scoreOf: (no) => scores.get(no) ?? 0 };
  }
}
