import type { Context } from 'aws-lambda';
import { dynamoCatalogueStore } from '#functions/shared/dynamo-catalogue-store.ts';
import { dynamoErasedContacts } from '#functions/shared/dynamo-erased-contacts.ts';
import { dynamoLetterStore } from '#functions/shared/dynamo-letter-store.ts';
import { dynamoLinkStatuses } from '#functions/shared/dynamo-link-statuses.ts';
import { dynamoQualityStore } from '#functions/shared/dynamo-quality-store.ts';
import { dynamoRunStore } from '#functions/shared/dynamo-run-store.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { mailerOf } from '#functions/shared/mailer-of.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { writeReportPdf } from '#publishing/report/write-report-pdf.ts';
import { buildReport, keepReport } from './build-report.ts';
import { Config } from './config.ts';
import { type Sent, sendReports } from './send-reports.ts';

/** A report with its two PDFs takes some seconds; one of thousands of registers a minute. */
const LETTER_MS = 120_000;

const config = readConfig(Config);
const objects = s3ObjectStore(config.BUCKET);
const about = {
  sources: dynamoSourceStore(config.TABLE_CONTROL),
  catalogue: dynamoCatalogueStore({ table: config.TABLE_CATALOGUE, objects }),
  quality: dynamoQualityStore({ table: config.TABLE_QUALITY, objects }),
  links: dynamoLinkStatuses(config.TABLE_QUALITY),
  runs: dynamoRunStore(config.TABLE_CONTROL),
  objects,
  clock: Date.now,
};
const ports = {
  ...about,
  erased: dynamoErasedContacts(config.TABLE_CONTROL),
  letters: dynamoLetterStore(config.TABLE_QUALITY),
  reports: {
    build: (owner: string) => buildReport(about, owner),
    keep: (report: Parameters<typeof keepReport>[1]) => keepReport(about, report),
  },
  pdf: writeReportPdf,
  secret: config.LINK_SECRET,
  publicUrl: config.PUBLIC_URL,
};

export const handler = lambda((_event: unknown, context: Context): Promise<Sent[]> => {
  const mailer = mailerOf(config);
  const outOfTime = () => context.getRemainingTimeInMillis() < LETTER_MS;
  return mailer ? sendReports({ ...ports, mailer, outOfTime }) : Promise.resolve([]);
});
