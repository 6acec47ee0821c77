/** CSV for people with a spreadsheet: one row a dataset (RFC 4180). */
import type { Dataset, LanguageMap } from '#schemas/record.ts';
import { conceptByIri } from '#schemas/vocabulary.ts';
import { exampleMark, type Published } from '../published.ts';
import { type CsvCell, csvLine } from './csv-line.ts';

const LIST_SEPARATOR = '; ';

const list = (values: readonly string[] | undefined): CsvCell => values?.join(LIST_SEPARATOR);

/** The text in Danish, else in English, else in the first language that there is. */
const anyText = (texts: LanguageMap | undefined): string | undefined =>
  texts?.da ?? texts?.en ?? Object.values(texts ?? {})[0];

const keywords = ({ keyword }: Dataset): CsvCell => list(Object.values(keyword ?? {}).flat());

/** The short code of a concept; a concept of the owner's own has none and is shown by its IRI. */
const code = (vocabulary: string, iri: string | undefined): string | undefined =>
  iri === undefined ? undefined : (conceptByIri(vocabulary, iri)?.code ?? iri);

const codes = (vocabulary: string, iris: readonly string[] | undefined): CsvCell =>
  list(iris?.map((iri) => code(vocabulary, iri) ?? iri));

const contact = ({ contactPoint }: Dataset): CsvCell =>
  list(
    contactPoint?.flatMap(
      ({ hasEmail, hasURL, fn }) => hasEmail?.replace(/^mailto:/, '') ?? hasURL ?? anyText(fn) ?? [],
    ),
  );

/** Column by column: its heading and its cell. Columns are only ever added, at the end: people's sheets count them. */
export const columns: readonly (readonly [heading: string, cell: (dataset: Published) => CsvCell])[] = [
  ['id', ({ entry }) => entry.id],
  ['iri', ({ iri }) => iri],
  ['kind', ({ entry }) => entry.kind],
  ['identifier', ({ entry }) => entry.identifier ?? undefined],
  ['title_da', ({ entry }) => entry.record.title?.da],
  ['title_en', ({ entry }) => entry.record.title?.en],
  ['title', ({ entry }) => anyText(entry.record.title)],
  ['description', ({ entry }) => anyText(entry.record.description)],
  ['owner', ({ entry }) => anyText(entry.record.publisher?.name) ?? entry.record.publisher?.iri],
  ['source', ({ entry }) => entry.source],
  ['theme', ({ entry }) => codes('data-theme', entry.record.theme)],
  ['health_category', ({ entry }) => codes('health-category', entry.record.healthCategory)],
  ['keyword', ({ entry }) => keywords(entry.record)],
  ['access_rights', ({ entry }) => code('access-right', entry.record.accessRights)],
  ['period_start', ({ entry }) => list(entry.record.temporal?.flatMap(({ startDate }) => startDate ?? []))],
  ['period_end', ({ entry }) => list(entry.record.temporal?.flatMap(({ endDate }) => endDate ?? []))],
  ['frequency', ({ entry }) => code('frequency', entry.record.accrualPeriodicity)],
  ['number_of_records', ({ entry }) => entry.record.numberOfRecords],
  ['number_of_individuals', ({ entry }) => entry.record.numberOfUniqueIndividuals],
  ['landing_page', ({ entry }) => list(entry.record.landingPage)],
  ['contact', ({ entry }) => contact(entry.record)],
  ['issued', ({ entry }) => entry.record.issued],
  ['modified', ({ entry }) => entry.record.modified],
  ['observed_at', ({ entry }) => entry.origin.observedAt],
  ['origin_page', ({ entry }) => entry.origin.page],
  ['note', ({ entry }) => (entry.origin.example === true ? `${exampleMark.da} ${exampleMark.en}` : undefined)],
];

/**
 * Datasets as CSV in UTF-8. Lists stand in one cell with `; ` between, concepts by their codes.
 * @param options.byteOrderMark begins with U+FEFF, without which Excel shows æ, ø and å wrongly.
 */
export const writeCsv = (datasets: Iterable<Published>, options: { readonly byteOrderMark?: boolean } = {}): string => {
  const heading = csvLine(columns.map(([name]) => name));
  const rows = Array.from(datasets, (dataset) => csvLine(columns.map(([, cell]) => cell(dataset))));
  return `${options.byteOrderMark === true ? '\ufeff' : ''}${heading}${rows.join('')}`;
};
