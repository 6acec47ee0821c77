import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { dynamoLinkIndex } from '#functions/shared/dynamo-link-index.ts';
import { dynamoLinkStatuses } from '#functions/shared/dynamo-link-statuses.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { listsHost } from '#functions/shared/host-list.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { politeProber } from '#functions/shared/link-prober.ts';
import { resolvesNames } from '#functions/shared/name-lookup.ts';
import { processCrawler } from '#functions/shared/process-crawler.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { withinTime } from '#functions/shared/time-limit.ts';
import { checkLinks } from './check-links.ts';
import { Config } from './config.ts';
import { logRun } from './log-run.ts';

/** Writing what the run held back, and a step of the index: some thousand small writes. */
const RESERVE_MS = 30_000;

const config = readConfig(Config);
const allowed = config.ALLOW_HOSTS;

const ports = {
  ledger: dynamoLedger({ table: config.TABLE_LEDGER, objects: s3ObjectStore(config.BUCKET) }),
  checkpoints: dynamoCheckpointStore(config.TABLE_QUALITY),
  index: dynamoLinkIndex(config.TABLE_QUALITY),
  checks: dynamoLinkStatuses(config.TABLE_QUALITY),
  prober: politeProber(processCrawler({ allowed, publicUrl: config.PUBLIC_URL, contact: config.CONTACT })),
  sources: dynamoSourceStore(config.TABLE_CONTROL).list,
  isOutside: (host: string) => !listsHost(allowed, host),
  resolvesNames,
  holder: randomUUID,
  clock: Date.now,
};

export const handler = lambda((_event: unknown, context: Context) =>
  withinTime(
    () => context.getRemainingTimeInMillis(),
    RESERVE_MS,
    async (signal) => logRun(await checkLinks({ ...ports, signal, outOfTime: () => signal.aborted })),
  ),
);
