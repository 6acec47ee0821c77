/** What a list shows of a dataset, from its record. */
import type { CatalogueEntry, LanguageMap } from '#schemas/record.ts';
import type { DatasetSummary } from './catalogue-store.ts';

/** A title in a list is cut here: a page of 500 rows must stay far below what a Lambda may answer. */
const SUMMARY_LENGTH = 300;

const cut = (texts: LanguageMap | undefined): LanguageMap =>
  Object.fromEntries(Object.entries(texts ?? {}).map(([language, text]) => [language, text.slice(0, SUMMARY_LENGTH)]));

/** The summary; empty where the dataset was removed. */
export const summaryOf = (entry: CatalogueEntry | null): DatasetSummary => ({
  identifier: entry?.identifier ?? null,
  title: cut(entry?.record.title),
  publisher: cut(entry?.record.publisher?.name),
  example: entry?.origin.example ?? false,
});
