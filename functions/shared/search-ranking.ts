/** Which rows a question finds, and how well each of them suits it. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { BEHIND } from '#publishing/search/fold.ts';
import { allOf, anyOf, foundBy, type Term } from '#publishing/search/query.ts';

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

/** Names of rows, and of what many rows have in common. */
interface Names extends FullText {
  /** Its words, with how many rows have each (fts5vocab). */
  readonly vocabulary: string;
  /** Columns whose beginning counts. */
  readonly starts: readonly string[];
  /** Columns of names that are a row's own. */
  readonly own: readonly string[];
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

/**
 * Words that stand in the names of very many rows. One in the name of every owner or kind tells no row from another there: such a
 * one is looked for in rows' own names.
 */
export class BroadWords {
  readonly #having: StatementSync;
  readonly #own: readonly string[];

  /** @param vocabulary the words of the names, with how many rows have each (fts5vocab); @param own columns of a row's own names. */
  constructor(database: DatabaseSync, vocabulary: string, own: readonly string[]) {
    this.#having = prepared(database, `select total(doc) from ${vocabulary} where term >= ? and term < ?`);
    this.#own = own;
  }

  /** Whether a term is such a word, by the most rows that may have it: those of all words that begin with it. */
  has({ folded }: Term): boolean {
    // One row of one sum; the type of all rows of all statements does not say so.
    const [rows = 0] = this.#having.get(folded, folded + BEHIND) as unknown as [number];
    return rows > BROAD;
  }

  /** Where a term is looked for; nothing for everywhere. */
  columnsFor(term: Term): readonly string[] {
    return this.has(term) ? this.#own : [];
  }
}

/** Ranks by all words of a row, and by its names alone, without which a long description would be a disadvantage. */
export class NameAndTextRanking {
  readonly #found: StatementSync;
  readonly #ranked: StatementSync;
  readonly #named: StatementSync;
  readonly #broad: BroadWords;
  readonly #starts: readonly string[];

  constructor(database: DatabaseSync, texts: FullText, names: Names) {
    this.#found = prepared(database, `select rowid from ${texts.table} where ${texts.table} match ?`);
    this.#ranked = ranked(database, texts);
    this.#named = ranked(database, names, 'and rowid between ? and ?');
    this.#broad = new BroadWords(database, names.vocabulary, names.own);
    this.#starts = names.starts;
  }

  /** Every row that has all terms, in no order. */
  rank(terms: readonly Term[]): Ranking {
    const nos = rowsOf(this.#found, foundBy(terms)).map(([no]) => no);
    const scores = new Scores();
    const [first] = nos;
    // Rows come in the order of their numbers: names that cannot be among those found are not ranked.
    const last = nos.at(-1);
    if (first !== undefined && last !== undefined) {
      const named = anyOf(terms, this.#starts, (term) => this.#broad.columnsFor(term));
      scores.add(rowsOf(this.#named, named, first, last), NAME_SHARE);
    }
    if (nos.length <= BROAD) scores.add(rowsOf(this.#ranked, allOf(terms)), 1);
    return { nos, scoreOf: (no) => scores.of(no) };
  }
}

/** Ranks rows of one table, whose texts are short enough to be names; of very many, by what they are called alone. */
export class NameRanking {
  readonly #found: StatementSync;
  readonly #ranked: StatementSync;
  readonly #starts: readonly string[];
  readonly #own: readonly string[];

  /** @param starts columns whose beginning counts; @param own those of what rows are called. */
  constructor(database: DatabaseSync, names: FullText, starts: readonly string[], own: readonly string[]) {
    this.#found = prepared(database, `select rowid from ${names.table} where ${names.table} match ?`);
    this.#ranked = ranked(database, names);
    this.#starts = starts;
    this.#own = own;
  }

  rank(terms: readonly Term[]): Ranking {
    const nos = rowsOf(this.#found, foundBy(terms)).map(([no]) => no);
    const isBroad = nos.length > BROAD;
    const expression = isBroad ? anyOf(terms, this.#starts, () => this.#own) : allOf(terms, this.#starts);
    const scores = new Scores();
    scores.add(rowsOf(this.#ranked, expression), 1);
    return { nos, scoreOf: (no) => scores.of(no) };
  }
}
