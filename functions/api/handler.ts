import { randomBytes } from 'node:crypto';
import { buildReport, keepReport } from '#functions/send-reports/build-report.ts';
import { snsAnnounce } from '#functions/shared/announce.ts';
import { suffixAt } from '#functions/shared/clock.ts';
import { dynamoAuditLog } from '#functions/shared/dynamo-audit-log.ts';
import { dynamoCatalogueStore } from '#functions/shared/dynamo-catalogue-store.ts';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { dynamoCourseStore } from '#functions/shared/dynamo-course-store.ts';
import { dynamoDeliveryLog } from '#functions/shared/dynamo-delivery-log.ts';
import { dynamoErasedContacts } from '#functions/shared/dynamo-erased-contacts.ts';
import { dynamoLeaseStore } from '#functions/shared/dynamo-lease-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { dynamoLetterStore } from '#functions/shared/dynamo-letter-store.ts';
import { dynamoLinkStatuses } from '#functions/shared/dynamo-link-statuses.ts';
import { dynamoLinkStore } from '#functions/shared/dynamo-link-store.ts';
import { dynamoQualityStore } from '#functions/shared/dynamo-quality-store.ts';
import { dynamoRunStore } from '#functions/shared/dynamo-run-store.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { dynamoSubscriptionStore } from '#functions/shared/dynamo-subscription-store.ts';
import { log } from '#functions/shared/log.ts';
import { presignedGet } from '#functions/shared/presigned.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { searchReader } from '#functions/shared/search-reader.ts';
import { sqsHarvestQueue } from '#functions/shared/sqs-harvest-queue.ts';
import { sqsTextQueue } from '#functions/shared/sqs-text-queue.ts';
import { CHALLENGE_MS, webhookSender } from '#functions/shared/webhook-sender.ts';
import { createApi } from './api.ts';
import { Config } from './config.ts';
import { Links } from './links.ts';
import { deadLettersOf, heldRemovals, renamesOf, runStarter } from './operator-ports.ts';
import { rdfWriters } from './rdf-writers.ts';
import { reportWriters } from './report-writers.ts';
import { tokensOf } from './tokens-of.ts';

const config = readConfig(Config);
const objects = s3ObjectStore(config.BUCKET);
const ledger = dynamoLedger({ table: config.TABLE_LEDGER, objects });
const runs = dynamoRunStore(config.TABLE_CONTROL);
const sources = dynamoSourceStore(config.TABLE_CONTROL);
const shared = { runs, leases: dynamoLeaseStore(config.TABLE_CONTROL), clock: Date.now, suffix: suffixAt };

const starter = runStarter({ ...shared, sources, objects, queue: sqsHarvestQueue(config.QUEUE_HARVEST_URL) });
const queues = {
  project: sqsTextQueue(config.QUEUE_PROJECT_URL),
  search: sqsTextQueue(config.QUEUE_SEARCH_URL),
  bounces: sqsTextQueue(config.QUEUE_BOUNCES_URL),
  webhooks: sqsTextQueue(config.QUEUE_WEBHOOKS_URL),
};

const quality = dynamoQualityStore({ table: config.TABLE_QUALITY, objects });
const linkStatuses = dynamoLinkStatuses(config.TABLE_QUALITY);
const catalogue = dynamoCatalogueStore({ table: config.TABLE_CATALOGUE, objects });
const reportPorts = { sources, catalogue, quality, links: linkStatuses, runs, objects, clock: Date.now };

export const handler = createApi({
  links: new Links(config.PUBLIC_URL),
  ledger,
  catalogue,
  checkpoints: dynamoCheckpointStore(config.TABLE_CATALOGUE),
  sameAs: dynamoLinkStore(config.TABLE_CATALOGUE),
  quality,
  reports: { build: (owner) => buildReport(reportPorts, owner), keep: (report) => keepReport(reportPorts, report) },
  reportWriters,
  letters: dynamoLetterStore(config.TABLE_QUALITY),
  linkSecret: config.LINK_SECRET,
  contact: config.CONTACT,
  clock: Date.now,
  linkStatuses,
  search: searchReader(objects),
  runs,
  sources,
  erased: dynamoErasedContacts(config.TABLE_CONTROL),
  objects,
  presign: presignedGet(config.BUCKET),
  held: heldRemovals({ ...shared, ledger, objects, announce: snsAnnounce(config.TOPIC_LEDGER_ARN) }),
  renames: renamesOf({ ...shared, ledger, objects, announce: snsAnnounce(config.TOPIC_LEDGER_ARN) }),
  starter,
  deadLetters: deadLettersOf({ ...shared, objects, starter, send: (queue, body) => queues[queue](body) }),
  webhooks: {
    subscriptions: dynamoSubscriptionStore(config.TABLE_WEBHOOKS),
    courses: dynamoCourseStore(config.TABLE_WEBHOOKS),
    deliveries: dynamoDeliveryLog(config.TABLE_WEBHOOKS),
    sender: webhookSender({ allowed: config.ALLOW_HOSTS, timeoutMs: CHALLENGE_MS, publicUrl: config.PUBLIC_URL }),
    allowedHosts: config.ALLOW_HOSTS,
    random: randomBytes,
  },
  writers: rdfWriters,
  operatorToken: config.OPERATOR_TOKEN,
  tokens: tokensOf(config),
  audit: dynamoAuditLog(config.TABLE_CONTROL),
  report: (failure, requestId) => log('error', 'a request failed', { requestId, failure }),
});
