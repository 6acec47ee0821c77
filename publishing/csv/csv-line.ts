/** Lines of CSV (RFC 4180) that a spreadsheet can open without running what other people wrote. */

export type CsvCell = string | number | boolean | null | undefined;

/** How a spreadsheet of some language reads: where commas are decimal signs, they separate no cells. */
export interface CsvDialect {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
}

const international: CsvDialect = { separator: ',', decimal: '.' };

/**
 * A text that a spreadsheet would run as a formula is shown with an apostrophe before it: owners' texts are not ours to run.
 * The signs in full width count as well, because some spreadsheets narrow them; so do marks that nobody sees before a sign.
 */
const unarmed = (text: string): string => (/^[\ufeff\u200b]*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

function plainText(cell: string | number | boolean, { decimal }: CsvDialect): string {
  if (typeof cell === 'string') return unarmed(cell.toWellFormed());
  return typeof cell === 'number' ? String(cell).replace('.', decimal) : String(cell);
}

function written(cell: CsvCell, dialect: CsvDialect): string {
  if (cell === undefined || cell === null) return '';
  const text = plainText(cell, dialect);
  return /["\r\n]/.test(text) || text.includes(dialect.separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line with its end. */
export const csvLine = (cells: readonly CsvCell[], dialect: CsvDialect = international): string =>
  `${cells.map((cell) => written(cell, dialect)).join(dialect.separator)}\r\n`;
