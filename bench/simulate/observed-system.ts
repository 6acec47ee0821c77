/** The whole system on a folder of its own, each function under the observer's eye, and one source whose feed can change. */

import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { scratch } from '#bench/scratch.ts';
import { BUCKET } from '#infra/local/engines.ts';
import { startHost } from '#infra/local/host.ts';
import { eventOf } from '#infra/local/http-event.ts';
import { startPoller } from '#infra/local/poller.ts';
import { runRound, runsOf } from '#infra/local/round.ts';
import { topology } from '#infra/topology.ts';
import { type FunctionName, namesOf, type TableName } from '#infra/topology-shape.ts';
import type { Run } from '#schemas/run.ts';
import { Source } from '#schemas/source.ts';
import { type Observer, startObserver } from './observe.ts';
import { type PagedFeed, servePages } from './paged-feed.ts';

export interface ObservedSystem extends AsyncDisposable {
  readonly feed: PagedFeed;
  readonly observer: Observer;
  /** One run of the source, to its end. */
  harvest(): Promise<Run>;
  /** Calls a function as its schedule would. */
  tick(name: FunctionName): Promise<void>;
  /** Asks the API; the body of its answer. */
  ask(target: string): Promise<string>;
  /** Lets the daily look at all scores begin anew. */
  forgetSweep(): Promise<void>;
  /** Bytes that lie in each table and below each prefix of the bucket, and those of one search file. */
  stored(): Promise<Record<string, number>>;
}

const never = new AbortController().signal;

/** Our own server needs no pause between two requests. */
const politeness = { requestsPerSecond: 1000 };

async function tableBytes(client: DynamoDBClient, TableName: TableName): Promise<number> {
  let bytes = 0;
  let ExclusiveStartKey: Record<string, never> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName, ...(ExclusiveStartKey && { ExclusiveStartKey }) }));
    for (const item of page.Items ?? []) bytes += Buffer.byteLength(JSON.stringify(item));
    // The key is handed back as it came.
    ExclusiveStartKey = page.LastEvaluatedKey as Record<string, never> | undefined;
  } while (ExclusiveStartKey);
  return bytes;
}

async function objectBytes(client: S3Client): Promise<Record<string, number>> {
  const bytes: Record<string, number> = {};
  let token: string | undefined;
  do {
    const page = await client.send(new ListObjectsV2Command({ Bucket: BUCKET, ContinuationToken: token }));
    for (const { Key = '', Size = 0 } of page.Contents ?? []) {
      const prefix = `s3/${Key.split('/')[0]}`;
      bytes[prefix] = (bytes[prefix] ?? 0) + Size;
      if (prefix === 's3/search') bytes.searchFile = Math.max(bytes.searchFile ?? 0, Size);
    }
    token = page.NextContinuationToken;
  } while (token);
  return bytes;
}

/** Starts it; the process can have one only, as the functions read their surroundings once. */
export async function startObserved(): Promise<ObservedSystem> {
  const place = await scratch();
  const feed = await servePages();
  const host = await startHost({
    data: place.folder,
    ports: () => [0],
    serveApi: true,
    site: async () => undefined,
    allowHosts: ['127.0.0.1'],
    onFailure: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  const source = Source.parse({ id: 'bench', owner: { id: 'bench' }, politeness, format: 'dcat', url: feed.url });
  await host.stores.sources.replaceAll([source]);
  const observer = startObserver();
  const clients = {
    tables: new DynamoDBClient({}),
    objects: new S3Client({ forcePathStyle: true }),
    queues: new SQSClient({}),
  };
  const poller = startPoller({
    client: clients.queues,
    queue: 'harvest',
    queueUrl: process.env.QUEUE_HARVEST_URL ?? '',
    batchSize: 1,
    concurrency: 1,
    invoke: (event) => observer.during('harvest', () => host.invoke('harvest', event)),
    onFailure: (error) => {
      throw error;
    },
  });
  return {
    feed,
    observer,
    async harvest() {
      const request = { sources: ['bench'] };
      const rows = await runRound(host, { request, onProgress: () => undefined, signal: never });
      const [run] = runsOf(rows);
      if (run?.state !== 'succeeded') throw new Error(JSON.stringify(run));
      return run;
    },
    async tick(name) {
      await observer.during(name, () => host.invoke(name, {}));
    },
    async ask(target) {
      const request = {
        method: 'GET',
        target,
        headers: {},
        body: Buffer.alloc(0),
        remoteAddress: '',
        time: Date.now(),
      };
      const answer = await observer.during('api', () => host.invoke('api', eventOf(request, 'ANY /{proxy+}')));
      return JSON.stringify(answer);
    },
    async forgetSweep() {
      await clients.objects.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'quality/sweep.json' }));
    },
    async stored() {
      const tables = await Promise.all(
        namesOf(topology.tables).map(
          async (name) => [`dynamodb/${name}`, await tableBytes(clients.tables, name)] as const,
        ),
      );
      return { ...Object.fromEntries(tables), ...(await objectBytes(clients.objects)) };
    },
    async [Symbol.asyncDispose]() {
      await poller.stop();
      for (const client of Object.values(clients)) client.destroy();
      await host.stop();
      feed.stop();
      await place[Symbol.asyncDispose]();
    },
  };
}
