/** Previews over real HTTP, answered as Lambda would. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { afterEach, describe, expect, test } from 'vitest';
import { answering, atHand } from '#functions/api/answering.ts';
import { Links } from '#functions/api/links.ts';
import { previewDescriptions } from '#functions/api/openapi/preview.ts';
import { crawlerFor } from '#functions/harvest/crawler-for.ts';
import { type PreviewSourcePorts, previewSource } from '#functions/preview-source/preview-source.ts';
import { PRODUCT } from '#functions/shared/host-visit.ts';
import { newCrawler } from '#functions/shared/process-crawler.ts';
import { environmentSecrets } from '#functions/shared/secret-reader.ts';
import { closedPort } from '#test/scripted-servers.ts';
import { expectDescribed } from './api/described.ts';
import { BASE, eventOf, TOKEN } from './api/scene.ts';
import { memoryAudit } from './memory-audit.ts';
import { memoryErased } from './memory-erased.ts';
import { memoryObjects } from './memory-objects.ts';

const TARGET = '/v1/sources/preview';
const bearer = { authorization: `Bearer ${TOKEN}` };
// The API reads nothing of the context.
const context = { getRemainingTimeInMillis: () => 60_000 } as Context;

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  // Listening on a TCP port, so the address is no pipe's name.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const feedOf = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `<https://owner.example/d/${index}> a <http://www.w3.org/ns/dcat#Dataset> ;
      <http://purl.org/dc/terms/title> "Sygdomsregister æøå ${index}"@da .`,
  ).join('\n');

/** A feed of so many datasets on a host with these rules. */
const feed = (count: number, robots?: string) =>
  serve((request, response) => {
    if (request.url === '/robots.txt') {
      if (robots === undefined) response.writeHead(404).end();
      else response.end(robots);
    } else response.setHeader('content-type', 'text/turtle').end(feedOf(count));
  });

function scene(over: Partial<PreviewSourcePorts> = {}) {
  const audit = memoryAudit();
  const objects = memoryObjects();
  const identity = { allowed: ['127.0.0.1'], publicUrl: BASE };
  const shared = newCrawler(identity);
  const ports: PreviewSourcePorts = {
    links: new Links(BASE),
    operatorToken: TOKEN,
    audit,
    clock: Date.now,
    report: (failure) => {
      throw failure;
    },
    objects,
    erased: memoryErased(),
    fetcherFor: crawlerFor({ ...identity, shared, secrets: environmentSecrets({}), patienceMs: 0 }),
    permission: (url) => shared.robots.permission(url, PRODUCT),
    wait: (_, done) => new Promise((resolve) => done.addEventListener('abort', () => resolve(), { once: true })),
    ...over,
  };
  const handler = answering(atHand(ports), {
    addresses: { [TARGET]: { POST: previewSource } },
    descriptions: previewDescriptions,
  });
  async function ask(body: object, headers: Record<string, string> = bearer, method = 'POST') {
    const asked = { method, headers, body: JSON.stringify(body) };
    const result: APIGatewayProxyStructuredResultV2 = await handler(eventOf(TARGET, asked), context);
    const answer = { status: result.statusCode, headers: result.headers ?? {}, body: result.body ?? '' };
    expectDescribed(method, TARGET, answer);
    return { ...answer, json: answer.body === '' ? {} : JSON.parse(answer.body) };
  }
  return { ask, audit, objects };
}

const sourceAt = (base: string, over: object = {}) => ({
  ...{ id: 'sds', owner: { id: 'o' }, format: 'dcat', url: `${base}/feed.ttl` },
  politeness: { requestsPerSecond: 1000 },
  ...over,
});

describe('POST /v1/sources/preview', () => {
  test('shows no address of a person who asked to be erased, and others still', async () => {
    const erased = memoryErased();
    const { ask } = scene({ erased });
    const body = feedOf(1).replace('æøå', 'æøå: skriv til soeren@owner.example eller kontor@owner.example');
    const base = await serve((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.setHeader('content-type', 'text/turtle').end(body);
    });
    const before = await ask({ source: sourceAt(base) });
    expect(before.json.records[0].title.da).toContain('soeren@owner.example');
    await erased.add('soeren@owner.example', new Date().toISOString());
    const after = await ask({ source: sourceAt(base) });
    expect(JSON.stringify(after.json)).not.toContain('soeren');
    expect(after.json.records[0].title.da).toMatch(/æøå: skriv til .* eller kontor@owner.example/);
  });

  test('reads a source that nobody keeps, shows what would come of it, and writes nothing but who asked', async () => {
    const { ask, audit, objects } = scene();
    const base = await feed(3, 'User-agent: *\nCrawl-delay: 0.01\nDisallow: /private');
    const { status, json } = await ask({ source: sourceAt(base), limit: 2 });
    expect([status, json]).toMatchObject([
      200,
      {
        source: 'sds',
        coverage: 'complete',
        whole: true,
        ended: null,
        failure: null,
        counts: { created: 3 },
        records: [
          { outcome: 'created', identifier: 'https://owner.example/d/0', title: { da: 'Sygdomsregister æøå 0' } },
          { outcome: 'created' },
        ],
        score: { records: 3 },
        requests: [{ url: `${base}/feed.ttl`, status: 200, bytes: Buffer.byteLength(feedOf(3)) }],
        robots: { kind: 'allowed', delaySeconds: 0.01 },
        politeness: { requestsPerSecond: 1000, quietUntil: null },
      },
    ]);
    expect(json.records).toHaveLength(2);
    expect([...objects.contents.keys()]).toEqual([]);
    expect(audit.entries).toMatchObject([{ action: 'previewSource', after: { counts: { created: 3 }, requests: 1 } }]);
  });

  test('says in words, in both languages, why nothing could be read', async () => {
    const port = await closedPort();
    const { json } = await scene().ask({ source: sourceAt(`http://127.0.0.1:${port}`), limit: 1 });
    expect(json).toMatchObject({ coverage: 'none', records: [], robots: { kind: 'unreachable' } });
    expect(json.failure).toMatchObject({
      code: expect.stringMatching(/^[a-z-]+$/),
      message: expect.stringMatching(/.{10}/),
      text: { da: expect.stringMatching(/.{10}/), en: expect.stringMatching(/.{10}/) },
    });
  });

  test('shows a page that is not there with its status, and heeds robots.txt', async () => {
    const gone = await serve((_, response) => void response.writeHead(404).end());
    const { json } = await scene().ask({ source: sourceAt(gone) });
    expect(json).toMatchObject({ failure: { code: 'http-404' }, requests: [{ status: 404 }] });
    const closed = await feed(1, 'User-agent: *\nDisallow: /');
    const refused = await scene().ask({ source: sourceAt(closed) });
    expect(refused.json).toMatchObject({
      failure: { code: 'robots-disallowed' },
      robots: { kind: 'disallowed' },
      requests: [],
    });
  });

  test('asks nobody inside a network that is not let through by name', async () => {
    const { json } = await scene().ask({
      source: sourceAt('http://10.0.0.1', { politeness: { respectRobots: false } }),
    });
    expect(json).toMatchObject({ failure: { code: 'address-refused' }, requests: [], robots: { kind: 'not-asked' } });
  });

  test('lets go of a host that does not answer in time', async () => {
    let now = Date.now();
    const silent = await serve((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else now += 23_000;
    });
    const { status, json } = await scene({ clock: () => now }).ask({ source: sourceAt(silent) });
    expect([status, json]).toMatchObject([
      200,
      { ended: 'time', failure: { code: 'timeout' }, requests: [{ status: null }] },
    ]);
  });

  test('says so when a page takes longer than the gateway waits', async () => {
    const silent = await serve(() => undefined);
    const answer = await scene({ wait: async () => undefined }).ask({ source: sourceAt(silent) });
    expect([answer.status, answer.json.type]).toEqual([504, `${BASE}/problems/preview-too-slow`]);
  });

  test('names every fault of a definition with its place', async () => {
    const { status, json } = await scene().ask({ source: { id: 'sds', owner: { id: 'o' }, format: 'dcat' } });
    expect([status, json.errors]).toMatchObject([400, [{ pointer: '/source/url', code: 'missing' }]]);
  });

  test('is for operators, takes no other method, and lets pages of other hosts ask', async () => {
    const { ask } = scene();
    expect((await ask({}, {})).status).toBe(401);
    expect((await ask({}, bearer, 'GET')).status).toBe(405);
    const { status, headers } = await ask({}, {}, 'OPTIONS');
    expect([status, headers['access-control-allow-methods']]).toEqual([204, 'POST, OPTIONS']);
  });
});
