import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { addressGuard } from '#functions/shared/address-guard.ts';
import { crawler } from '#functions/shared/http-fetcher.ts';
import { httpLimits } from '#functions/shared/http-limits.ts';
import { type ProbeWish, politeProber } from '#functions/shared/link-prober.ts';
import { judgeLink, type ProbeAnswer } from '#quality/links/judge-link.ts';
import type { LinkKind } from '#quality/links/link-status.ts';
import { closedPort, serve, serveRaw, serveSecurely } from '#test/scripted-servers.ts';

const mannersOf = () => ({ requestsPerSecond: 1000, respectRobots: true });
/** Soon over, so that a server that hangs is not waited for. */
const limits = { ...httpLimits, connectMs: 300, idleMs: 300, totalMs: 1000 };

const proberOf = (authorities?: readonly string[], allowed = ['127.0.0.1', 'localhost']) =>
  politeProber(crawler(addressGuard(allowed), 'Datalandkort (test)', { limits, authorities }));

const signal = new AbortController().signal;

type Script = (request: IncomingMessage, response: ServerResponse) => void;

interface Site {
  readonly base: string;
  /** Method, path and range of each request but those for the robots.txt. */
  readonly asked: string[];
}

/** A server with no robots.txt. */
async function site(script: Script, robots?: string): Promise<Site> {
  const asked: string[] = [];
  const base = await serve((request, response) => {
    if (request.url === '/robots.txt') return void response.writeHead(robots ? 200 : 404).end(robots);
    asked.push([request.method, request.url, request.headers.range].filter(Boolean).join(' '));
    script(request, response);
  });
  return { base, asked };
}

const answering =
  (status: number, headers: Record<string, string> = {}, body = ''): Script =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);

const probe = (url: string, over: Partial<ProbeWish> = {}): Promise<ProbeAnswer> =>
  proberOf().probe({ url, expectsFile: false, mannersOf, ...over }, signal);

const use = (url: string, property: string, mediaTypes: string[] = []) => ({
  url,
  property,
  place: property,
  mediaTypes,
});

/** The kind that a probe comes to. */
async function kindAt(url: string, answer: Promise<ProbeAnswer> = probe(url)): Promise<LinkKind | 'aborted'> {
  const came = await answer;
  return came.kind === 'aborted' ? 'aborted' : judgeLink({ url, uses: [] }, came, Date.now()).kind;
}

describe('a server that answers HEAD', () => {
  it('is asked nothing more when there is a page', async () => {
    const { base, asked } = await site(answering(200, { 'content-type': 'Text/HTML; charset=utf-8' }));

    expect(await probe(`${base}/side`)).toEqual({
      kind: 'answered',
      status: 200,
      url: `${base}/side`,
      movedTo: null,
      mediaType: 'text/html',
      certificateEnds: null,
      askAgainAt: null,
      showsLogin: false,
    });
    expect(asked).toEqual(['HEAD /side']);
  });

  it.each([405, 501, 403, 404, 400, 500])(
    'with %i is asked for the first byte, and that answer counts',
    async (status) => {
      const { base, asked } = await site((request, response) =>
        request.method === 'HEAD' ? response.writeHead(status).end() : response.writeHead(206).end('a'),
      );

      expect(await kindAt(`${base}/`)).toBe('ok');
      expect(asked).toEqual(['HEAD /', 'GET / bytes=0-0']);
    },
  );

  it.each<[number, LinkKind]>([
    [404, 'not-found'],
    [410, 'not-found'],
    [500, 'server-error'],
    [401, 'login-wall'],
    [403, 'login-wall'],
  ])('and GET with %i is %s', async (status, kind) => {
    const { base } = await site(answering(status));
    expect(await kindAt(`${base}/`)).toBe(kind);
  });

  it('by hanging up is asked with GET', async () => {
    const { base } = await site((request, response) =>
      request.method === 'HEAD' ? request.socket.destroy() : response.writeHead(200).end('a'),
    );
    expect(await kindAt(`${base}/`)).toBe('ok');
  });

  it('and gives the whole of a large file for one byte is not listened to', async () => {
    let written = 0;
    const { base } = await site((request, response) => {
      if (request.method === 'HEAD') return void response.writeHead(405).end();
      response.writeHead(200, { 'content-type': 'text/csv' });
      const pour = (): void => {
        while (!response.destroyed && written < 64 * 1024 * 1024) {
          written += 65_536;
          if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', pour);
        }
      };
      pour();
    });

    expect(await kindAt(`${base}/stor.csv`)).toBe('ok');
    expect(written).toBeLessThan(64 * 1024 * 1024);
  });
});

describe('redirects', () => {
  const to = (status: number, location: string): Script => answering(status, { location });

  it('for good are told with the address they lead to', async () => {
    const { base } = await site((request, response) =>
      request.url === '/a'
        ? to(301, '/b')(request, response)
        : request.url === '/b'
          ? to(308, '/ny')(request, response)
          : answering(200)(request, response),
    );
    expect(await probe(`${base}/a`)).toMatchObject({ url: `${base}/ny`, movedTo: `${base}/ny`, status: 200 });
    expect(await kindAt(`${base}/a`)).toBe('redirected');
  });

  it('for now are followed and not told', async () => {
    const { base } = await site((request, response) =>
      request.url === '/a' ? to(302, '/b')(request, response) : answering(200)(request, response),
    );
    expect(await probe(`${base}/a`)).toMatchObject({ url: `${base}/b`, movedTo: null });
    expect(await kindAt(`${base}/a`)).toBe('ok');
  });

  it('for good and then for now have moved to where the first of them leads', async () => {
    const { base } = await site((request, response) => {
      const next: Record<string, Script> = { '/a': to(301, '/b'), '/b': to(302, '/c') };
      (next[request.url ?? ''] ?? answering(200))(request, response);
    });
    expect(await probe(`${base}/a`)).toMatchObject({ url: `${base}/c`, movedTo: `${base}/b` });
  });

  it('in a circle, without end or to what is no page end', async () => {
    const { base, asked } = await site((request, response) => {
      const next: Record<string, string> = { '/ring': '/ring2', '/ring2': '/ring', '/brev': 'mailto:x@sds.example' };
      const path = request.url ?? '';
      to(302, next[path] ?? `${path}x`)(request, response);
    });
    expect(await kindAt(`${base}/ring`)).toBe('bad-redirect');
    expect(await kindAt(`${base}/brev`)).toBe('bad-redirect');
    asked.length = 0;
    expect(await kindAt(`${base}/x`)).toBe('bad-redirect');
    expect(asked.length).toBe(6);
  });

  it('to a login page are a login wall', async () => {
    const { base } = await site((request, response) =>
      request.url?.startsWith('/Account/Login')
        ? answering(200)(request, response)
        : to(302, '/Account/Login?ReturnUrl=%2F')(request, response),
    );
    expect(await kindAt(`${base}/data.csv`)).toBe('login-wall');
  });

  it('to an address that is not public are not followed', async () => {
    const { base } = await site(to(302, 'http://169.254.169.254/latest/'));
    expect(await kindAt(`${base}/`)).toBe('address-refused');
  });
});

describe('where a file is expected', () => {
  const page = (body: string): Script => answering(200, { 'content-type': 'text/html' }, body);
  const judged = async (url: string) => {
    const answer = await probe(url, { expectsFile: true });
    if (answer.kind === 'aborted') return answer.kind;
    return judgeLink({ url, uses: [use(url, 'downloadURL', ['text/csv'])] }, answer, Date.now()).kind;
  };

  it('a page with a field for a password is a login wall, and any other page is of another media type', async () => {
    const login = await site(page('<h1>Log på</h1><form><input name="kode" type="password"></form>'));
    const other = await site(page('<h1>Æøå</h1>'));
    expect(await judged(`${login.base}/data.csv`)).toBe('login-wall');
    expect(login.asked).toEqual(['HEAD /data.csv', 'GET /data.csv bytes=0-65535']);
    expect(await judged(`${other.base}/data.csv`)).toBe('media-type-differs');
  });

  it('a file is not looked into', async () => {
    const { base, asked } = await site(answering(200, { 'content-type': 'text/csv' }));
    expect(await judged(`${base}/data.csv`)).toBe('ok');
    expect(asked).toEqual(['HEAD /data.csv']);
  });
});

describe('a server that is in trouble', () => {
  it('and hangs is given up after its time', async () => {
    const base = await serveRaw(() => undefined);
    expect(await kindAt(`${base}/`)).toBe('timeout');
  });

  it('and hangs with its pages alone is given up as well', async () => {
    const { base, asked } = await site(() => undefined);
    expect(await kindAt(`${base}/`)).toBe('timeout');
    expect(asked).toEqual(['HEAD /', 'GET / bytes=0-0']);
  });

  it('and takes no connection, or has no name, is told apart', async () => {
    expect(await kindAt(`http://127.0.0.1:${await closedPort()}/`)).toBe('no-connection');
    expect(await kindAt('http://findes-ikke.invalid/')).toBe('dns-failure');
  });

  it('and speaks something else than HTTP is told', async () => {
    const base = await serveRaw((socket) => void socket.end('220 ftp.sds.example klar\r\n'));
    expect(
      await kindAt(
        `${base}/`,
        proberOf().probe(
          { url: `${base}/`, expectsFile: false, mannersOf: () => ({ ...mannersOf(), respectRobots: false }) },
          signal,
        ),
      ),
    ).toBe('not-http');
  });
});

describe('a host that wants to be left alone', () => {
  it('is not asked by way of another whose rules need not be kept', async () => {
    const closed = await site(answering(200), 'User-agent: *\nDisallow: /');
    const open = await site((_request, response) => void response.writeHead(302, { location: closed.base }).end());
    const isOpen = (host: string) => open.base.endsWith(host);
    const wish = { mannersOf: (host: string) => ({ requestsPerSecond: 1000, respectRobots: !isOpen(host) }) };
    expect(await kindAt(open.base, probe(open.base, wish))).toBe('robots-disallowed');
    expect(closed.asked).toEqual([]);
  });

  it('is not called gone because its rules are packed in a way that nobody asked for', async () => {
    const base = await serve((request, response) => {
      const coding = request.url === '/robots.txt' ? { 'content-encoding': 'zstd' } : {};
      response.writeHead(200, coding).end('x');
    });
    expect(await kindAt(`${base}/`)).toBe('robots-unreachable');
  });

  it('is not asked where its robots.txt forbids it', async () => {
    const { base, asked } = await site(answering(200), 'User-agent: Datalandkort\nDisallow: /lukket');
    expect(await kindAt(`${base}/lukket/a`)).toBe('robots-disallowed');
    expect(await kindAt(`${base}/åben`)).toBe('ok');
    expect(asked.length).toBe(1);
  });

  it('is not asked while its rules cannot be had', async () => {
    const base = await serve((_request, response) => void response.writeHead(500).end());
    expect(await kindAt(`${base}/`)).toBe('robots-unreachable');
  });

  it('with 429 is not asked again before the time it says', async () => {
    const { base, asked } = await site(answering(429, { 'retry-after': '3600' }));
    const prober = proberOf();
    const wish = { url: `${base}/`, expectsFile: false, mannersOf };
    const start = Date.now();

    const first = await prober.probe(wish, signal);
    const second = await prober.probe({ ...wish, url: `${base}/andet` }, signal);

    expect(first).toMatchObject({ kind: 'closed', host: new URL(base).host });
    expect(first.kind === 'closed' && first.untilMs >= start + 3_600_000).toBe(true);
    expect(second).toMatchObject({ kind: 'closed', host: new URL(base).host });
    expect(asked).toEqual(['HEAD /']);
  });

  it('with 503 and a time is a failure, and is left alone until then', async () => {
    const { base, asked } = await site(answering(503, { 'retry-after': '3600' }));
    expect(await kindAt(`${base}/`)).toBe('server-error');
    expect(asked).toEqual(['HEAD /']);
  });

  it('is told who asks', async () => {
    let agent: string | undefined;
    const { base } = await site((request, response) => {
      agent = request.headers['user-agent'];
      response.end();
    });
    await probe(`${base}/`);
    expect(agent).toBe('Datalandkort (test)');
  });
});

describe('an address that is not public', () => {
  it('is refused without asking', async () => {
    const { base, asked } = await site(answering(200));
    const answer = proberOf(undefined, []).probe({ url: `${base}/`, expectsFile: false, mannersOf }, signal);
    expect(await kindAt(`${base}/`, answer)).toBe('address-refused');
    expect(asked).toEqual([]);
  });
});

describe('a certificate', () => {
  const DAY = 24 * 60 * 60 * 1000;
  const ask = async (endsInMs: number, isTrusted = true) => {
    const { base, certificate } = await serveSecurely(answering(404), endsInMs);
    const trusted = isTrusted ? [certificate] : undefined;
    const respectRobots = false;
    return proberOf(trusted).probe(
      { url: `${base}/`, expectsFile: false, mannersOf: () => ({ ...mannersOf(), respectRobots }) },
      signal,
    );
  };

  it('is read, and its end is told', async () => {
    const answer = await ask(3 * DAY);
    const ends = answer.kind === 'answered' ? answer.certificateEnds : null;
    // A certificate's times are whole seconds.
    expect(Math.abs((ends ?? 0) - (Date.now() + 3 * DAY))).toBeLessThan(60_000);
  });

  it('near its end is told of a page that works', async () => {
    const { base, certificate } = await serveSecurely(answering(200), 3 * DAY);
    const wish = { url: `${base}/`, expectsFile: false, mannersOf: () => ({ ...mannersOf(), respectRobots: false }) };
    expect(await kindAt(`${base}/`, proberOf([certificate]).probe(wish, signal))).toBe('certificate-ending');
  });

  it('that has ended, or that nobody vouches for, is invalid', async () => {
    expect(await kindAt('https://localhost/', ask(-DAY))).toBe('certificate-invalid');
    expect(await kindAt('https://localhost/', ask(3 * DAY, false))).toBe('certificate-invalid');
  });
});

it('a probe ends when its caller does', async () => {
  const controller = new AbortController();
  const { base } = await site(() => controller.abort());
  const answer = await proberOf().probe({ url: `${base}/`, expectsFile: false, mannersOf }, controller.signal);
  expect(answer).toEqual({ kind: 'aborted' });
});
