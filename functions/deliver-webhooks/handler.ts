import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { dynamoCourseStore } from '#functions/shared/dynamo-course-store.ts';
import { dynamoDeliveryLog } from '#functions/shared/dynamo-delivery-log.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { dynamoSubscriptionStore } from '#functions/shared/dynamo-subscription-store.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { withinTime } from '#functions/shared/time-limit.ts';
import { DELIVERY_MS, webhookSender } from '#functions/shared/webhook-sender.ts';
import { Addresses } from '#publishing/addresses.ts';
import { Config } from './config.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';
import { logDisabled } from './log-disabled.ts';

/** Writing down what came of the deliveries at hand: some small writes each. */
const RESERVE_MS = 5_000;

const config = readConfig(Config);
const ports = {
  ledger: dynamoLedger({ table: config.TABLE_LEDGER, objects: s3ObjectStore(config.BUCKET) }),
  sources: dynamoSourceStore(config.TABLE_CONTROL),
  subscriptions: dynamoSubscriptionStore(config.TABLE_WEBHOOKS),
  courses: dynamoCourseStore(config.TABLE_WEBHOOKS),
  deliveries: dynamoDeliveryLog(config.TABLE_WEBHOOKS),
  sender: webhookSender({ allowed: config.ALLOW_HOSTS, timeoutMs: DELIVERY_MS, publicUrl: config.PUBLIC_URL }),
  addresses: new Addresses(config.PUBLIC_URL),
  clock: Date.now,
  chance: Math.random,
  holder: randomUUID,
  tell: logDisabled,
};

export const handler = lambda((_event: unknown, context: Context) => {
  const remaining = () => context.getRemainingTimeInMillis();
  const outOfTime = () => remaining() < DELIVERY_MS + RESERVE_MS;
  return withinTime(remaining, RESERVE_MS, (signal) => deliverWebhooks({ ...ports, signal, outOfTime }));
});
