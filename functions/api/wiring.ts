/** What the API stands on: the stores on DynamoDB, which nearly every request asks, and the rest when it is first called. */
import { randomBytes } from 'node:crypto';
import { dynamoAuditLog } from '#functions/shared/dynamo-audit-log.ts';
import { dynamoCatalogueStore } from '#functions/shared/dynamo-catalogue-store.ts';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { dynamoCourseStore } from '#functions/shared/dynamo-course-store.ts';
import { dynamoDeliveryLog } from '#functions/shared/dynamo-delivery-log.ts';
import { dynamoErasedContacts } from '#functions/shared/dynamo-erased-contacts.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { dynamoLetterStore } from '#functions/shared/dynamo-letter-store.ts';
import { dynamoLinkStatuses } from '#functions/shared/dynamo-link-statuses.ts';
import { dynamoLinkStore } from '#functions/shared/dynamo-link-store.ts';
import { dynamoQualityStore } from '#functions/shared/dynamo-quality-store.ts';
import { dynamoRunStore } from '#functions/shared/dynamo-run-store.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { dynamoSubscriptionStore } from '#functions/shared/dynamo-subscription-store.ts';
import { late } from '#functions/shared/late.ts';
import { lateObjectStore } from '#functions/shared/late-object-store.ts';
import type { Config } from './config.ts';
import { lateOperator, latePresign, lateReports, lateSearch, lateSender, type Stores } from './late-ports.ts';
import type { ApiPorts } from './ports.ts';
import { rdfWriters } from './rdf-writers.ts';
import { reportWriters } from './report-writers.ts';
import { signInOf, tokensOf } from './tokens-of.ts';

/** The stores, and objects whose client comes with the first of them. */
function storesOf(config: Config): Stores {
  const objects = lateObjectStore(
    late(async () => (await import('#functions/shared/s3-object-store.ts')).s3ObjectStore(config.BUCKET)),
  );
  return {
    objects,
    ledger: dynamoLedger({ table: config.TABLE_LEDGER, objects }),
    runs: dynamoRunStore(config.TABLE_CONTROL),
    sources: dynamoSourceStore(config.TABLE_CONTROL),
    catalogue: dynamoCatalogueStore({ table: config.TABLE_CATALOGUE, objects }),
    quality: dynamoQualityStore({ table: config.TABLE_QUALITY, objects }),
    linkStatuses: dynamoLinkStatuses(config.TABLE_QUALITY),
  };
}

/** @param surroundings what was there before: how to tell of a failure. */
export function wire(config: Config, surroundings: Pick<ApiPorts, 'links' | 'report'>): ApiPorts {
  const stores = storesOf(config);
  return {
    ...surroundings,
    ...stores,
    ...lateOperator(config, stores),
    checkpoints: dynamoCheckpointStore(config.TABLE_CATALOGUE),
    erased: dynamoErasedContacts(config.TABLE_CONTROL),
    sameAs: dynamoLinkStore(config.TABLE_CATALOGUE),
    reports: lateReports(stores),
    reportWriters,
    letters: dynamoLetterStore(config.TABLE_QUALITY),
    linkSecret: config.LINK_SECRET,
    contact: config.CONTACT,
    clock: Date.now,
    search: lateSearch(stores.objects),
    presign: latePresign(config.BUCKET),
    webhooks: {
      subscriptions: dynamoSubscriptionStore(config.TABLE_WEBHOOKS),
      courses: dynamoCourseStore(config.TABLE_WEBHOOKS),
      deliveries: dynamoDeliveryLog(config.TABLE_WEBHOOKS),
      sender: lateSender(config),
      allowedHosts: config.ALLOW_HOSTS,
      random: randomBytes,
    },
    writers: rdfWriters,
    operatorToken: config.OPERATOR_TOKEN,
    tokens: tokensOf(config),
    signIn: signInOf(config),
    audit: dynamoAuditLog(config.TABLE_CONTROL),
  };
}
