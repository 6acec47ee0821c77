import { setTimeout as delay } from 'node:timers/promises';
import { answering, atHand } from '#functions/api/answering.ts';
import { Links } from '#functions/api/links.ts';
import { previewDescriptions } from '#functions/api/openapi/preview.ts';
import { tokensOf } from '#functions/api/tokens-of.ts';
import { crawlerFor } from '#functions/harvest/crawler-for.ts';
import { awsSecrets } from '#functions/shared/aws-secret-reader.ts';
import { dynamoAuditLog } from '#functions/shared/dynamo-audit-log.ts';
import { dynamoErasedContacts } from '#functions/shared/dynamo-erased-contacts.ts';
import { PRODUCT } from '#functions/shared/host-visit.ts';
import { log } from '#functions/shared/log.ts';
import { processCrawler } from '#functions/shared/process-crawler.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { environmentSecrets } from '#functions/shared/secret-reader.ts';
import { Config } from './config.ts';
import { type PreviewSourcePorts, previewSource } from './preview-source.ts';

/** A host that wants to be left alone for longer is told of and not waited for. */
const PATIENCE_MS = 3000;

const config = readConfig(Config);
const identity = { allowed: config.ALLOW_HOSTS, publicUrl: config.PUBLIC_URL, contact: config.CONTACT };
const secretsOf = { environment: () => environmentSecrets(), 'secrets-manager': () => awsSecrets() };
const shared = processCrawler(identity);

const ports: PreviewSourcePorts = {
  links: new Links(config.PUBLIC_URL),
  operatorToken: config.OPERATOR_TOKEN,
  tokens: tokensOf(config),
  audit: dynamoAuditLog(config.TABLE_CONTROL),
  erased: dynamoErasedContacts(config.TABLE_CONTROL),
  clock: Date.now,
  report: (failure, requestId) => log('error', 'a preview failed', { requestId, failure }),
  objects: s3ObjectStore(config.BUCKET),
  fetcherFor: crawlerFor({ ...identity, shared, secrets: secretsOf[config.SECRETS](), patienceMs: PATIENCE_MS }),
  permission: (url) => shared.robots.permission(url, PRODUCT),
  wait: (ms, signal) => delay(ms, undefined, { signal }),
};

export const handler = answering(atHand(ports), {
  addresses: { '/v1/sources/preview': { POST: previewSource } },
  descriptions: previewDescriptions,
});
