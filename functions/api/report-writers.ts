/** The formats of an owner's report. What writes them is loaded when it is first wanted: that of PDF is the heaviest of all. */
import { late } from '#functions/shared/late.ts';
import type { ReportWriters } from './ports.ts';

const page = late(() => import('#publishing/report/write-report-html.ts'));
const table = late(() => import('#publishing/report/write-findings-csv.ts'));
const rdf = late(() => import('#publishing/rdf/write-quality.ts'));
const pdf = late(() => import('#publishing/report/write-report-pdf.ts'));

export const reportWriters: ReportWriters = {
  html: async (report, language) => (await page()).writeReportHtml(report, language),
  csv: async (report, language) => (await table()).writeFindingsCsv(report, language),
  ttl: async (measured) => (await rdf()).writeQualityTurtle(measured),
  jsonld: async (measured) => (await rdf()).writeQualityJsonLd(measured),
  pdf: async (report, language) => (await pdf()).writeReportPdf(report, language),
};
