import type { Context } from 'aws-lambda';
import { figuresTo } from '#functions/shared/figures.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { publicApi } from '#functions/shared/public-api.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { canary, type Found } from './canary.ts';
import { Config } from './config.ts';
import { logFound } from './log-found.ts';

/** A page may take as long as the gateway waits, and its place is then to be kept. */
const RESERVE_MS = 35_000;

const config = readConfig(Config);
const ports = {
  ask: publicApi(config.FOLLOW_URL, 'Datalandkort-canary'),
  objects: s3ObjectStore(config.BUCKET),
  // What it finds is logged by itself.
  emit: figuresTo(config.METRICS, { matters: [] }),
  tell: logFound,
};

export const handler = lambda((_event: unknown, context: Context): Promise<Found> => {
  const outOfTime = () => context.getRemainingTimeInMillis() < RESERVE_MS;
  return canary({ ...ports, outOfTime });
});
