/** What of a record is searched, filtered by and shown in a list of what was found. */
import type { CatalogueEntry, Dataset, LanguageMap } from '#schemas/record.ts';
import { conceptByIri } from '#schemas/vocabulary.ts';
import { FIRST_DAY, firstDay, LAST_DAY, lastDay } from './day-number.ts';
import { type MappedDataset, mappedDataset } from './mapped-dataset.ts';
import { cutTexts, type SearchVariable, variablesOf } from './search-variables.ts';
import { sortTitle } from './sort-title.ts';
import { TokenText } from './token-text.ts';

/** Letters of a title and of a description that are kept for showing what was found in them. */
const TITLE_LENGTH = 300;
const DESCRIPTION_LENGTH = 4000;
/** Keywords and other names that are kept for the same: a record with 40,000 of them is known. */
const SHOWN_NAMES = 100;
/** Values of one filter: a dataset that has all themes has none. */
const FILTER_VALUES = 50;

/** Columns of words by which a dataset is named. `da` and `en` begin with its title. */
interface NameColumns {
  readonly da: string;
  readonly en: string;
  readonly alternative: string;
  readonly keyword: string;
  readonly publisher: string;
  readonly label: string;
  readonly identifier: string;
  readonly kept: string;
}

/** Columns of all words of a dataset. */
interface TextColumns {
  readonly name: string;
  readonly variable: string;
  readonly description: string;
  /** Inner parts of compounds in names. */
  readonly part: string;
  readonly kept: string;
}

/** Texts that are shown with marks on what was found. */
interface ShownTexts {
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly alternative: { readonly [language: string]: readonly string[] };
  readonly keyword: { readonly [language: string]: readonly string[] };
}

export interface SearchDocument {
  readonly names: NameColumns;
  readonly texts: TextColumns;
  readonly shown: ShownTexts;
  readonly words: ReadonlyMap<string, string>;
  readonly theme: readonly string[];
  readonly healthCategory: readonly string[];
  readonly accessLevel: readonly string[];
  readonly type: readonly string[];
  /** Day numbers; a dataset that tells no period overlaps none. */
  readonly since: number;
  readonly until: number;
  readonly sortTitle: string;
  readonly mapped: MappedDataset;
  readonly variables: readonly SearchVariable[];
  readonly variablesLeftOut: number;
}

type Lists = { readonly [language: string]: readonly string[] };

const flat = (texts: LanguageMap | Lists | undefined): string[] => Object.values(texts ?? {}).flat();

const cutLists = (lists: Lists | undefined): Lists =>
  Object.fromEntries(
    Object.entries(lists ?? {}).map(([language, texts]) => [
      language,
      texts.slice(0, SHOWN_NAMES).map((text) => text.slice(0, TITLE_LENGTH)),
    ]),
  );

/** Codes and names of concepts in both languages: who looks for biobanks does not know that they are EINS. */
function labelsOf({ theme = [], healthCategory = [], type = [], healthTheme = [], accessRights }: Dataset): string[] {
  const named: [string, readonly string[]][] = [
    ['data-theme', theme],
    ['health-category', healthCategory],
    ['dataset-type', type],
    ['health-theme', healthTheme],
    ['access-right', accessRights === undefined ? [] : [accessRights]],
  ];
  return named.flatMap(([vocabulary, iris]) =>
    iris.flatMap((iri) => {
      const concept = conceptByIri(vocabulary, iri);
      return concept ? [concept.code, concept.label.da, concept.label.en] : [];
    }),
  );
}

/** The envelope of the record's periods: from its earliest day to its latest, open where one of them is. */
function periodOf({ temporal = [] }: Dataset): { readonly since: number; readonly until: number } {
  const known = temporal.filter(({ startDate, endDate }) => startDate !== undefined || endDate !== undefined);
  if (known.length === 0) return { since: LAST_DAY, until: FIRST_DAY };
  return {
    since: Math.min(...known.map(({ startDate }) => firstDay(startDate) ?? FIRST_DAY)),
    until: Math.max(...known.map(({ endDate }) => lastDay(endDate) ?? LAST_DAY)),
  };
}

/** Titles by language; one whose language nobody knows is taken for Danish, as most of them are. */
function titlesOf(title: LanguageMap = {}): { da: string[]; en: string[]; others: string[] } {
  const { da, en, und, ...others } = title;
  return {
    da: [da, und].filter((text) => text !== undefined),
    en: [en].filter((text) => text !== undefined),
    others: Object.values(others),
  };
}

/** Danish descriptions hold compounds that people look for by a part (`lungekræft`); English ones hardly do. */
function descriptionOf(description: LanguageMap | undefined, tokens: TokenText): string {
  const { da, und, ...others } = description ?? {};
  const danish = [da, und].filter((text) => text !== undefined);
  return [tokens.column(danish, { parts: true }), tokens.column(Object.values(others))].join(' ');
}

const variableTexts = (variables: readonly SearchVariable[]): string[] =>
  variables.flatMap(({ name, title, description }) => [name, ...flat(title), ...flat(description)]);

/** The columns of names first: a word is shown as the title writes it. */
function columnsOf({ id, identifier, record }: CatalogueEntry, variables: readonly SearchVariable[]) {
  const tokens = new TokenText();
  const titles = titlesOf(record.title);
  const opened = { parts: true };
  const names = {
    da: tokens.column(titles.da, opened),
    en: tokens.column(titles.en, opened),
    alternative: tokens.column([...titles.others, ...flat(record.alternative)], opened),
    keyword: tokens.column(flat(record.keyword), opened),
    publisher: tokens.column(flat(record.publisher?.name)),
    label: tokens.column(labelsOf(record), { once: true }),
    identifier: tokens.column([id, identifier ?? '', ...(record.identifier ?? [])], { once: true }),
    kept: tokens.kept(),
  };
  const texts = {
    name: Object.values(names).join(' '),
    description: descriptionOf(record.description, tokens),
    variable: tokens.column(variableTexts(variables), { once: true }),
    part: tokens.parts(),
    kept: tokens.kept(),
  };
  return { names, texts, words: tokens.words };
}

/** What the search keeps of a dataset. Pure: the same record gives the same document. */
export function searchDocument(entry: CatalogueEntry): SearchDocument {
  const { record } = entry;
  const { variables, leftOut } = variablesOf(record);
  return {
    ...columnsOf(entry, variables),
    shown: {
      title: cutTexts(record.title, TITLE_LENGTH),
      description: cutTexts(record.description, DESCRIPTION_LENGTH),
      alternative: cutLists(record.alternative),
      keyword: cutLists(record.keyword),
    },
    theme: (record.theme ?? []).slice(0, FILTER_VALUES),
    healthCategory: (record.healthCategory ?? []).slice(0, FILTER_VALUES),
    accessLevel: record.accessRights === undefined ? [] : [record.accessRights],
    type: (record.type ?? []).slice(0, FILTER_VALUES),
    ...periodOf(record),
    sortTitle: sortTitle(record.title),
    mapped: mappedDataset(entry, variables.length + leftOut),
    variables,
    variablesLeftOut: leftOut,
  };
}
