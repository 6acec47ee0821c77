/** Writes changes into the search file: what there was of a dataset goes, what there is now comes. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as z from 'zod';
import type { SearchVariable } from '#publishing/search/search-variables.ts';
import { TokenText } from '#publishing/search/token-text.ts';
import type { LanguageMap } from '#schemas/record.ts';
import type { SearchChange } from './search-index.ts';
import { columns } from './search-schema.ts';
import { TAKE_SCORE } from './search-scores.ts';

/** Datasets whose words for a variable are searched; a person's number stands in every register with the same words. */
const TEXTS_PER_VARIABLE = 20;

/** Words that are known to be in the file, so that the common ones are not written for every dataset. */
const KNOWN_WORDS = 200_000;

const insertInto = (table: string, names: readonly string[]): string =>
  `insert into ${table}(rowid, ${names.join(', ')}) values (?${', ?'.repeat(names.length)})`;

const Texts = z.array(z.tuple([z.string().nullable(), z.string().nullable()]));
const No = z.object({ no: z.number() });

const json = (texts: LanguageMap): string | null => (Object.keys(texts).length === 0 ? null : JSON.stringify(texts));

const reversed = (word: string): string => [...word].reverse().join('');

type Statements = Readonly<Record<keyof typeof statements, StatementSync>>;

export class SearchWriter {
  readonly #run: Statements;
  readonly #words = new Set<string>();
  /** Variables whose datasets are others than before. */
  readonly #touched = new Set<number>();

  constructor(database: DatabaseSync) {
    const prepared = Object.entries(statements).map(([name, sql]) => [name, database.prepare(sql)]);
    // The keys are those of `statements`; Object.fromEntries forgets it.
    this.#run = Object.fromEntries(prepared) as Statements;
    this.#run.textsOf.setReturnArrays(true);
  }

  apply({ id, indexed }: SearchChange): void {
    const known = No.optional().parse(this.#run.find.get(id))?.no;
    if (known !== undefined) this.#remove(known);
    if (indexed) this.#add(id, known, indexed);
  }

  /** Brings the variables in line with the datasets that have them now; to be called once, after all changes. */
  settle(): void {
    for (const no of this.#touched) this.#settleVariable(no);
    this.#touched.clear();
  }

  #remove(no: number): void {
    for (const row of this.#run.heldBy.all(no))
      this.#touched.add(z.object({ variable: z.number() }).parse(row).variable);
    this.#run.dropHoldings.run(no);
    this.#run.dropNames.run(no);
    this.#run.dropTexts.run(no);
    this.#run.dropDataset.run(no);
  }

  /** A dataset keeps its number: what is held by it in memory elsewhere stays in place. */
  #add(id: string, known: number | undefined, { dataset, document }: NonNullable<SearchChange['indexed']>): void {
    const { source, published } = dataset;
    const facets = [document.theme, document.healthCategory, document.accessLevel, document.type];
    const { lastInsertRowid } = this.#run.addDataset.run(
      known ?? null,
      id,
      source,
      ...facets.map((values) => JSON.stringify(values)),
      document.since,
      document.until,
      document.sortTitle,
      published,
      JSON.stringify(dataset),
      JSON.stringify(document.shown),
      JSON.stringify(document.mapped),
    );
    const no = Number(lastInsertRowid);
    this.#run.takeScore.run(id);
    this.#run.addNames.run(no, ...columns.names.map((column) => document.names[column]));
    this.#run.addTexts.run(no, ...columns.texts.map((column) => document.texts[column]));
    this.#remember(document.words);
    for (const variable of document.variables) this.#hold(no, variable);
  }

  #remember(words: ReadonlyMap<string, string>): void {
    if (this.#words.size > KNOWN_WORDS) this.#words.clear();
    for (const [folded, shown] of words) {
      if (this.#words.has(folded)) continue;
      this.#words.add(folded);
      this.#run.addWord.run(folded, reversed(folded), shown);
    }
  }

  #hold(dataset: number, { key, name, title, description, since, until }: SearchVariable): void {
    this.#run.addVariable.run(key, name);
    const { no } = No.parse(this.#run.findVariable.get(key));
    this.#touched.add(no);
    this.#run.addHolding.run(dataset, no, since, until, json(title), json(description));
  }

  #settleVariable(no: number): void {
    this.#run.dropVariableTexts.run(no);
    this.#run.countHoldings.run(no, no);
    if (this.#run.dropVariable.run(no).changes > 0) return;
    const texts = Texts.parse(this.#run.textsOf.all(no, TEXTS_PER_VARIABLE));
    const { name } = z.object({ name: z.string() }).parse(this.#run.nameOf.get(no));
    const tokens = new TokenText();
    const values = (place: 0 | 1) =>
      texts.flatMap((pair) => Object.values(JSON.parse(pair[place] ?? '{}') as LanguageMap));
    const column = {
      name: tokens.column([name], { parts: true }),
      title: tokens.column(values(0), { once: true, parts: true }),
      description: tokens.column(values(1), { once: true }),
      part: tokens.parts(),
      kept: tokens.kept(),
    };
    this.#run.addVariableTexts.run(no, ...columns.variables.map((each) => column[each]));
    this.#remember(tokens.words);
  }
}

const statements = {
  find: 'select no from dataset where id = ?',
  heldBy: 'select variable from holding where dataset = ?',
  dropHoldings: 'delete from holding where dataset = ?',
  dropNames: 'delete from dataset_names where rowid = ?',
  dropTexts: 'delete from dataset_texts where rowid = ?',
  dropDataset: 'delete from dataset where no = ?',
  addDataset: `insert into dataset(no, id, source, theme, healthCategory, accessLevel, type, since, until, title, published, listed, shown, mapped)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  takeScore: TAKE_SCORE,
  addNames: insertInto('dataset_names', columns.names),
  addTexts: insertInto('dataset_texts', columns.texts),
  addWord: 'insert or ignore into word(folded, reversed, shown) values (?, ?, ?)',
  addVariable: 'insert or ignore into variable(key, name, holdings) values (?, ?, 0)',
  findVariable: 'select no from variable where key = ?',
  addHolding: 'insert into holding(dataset, variable, since, until, title, description) values (?, ?, ?, ?, ?, ?)',
  dropVariableTexts: 'delete from variable_texts where rowid = ?',
  countHoldings: 'update variable set holdings = (select count(*) from holding where variable = ?) where no = ?',
  dropVariable: 'delete from variable where no = ? and holdings = 0',
  nameOf: 'select name from variable where no = ?',
  textsOf: `select distinct title, description from (select title, description from holding where variable = ? order by dataset limit ?)`,
  addVariableTexts: insertInto('variable_texts', columns.variables),
};
