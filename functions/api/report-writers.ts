/** The formats of an owner's report. */

import { writeQualityJsonLd, writeQualityTurtle } from '#publishing/rdf/write-quality.ts';
import { writeFindingsCsv } from '#publishing/report/write-findings-csv.ts';
import { writeReportHtml } from '#publishing/report/write-report-html.ts';
import type { ReportWriters } from './ports.ts';

export const reportWriters: ReportWriters = {
  html: writeReportHtml,
  csv: writeFindingsCsv,
  ttl: writeQualityTurtle,
  jsonld: writeQualityJsonLd,
  // Loaded when it is wanted: it is the heaviest part of the API, and asked for least.
  pdf: async (report, language) =>
    (await import('#publishing/report/write-report-pdf.ts')).writeReportPdf(report, language),
};
