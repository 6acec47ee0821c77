/** The tables of the search file. Another version is another file: it is then built anew from the ledger. */

/** To be raised with every change of the tables, or of what is written into them (folding, columns, labels). */
export const SEARCH_VERSION = 3;

const NAME_COLUMNS = ['da', 'en', 'alternative', 'keyword', 'publisher', 'label', 'identifier', 'kept'] as const;
const TEXT_COLUMNS = ['name', 'variable', 'description', 'part', 'kept'] as const;
const VARIABLE_COLUMNS = ['name', 'title', 'description', 'part', 'kept'] as const;

export const columns = { names: NAME_COLUMNS, texts: TEXT_COLUMNS, variables: VARIABLE_COLUMNS };

/** Columns whose beginning is the beginning of a title. */
export const TITLE_COLUMNS = ['da', 'en'] as const;
/** Columns of names that are chosen for one dataset: owners, labels and what identifiers begin with are those of many. */
export const OWN_COLUMNS = ['da', 'en', 'alternative', 'keyword', 'kept'] as const;
/** What a variable is called; of its title very many have words in common. */
export const VARIABLE_NAME_COLUMNS = ['name'] as const;
export const VARIABLE_TITLE_COLUMNS = ['name', 'title'] as const;

/** Weights in the order of the columns: what something is called counts for more than what is said of it. */
export const weights = {
  names: [10, 10, 8, 4, 2, 2, 8, 6],
  texts: [4, 2, 1, 1, 1],
  variables: [10, 5, 1, 1, 2],
} as const;

/**
 * No word is kept in the index twice: `content=''` leaves the texts out, as those that are shown lie in `dataset`. Words come
 * folded, so the tokenizer must not take marks away a second time: `kept` is where they count.
 */
const fullText = (name: string, of: readonly string[]): string =>
  `create virtual table ${name} using fts5(${of.join(', ')}, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');`;

/**
 * `score` has what the index of scores told last, also of datasets that are not here yet: descriptions and scores come on
 * their own ways, and either may be first. `dataset` repeats it, for its indexes; a dataset that nobody scored has '' and -1.
 */
export const SCHEMA = `
create table meta(epoch text not null, seq integer not null, published text not null, scores text not null default '');
create table dataset(
  no integer primary key, id text not null unique, source text not null,
  theme text not null, healthCategory text not null, accessLevel text not null, type text not null,
  grade text not null default '', share integer not null default -1, mqa integer not null default -1,
  since integer not null, until integer not null, title text not null, published text not null,
  listed text not null, shown text not null, mapped text not null);
create index dataset_by_title on dataset(title, id);
create index dataset_by_change on dataset(published desc, id);
create index dataset_by_period on dataset(since, id);
create index dataset_by_share on dataset(share desc, id);
create index dataset_by_mqa on dataset(mqa desc, id);
create table score(id text primary key, grade text not null, share integer not null, mqa integer not null) without rowid;
create table variable(no integer primary key, key text not null unique, name text not null, holdings integer not null);
create table holding(
  dataset integer not null, variable integer not null, since text, until text, title text, description text,
  primary key(dataset, variable)) without rowid;
create index holding_by_variable on holding(variable, dataset);
create table word(folded text primary key, reversed text not null, shown text not null) without rowid;
create index word_by_end on word(reversed);
${fullText('dataset_names', NAME_COLUMNS)}
${fullText('dataset_texts', TEXT_COLUMNS)}
${fullText('variable_texts', VARIABLE_COLUMNS)}
create virtual table name_word using fts5vocab(dataset_names, 'row');
create virtual table text_word using fts5vocab(dataset_texts, 'row');
create virtual table variable_word using fts5vocab(variable_texts, 'row');
`;
