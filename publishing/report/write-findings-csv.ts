/** Every finding of a report as CSV, for whoever mends with a spreadsheet: one row a finding, whole values, gains as numbers. */
import type { Mend, OwnerReport, RegisterReport } from '#schemas/owner-report.ts';
import { type CsvCell, type CsvDialect, csvLine } from '../csv/csv-line.ts';
import { type ReportLanguage, type Wording, wordingOf } from './wording.ts';

interface Row {
  readonly register: RegisterReport;
  readonly mend: Mend;
  /** Who asks for it; absent where only a metric does. */
  readonly asker: Mend['askedBy'][number] | undefined;
}

/** A tenth of a point is what the report tells too. */
const tenth = (value: number): number => Math.round(value * 10) / 10;

type Column = readonly [head: (wording: Wording) => string, cell: (row: Row, wording: Wording) => CsvCell];

/** Columns are only ever added, at the end: people's sheets count them. */
const columns: readonly Column[] = [
  [() => 'id', ({ register }) => register.id],
  [({ words }) => words.register, ({ register }, { title }) => title(register).text],
  [({ words }) => words.source, ({ register }) => register.source],
  [({ words }) => words.landingPage, ({ register }) => register.landingPage],
  [({ words }) => words.property, ({ mend }, { say }) => say(mend.label)],
  [({ words }) => words.place, ({ mend }, { say }) => say(mend.place)],
  [({ words }) => words.path, ({ mend }) => mend.path],
  [({ words }) => words.code, ({ asker }) => asker?.code],
  [({ words }) => words.askedBy, ({ asker }, { words, named }) => asker && named(words.askers, asker.set)],
  [({ words }) => words.level, ({ asker }, { words }) => asker && words.severities[asker.severity]],
  [({ words }) => words.fault, ({ mend }, { say }) => say(mend.text)],
  [({ words }) => words.now, ({ mend }) => mend.value],
  [({ words }) => words.shouldBe, ({ mend }, { say }) => mend.shouldBe && say(mend.shouldBe)],
  [({ words }) => words.example, ({ mend }, { say }) => mend.example && say(mend.example)],
  [({ words }) => words.gain, ({ mend }) => mend.gain && tenth(mend.gain.grade * 100)],
  [({ words }) => words.mqaGain, ({ mend }) => mend.gain && tenth(mend.gain.mqa)],
  [({ words }) => words.effort, ({ mend }, { words }) => mend.gain && words.efforts[mend.gain.effort]],
  [({ words }) => words.standingHead, ({ mend }, { words }) => mend.standing && words.standing[mend.standing]],
];

/** Excel shows æ, ø and å wrongly in a file that does not begin with it. */
const BYTE_ORDER_MARK = '\ufeff';

const dialects: Readonly<Record<ReportLanguage, CsvDialect>> = {
  da: { separator: ';', decimal: ',' },
  en: { separator: ',', decimal: '.' },
};

const askersOf = ({ askedBy }: Mend): readonly Row['asker'][] => (askedBy.length > 0 ? askedBy : [undefined]);

const rowsOf = ({ registers }: OwnerReport): Row[] =>
  registers.flatMap((register) =>
    register.mends.flatMap((mend) => askersOf(mend).map((asker) => ({ register, mend, asker }))),
  );

/** In UTF-8 with its mark; in Danish with semicolons and decimal commas, as a Danish spreadsheet reads (docs/decisions/0034). */
export function writeFindingsCsv(report: OwnerReport, language: ReportLanguage): string {
  const wording = wordingOf(language);
  const line = (cells: readonly CsvCell[]) => csvLine(cells, dialects[language]);
  const heading = line(columns.map(([head]) => head(wording)));
  const rows = rowsOf(report).map((row) => line(columns.map(([, cell]) => cell(row, wording))));
  return `${BYTE_ORDER_MARK}${heading}${rows.join('')}`;
}
