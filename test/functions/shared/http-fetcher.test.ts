import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { addressGuard, isPublicAddress, RefusedAddress } from '#functions/shared/address-guard.ts';
import type { Fetched } from '#functions/shared/fetcher.ts';
import { crawler, httpFetcher } from '#functions/shared/http-fetcher.ts';

const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const fetcher = (allowed = ['127.0.0.1', 'localhost'], respectRobots = false) =>
  httpFetcher(crawler(addressGuard(allowed), 'Datalandkort (test)'), { requestsPerSecond: 1000, respectRobots });

async function textOf(fetched: Fetched): Promise<string> {
  if (fetched.kind !== 'page') return JSON.stringify(fetched);
  const chunks: Uint8Array[] = [];
  for await (const chunk of fetched.body.open()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('the fetcher', () => {
  it('names itself, unpacks the page, and keeps what the server says to ask by the next time', async () => {
    let agent: string | undefined;
    const base = await serve((request, response) => {
      agent = request.headers['user-agent'];
      response.writeHead(200, { 'content-type': 'text/turtle', 'content-encoding': 'gzip', etag: '"1"' });
      response.end(gzipSync('Blåbærgrød'));
    });
    const fetched = await fetcher().fetch({ url: `${base}/a` }, undefined);
    expect(fetched).toMatchObject({
      kind: 'page',
      url: `${base}/a`,
      contentType: 'text/turtle',
      validators: { etag: '"1"' },
      requests: 1,
    });
    expect(await textOf(fetched)).toBe('Blåbærgrød');
    expect(agent).toBe('Datalandkort (test)');
  });

  it.each([
    ['public, max-age=604800, immutable', true],
    ['immutable', true],
    ['max-age=5, x-immutable', undefined],
    ['no-cache', undefined],
  ])('hears in Cache-Control "%s" whether the page will ever be another', async (header, isImmutable) => {
    const base = await serve((request, response) => {
      response.writeHead(request.headers['if-none-match'] ? 304 : 200, { 'cache-control': header }).end('side');
    });
    const fetched = await fetcher().fetch({ url: base }, undefined);
    expect('isImmutable' in fetched ? fetched.isImmutable : undefined).toBe(isImmutable);
    expect(await textOf(fetched)).toBe('side');
    const again = await fetcher().fetch({ url: base }, { etag: '"1"' });
    expect(again).toMatchObject({ kind: 'not-modified', requests: 1, bytes: 0, ...(isImmutable && { isImmutable }) });
  });

  it('asks whether a page changed, and takes 304 for an answer', async () => {
    const base = await serve((request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end();
    });
    const fetched = await fetcher().fetch({ url: base }, { etag: '"1"' });
    const visits = [{ url: `${base}/`, at: expect.any(String), ms: expect.any(Number), status: 304, bytes: 0 }];
    expect(fetched).toEqual({ kind: 'not-modified', requests: 1, bytes: 0, visits });
  });

  it('tries again when a server is busy, and waits as long as it is told to', async () => {
    let asked = 0;
    const base = await serve((_request, response) => {
      asked += 1;
      if (asked === 1) response.writeHead(429, { 'retry-after': '0' }).end();
      else response.end('ready');
    });
    const fetched = await fetcher().fetch({ url: base }, undefined);
    expect(await textOf(fetched)).toBe('ready');
    expect(fetched.requests).toBe(2);
  });

  it('gives up on an error that stays, after three tries, and says which it was', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(503, { 'retry-after': '0' }).end();
    });
    expect(await fetcher().fetch({ url: base }, undefined)).toEqual({
      kind: 'failed',
      code: 'http-503',
      message: 'The server answered 503 Service Unavailable.',
      requests: 3,
      bytes: 0,
      visits: Array(3).fill(expect.objectContaining({ status: 503, bytes: 0 })),
    });
  });

  it('does not ask again for a page that is not there', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(404).end();
    });
    expect(await fetcher().fetch({ url: base }, undefined)).toMatchObject({
      kind: 'failed',
      code: 'http-404',
      requests: 1,
    });
  });

  it('takes a body that ends before its announced length for no page at all', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      setImmediate(() => response.destroy());
    });
    expect(await fetcher().fetch({ url: base }, undefined)).toMatchObject({ kind: 'failed', code: 'wrong-length' });
  });

  it('follows redirects, and stops on a circle', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else if (request.url === '/circle') response.writeHead(302, { location: '/circle' }).end();
      else response.end('here');
    });
    expect(await fetcher().fetch({ url: `${base}/old` }, undefined)).toMatchObject({
      kind: 'page',
      url: `${base}/new`,
    });
    expect(await fetcher().fetch({ url: `${base}/circle` }, undefined)).toMatchObject({ code: 'too-many-redirects' });
  });

  it('refuses addresses that are not public, by number, by name and by redirect, unless they are named', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
    });
    const port = new URL(base).port;
    expect(await fetcher([]).fetch({ url: base }, undefined)).toMatchObject({ code: 'address-refused', requests: 0 });
    expect(await fetcher([]).fetch({ url: `http://localhost:${port}` }, undefined)).toMatchObject({
      code: 'address-refused',
    });
    expect(await fetcher().fetch({ url: base }, undefined)).toMatchObject({ code: 'address-refused', requests: 1 });
  });
});

describe('the rules of a host', () => {
  const robots =
    (rules: string, status = 200): RequestListener =>
    (request, response) => {
      if (request.url === '/robots.txt') response.writeHead(status).end(rules);
      else response.end('page');
    };
  const polite = () => fetcher(undefined, true);

  it('are obeyed: what robots.txt closes is not read, and the run is told why', async () => {
    const base = await serve(robots('User-agent: Datalandkort\nDisallow: /closed'));
    expect(await polite().fetch({ url: `${base}/closed/a` }, undefined)).toMatchObject({
      kind: 'failed',
      code: 'robots-disallowed',
      requests: 0,
    });
    expect(await polite().fetch({ url: `${base}/open` }, undefined)).toMatchObject({ kind: 'page', requests: 1 });
  });

  it('are none where there is no robots.txt', async () => {
    const base = await serve(robots('', 404));
    expect(await polite().fetch({ url: `${base}/a` }, undefined)).toMatchObject({ kind: 'page' });
  });

  it('close a host whose robots.txt fails', async () => {
    const base = await serve(robots('', 500));
    expect(await polite().fetch({ url: `${base}/a` }, undefined)).toMatchObject({
      code: 'robots-unreachable',
      requests: 0,
    });
  });

  it('keep requests as far apart as they ask', async () => {
    const times: number[] = [];
    const base = await serve((request, response) => {
      if (request.url === '/robots.txt') return response.end('User-agent: *\nCrawl-delay: 0.3');
      times.push(performance.now());
      return response.end('page');
    });
    const one = polite();
    await one.fetch({ url: `${base}/1` }, undefined);
    await one.fetch({ url: `${base}/2` }, undefined);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(250);
  });
});

describe('the address guard', () => {
  it('lets a host through on one port only when it is named with it', () => {
    const guard = addressGuard(['127.0.0.1:8080']);
    expect(() => guard.check(new URL('http://127.0.0.1:8080/a'))).not.toThrow();
    expect(() => guard.check(new URL('http://127.0.0.1:9200/a'))).toThrow('DATALANDKORT_ALLOW_HOSTS');
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '::1',
    'fe80::1',
    'fd00::1',
    'fec0::1',
  ])('does not take %s for a public address', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each([
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '::7f00:1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::7f00:1',
    '2002:7f00:1::',
  ])('sees the private address inside %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['2130706433', '0x7f.1', '0177.0.0.1', '127.1', '[::ffff:127.0.0.1]', 'ane@127.0.0.1', '127.0.0.1.'])(
    'sees the private address that an address writes as %s',
    (written) => expect(() => addressGuard([]).check(new URL(`http://${written}/`))).toThrow(RefusedAddress),
  );

  it.each(['8.8.8.8', '130.225.1.1', '2001:4860:4860::8888'])('takes %s for a public address', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
});
