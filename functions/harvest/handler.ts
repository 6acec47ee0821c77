import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { snsAnnounce } from '#functions/shared/announce.ts';
import { awsSecrets } from '#functions/shared/aws-secret-reader.ts';
import { comeAgain } from '#functions/shared/come-again.ts';
import { dynamoErasedContacts } from '#functions/shared/dynamo-erased-contacts.ts';
import { dynamoLeaseStore } from '#functions/shared/dynamo-lease-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { dynamoRunStore } from '#functions/shared/dynamo-run-store.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { HarvestMessage } from '#functions/shared/harvest-message.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { startMeter } from '#functions/shared/meter.ts';
import { pageArchive } from '#functions/shared/page-archive.ts';
import { processCrawler } from '#functions/shared/process-crawler.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { environmentSecrets } from '#functions/shared/secret-reader.ts';
import { eachRecord } from '#functions/shared/sqs-batch.ts';
import { sqsHarvestQueue } from '#functions/shared/sqs-harvest-queue.ts';
import { Config } from './config.ts';
import { crawlerFor } from './crawler-for.ts';
import { harvest } from './harvest.ts';
import type { HarvestPorts } from './harvest-ports.ts';

const config = readConfig(Config);
const identity = { allowed: config.ALLOW_HOSTS, publicUrl: config.PUBLIC_URL, contact: config.CONTACT };
const secretsOf = { environment: () => environmentSecrets(), 'secrets-manager': () => awsSecrets() };
const objects = s3ObjectStore(config.BUCKET);

const ports: Omit<HarvestPorts, 'remainingMs'> = {
  sources: dynamoSourceStore(config.TABLE_CONTROL),
  erased: dynamoErasedContacts(config.TABLE_CONTROL),
  runs: dynamoRunStore(config.TABLE_CONTROL),
  leases: dynamoLeaseStore(config.TABLE_CONTROL),
  ledger: dynamoLedger({ table: config.TABLE_LEDGER, objects }),
  objects,
  archive: pageArchive(objects),
  queue: sqsHarvestQueue(config.QUEUE_HARVEST_URL),
  fetcherFor: crawlerFor({ ...identity, shared: processCrawler(identity), secrets: secretsOf[config.SECRETS]() }),
  announce: snsAnnounce(config.TOPIC_LEDGER_ARN),
  clock: Date.now,
};

/** Whose harvest it is, for the log. */
function about(body: string): { readonly source?: string; readonly run?: string } {
  const { source, run } = HarvestMessage.parse(JSON.parse(body));
  return { source, run };
}

export const handler = lambda(async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  const remainingMs = () => context.getRemainingTimeInMillis();
  const work = (body: string, record: SQSRecord) => {
    // One message an invocation on AWS (batchSize 1), so the invocation's time is this run's.
    const meter = startMeter(Number(context.memoryLimitInMB));
    const comeAgainSoon = () => comeAgain(config.QUEUE_HARVEST_URL, record);
    const metered = { ...ports, comeAgainSoon, remainingMs, usage: meter.usage };
    return meter.run(() => harvest(metered, HarvestMessage.parse(JSON.parse(body))));
  };
  return eachRecord(event, work, about);
});
