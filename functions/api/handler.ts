import { snsAnnounce } from '#functions/shared/announce.ts';
import { randomSuffix } from '#functions/shared/clock.ts';
import { dynamoCatalogueStore } from '#functions/shared/dynamo-catalogue-store.ts';
import { dynamoLeaseStore } from '#functions/shared/dynamo-lease-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { dynamoLinkStore } from '#functions/shared/dynamo-link-store.ts';
import { dynamoRunStore } from '#functions/shared/dynamo-run-store.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { log } from '#functions/shared/log.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { searchReader } from '#functions/shared/search-reader.ts';
import { sqsHarvestQueue } from '#functions/shared/sqs-harvest-queue.ts';
import { sqsTextQueue } from '#functions/shared/sqs-text-queue.ts';
import { createApi } from './api.ts';
import { Config } from './config.ts';
import { Links } from './links.ts';
import { deadLettersOf, heldRemovals, renamesOf, runStarter } from './operator-ports.ts';
import { rdfWriters } from './rdf-writers.ts';

const config = readConfig(Config);
const objects = s3ObjectStore(config.BUCKET);
const ledger = dynamoLedger({ table: config.TABLE_LEDGER, objects });
const runs = dynamoRunStore(config.TABLE_CONTROL);
const sources = dynamoSourceStore(config.TABLE_CONTROL);
const shared = { runs, leases: dynamoLeaseStore(config.TABLE_CONTROL), clock: Date.now, suffix: randomSuffix };

const starter = runStarter({ ...shared, sources, objects, queue: sqsHarvestQueue(config.QUEUE_HARVEST_URL) });
const queues = { project: sqsTextQueue(config.QUEUE_PROJECT_URL), search: sqsTextQueue(config.QUEUE_SEARCH_URL) };

export const handler = createApi({
  links: new Links(config.PUBLIC_URL),
  ledger,
  catalogue: dynamoCatalogueStore({ table: config.TABLE_CATALOGUE, objects }),
  sameAs: dynamoLinkStore(config.TABLE_CATALOGUE),
  search: searchReader(objects),
  runs,
  sources,
  objects,
  held: heldRemovals({ ...shared, ledger, objects, announce: snsAnnounce(config.TOPIC_LEDGER_ARN) }),
  renames: renamesOf({ ...shared, ledger, objects, announce: snsAnnounce(config.TOPIC_LEDGER_ARN) }),
  starter,
  deadLetters: deadLettersOf({ ...shared, objects, starter, send: (queue, body) => queues[queue](body) }),
  writers: rdfWriters,
  operatorToken: config.OPERATOR_TOKEN,
  report: (failure, requestId) => log('error', 'a request failed', { requestId, failure }),
});
