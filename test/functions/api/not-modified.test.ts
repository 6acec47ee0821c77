/** What an answer costs that says "you have it already": counted at the clients, on the embedded engines. */
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { type Engines, startEngines, testBucket } from '#test/engines.ts';
import { entryOf } from '../drafts.ts';
import { setHandlerEnvironment } from '../handler-environment.ts';
import { creations, eventOf } from './scene.ts';

const context = { getRemainingTimeInMillis: () => 60_000 } as Context;

describe('an answer that nothing has changed', () => {
  let engines: Engines;
  let api: typeof import('#functions/api/handler.ts').handler;
  const calls: string[] = [];

  beforeAll(async () => {
    engines = await startEngines();
    setHandlerEnvironment(engines);
    const { dynamo } = await import('#functions/shared/clients/dynamo.ts');
    const { s3 } = await import('#functions/shared/clients/s3.ts');
    const counting = (service: string) => (next: (args: never) => Promise<unknown>) => (args: never) => {
      calls.push(service);
      return next(args);
    };
    // The clients' own types of middleware name every command; the counting looks at none of them.
    dynamo.middlewareStack.add(counting('dynamo') as never, { step: 'initialize', name: 'count' });
    s3.middlewareStack.add(counting('s3') as never, { step: 'initialize', name: 'count' });
    const { handler: project } = await import('#functions/project/handler.ts');
    const { handler: renderFeeds } = await import('#functions/render-feeds/handler.ts');
    const { handler: takeSnapshot } = await import('#functions/take-snapshot/handler.ts');
    api = (await import('#functions/api/handler.ts')).handler;
    const objects = s3ObjectStore(testBucket, engines.s3);
    const drafts = creations(130);
    const records = drafts.map(({ dataset }) => entryOf(dataset));
    await dynamoLedger({ table: 'ledger', objects, client: engines.dynamo }).append(drafts, records);
    for (const follow of [project, renderFeeds, takeSnapshot]) await follow({}, context);
  });
  afterAll(() => engines.stop());

  const ask = async (path: string, headers = {}): Promise<APIGatewayProxyStructuredResultV2> =>
    api(eventOf(path, { headers }), context);

  it.each([
    '/v1/datasets/sds.d0007',
    '/v1/datasets/sds.d0007.ttl',
    '/v1/changes?since=c1.e1.0&limit=100',
    '/v1/changes?since=c1.e1.120',
    '/v1/feeds/dcat-ap/pages/1',
  ])('costs no reading of S3 and at most two of DynamoDB: %s', async (path) => {
    const first = await ask(path);
    calls.length = 0;
    const again = await ask(path, { 'if-none-match': first.headers?.etag });
    expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 304, '']);
    expect(calls.filter((service) => service === 's3')).toEqual([]);
    expect(calls.length).toBeLessThanOrEqual(2);
  });

  it('is not given to who has a frozen page in another format', async () => {
    const { headers } = await ask('/v1/feeds/dcat-ap/pages/1.trig');
    const other = await ask('/v1/feeds/dcat-ap/pages/1.nq', { 'if-none-match': headers?.etag });
    expect(other.statusCode).toBe(200);
    expect(other.body).toContain('#activity>');
  });
});

describe('questions that are the same at the same moment', () => {
  it('are answered by one reading, and each later one by a new', async () => {
    const { createScene } = await import('./scene.ts');
    let reads = 0;
    const scene = createScene();
    await scene.append(...creations(1));
    const { catalogue } = scene.ports;
    const counting: typeof catalogue = {
      ...catalogue,
      get: async (id) => {
        reads += 1;
        return catalogue.get(id);
      },
    };
    const counted = createScene({ ...scene.ports, catalogue: counting });
    const answers = await Promise.all(Array.from({ length: 8 }, () => counted.ask('/v1/datasets/sds.d0000')));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(reads).toBe(1);
    await counted.ask('/v1/datasets/sds.d0000');
    await Promise.all(
      ['text/turtle', 'application/json'].map((accept) =>
        counted.ask('/v1/datasets/sds.d0000', { headers: { accept } }),
      ),
    );
    expect(reads).toBe(4);
  });
});
