import { listLetters } from '#functions/shared/dead-letters.ts';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { dynamoCourseStore } from '#functions/shared/dynamo-course-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { dynamoLetterStore } from '#functions/shared/dynamo-letter-store.ts';
import { dynamoLinkStatuses } from '#functions/shared/dynamo-link-statuses.ts';
import { dynamoRunStore } from '#functions/shared/dynamo-run-store.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { dynamoSubscriptionStore } from '#functions/shared/dynamo-subscription-store.ts';
import { figuresTo } from '#functions/shared/figures.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { everyQueue, queueUrls } from '#functions/shared/queue-variables.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { sqsQueueCounts } from '#functions/shared/sqs-queue-counts.ts';
import { Config } from './config.ts';
import { TROUBLES, type Watched, type WatchPorts, watch } from './watch.ts';

const config = readConfig(Config);
const objects = s3ObjectStore(config.BUCKET);

const ports: WatchPorts = {
  ledger: dynamoLedger({ table: config.TABLE_LEDGER, objects }),
  checkpoints: dynamoCheckpointStore(config.TABLE_CATALOGUE),
  qualityCheckpoints: dynamoCheckpointStore(config.TABLE_QUALITY),
  runs: dynamoRunStore(config.TABLE_CONTROL),
  sources: dynamoSourceStore(config.TABLE_CONTROL),
  deadLetters: { list: (from) => listLetters(objects, from) },
  linkStatuses: dynamoLinkStatuses(config.TABLE_QUALITY),
  webhooks: {
    subscriptions: dynamoSubscriptionStore(config.TABLE_WEBHOOKS),
    courses: dynamoCourseStore(config.TABLE_WEBHOOKS),
  },
  letters: dynamoLetterStore(config.TABLE_QUALITY),
  objects,
  queueCounts: sqsQueueCounts(queueUrls(config, everyQueue)),
  publicUrl: config.PUBLIC_URL,
  emit: figuresTo(config.METRICS, { matters: TROUBLES }),
  clock: Date.now,
};

export const handler = lambda((): Promise<Watched> => watch(ports));
