/** Each way in which a page does not come has a name of its own, and none of them takes longer than its bound. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { addressGuard } from '#functions/shared/address-guard.ts';
import type { Fetched } from '#functions/shared/fetcher.ts';
import { crawler, httpFetcher } from '#functions/shared/http-fetcher.ts';
import { type HttpLimits, httpLimits } from '#functions/shared/http-limits.ts';
import { closedPort, serve, serveRaw, serveSecurely } from '#test/scripted-servers.ts';

interface Given {
  readonly limits?: Partial<HttpLimits>;
  readonly authorities?: readonly string[];
}

const fetchOnce = (url: string, { limits, authorities }: Given = {}, signal?: AbortSignal): Promise<Fetched> =>
  httpFetcher(
    crawler(addressGuard(['127.0.0.1', 'localhost']), 'Datalandkort (test)', {
      limits: { ...httpLimits, firstPauseMs: 10, ...limits },
      authorities,
    }),
    { requestsPerSecond: 1000, respectRobots: false },
  ).fetch({ url }, undefined, signal);

const raw = (answer: string) => serveRaw((socket) => void socket.on('data', () => socket.end(answer)));

describe('a host that cannot be talked to', () => {
  it('is told apart: its name is not known', async () => {
    expect(await fetchOnce('http://no-such-host.invalid/')).toMatchObject({ code: 'dns-failure', requests: 3 });
  });

  it('is told apart: it refuses the connection', async () => {
    const fetched = await fetchOnce(`http://127.0.0.1:${await closedPort()}/`);
    expect(fetched).toMatchObject({ code: 'connection-refused', message: expect.stringContaining('ECONNREFUSED') });
  });

  it('is told apart: it breaks the connection off', async () => {
    const base = await serveRaw((socket) => void socket.on('data', () => socket.resetAndDestroy()));
    expect(await fetchOnce(base)).toMatchObject({ code: 'connection-reset' });
  });

  it('is told apart: nobody vouches for its certificate, and it is not asked again', async () => {
    const { base } = await serveSecurely((_request, response) => void response.end('page'));
    expect(await fetchOnce(base)).toMatchObject({ code: 'tls-failure', requests: 1 });
  });

  it('is told apart: it does not speak TLS at all', async () => {
    const base = await raw('HTTP/1.1 200 OK\r\n\r\n');
    expect(await fetchOnce(base.replace('http:', 'https:'))).toMatchObject({ code: 'tls-failure' });
  });

  it('is read once its certificate is trusted', async () => {
    const { base, certificate } = await serveSecurely((_request, response) => void response.end('page'));
    expect(await fetchOnce(base, { authorities: [certificate] })).toMatchObject({ kind: 'page' });
  });

  it('is told apart: it does not speak HTTP', async () => {
    expect(await fetchOnce(await raw('220 mail.example ESMTP\r\n'))).toMatchObject({ code: 'not-http' });
  });
});

describe('a server that takes its time', () => {
  it('and says nothing is given up after the idle time, and the reason says so', async () => {
    const base = await serve(() => undefined);
    const fetched = await fetchOnce(base, { limits: { idleMs: 100 } });
    expect(fetched).toMatchObject({ code: 'timeout', message: 'The server said nothing for 0.1 seconds.' });
  });

  it('and stops in the middle of its page is given up after the idle time', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
    });
    expect(await fetchOnce(base, { limits: { idleMs: 100 } })).toMatchObject({ code: 'timeout' });
  });

  it('and drips a byte at a time is given up after the total time, though it is never idle', async () => {
    const base = await serve((_request, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const fetched = await fetchOnce(base, { limits: { totalMs: 250 } });
    expect(fetched).toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('not whole after 0.25 seconds'),
    });
  });

  it('is let go at once when the caller gives up, be it silent or in the middle of its page', async () => {
    const silent = await serve(() => undefined);
    const halfway = await serve((_request, response) => void response.write('half'));
    for (const base of [silent, halfway]) {
      const giveUp = new AbortController();
      setTimeout(() => giveUp.abort(), 50);
      const started = performance.now();
      expect(await fetchOnce(base, {}, giveUp.signal)).toMatchObject({ kind: 'aborted', requests: 1 });
      expect(performance.now() - started).toBeLessThan(1000);
    }
  });
});

describe('a body that is not what it says', () => {
  it('is cut short: it has fewer bytes than announced', async () => {
    const base = await raw('HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\nhalf');
    const fetched = await fetchOnce(base);
    expect(fetched).toMatchObject({ code: 'wrong-length', message: expect.stringContaining('100 bytes and sent 4') });
  });

  it('is cut off between two chunks', async () => {
    const base = await raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n');
    expect(await fetchOnce(base)).toMatchObject({ code: 'connection-reset' });
  });

  it('cannot be unpacked: it is no gzip, gzip with an error, or gzip without an end', async () => {
    const packed = gzipSync(Buffer.from('Blåbærgrød '.repeat(1000)));
    const broken = Buffer.from(packed);
    broken.fill(0xff, 20, 40);
    for (const body of [Buffer.from('plain text'), broken, packed.subarray(0, packed.length - 12)]) {
      const base = await serve((_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': body.length }).end(body);
      });
      expect(await fetchOnce(base)).toMatchObject({ code: 'bad-compression' });
    }
  });

  it('is packed in a way that nobody asked for', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'compress' }).end('?');
    });
    expect(await fetchOnce(base)).toMatchObject({ code: 'bad-compression', requests: 1 });
  });

  it('unpacks to a thousand times its size, and is left long before its end', async () => {
    const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024));
    const base = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    const fetched = await fetchOnce(base, { limits: { ratioFromBytes: 1024 * 1024 } });
    expect(fetched).toMatchObject({ code: 'decompression-bomb', requests: 1 });
  });

  it('never ends, and is left at the largest size', async () => {
    const base = await serve((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384)));
      };
      response.on('drain', more);
      more();
    });
    const fetched = await fetchOnce(base, { limits: { bodyBytes: 1_000_000 } });
    expect(fetched).toMatchObject({ code: 'page-too-large', requests: 1 });
  });

  it('has a header without end', async () => {
    const base = await raw(`HTTP/1.1 200 OK\r\nX-Long: ${'a'.repeat(64 * 1024)}\r\n\r\n`);
    expect(await fetchOnce(base)).toMatchObject({ code: 'header-too-large', requests: 1 });
  });
});
