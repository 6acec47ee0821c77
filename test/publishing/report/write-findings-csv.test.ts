import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { writeFindingsCsv } from '#publishing/report/write-findings-csv.ts';
import { writeReportJson } from '#publishing/report/write-report-json.ts';
import { OwnerReport } from '#schemas/owner-report.ts';
import { sdsReport } from '#test/quality/report/sds-input.ts';
import { awkwardReport, FORMULA, LONG } from './awkward-report.ts';

const rowsOf = (report: OwnerReport, language: 'da' | 'en'): Record<string, string>[] =>
  parse(writeFindingsCsv(report, language), { bom: true, columns: true, delimiter: language === 'da' ? ';' : ',' });

describe('the findings as CSV', () => {
  it.each(['da', 'en'] as const)('have a row for each finding, whoever asks for it, in %s', (language) => {
    const code = { da: 'Kode', en: 'Code' }[language];
    const path = { da: 'Sti', en: 'Path' }[language];
    const told = rowsOf(sdsReport, language).map((row) => [row.id, row[code], row[path]]);
    const found = sdsReport.registers.flatMap(({ id, mends }) =>
      mends.flatMap(({ askedBy, path: at }) =>
        askedBy.length > 0 ? askedBy.map((asker) => [id, asker.code, at]) : [[id, '', at]],
      ),
    );
    expect(told).toEqual(found);
  });

  it('begin with the mark by which Excel knows æ, ø and å', () => {
    expect(writeFindingsCsv(sdsReport, 'da').codePointAt(0)).toBe(0xfeff);
    expect(rowsOf(sdsReport, 'da').map(({ Register }) => Register)).toContain('Dødsårsagsregisteret');
  });

  it('write gains as numbers of the reader’s spreadsheet', () => {
    const [danish] = rowsOf(awkwardReport, 'da').filter((row) => row.Sti === 'keyword');
    const [english] = rowsOf(awkwardReport, 'en').filter((row) => row.Path === 'keyword');
    expect(danish).toMatchObject({ Gevinst: '4,5', 'Gevinst i MQA': '20', Arbejde: 'minutter' });
    expect(english).toMatchObject({ Gain: '4.5', 'Gain in MQA': '20', Work: 'minutes' });
  });

  it('keep values whole, and let none of them run as a formula', () => {
    const values = rowsOf(awkwardReport, 'da').map((row) => row['Står nu']);
    expect(values).toContain(LONG);
    expect(values).toContain(`'${FORMULA}`);
    const cells = rowsOf(awkwardReport, 'en').flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
  });
});

describe('the report as JSON', () => {
  it('is the model, whole', () => {
    expect(OwnerReport.parse(JSON.parse(writeReportJson(sdsReport)))).toEqual(sdsReport);
  });
});
