/** The adapters that a rebuild works with: for the function that does it by hand, and for the one that erases contacts. */
import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { dynamoCatalogueStore } from '#functions/shared/dynamo-catalogue-store.ts';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { dynamoLinkStatuses } from '#functions/shared/dynamo-link-statuses.ts';
import { dynamoLinkStore } from '#functions/shared/dynamo-link-store.ts';
import { dynamoQualityStore } from '#functions/shared/dynamo-quality-store.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { log } from '#functions/shared/log.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { readScores, readScoresVersion } from '#functions/shared/score-index.ts';
import { searchFiles } from '#functions/shared/search-files.ts';
import { sqsTextQueue } from '#functions/shared/sqs-text-queue.ts';
import { Addresses } from '#publishing/addresses.ts';
import type { Config } from './config.ts';

/** Makes the ports of one call. Of the store of the catalogue there is another each time: it remembers which sources it entered, and the table may have been emptied since. */
export function rebuildPorts(config: z.infer<typeof Config>) {
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
  return (outOfTime: () => boolean) => ({
    ...common,
    // Two of the views have something called links: the rows of the datasets that are one, and what is known of addresses.
    links: { ...dynamoLinkStore(config.TABLE_CATALOGUE), get: statuses.get },
    catalogue: dynamoCatalogueStore({ table: config.TABLE_CATALOGUE, objects }),
    outOfTime,
  });
}
