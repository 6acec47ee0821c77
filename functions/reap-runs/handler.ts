import * as z from 'zod';
import { dynamoLeaseStore } from '#functions/shared/dynamo-lease-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { dynamoRunStore } from '#functions/shared/dynamo-run-store.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import type { Run } from '#schemas/run.ts';
import { Config } from './config.ts';
import { type ReapRunsPorts, reapRuns } from './reap-runs.ts';

const config = readConfig(Config);
const objects = s3ObjectStore(config.BUCKET);

const ports: ReapRunsPorts = {
  runs: dynamoRunStore(config.TABLE_CONTROL),
  leases: dynamoLeaseStore(config.TABLE_CONTROL),
  ledger: dynamoLedger({ table: config.TABLE_LEDGER, objects }),
  objects,
  clock: Date.now,
};

/** A host that has just started on its own data says so; a schedule's event says nothing. */
const Request = z.object({ hostStarted: z.boolean().default(false) });

export const handler = lambda(
  async (event: unknown): Promise<Run[]> => reapRuns(ports, Request.parse(event ?? {}).hostStarted),
);
