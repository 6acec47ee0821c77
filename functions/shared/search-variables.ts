/** Variables from the search file, each with the datasets that have it. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as z from 'zod';
import { termsOf } from '#publishing/search/query.ts';
import { variableKey } from '#publishing/search/search-variables.ts';
import { SearchCorrections } from './search-corrections.ts';
import type { Found, FoundVariable, Holding, Place, VariableSearch } from './search-index.ts';
import { bestOf } from './search-page.ts';
import { NameRanking } from './search-ranking.ts';
import { VARIABLE_NAME_COLUMNS, VARIABLE_TITLE_COLUMNS, weights } from './search-schema.ts';

/** Datasets that a list shows of a variable; the variable's own address has all of them. */
const HOLDINGS_IN_LIST = 20;

/** Who writes a variable's whole name means it, whatever else has that word in it. No score comes near. */
const EXACT_SCORE = 1000;

const VariableRow = z.object({ no: z.number(), key: z.string(), name: z.string(), holdings: z.number() });
type VariableRow = z.infer<typeof VariableRow>;

const Texts = z.record(z.string(), z.string());

const HoldingRow = z.object({
  no: z.number(),
  id: z.string(),
  datasetTitle: z.string(),
  title: z.string().nullable(),
  description: z.string().nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
});

const texts = (json: string | null) => Texts.parse(JSON.parse(json ?? '{}'));

function holdingOf(row: unknown): Holding {
  const { no, id, datasetTitle, title, description, since, until } = HoldingRow.parse(row);
  const names = { datasetTitle: texts(datasetTitle), title: texts(title), description: texts(description) };
  return { no, dataset: id, ...names, since, until };
}

/** Equals stand in the order of their numbers: there may be thousands, and reading all their names would take longer than the search. */
const placeOf = (no: number): string => String(no).padStart(12, '0');

const SELECT = 'select no, key, name, holdings from variable';

export class VariableSearcher {
  readonly #ranking: NameRanking;
  readonly #corrections: SearchCorrections;
  readonly #byNo: StatementSync;
  readonly #byKey: StatementSync;
  readonly #following: StatementSync;
  readonly #count: StatementSync;
  readonly #holdings: StatementSync;

  constructor(database: DatabaseSync) {
    const table = { table: 'variable_texts', weights: weights.variables };
    this.#ranking = new NameRanking(database, table, VARIABLE_TITLE_COLUMNS, VARIABLE_NAME_COLUMNS);
    this.#corrections = new SearchCorrections(database, 'variable_texts', 'variable_word');
    this.#byNo = database.prepare(`${SELECT} where no = ?`);
    this.#byKey = database.prepare(`${SELECT} where key = ?`);
    this.#following = database.prepare(`${SELECT} where key > ? order by key limit ?`);
    this.#count = database.prepare('select count(*) total from variable');
    this.#holdings = database.prepare(
      `select no, id, json_extract(listed, '$.summary.title') datasetTitle, holding.title, description, holding.since, holding.until
       from holding join dataset on no = dataset where variable = ? and dataset > ? order by dataset limit ?`,
    );
  }

  search({ query, limit, after }: VariableSearch): Found<FoundVariable> {
    if (query === undefined) return this.#all(limit, after);
    const { terms, didYouMean } = this.#corrections.corrected(termsOf(query));
    if (terms.length === 0) return { items: [], total: 0, hasMore: false, didYouMean };
    const exact = this.#rowOf(this.#byKey.get(variableKey(query)))?.no;
    const { nos, scoreOf } = this.#ranking.rank(terms);
    const ranking = { nos, scoreOf: (no: number) => scoreOf(no) + (no === exact ? EXACT_SCORE : 0) };
    const best = bestOf(ranking, placeOf, { limit, after });
    const items = best.slice(0, limit).flatMap(({ no, score, id }) => {
      const row = this.#rowOf(this.#byNo.get(no));
      return row ? [this.#found(row, { by: String(score), id })] : [];
    });
    return { items, total: nos.length, hasMore: best.length > limit, didYouMean };
  }

  variable(
    name: string,
    { limit, after = 0 }: { limit: number; after?: number | undefined },
  ): FoundVariable | undefined {
    const row = this.#rowOf(this.#byKey.get(variableKey(name)));
    return row && this.#found(row, { by: row.key, id: row.key }, { limit, after });
  }

  /** By name: the order in which people look something up. */
  #all(limit: number, after: Place | undefined): Found<FoundVariable> {
    const rows = z.array(VariableRow).parse(this.#following.all(after?.id ?? '', limit + 1));
    const { total } = z.object({ total: z.number() }).parse(this.#count.get());
    const items = rows.slice(0, limit).map((row) => this.#found(row, { by: row.key, id: row.key }));
    return { items, total, hasMore: rows.length > limit, didYouMean: null };
  }

  #rowOf(row: unknown): VariableRow | undefined {
    return VariableRow.optional().parse(row);
  }

  #found(
    { no, name, holdings }: VariableRow,
    place: Place,
    { limit, after } = { limit: HOLDINGS_IN_LIST, after: 0 },
  ): FoundVariable {
    return { name, count: holdings, holdings: this.#holdings.all(no, after, limit).map(holdingOf), place };
  }
}
