/**
 * A host of a source that answers from outside while it is judged and leads inside a moment later: by its robots.txt, by a redirect, by
 * a second page, to the harvest and to the check of links. Each connection is judged by where it goes.
 */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addressGuard } from '#functions/shared/address-guard.ts';
import { crawler, httpFetcher } from '#functions/shared/http-fetcher.ts';
import { politeProber } from '#functions/shared/link-prober.ts';
import { Names } from '#test/chaos/surroundings.ts';

/** The loopback network stands for both: this address is named to the guard, as one from outside, and the other is not. */
const [OUTSIDE, INSIDE] = ['127.0.0.1', '127.0.0.2'];
const HOST = 'rebind.test';

const names = new Names();
const servers: Server[] = [];
let met: string[] = [];

beforeAll(() => names.install());

afterEach(() => {
  met = [];
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** One server outside, and one inside on the same port, which notes whoever comes. */
async function twoServers(outside: RequestListener): Promise<string> {
  const owner = createServer(outside);
  await once(owner.listen(0, OUTSIDE), 'listening');
  // Listening on a TCP port, so the address is no pipe's name.
  const { port } = owner.address() as AddressInfo;
  const inner = createServer((request, response) => {
    met.push(request.url ?? '');
    response.end('a secret of the inside');
  });
  inner.on('connection', () => met.push('connection'));
  await once(inner.listen(port, INSIDE), 'listening');
  servers.push(owner, inner);
  names.set(HOST, OUTSIDE);
  return `http://${HOST}:${port}`;
}

const shared = () => crawler(addressGuard([OUTSIDE]), 'Datalandkort (test)');
const fetcher = () => httpFetcher(shared(), { requestsPerSecond: 1000, respectRobots: true });

/** Answers once with a page, and leads inside from then on. */
const leadingInsideAfter =
  (path: string, location?: string): RequestListener =>
  ({ url }, response) => {
    if (url === path) names.set(HOST, INSIDE);
    response.setHeader('connection', 'close');
    if (url === '/robots.txt') response.writeHead(200).end('User-agent: *\nAllow: /');
    else if (location === undefined) response.writeHead(200, { 'content-type': 'text/turtle' }).end('');
    else response.writeHead(302, { location }).end();
  };

describe('a host that leads inside once it was judged', () => {
  test('inside there is somebody to be met, so that nobody being met means something', async () => {
    const base = await twoServers(leadingInsideAfter('/never'));
    expect(await (await fetch(base.replace(HOST, INSIDE))).text()).toBe('a secret of the inside');
    expect(met).toContain('/');
    expect(await fetcher().fetch({ url: `${base}/a` }, undefined)).toMatchObject({ kind: 'page' });
  });

  test.each([
    ['its robots.txt', '/robots.txt', undefined],
    ['a redirect', '/a', '/b'],
    ['a redirect that names it anew', '/a', `http://${HOST}:PORT/b`],
  ])('is refused after %s', async (_when, path, location) => {
    let base = '';
    base = await twoServers((request, response) =>
      leadingInsideAfter(path, location?.replace('PORT', new URL(base).port))(request, response),
    );
    expect(await fetcher().fetch({ url: `${base}/a` }, undefined)).toMatchObject({
      kind: 'failed',
      code: 'address-refused',
    });
    expect(met).toEqual([]);
  });

  test('is refused for its second page', async () => {
    const base = await twoServers(leadingInsideAfter('/a'));
    const one = fetcher();
    expect(await one.fetch({ url: `${base}/a` }, undefined)).toMatchObject({ kind: 'page' });
    expect(await one.fetch({ url: `${base}/b` }, undefined)).toMatchObject({ code: 'address-refused' });
    expect(met).toEqual([]);
  });

  test('is refused by the check of links', async () => {
    const base = await twoServers(leadingInsideAfter('/a', '/b'));
    const manners = { requestsPerSecond: 1000, respectRobots: true };
    const wish = { url: `${base}/a`, expectsFile: false, mannersOf: () => manners };
    const answer = await politeProber(shared()).probe(wish, new AbortController().signal);
    expect(JSON.stringify(answer)).toContain('address-refused');
    expect(met).toEqual([]);
  });
});
