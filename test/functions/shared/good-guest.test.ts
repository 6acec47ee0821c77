/** How the fetcher takes what a host says of itself: busy, broken, or only for a few at a time. */
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { crawlerFor } from '#functions/harvest/crawler-for.ts';
import { addressGuard } from '#functions/shared/address-guard.ts';
import { type GateRules, gateRules } from '#functions/shared/host-gate.ts';
import { crawler, httpFetcher } from '#functions/shared/http-fetcher.ts';
import { httpLimits } from '#functions/shared/http-limits.ts';
import { environmentSecrets } from '#functions/shared/secret-reader.ts';
import { Source } from '#schemas/source.ts';
import { closedPort, serve } from '#test/scripted-servers.ts';

/** A process with its crawler; `source` makes the fetcher of one of its sources. */
function guest(gate: Partial<GateRules> = {}, idleMs = 2000) {
  const shared = crawler(addressGuard(['127.0.0.1', 'localhost']), 'Datalandkort (test)', {
    limits: { ...httpLimits, firstPauseMs: 10, idleMs },
    gate: { ...gateRules, ...gate },
  });
  const source = (over: { respectRobots?: boolean; patienceMs?: number } = {}) =>
    httpFetcher(shared, { requestsPerSecond: 1000, respectRobots: false, ...over });
  return { source };
}

describe('what an owner sees of us', () => {
  it.each([
    ['vagt@data.example.dk', 'Datalandkort/0.1 (metadata harvester; +https://data.example.dk; vagt@data.example.dk)'],
    [undefined, 'Datalandkort/0.1 (metadata harvester; +https://data.example.dk)'],
  ])('is our name, where to read of us, and whom to write to: %s', async (contact, name) => {
    const seen: unknown[] = [];
    const base = await serve((request, response) => {
      seen.push(request.headers['user-agent']);
      response.writeHead(request.url === '/robots.txt' ? 404 : 200).end();
    });
    const source = Source.parse({ id: 'a', owner: { id: 'o' }, format: 'dcat', url: base });
    const settings = { allowed: ['127.0.0.1'], publicUrl: 'https://data.example.dk', contact };
    await crawlerFor({ ...settings, secrets: environmentSecrets({}) })(source).fetch({ url: base }, undefined);
    expect(seen).toEqual([name, name]);
  });
});

describe('a host that is busy', () => {
  it('is asked again when it said, as soon as that is soon', async () => {
    const times: number[] = [];
    const base = await serve((_request, response) => {
      times.push(performance.now());
      if (times.length === 1) response.writeHead(429, { 'retry-after': '1' }).end();
      else response.end('page');
    });
    expect(await guest().source().fetch({ url: base }, undefined)).toMatchObject({ kind: 'page', requests: 2 });
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(900);
  });

  it('is left alone when that is later, by every source, and the answer says until when', async () => {
    let asked = 0;
    const base = await serve((_request, response) => {
      asked += 1;
      response.writeHead(429, { 'retry-after': '3600' }).end();
    });
    const { source } = guest();
    const now = Date.now();
    const first = await source().fetch({ url: `${base}/a` }, undefined);
    const second = await source().fetch({ url: `${base}/b` }, undefined);
    expect(first).toMatchObject({ kind: 'later', code: 'http-429', requests: 1 });
    expect(second).toMatchObject({ kind: 'later', code: 'asked-to-wait', requests: 0 });
    for (const { untilMs } of [first, second].filter((one) => one.kind === 'later')) {
      expect(Math.abs(untilMs - now - 3_600_000)).toBeLessThan(5000);
    }
    expect(asked).toBe(1);
  });

  it('may name a date, and a date in another century is not believed', async () => {
    const base = await serve((request, response) => {
      const date = request.url === '/soon' ? new Date(Date.now() + 600_000) : new Date('2999-01-01');
      response.writeHead(503, { 'retry-after': date.toUTCString() }).end();
    });
    const untilOf = async (path: string) => {
      const fetched = await guest()
        .source()
        .fetch({ url: `${base}${path}` }, undefined);
      return fetched.kind === 'later' ? fetched.untilMs - Date.now() : undefined;
    };
    expect(await untilOf('/soon')).toBeGreaterThan(590_000);
    expect(await untilOf('/never')).toBeLessThan(8 * 24 * 60 * 60 * 1000);
  });

  it('and does not say until when is asked three times, and then left alone for a while', async () => {
    const base = await serve((_request, response) => void response.writeHead(429).end());
    expect(await guest().source().fetch({ url: base }, undefined)).toMatchObject({ kind: 'later', requests: 3 });
  });
});

describe('a host that is down', () => {
  it('costs the rest of its pages no request, for any source', async () => {
    const { source } = guest({ failures: 5 });
    const base = `http://127.0.0.1:${await closedPort()}`;
    const one = source();
    const codes: string[] = [];
    let requests = 0;
    for (let page = 0; page < 20; page += 1) {
      const fetched = await one.fetch({ url: `${base}/${page}` }, undefined);
      codes.push(fetched.kind === 'failed' ? fetched.code : fetched.kind);
      requests += fetched.requests;
    }
    const other = await source().fetch({ url: base }, undefined);
    expect(requests).toBe(5);
    expect(codes).toEqual(['connection-refused', ...Array(19).fill('host-unavailable')]);
    expect(other).toMatchObject({ requests: 0, message: expect.stringContaining('refused the connection') });
  });

  it('is tried again after its pause', async () => {
    let isDown = true;
    const base = await serve((_request, response) => void response.writeHead(isDown ? 503 : 200).end('page'));
    const one = guest({ failures: 2, pauseMs: 100 }).source();
    expect(await one.fetch({ url: base }, undefined)).toMatchObject({ code: 'host-unavailable', requests: 2 });
    isDown = false;
    await expect.poll(() => one.fetch({ url: base }, undefined), { interval: 10 }).toMatchObject({ kind: 'page' });
  });

  it('is not one that says when it will be back, however often it says so', async () => {
    const base = await serve((_request, response) => void response.writeHead(503, { 'retry-after': '0' }).end());
    const one = guest({ failures: 2 }).source();
    for (const path of ['/a', '/b']) {
      expect(await one.fetch({ url: `${base}${path}` }, undefined)).toMatchObject({ code: 'http-503', requests: 3 });
    }
  });

  it('is not seen in one broken page, be it asked for three times', async () => {
    const base = await serve((request, response) => {
      response.writeHead(request.url === '/broken' ? 500 : 200).end('page');
    });
    const one = guest({ failures: 2 }).source();
    expect(await one.fetch({ url: `${base}/broken` }, undefined)).toMatchObject({ code: 'http-500', requests: 3 });
    expect(await one.fetch({ url: `${base}/sound` }, undefined)).toMatchObject({ kind: 'page' });
  });
});

describe('a host that hangs', () => {
  it('holds one source, and sends the others away to come again', async () => {
    const base = await serve(() => undefined);
    const { source } = guest({ unprovenPatienceMs: 50 }, 1000);
    const giveUp = new AbortController();
    const held = source().fetch({ url: base }, undefined, giveUp.signal);
    await wait(20);
    const others = [1, 2, 3].map((page) => source().fetch({ url: `${base}/${page}` }, undefined));
    for (const other of await Promise.all(others)) expect(other).toMatchObject({ kind: 'later', code: 'host-busy' });
    giveUp.abort();
    expect(await held).toMatchObject({ kind: 'aborted' });
  });

  it('does the same with its robots.txt, which all its sources wait for', async () => {
    const base = await serve(() => undefined);
    const { source } = guest({ unprovenPatienceMs: 50 }, 1000);
    const giveUp = new AbortController();
    const held = source({ respectRobots: true }).fetch({ url: base }, undefined, giveUp.signal);
    await wait(20);
    const other = await source({ respectRobots: true }).fetch({ url: `${base}/b` }, undefined);
    expect(other).toMatchObject({ kind: 'later', code: 'host-busy', requests: 0 });
    giveUp.abort();
    expect(await held).toMatchObject({ kind: 'aborted' });
  });
});

describe('the requests that are with a host at once', () => {
  it('are never more than the host is asked to bear, over all sources', async () => {
    let inside = 0;
    let most = 0;
    const base = await serve(async (_request, response) => {
      inside += 1;
      most = Math.max(most, inside);
      await wait(15);
      inside -= 1;
      response.end('page');
    });
    const { source } = guest({ inFlight: 3, patienceMs: 5000, unprovenPatienceMs: 5000 });
    const sources = [source(), source(), source(), source()];
    const fetched = await Promise.all(
      sources.flatMap((one, index) =>
        [1, 2, 3, 4].map((page) => one.fetch({ url: `${base}/${index}/${page}` }, undefined)),
      ),
    );
    expect(fetched.map(({ kind }) => kind)).toEqual(Array(16).fill('page'));
    expect(most).toBe(3);
  });
});

describe('a redirect', () => {
  it('of what was posted keeps the post, except where the server says to get the result', async () => {
    const seen: string[] = [];
    const base = await serve(async (request, response) => {
      const body = Buffer.concat(await Array.fromAsync(request)).toString();
      seen.push(`${request.method} ${request.url} ${body}`);
      if (request.url === '/moved') response.writeHead(301, { location: '/new' }).end();
      else if (request.url === '/done') response.writeHead(303, { location: '/result' }).end();
      else response.end('page');
    });
    const one = guest().source();
    await one.fetch({ url: `${base}/moved`, method: 'POST', body: 'q' }, undefined);
    await one.fetch({ url: `${base}/done`, method: 'POST', body: 'q' }, undefined);
    expect(seen).toEqual(['POST /moved q', 'POST /new q', 'POST /done q', 'GET /result ']);
  });

  it('never takes a user name or password out of an address', async () => {
    const seen: unknown[] = [];
    const base = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end('page');
    });
    await guest()
      .source()
      .fetch({ url: base.replace('http://', 'http://user:word@') }, undefined);
    expect(seen).toEqual([undefined]);
  });
});
