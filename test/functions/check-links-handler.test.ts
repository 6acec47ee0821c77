/** The link checks on the embedded engines, from the ledger to the API: a real server is asked, and its trouble is told. */
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { type Engines, startEngines, testBucket } from '#test/engines.ts';
import { serve } from '#test/scripted-servers.ts';
import { BASE, eventOf } from './api/scene.ts';
import { draftOf, entryOf } from './drafts.ts';
import { setHandlerEnvironment } from './handler-environment.ts';

// What the handlers read of Lambda's context.
const context = { getRemainingTimeInMillis: () => 600_000 } as Context;

let engines: Engines;
let check: typeof import('#functions/check-links/handler.ts').handler;
let api: typeof import('#functions/api/handler.ts').handler;
let project: typeof import('#functions/project/handler.ts').handler;

beforeAll(async () => {
  engines = await startEngines();
  setHandlerEnvironment(engines, { ALLOW_HOSTS: '127.0.0.1', CONTACT: 'drift@data.example.dk' });
  // They read their configuration when they are loaded, as at a cold start.
  check = (await import('#functions/check-links/handler.ts')).handler;
  api = (await import('#functions/api/handler.ts')).handler;
  project = (await import('#functions/project/handler.ts')).handler;
});
afterAll(() => engines.stop());

const append = (id: string, entry: ReturnType<typeof entryOf>) => {
  const objects = s3ObjectStore(testBucket, engines.s3);
  return dynamoLedger({ table: 'ledger', objects, client: engines.dynamo }).append([draftOf(id)], [entry]);
};

async function read(target: string): Promise<{ items: Record<string, unknown>[] }> {
  const answer: APIGatewayProxyStructuredResultV2 = await api(eventOf(target), context);
  expect(answer.statusCode).toBe(200);
  return JSON.parse(answer.body ?? '');
}

it('what a dataset names is asked, judged, kept and shown, and nothing is asked again at once', async () => {
  const asked: string[] = [];
  const agents = new Set<string | undefined>();
  const base = await serve((request, response) => {
    agents.add(request.headers['user-agent']);
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(request.url === '/car' ? 200 : 404, { 'content-type': 'text/html' }).end();
  });
  const entry = entryOf('sds.car', 'Cancerregisteret æøå');
  entry.record.landingPage = [`${base}/car`];
  entry.record.distribution = [{ accessURL: [`${base}/car/adgang`, 'http://10.0.0.1/intern'] }];
  await append('sds.car', entry);
  await project({}, context);
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);

  const run = await check({}, context);
  const again = await check({}, context);

  expect(told).not.toHaveBeenCalled();
  told.mockRestore();
  expect([run.checked, again.checked]).toEqual([3, 0]);
  expect(asked[0]).toBe('GET /robots.txt');
  expect(asked.slice(1).toSorted()).toEqual(['GET /car/adgang', 'HEAD /car', 'HEAD /car/adgang']);
  expect([...agents]).toEqual([`Datalandkort/0.1 (metadata harvester; +${BASE}/; drift@data.example.dk)`]);
  const { items } = await read('/v1/datasets/sds.car/links');
  expect(items.map(({ url, status, kind, httpStatus }) => [url, status, kind, httpStatus])).toEqual([
    ['http://10.0.0.1/intern', 'unknown', 'address-refused', null],
    [`${base}/car/adgang`, 'failing', 'not-found', 404],
    [`${base}/car`, 'ok', 'ok', 200],
  ]);
  expect((await read('/v1/links?status=failing&source=sds')).items).toMatchObject([
    { url: `${base}/car/adgang`, datasets: [{ id: 'sds.car' }] },
  ]);
});

it('an invocation whose time is over asks nobody', async () => {
  await append('sds.late', entryOf('sds.late'));
  const hurried = { getRemainingTimeInMillis: () => 1000 } as Context;
  expect(await check({}, hurried)).toMatchObject({ indexed: { kind: 'behind' }, checked: 0 });
});
