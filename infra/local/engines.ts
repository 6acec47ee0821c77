/** The embedded engines on one data folder: dynalite for DynamoDB, fauxqs for S3, SQS and SNS (docs/decisions/0010). */
import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { SDK_TRIES } from '#functions/shared/clients/tries.ts';
import { namesOf, type TableName, type TableSpec, type Topology } from '#infra/topology-shape.ts';
import { readNewest } from './newest-reads.ts';
import { type ObjectEngine, REGION, startObjectEngine } from './object-engine.ts';
import { applyRules } from './rules/apply-rules.ts';
import type { Rules } from './rules/rules.ts';

export const BUCKET = 'datalandkort';

/** The engines accept any credentials; the SDK refuses to send a request without. */
const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

export interface Engines {
  /** Address of DynamoDB. */
  readonly tables: string;
  /** Address of S3, SQS and SNS. */
  readonly objects: string;
  readonly messagesIn: ObjectEngine['messagesIn'];
  stop(): Promise<void>;
}

/** What an SDK client of one engine needs. */
export const clientOf = (endpoint: string) => ({
  ...{ endpoint, region: REGION, credentials: CREDENTIALS },
  maxAttempts: SDK_TRIES,
});

function definitionOf(name: TableName, spec: TableSpec): CreateTableCommandInput {
  const keyed = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
  const { indexes = [] } = spec;
  const attributes = new Set([spec, ...indexes].flatMap(({ partition, sort }) => [partition, sort]));
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keyed(spec.partition, spec.sort),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keyed(index.partition, index.sort),
        Projection: { ProjectionType: 'ALL' as const },
      })),
    }),
  };
}

/** How often a new table is asked whether it is ready; each time after TABLE_WAIT_MS. Without the bound a damaged folder would hang the start. */
const TABLE_ASKS = 200;
const TABLE_WAIT_MS = 10;

async function waitUntilActive(client: DynamoDBClient, name: string): Promise<void> {
  for (let asks = 0; asks < TABLE_ASKS; asks += 1) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    if (Table?.TableStatus === 'ACTIVE') return;
    await delay(TABLE_WAIT_MS);
  }
  throw new Error(`The table ${name} did not become ready.`);
}

async function ensureTables(endpoint: string, topology: Topology): Promise<void> {
  const client = new DynamoDBClient(clientOf(endpoint));
  const { TableNames } = await client.send(new ListTablesCommand({}));
  for (const name of namesOf(topology.tables)) {
    if (!TableNames?.includes(name))
      await client.send(new CreateTableCommand(definitionOf(name, topology.tables[name])));
    await waitUntilActive(client, name);
  }
  client.destroy();
}

const listening = (server: Server): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      // Listening on a TCP port, so the address is no pipe's name.
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });

const closed = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });

/**
 * Starts both engines on their folders below `folder`, on free ports of the loopback interface, and makes the tables,
 * queues, topics and bucket that are not there yet. Everything they hold is there again after a restart.
 * @param rules those of AWS that stand before the engines; none where they are absent.
 */
export async function startEngines(folder: string, topology: Topology, rules?: Rules): Promise<Engines> {
  const tableFolder = join(folder, 'dynamodb');
  mkdirSync(tableFolder, { recursive: true });
  readNewest();
  const tableServer = dynalite({ path: tableFolder, createTableMs: 0 });
  const tables = await listening(tableServer);
  await ensureTables(tables, topology);
  const objects = await startObjectEngine(join(folder, 'objects'), topology, BUCKET);
  const behind = { tables, objects: objects.address };
  const before = rules && (await applyRules(behind, rules, topology));
  return {
    ...behind,
    ...(before && { tables: before.tables, objects: before.objects }),
    messagesIn: objects.messagesIn,
    async stop() {
      await before?.stop();
      await objects.stop();
      await closed(tableServer);
    },
  };
}
