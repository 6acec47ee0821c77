import * as z from 'zod';
import { suffixAt } from '#functions/shared/clock.ts';
import { dynamoLeaseStore } from '#functions/shared/dynamo-lease-store.ts';
import { dynamoRunStore } from '#functions/shared/dynamo-run-store.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { sqsHarvestQueue } from '#functions/shared/sqs-harvest-queue.ts';
import { Config } from './config.ts';
import { type Start, type StartRunsPorts, startRuns } from './start-runs.ts';

const config = readConfig(Config);

const ports: StartRunsPorts = {
  sources: dynamoSourceStore(config.TABLE_CONTROL),
  runs: dynamoRunStore(config.TABLE_CONTROL),
  leases: dynamoLeaseStore(config.TABLE_CONTROL),
  queue: sqsHarvestQueue(config.QUEUE_HARVEST_URL),
  clock: Date.now,
  suffix: suffixAt,
};

/** A schedule's event says nothing of sources: all that are due are started. An operator's names them. */
const Request = z.object({ sources: z.array(z.string()).optional(), force: z.boolean().optional() });

export const handler = lambda(async (event: unknown): Promise<Start[]> => startRuns(ports, Request.parse(event ?? {})));
