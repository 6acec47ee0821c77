/** A report as JSON: the model itself, with all words in both languages and every value whole. */
import type { OwnerReport } from '#schemas/owner-report.ts';

const INDENT = 2;

export const writeReportJson = (report: OwnerReport): string => `${JSON.stringify(report, null, INDENT)}\n`;
