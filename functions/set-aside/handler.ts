import type { Context } from 'aws-lambda';
import { dynamoRunStore } from '#functions/shared/dynamo-run-store.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { log } from '#functions/shared/log.ts';
import { queueUrl } from '#functions/shared/queue-variables.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { takeMessages } from '#functions/shared/take-messages.ts';
import { Config } from './config.ts';
import { type SetAsidePorts, setAsideAll } from './set-aside.ts';

/** What was taken is to be kept before the time is over: a batch is ten messages. */
const RESERVE_MS = 20_000;

const config = readConfig(Config);

const ports: Omit<SetAsidePorts, 'take'> = {
  runs: dynamoRunStore(config.TABLE_CONTROL),
  objects: s3ObjectStore(config.BUCKET),
  tell: (queue) => log('warning', 'a message was set aside', { queue }),
  clock: Date.now,
};

export const handler = lambda((_event: unknown, context: Context) => {
  const outOfTime = () => context.getRemainingTimeInMillis() < RESERVE_MS;
  return setAsideAll({
    ...ports,
    take: (queue, work) => takeMessages({ url: queueUrl(config, `${queue}-dead`), work, outOfTime }),
  });
});
