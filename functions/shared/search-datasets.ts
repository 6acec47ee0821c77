/** Datasets from the search file: what was asked, narrowed, counted, ordered, and shown with marks. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as z from 'zod';
import { marked } from '#publishing/search/highlight.ts';
import { type Term, termsOf } from '#publishing/search/query.ts';
import type { LanguageMap } from '#schemas/record.ts';
import { SearchCorrections } from './search-corrections.ts';
import { SearchFacets } from './search-facets.ts';
import type { DatasetSearch, FoundDataset, FoundDatasets, Highlights, MapSearch, PlacedOnMap } from './search-index.ts';
import { SearchMap } from './search-map.ts';
import { BEGINNINGS, type FieldOrder, ORDERS } from './search-orders.ts';
import { bestOf, type Placed } from './search-page.ts';
import { NameAndTextRanking, type Ranking } from './search-ranking.ts';
import { OWN_COLUMNS, TITLE_COLUMNS, weights } from './search-schema.ts';

/** Keywords, other names and variables that are shown of those in which something was found. */
const NAMES_SHOWN = 5;
/** Variables of a dataset that are looked through for what was found. */
const VARIABLES_LOOKED_AT = 200;

const Lists = z.record(z.string(), z.array(z.string()));
const Texts = z.record(z.string(), z.string());

const Shown = z.object({ title: Texts, description: Texts, alternative: Lists, keyword: Lists });
type Shown = z.infer<typeof Shown>;

const Listed = z.object({
  id: z.string(),
  source: z.string(),
  kind: z.enum(['Dataset', 'DatasetSeries']),
  revision: z.number(),
  seq: z.number(),
  published: z.string(),
  contentHash: z.string().nullable(),
  summary: z.object({ identifier: z.string().nullable(), title: Texts, publisher: Texts, example: z.boolean() }),
});

const Row = z.object({ listed: z.string(), shown: z.string() });

/** A row of an order, as an array: for a few that were found among many, all of them are gone through. */
type Ordered = [no: number, id: string, by: string];

interface Item extends Placed {
  readonly by: string;
}

const markedTexts = (texts: LanguageMap, terms: readonly Term[]): LanguageMap =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([language, text]) => {
      const html = marked(text, terms);
      return html === undefined ? [] : [[language, html]];
    }),
  );

/** The first of the texts in which something was found. */
function markedList(texts: Iterable<string>, terms: readonly Term[], most: number): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const html = marked(text, terms);
    if (html !== undefined) found.add(html);
    if (found.size >= most) break;
  }
  return [...found];
}

const isFilled = (value: object): boolean => Object.keys(value).length > 0;

export class DatasetSearcher {
  readonly #ids: string[] = [];
  readonly #facets: SearchFacets;
  readonly #ranking: NameAndTextRanking;
  readonly #corrections: SearchCorrections;
  readonly #row: StatementSync;
  readonly #map: SearchMap;
  readonly #variables: StatementSync;
  readonly #orders: Readonly<Record<FieldOrder, StatementSync>>;

  constructor(database: DatabaseSync) {
    for (const row of database.prepare('select no, id from dataset').iterate()) {
      const { no, id } = z.object({ no: z.number(), id: z.string() }).parse(row);
      this.#ids[no] = id;
    }
    this.#facets = new SearchFacets(database);
    const texts = { table: 'dataset_texts', weights: weights.texts };
    this.#ranking = new NameAndTextRanking(database, texts, {
      ...{ table: 'dataset_names', weights: weights.names, vocabulary: 'name_word' },
      ...{ starts: TITLE_COLUMNS, own: OWN_COLUMNS },
    });
    this.#corrections = new SearchCorrections(database, 'dataset_texts', 'text_word');
    this.#row = database.prepare('select listed, shown from dataset where no = ?');
    this.#map = new SearchMap(database);
    this.#variables = database.prepare(
      `select name, holding.title from holding join variable on no = variable where dataset = ? limit ${VARIABLES_LOOKED_AT}`,
    );
    this.#variables.setReturnArrays(true);
    const prepared = Object.entries(ORDERS).map(([order, sql]) => [order, database.prepare(sql)]);
    // The keys are those of `ORDERS`; Object.fromEntries forgets it.
    this.#orders = Object.fromEntries(prepared) as Readonly<Record<FieldOrder, StatementSync>>;
    for (const order of Object.values(this.#orders)) order.setReturnArrays(true);
  }

  search(asked: DatasetSearch): FoundDatasets {
    const { query, limit } = asked;
    const { items, terms, didYouMean, total, counts } = this.#matching(asked);
    return {
      items: items.slice(0, limit).map((item) => this.#found(item, terms, query !== undefined)),
      total,
      hasMore: items.length > limit,
      didYouMean,
      facets: counts,
    };
  }

  map(asked: MapSearch): { readonly items: readonly PlacedOnMap[]; readonly total: number } {
    const sort = asked.query === undefined ? 'title' : 'relevance';
    const { items, total } = this.#matching({ ...asked, sort, facets: false });
    return { items: items.slice(0, asked.limit).map(({ no }) => this.#map.placed(no)), total };
  }

  /** What was found in its order, one more than the limit if there are so many. */
  #matching(asked: DatasetSearch) {
    const { query, filters, period } = asked;
    const { terms, didYouMean } = this.#corrections.corrected(termsOf(query ?? ''));
    const ranking = query === undefined ? undefined : this.#rank(terms);
    const nos = ranking?.nos ?? this.#all();
    const { passing, counts } = this.#facets.narrow(nos, filters, period, asked.facets);
    const items = this.#ordered(asked, { nos: passing, scoreOf: ranking?.scoreOf ?? (() => 0) });
    return { items, terms, didYouMean, total: passing.length, counts };
  }

  titleOf(no: number): { readonly id: string; readonly title: LanguageMap } {
    const { id, summary } = Listed.parse(JSON.parse(Row.parse(this.#row.get(no)).listed));
    return { id, title: summary.title };
  }

  /** A question of nothing but signs asks for nothing that there could be. */
  #rank(terms: readonly Term[]): Ranking {
    return terms.length === 0 ? { nos: [], scoreOf: () => 0 } : this.#ranking.rank(terms);
  }

  *#all(): Generator<number> {
    for (const [no, id] of this.#ids.entries()) if (id !== undefined) yield no;
  }

  #ordered({ sort, limit, after }: DatasetSearch, ranking: Ranking): Item[] {
    if (sort === 'relevance') {
      const best = bestOf(ranking, (no) => this.#ids[no] ?? '', { limit, after });
      return best.map((item) => ({ ...item, by: String(item.score) }));
    }
    const wanted = new Set(ranking.nos);
    const items: Item[] = [];
    const { by: from, id: behind } = after ?? BEGINNINGS[sort];
    for (const row of this.#orders[sort].iterate({ by: from, id: behind })) {
      // The columns are those of the statement; the type of all rows of all statements does not say so.
      const [no, id, by] = row as unknown as Ordered;
      if (wanted.has(no)) items.push({ no, id, by, score: ranking.scoreOf(no) });
      // Once all are found, the rest of the order has nothing to add.
      if (items.length > limit || (!after && items.length === wanted.size)) break;
    }
    return items;
  }

  #found({ no, id, by, score }: Item, terms: readonly Term[], isScored: boolean): FoundDataset {
    const { listed, shown } = Row.parse(this.#row.get(no));
    return {
      dataset: Listed.parse(JSON.parse(listed)),
      mapped: this.#map.placed(no),
      score: isScored ? score : null,
      highlights: terms.length > 0 ? this.#highlights(no, Shown.parse(JSON.parse(shown)), terms) : {},
      place: { by, id },
    };
  }

  #highlights(no: number, shown: Shown, terms: readonly Term[]): Highlights {
    const title = markedTexts(shown.title, terms);
    const description = markedTexts(shown.description, terms);
    const alternative = markedList(Object.values(shown.alternative).flat(), terms, NAMES_SHOWN);
    const keyword = markedList(Object.values(shown.keyword).flat(), terms, NAMES_SHOWN);
    const isShown = isFilled(title) || isFilled(description) || alternative.length + keyword.length > 0;
    const variable = isShown ? [] : markedList(this.#variableTexts(no), terms, NAMES_SHOWN);
    return {
      ...(isFilled(title) && { title }),
      ...(alternative.length > 0 && { alternative }),
      ...(keyword.length > 0 && { keyword }),
      ...(isFilled(description) && { description }),
      ...(variable.length > 0 && { variable }),
    };
  }

  *#variableTexts(no: number): Generator<string> {
    // The columns of the statement, as arrays: there are two hundred of them for each of a page's datasets.
    for (const row of this.#variables.iterate(no)) {
      const [name, title] = row as unknown as [string, string | null];
      yield name;
      if (title !== null) yield* Object.values(JSON.parse(title) as LanguageMap);
    }
  }
}
