import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { dynamoCatalogueStore } from '#functions/shared/dynamo-catalogue-store.ts';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { dynamoLinkStatuses } from '#functions/shared/dynamo-link-statuses.ts';
import { dynamoLinkStore } from '#functions/shared/dynamo-link-store.ts';
import { dynamoQualityStore } from '#functions/shared/dynamo-quality-store.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { log } from '#functions/shared/log.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { readScores, readScoresVersion } from '#functions/shared/score-index.ts';
import { searchFiles } from '#functions/shared/search-files.ts';
import { sqsTextQueue } from '#functions/shared/sqs-text-queue.ts';
import { Addresses } from '#publishing/addresses.ts';
import { Config } from './config.ts';
import { rebuildView } from './rebuild-views.ts';
import { type Rebuilt, View } from './rebuilt.ts';

/** A portion of two hundred records, and what is written at the end. */
const STEP_MS = 60_000;

const config = readConfig(Config);
const objects = s3ObjectStore(config.BUCKET);
const wakeSearch = sqsTextQueue(config.QUEUE_SEARCH_URL);
const statuses = dynamoLinkStatuses(config.TABLE_QUALITY);

const common = {
  ledger: dynamoLedger({ table: config.TABLE_LEDGER, objects }),
  quality: dynamoQualityStore({ table: config.TABLE_QUALITY, objects }),
  sources: dynamoSourceStore(config.TABLE_CONTROL),
  checkpoints: dynamoCheckpointStore(config.TABLE_CATALOGUE),
  files: searchFiles(objects),
  scores: { version: () => readScoresVersion(objects), rows: () => readScores(objects) },
  addresses: new Addresses(config.PUBLIC_URL),
  objects,
  announce: () => wakeSearch('{}'),
  report: (dataset: string, leftOut: number) => log('warning', 'variables are not searched', { dataset, leftOut }),
  holder: randomUUID,
  clock: Date.now,
};

const Event = z.object({
  view: View,
  /** How long it may work before it tells how far it has come; as long as the function may, when absent. */
  seconds: z.number().positive().optional(),
});

export const handler = lambda((event: unknown, context: Context): Promise<Rebuilt> => {
  const { view, seconds = Number.POSITIVE_INFINITY } = Event.parse(event);
  const until = Date.now() + seconds * 1000;
  const outOfTime = () => context.getRemainingTimeInMillis() < STEP_MS || Date.now() >= until;
  // Two of the views have something called links: the rows of the datasets that are one, and what is known of addresses.
  const links = { ...dynamoLinkStore(config.TABLE_CATALOGUE), get: statuses.get };
  // Anew for each call: a store remembers which sources it entered, and the table may have been emptied since.
  const catalogue = dynamoCatalogueStore({ table: config.TABLE_CATALOGUE, objects });
  return rebuildView({ ...common, catalogue, links, outOfTime }, view);
});
