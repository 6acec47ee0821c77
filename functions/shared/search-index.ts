/** The search file as those who ask it see it: a view of the ledger, kept by `index-search` (docs/decisions/0027). */
import type { CatalogueState } from '#catalogue/state-hash.ts';
import type { MappedDataset } from '#publishing/search/mapped-dataset.ts';
import type { SearchDocument } from '#publishing/search/search-document.ts';
import type { LanguageMap } from '#schemas/record.ts';
import type { ScoreRow } from '#schemas/score-history.ts';
import type { CatalogueRow } from './catalogue-store.ts';
import type { Position } from './checkpoint-store.ts';

/** What results can be counted and narrowed by. `grade` is that of the dataset's description. */
export const facetNames = ['theme', 'healthCategory', 'accessLevel', 'type', 'source', 'grade'] as const;
export type FacetName = (typeof facetNames)[number];

/** Values of which a dataset must have at least one, by facet. */
export type FacetFilters = Readonly<Partial<Record<FacetName, readonly string[]>>>;

/** Day numbers (19770101); a dataset is found when its period has a day in common with it. */
export interface PeriodFilter {
  readonly from: number;
  readonly to: number;
}

/** `grade` goes from A to E and `mqa` from few points to many; a minus turns either round. Who has no score comes last. */
export const sortOrders = ['relevance', 'title', 'changed', 'period', 'grade', '-grade', 'mqa', '-mqa'] as const;
export type SortOrder = (typeof sortOrders)[number];

export interface DatasetSearch {
  /** Undefined finds every dataset. */
  readonly query?: string | undefined;
  readonly filters: FacetFilters;
  readonly period?: PeriodFilter | undefined;
  readonly sort: SortOrder;
  readonly facets: boolean;
  readonly limit: number;
  /** The last item of the page before, and by what it stood there. */
  readonly after?: Place | undefined;
}

/** All that a search would find, up to a limit, as a map draws it: the best first, by title where nothing was asked. */
export type MapSearch = Pick<DatasetSearch, 'query' | 'filters' | 'period' | 'limit'>;

export interface PlacedOnMap extends MappedDataset {
  readonly id: string;
  readonly source: string;
  /** '' where nobody scored it. */
  readonly grade: string;
}

/** Where an item stands in its list: by its score, or by what it is sorted by; its id settles what is equal. */
export interface Place {
  readonly by: string;
  readonly id: string;
}

/** How many of the found have a value, as they would be if the facet's own filter were not set. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export type FacetCounts = Readonly<Record<FacetName | 'decade', readonly FacetCount[]>>;

/** Texts with `<mark>` around what was found, otherwise escaped for HTML. */
export interface Highlights {
  readonly title?: LanguageMap;
  readonly alternative?: readonly string[];
  readonly keyword?: readonly string[];
  readonly description?: LanguageMap;
  readonly variable?: readonly string[];
}

type ListedDataset = Pick<
  CatalogueRow,
  'id' | 'source' | 'kind' | 'revision' | 'seq' | 'published' | 'contentHash' | 'summary'
>;

export interface FoundDataset {
  readonly dataset: ListedDataset;
  /** What of a dataset a result is told by, besides: its type and themes by their codes, and its periods. */
  readonly mapped: Pick<MappedDataset, 'kind' | 'themes' | 'periods'>;
  /** Null where nothing was asked that could be scored. */
  readonly score: number | null;
  readonly highlights: Highlights;
  readonly place: Place;
}

export interface Found<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly hasMore: boolean;
  /** The question as it was probably meant, when a term of it stands nowhere. */
  readonly didYouMean: string | null;
}

export interface FoundDatasets extends Found<FoundDataset> {
  readonly facets: FacetCounts | null;
}

/** Where a variable stands: its dataset, and from when to when it is filled in, where the owner says it. */
export interface Holding {
  /** The dataset's number in the file: holdings stand in its order. */
  readonly no: number;
  readonly dataset: string;
  readonly datasetTitle: LanguageMap;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly since: string | null;
  readonly until: string | null;
}

export interface FoundVariable {
  readonly name: string;
  /** How many datasets have it; `holdings` are the first of them. */
  readonly count: number;
  readonly holdings: readonly Holding[];
  readonly place: Place;
}

export interface VariableSearch {
  readonly query?: string | undefined;
  readonly limit: number;
  readonly after?: Place | undefined;
}

export interface Suggestions {
  readonly datasets: readonly { readonly id: string; readonly title: LanguageMap }[];
  readonly terms: readonly { readonly term: string; readonly count: number }[];
  readonly variables: readonly { readonly name: string; readonly count: number }[];
}

/** What is live of one source. */
interface LiveOfSource {
  readonly source: string;
  readonly datasets: number;
  /** When the last of their changes was published. */
  readonly changedAt: string;
}

/** One state of the search file. It answers at once: the file is on this machine. */
export interface SearchIndex {
  /** What of the ledger is in it. */
  readonly position: Position;
  datasets(search: DatasetSearch): FoundDatasets;
  map(search: MapSearch): { readonly items: readonly PlacedOnMap[]; readonly total: number };
  variables(search: VariableSearch): Found<FoundVariable>;
  /** A variable by its name, in whatever case, with its holdings after a dataset's number, at most `limit`. */
  variable(
    name: string,
    page: { readonly limit: number; readonly after?: number | undefined },
  ): FoundVariable | undefined;
  suggest(beginning: string, limit: number): Suggestions;
  /** Of each source that has live datasets. */
  live(): readonly LiveOfSource[];
}

export interface SearchReader {
  /** The index as of the latest file; undefined before there is one. */
  current(): Promise<SearchIndex | undefined>;
}

/** What becomes of one dataset in the file. */
export interface SearchChange {
  readonly id: string;
  /** Null takes it out. */
  readonly indexed: {
    readonly dataset: ListedDataset;
    readonly document: SearchDocument;
  } | null;
}

/** The file at work: a copy of the latest, or a new one. */
export interface SearchDraft {
  readonly position: Position;
  /** Takes all changes in, or none, and lets the world have the file; with scores where they are given. */
  publish(changes: AsyncIterable<SearchChange>, position: Position, scores?: AsyncIterable<ScoreRow>): Promise<void>;
  /** Makes the file's scores what the rows say, all of them or none, and lets the world have it. */
  publishScores(rows: AsyncIterable<ScoreRow>): Promise<void>;
  /** Gives it up without having published. */
  discard(): Promise<void>;
}

/** What of the ledger is in a file, and which version of the index of scores; '' before there was any. */
export interface FileContents extends Position {
  readonly scores: string;
}

export interface SearchFiles {
  /** What is in the latest file; undefined when there is none that we can read. */
  latest(): Promise<FileContents | undefined>;
  /** The datasets of the latest file, summed up as the log sums them; undefined when there is none that we can read. */
  state(): Promise<CatalogueState | undefined>;
  /** @param fresh a new file, whatever there is: its log begins at `epoch`. */
  draft(fresh: boolean, epoch: string): Promise<SearchDraft>;
}
