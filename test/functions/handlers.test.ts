/** The two handlers on the embedded engines: wiring, and the way of a change from the ledger to the world. */

import { gunzipSync } from 'node:zlib';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { type Engines, startEngines, testBucket } from '#test/engines.ts';
import { BASE, creations, eventOf, TOKEN } from './api/scene.ts';
import { draftOf, entryOf } from './drafts.ts';
import { setHandlerEnvironment } from './handler-environment.ts';

// What the handlers read of Lambda's context.
const context = { getRemainingTimeInMillis: () => 60_000 } as Context;

const messages = (...ids: string[]) => ({ Records: ids.map((messageId) => ({ messageId, body: 'anything' })) });

describe('the handlers', () => {
  let engines: Engines;
  let project: typeof import('#functions/project/handler.ts').handler;
  let renderFeeds: typeof import('#functions/render-feeds/handler.ts').handler;
  let takeSnapshot: typeof import('#functions/take-snapshot/handler.ts').handler;
  let indexSearch: typeof import('#functions/index-search/handler.ts').handler;
  let assessDatasets: typeof import('#functions/assess-datasets/handler.ts').handler;
  let api: typeof import('#functions/api/handler.ts').handler;

  beforeAll(async () => {
    engines = await startEngines();
    setHandlerEnvironment(engines);
    // The assessment wakes the search by its queue.
    const sqs = new SQSClient({ region: 'eu-central-1', endpoint: engines.endpoints.fauxqs });
    await sqs.send(new CreateQueueCommand({ QueueName: 'search' }));
    // They read their configuration when they are loaded, as at a cold start.
    project = (await import('#functions/project/handler.ts')).handler;
    renderFeeds = (await import('#functions/render-feeds/handler.ts')).handler;
    takeSnapshot = (await import('#functions/take-snapshot/handler.ts')).handler;
    indexSearch = (await import('#functions/index-search/handler.ts')).handler;
    assessDatasets = (await import('#functions/assess-datasets/handler.ts')).handler;
    api = (await import('#functions/api/handler.ts')).handler;
  });
  afterAll(() => engines.stop());

  const ask = async (target: string): Promise<APIGatewayProxyStructuredResultV2> => api(eventOf(target), context);

  const append = (drafts: ReturnType<typeof creations>) => {
    const objects = s3ObjectStore(testBucket, engines.s3);
    const ledger = dynamoLedger({ table: 'ledger', objects, client: engines.dynamo });
    return ledger.append(
      drafts,
      drafts.map(({ dataset }) => entryOf(dataset)),
    );
  };

  it('carry what was appended into the catalogue, whatever the message says and however often it comes', async () => {
    await append(creations(120));
    expect(await project(messages('one', 'two'), context)).toEqual({ batchItemFailures: [] });
    expect(await project(messages('two'), context)).toEqual({ batchItemFailures: [] });
    expect(await project({}, context)).toEqual({ batchItemFailures: [] });
    const page = JSON.parse((await ask('/v1/datasets?limit=500')).body ?? '');
    expect(page.items.length).toBe(120);
    const dataset = await ask('/v1/datasets/sds.d0007.ttl');
    expect([dataset.statusCode, dataset.body?.includes(`<${BASE}/id/dataset/sds.d0007>`)]).toEqual([200, true]);
    expect((await ask('/v1/datasets?q=d0007')).statusCode).toBe(503);
    expect(await indexSearch(messages('one'), context)).toEqual({ batchItemFailures: [] });
    const changes = JSON.parse((await ask('/v1/changes?since=c1.e1.100')).body ?? '');
    expect(changes).toMatchObject({ cursor: 'c1.e1.120', hasMore: false, head: 120 });
  });

  it('freeze the first hundred changes of the feed into the bucket, once, and serve them from there', async () => {
    const page = async (number: number) => {
      const { statusCode, headers, body } = await ask(`/v1/feeds/dcat-ap/pages/${number}`);
      return { statusCode, cache: headers?.['cache-control'], changes: body?.match(/#activity> \{/g)?.length };
    };
    const growing = 'public, max-age=10, stale-while-revalidate=60';
    expect(await page(1)).toEqual({ statusCode: 200, cache: growing, changes: 100 });
    expect(await page(2)).toMatchObject({ statusCode: 404 });
    expect(await renderFeeds({}, context)).toEqual({ kind: 'done', seq: 120 });
    expect(await renderFeeds({}, context)).toEqual({ kind: 'done', seq: 120 });
    expect(await page(1)).toEqual({ statusCode: 200, cache: 'public, max-age=604800, immutable', changes: 100 });
    expect(await page(2)).toEqual({ statusCode: 200, cache: growing, changes: 20 });
    const change = await ask('/v1/changes/7.nt');
    expect(change.body).toContain(`<${BASE}/v1/changes/7#activity>`);
    expect((await ask('/v1/catalog.nt?limit=3')).body).toContain(
      `${BASE}/v1/catalog.nt?at=120&limit=3&after=sds.d0002`,
    );
    expect((await ask('/v1/oai?verb=ListIdentifiers&metadataPrefix=oai_dc')).body?.match(/<header>/g)).toHaveLength(
      100,
    );
  });

  it('take a snapshot of what was appended, once, and give it out', async () => {
    expect(await takeSnapshot({}, context)).toEqual({ kind: 'taken', id: 'e1-120', count: 120 });
    expect(await takeSnapshot({}, context)).toEqual({ kind: 'current', id: 'e1-120' });
    const { stateHash, files } = JSON.parse((await ask('/v1/snapshots/latest')).body ?? '');
    expect(JSON.parse((await ask('/v1/state')).body ?? '')).toMatchObject({ seq: 120, count: 120, stateHash });
    const file = await ask(new URL(files[0].href).pathname);
    const lines = gunzipSync(Buffer.from(file.body ?? '', 'base64')).toString();
    expect(lines.trimEnd().split('\n')).toHaveLength(120);
  });

  it('let what was appended be found', async () => {
    const found = await vi.waitFor(async () => {
      const answer = await ask('/v1/datasets?q=d0007');
      expect(answer.statusCode).toBe(200);
      return JSON.parse(answer.body ?? '');
    });
    expect(found).toMatchObject({ total: 1, items: [{ id: 'sds.d0007' }], index: { epoch: 'e1', seq: 120 } });
  });

  it('carry scores from the assessment into the search, to be counted, narrowed and sorted by', async () => {
    expect(await assessDatasets({}, context)).toEqual({ kind: 'done', seq: 120 });
    expect(await indexSearch({}, context)).toEqual({ batchItemFailures: [] });
    const found = await vi.waitFor(async () => {
      const page = JSON.parse((await ask('/v1/datasets?sort=-mqa&facets=true&limit=500')).body ?? '');
      expect(page.facets.grade).toHaveLength(1);
      return page;
    });
    const [{ value, count }] = found.facets.grade;
    const points: number[] = found.items.map(({ quality }: { quality: { mqa: number } }) => quality.mqa);
    expect(count).toBe(120);
    expect(points).toEqual(points.toSorted((a, b) => b - a));
    expect(JSON.parse((await ask(`/v1/datasets?grade=${value}`)).body ?? '')).toMatchObject({ total: 120 });
  });

  it('give a message back when there is no time to work on it', async () => {
    await append([draftOf('sds.late')]);
    const hurried = { getRemainingTimeInMillis: () => 1_000 } as Context;
    for (const handler of [project, indexSearch]) {
      expect(await handler(messages('one'), hurried)).toEqual({ batchItemFailures: [{ itemIdentifier: 'one' }] });
    }
  });

  it('answer an operator about a source that is not there', async () => {
    const post = { method: 'POST', headers: { authorization: `Bearer ${TOKEN}` } };
    const answer: APIGatewayProxyStructuredResultV2 = await api(eventOf('/v1/sources/none/runs', post), context);
    expect(answer.statusCode).toBe(404);
  });
});
