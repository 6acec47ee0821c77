/** Tables of what other people wrote, safe to be opened by an operator. */

/**
 * A field of RFC 4180. A value that a spreadsheet would run as a formula gets an apostrophe before it: these values come
 * from other people's pages and are opened by operators.
 */
function csvField(value: string | null | undefined): string {
  const safe = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of a table, with its end. */
export const csvRow = (values: readonly (string | null | undefined)[]): string =>
  `${values.map(csvField).join(',')}\r\n`;
