/** The embedded engines with the tables of the topology, started anew for a test file: DynamoDB by dynalite, S3, SQS and SNS by fauxqs, all in memory. */
import { randomUUID } from 'node:crypto';
import { setImmediate as nextTick } from 'node:timers/promises';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  type KeySchemaElement,
} from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import dynalite from 'dynalite';
import { startFauxqs } from 'fauxqs';
import { topology } from '#infra/topology.ts';
import type { TableSpec } from '#infra/topology-shape.ts';

export const testBucket = 'datalandkort';

const keyed = (partition: string, sort: string): KeySchemaElement[] => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];

/** A table as the topology declares it. */
function definitionOf(TableName: string, { partition, sort, indexes = [] }: TableSpec): CreateTableCommandInput {
  const attributes = [partition, sort, ...indexes.flatMap((index) => [index.partition, index.sort])];
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keyed(partition, sort),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keyed(index.partition, index.sort),
        Projection: { ProjectionType: 'ALL' as const },
      })),
    }),
  };
}

export interface Engines {
  readonly dynamo: DynamoDBClient;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  readonly sns: SNSClient;
  readonly endpoints: { readonly dynamo: string; readonly fauxqs: string };
  /** One more table with the keys `pk` and `sk`, or like one of the topology's, for a test that needs an empty one. */
  newTable(like?: TableSpec): Promise<string>;
  stop(): Promise<void>;
}

/** dynalite answers before the table is there, even when it is told to take no time for it. */
async function createTable(client: DynamoDBClient, input: CreateTableCommandInput): Promise<void> {
  await client.send(new CreateTableCommand(input));
  const describe = new DescribeTableCommand({ TableName: input.TableName });
  while ((await client.send(describe)).Table?.TableStatus !== 'ACTIVE') await nextTick();
}

/** What a client of an engine at this address is made with. */
export const clientTo = (endpoint: string) => ({
  ...{ endpoint, region: 'eu-central-1' },
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

/** Starts both engines on free ports with the tables and the bucket. Stop them in `afterAll`. */
export async function startEngines(): Promise<Engines> {
  const tables = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => {
    tables.listen(0, '127.0.0.1', resolve);
  });
  const address = tables.address();
  if (address === null || typeof address === 'string') throw new Error('dynalite listens on no port');
  const fauxqs = await startFauxqs({ port: 0, logger: false, host: '127.0.0.1' });
  fauxqs.createBucket(testBucket);
  const endpoints = { dynamo: `http://127.0.0.1:${address.port}`, fauxqs: `http://127.0.0.1:${fauxqs.port}` };
  const dynamo = new DynamoDBClient(clientTo(endpoints.dynamo));
  const s3 = new S3Client({ ...clientTo(endpoints.fauxqs), forcePathStyle: true });
  const sqs = new SQSClient(clientTo(endpoints.fauxqs));
  const sns = new SNSClient(clientTo(endpoints.fauxqs));
  for (const [name, spec] of Object.entries(topology.tables)) await createTable(dynamo, definitionOf(name, spec));

  return {
    dynamo,
    s3,
    sqs,
    sns,
    endpoints,
    async newTable(like = topology.tables.catalogue) {
      const TableName = `table-${randomUUID()}`;
      await createTable(dynamo, definitionOf(TableName, like));
      return TableName;
    },
    async stop() {
      for (const client of [dynamo, s3, sqs, sns]) client.destroy();
      await fauxqs.stop();
      await new Promise<void>((resolve, reject) => {
        tables.close((error) => (error ? reject(error) : resolve()));
      });
    },
  };
}
