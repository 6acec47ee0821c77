/** Credentials open the source's own door, are shown at no other, and are never told to anybody. */
import type { IncomingMessage, RequestListener } from 'node:http';
import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { crawlerFor } from '#functions/harvest/crawler-for.ts';
import { awsSecrets } from '#functions/shared/aws-secret-reader.ts';
import type { Fetcher } from '#functions/shared/fetcher.ts';
import { environmentSecrets } from '#functions/shared/secret-reader.ts';
import type { Credentials } from '#schemas/credentials.ts';
import { Source } from '#schemas/source.ts';
import { serve } from '#test/scripted-servers.ts';

const SECRET = 'hemmelig-noegle-4711';

const fetcherOf = (
  url: string,
  credentials: Credentials,
  environment: NodeJS.ProcessEnv = { DATALANDKORT_SECRET_OWNER_KEY: `${SECRET}\n` },
): Fetcher =>
  crawlerFor({
    allowed: ['127.0.0.1', 'localhost'],
    publicUrl: 'https://data.example.dk',
    secrets: environmentSecrets(environment),
  })(
    Source.parse({
      id: 'owner',
      owner: { id: 'o' },
      format: 'dcat',
      url,
      credentials,
      politeness: { requestsPerSecond: 1000 },
    }),
  );

/** A site that lets in whoever `mayEnter` says, and notes what it was shown. */
async function guarded(mayEnter: (request: IncomingMessage) => boolean) {
  const seen: { url: string | undefined; authorization: string | undefined; key: unknown }[] = [];
  const listener: RequestListener = (request, response) => {
    const { authorization, 'x-api-key': key } = request.headers;
    seen.push({ url: request.url, authorization, key });
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else response.writeHead(mayEnter(request) ? 200 : 401).end('page');
  };
  return { base: await serve(listener), seen };
}

const bearer: Credentials = { kind: 'bearer', secret: 'owner-key' };

describe('a source behind a door', () => {
  it.each<[Credentials, (request: IncomingMessage) => boolean]>([
    [bearer, ({ headers }) => headers.authorization === `Bearer ${SECRET}`],
    [{ kind: 'header', name: 'X-Api-Key', secret: 'owner-key' }, ({ headers }) => headers['x-api-key'] === SECRET],
    [
      { kind: 'basic', user: 'høster', secret: 'owner-key' },
      ({ headers }) => headers.authorization === `Basic ${Buffer.from(`høster:${SECRET}`).toString('base64')}`,
    ],
  ])('is opened by %o', async (credentials, mayEnter) => {
    const { base } = await guarded(mayEnter);
    expect(await fetcherOf(base, credentials).fetch({ url: `${base}/a` }, undefined)).toMatchObject({ kind: 'page' });
  });

  it('is not shown the key when it asks for robots.txt', async () => {
    const { base, seen } = await guarded(() => true);
    await fetcherOf(base, bearer).fetch({ url: `${base}/a` }, undefined);
    expect(seen.map(({ url, authorization }) => [url, authorization])).toEqual([
      ['/robots.txt', undefined],
      ['/a', `Bearer ${SECRET}`],
    ]);
  });

  it('keeps the key to itself: another origin is not shown it, be it linked or redirected to', async () => {
    const other = await guarded(() => true);
    const base = await serve((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.writeHead(302, { location: `${other.base}/there` }).end();
    });
    const fetcher = fetcherOf(base, bearer);
    expect(await fetcher.fetch({ url: `${base}/a` }, undefined)).toMatchObject({ url: `${other.base}/there` });
    await fetcher.fetch({ url: `${other.base}/linked` }, undefined);
    expect(other.seen.filter(({ url }) => url !== '/robots.txt')).toEqual([
      { url: '/there', authorization: undefined, key: undefined },
      { url: '/linked', authorization: undefined, key: undefined },
    ]);
  });

  it('is not asked at all while its secret is not set, and the reason says what to set', async () => {
    const { base, seen } = await guarded(() => true);
    expect(await fetcherOf(base, bearer, {}).fetch({ url: `${base}/a` }, undefined)).toMatchObject({
      kind: 'failed',
      code: 'secret-missing',
      message: 'The secret "owner-key" is not set: put it into the environment as DATALANDKORT_SECRET_OWNER_KEY.',
    });
    expect(seen.filter(({ url }) => url !== '/robots.txt')).toEqual([]);
  });

  it('that repeats the key in its page has that page neither read nor kept', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/robots.txt') return void response.writeHead(404).end();
      const [head, tail] = [SECRET.slice(0, 9), SECRET.slice(9)];
      response.write(`you sent ${head}`);
      return void setTimeout(() => response.end(tail), 20);
    });
    const fetched = await fetcherOf(base, bearer).fetch({ url: `${base}/a` }, undefined);
    expect(fetched).toMatchObject({ code: 'credentials-echoed', requests: 1 });
  });

  it('that repeats the key in its status line or in an address has it blotted out', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else if (request.url === '/moved') response.writeHead(302, { location: `/to?key=${SECRET}` }).end();
      else if (request.url?.startsWith('/to')) response.end('page');
      else response.writeHead(403, `no entry with ${SECRET}`).end();
    });
    const fetcher = fetcherOf(base, bearer);
    const refused = await fetcher.fetch({ url: `${base}/a` }, undefined);
    const moved = await fetcher.fetch({ url: `${base}/moved` }, undefined);
    expect(refused).toMatchObject({ code: 'http-403', message: 'The server answered 403 no entry with [secret].' });
    expect(moved).toMatchObject({ code: 'credentials-echoed' });
    expect(JSON.stringify([refused, moved])).not.toContain(SECRET);
  });
});

describe('a source that wants a token', () => {
  interface Desk {
    readonly lifetime?: number;
    readonly answer?: (asked: number) => { status?: number; body: string };
  }

  /** A token endpoint that gives out token-1, token-2 … and a site that takes those in `valid`. */
  async function scene({ lifetime = 3600, answer }: Desk = {}) {
    const asked: { authorization: string | undefined; body: string }[] = [];
    const valid = new Set<string>();
    const tokenUrl = await serve(async (request, response) => {
      const body = Buffer.concat(await Array.fromAsync(request)).toString();
      asked.push({ authorization: request.headers.authorization, body });
      const token = `token-number-${asked.length}`;
      valid.add(`Bearer ${token}`);
      const given = answer?.(asked.length) ?? {
        body: JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: lifetime }),
      };
      response.writeHead(given.status ?? 200, { 'content-type': 'application/json' }).end(given.body);
    });
    const site = await guarded(({ headers }) => valid.has(headers.authorization ?? ''));
    const credentials: Credentials = {
      kind: 'oauth2-client',
      tokenUrl,
      clientId: 'a client',
      secret: 'owner-key',
      scope: 'read all',
    };
    const fetcher = fetcherOf(site.base, credentials);
    return { asked, valid, fetch: (path: string) => fetcher.fetch({ url: `${site.base}${path}` }, undefined) };
  }

  it('gets one, by the client’s name and secret, and the same one for all its pages', async () => {
    const { asked, fetch } = await scene();
    const fetched = await Promise.all(['/a', '/b', '/c'].map((path) => fetch(path)));
    expect(fetched.map(({ kind }) => kind)).toEqual(['page', 'page', 'page']);
    expect(asked).toEqual([
      {
        authorization: `Basic ${Buffer.from(`a+client:${SECRET}`).toString('base64')}`,
        body: 'grant_type=client_credentials&scope=read+all',
      },
    ]);
  });

  it('gets another before the one at hand ends', async () => {
    const { asked, fetch } = await scene({ lifetime: 20 });
    await fetch('/a');
    await fetch('/b');
    expect(asked).toHaveLength(2);
  });

  it('gets another, once, when the one at hand is refused', async () => {
    const { asked, valid, fetch } = await scene();
    await fetch('/a');
    valid.clear();
    expect(await fetch('/b')).toMatchObject({ kind: 'page', requests: 2 });
    expect(asked).toHaveLength(2);
  });

  it('is given up when a fresh token is refused as well', async () => {
    const { asked, valid, fetch } = await scene();
    await fetch('/a');
    valid.add = () => valid;
    valid.clear();
    expect(await fetch('/b')).toMatchObject({ code: 'http-401', requests: 2 });
    expect(asked).toHaveLength(2);
  });

  it.each([
    [
      'a refusal',
      { status: 400, body: `{"error":"invalid_client","error_description":"${SECRET}"}` },
      'it answered 400',
    ],
    ['a page', { body: '<html>Log in</html>' }, 'its answer is not JSON'],
    ['no token', { body: '{"token_type":"Bearer"}' }, 'its answer has no usable access_token'],
  ])('is told why there is none, and nothing of what was answered: %s', async (_, given, why) => {
    const { fetch } = await scene({ answer: () => given });
    const fetched = await fetch('/a');
    expect(fetched).toMatchObject({ code: 'token-refused', message: `The token endpoint gave no token: ${why}.` });
  });
});

describe('a secret in AWS Secrets Manager', () => {
  const client = new SecretsManagerClient({ region: 'eu-north-1' });
  const manager = mockClient(client);

  it('lies under the prefix that the harvest may read', async () => {
    manager.on(GetSecretValueCommand, { SecretId: 'datalandkort/owner-key' }).resolves({ SecretString: SECRET });
    expect(await awsSecrets(client).read('owner-key')).toBe(SECRET);
  });

  it('that is not there is named as an operator would make it', async () => {
    manager.on(GetSecretValueCommand).rejects(new ResourceNotFoundException({ message: 'no', $metadata: {} }));
    await expect(awsSecrets(client).read('owner-key')).rejects.toThrow(
      'make datalandkort/owner-key in AWS Secrets Manager',
    );
  });

  it('that cannot be read for now is no missing secret', async () => {
    manager.on(GetSecretValueCommand).rejects(Object.assign(new Error('slow down'), { name: 'ThrottlingException' }));
    await expect(awsSecrets(client).read('owner-key')).rejects.toThrow('ThrottlingException');
  });
});
