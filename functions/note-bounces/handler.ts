import type { Context } from 'aws-lambda';
import { dynamoLetterStore } from '#functions/shared/dynamo-letter-store.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { log } from '#functions/shared/log.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { takeMessages } from '#functions/shared/take-messages.ts';
import { Config } from './config.ts';
import { type NoteBouncesPorts, noteBounce } from './note-bounces.ts';

/** What was taken is to be noted before the time is over: a batch is ten messages. */
const RESERVE_MS = 10_000;

const config = readConfig(Config);

const ports: NoteBouncesPorts = {
  sources: dynamoSourceStore(config.TABLE_CONTROL),
  letters: dynamoLetterStore(config.TABLE_QUALITY),
  // Without the addresses: logs are read by more people than may write to owners.
  tell: (owner, { at, reason, detail }) =>
    log('warning', 'letters to an owner were stopped', { owner, at, reason, detail }),
};

export const handler = lambda((_event: unknown, context: Context) =>
  takeMessages({
    url: config.QUEUE_BOUNCES_URL,
    work: ({ body }) => noteBounce(ports, body),
    outOfTime: () => context.getRemainingTimeInMillis() < RESERVE_MS,
  }),
);
