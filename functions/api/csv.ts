/** Tables of what other people wrote, safe to be opened by an operator. */
import { csvLine } from '#publishing/csv/csv-line.ts';

/** A line of a table, with its end. */
export const csvRow = (values: readonly (string | null | undefined)[]): string => csvLine(values);
