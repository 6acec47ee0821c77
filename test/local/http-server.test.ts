import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterEach, describe, expect, test } from 'vitest';
import { eventOf, responseOf } from '#infra/local/http-event.ts';
import { fits, type HttpServer, MAX_BODY_BYTES, startHttpServer } from '#infra/local/http-server.ts';

const incoming = (target: string, headers = {}, body = '') =>
  eventOf(
    { method: 'GET', target, headers, body: Buffer.from(body), remoteAddress: '127.0.0.1', time: 0 },
    'ANY /v1/{proxy+}',
  );

describe('the event of a request', () => {
  test('joins repeated query parameters by a comma and keeps the raw query', () => {
    const event = incoming('/v1/changes?since=1&type=a&type=b%20c');

    expect(event.rawPath).toBe('/v1/changes');
    expect(event.rawQueryString).toBe('since=1&type=a&type=b%20c');
    expect(event.queryStringParameters).toEqual({ since: '1', type: 'a,b c' });
  });

  test('has cookies in their own field and not among the headers', () => {
    const event = incoming('/v1/x', { cookie: 'a=1; b=2', accept: 'text/turtle' });

    expect(event.cookies).toEqual(['a=1', 'b=2']);
    expect(event.headers).toEqual({ accept: 'text/turtle' });
  });

  test('hands on a text body as text and any other in base64', () => {
    expect(incoming('/', { 'content-type': 'application/json' }, '{}')).toMatchObject({
      body: '{}',
      isBase64Encoded: false,
    });
    expect(incoming('/', { 'content-type': 'application/gzip' }, '{}')).toMatchObject({
      body: 'e30=',
      isBase64Encoded: true,
    });
  });

  test('hands on a path with a stray percent sign as it came', () => {
    expect(incoming('/v1/100%').rawPath).toBe('/v1/100%');
  });
});

describe('the response of an answer', () => {
  test('decodes a body in base64 and lower-cases header names', () => {
    expect(
      responseOf({ statusCode: 200, headers: { ETag: '"x"' }, body: 'AAE=', isBase64Encoded: true, cookies: ['a=1'] }),
    ).toEqual({ status: 200, headers: { etag: '"x"', 'set-cookie': ['a=1'] }, body: Buffer.from([0, 1]) });
  });

  test('takes an answer without a status code for a JSON body', () => {
    expect(responseOf({ ok: true })).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from('{"ok":true}'),
    });
  });
});

test('a greedy route takes what is below it and not itself', () => {
  const route = { method: 'ANY', path: '/v1/{proxy+}' } as const;

  expect(fits(route, 'GET', '/v1/datasets/a.b')).toBe(true);
  expect(fits(route, 'GET', '/v1/')).toBe(false);
  expect(fits({ method: 'GET', path: '/health' }, 'POST', '/health')).toBe(false);
});

describe('over the wire', () => {
  let server: HttpServer | undefined;
  afterEach(() => server?.stop());

  const long = 'æøå '.repeat(1000);

  const serve = async (answer: (event: APIGatewayProxyEventV2) => unknown): Promise<void> => {
    server = await startHttpServer({
      port: 0,
      // The server made the event itself.
      routes: () => [
        {
          route: { method: 'ANY', path: '/v1/{proxy+}' },
          invoke: async (event) => answer(event as APIGatewayProxyEventV2),
        },
      ],
      site: async () => undefined,
      onFailure: () => undefined,
    });
  };

  const ask = (method: string, path: string, headers = {}, body?: Buffer) =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
      const sent = request({ port: server?.port, host: '127.0.0.1', method, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });

  const text = async () => ({
    statusCode: 200,
    headers: { 'content-type': 'text/turtle', etag: '"1"', vary: 'accept' },
    body: long,
  });

  test('a large text is sent in the coding the client takes, its ETag weakened', async () => {
    await serve(text);

    const br = await ask('GET', '/v1/a', { 'accept-encoding': 'gzip, br' });
    const gz = await ask('GET', '/v1/a', { 'accept-encoding': 'gzip, br;q=0' });
    const plain = await ask('GET', '/v1/a');

    expect(brotliDecompressSync(br.body).toString()).toBe(long);
    expect(br.headers).toMatchObject({ 'content-encoding': 'br', etag: 'W/"1"', vary: 'accept, accept-encoding' });
    expect(gunzipSync(gz.body).toString()).toBe(long);
    expect(plain.body.toString()).toBe(long);
    expect(plain.headers).toMatchObject({ etag: '"1"', vary: 'accept, accept-encoding' });
  });

  test('HEAD says what GET would say, without the body', async () => {
    await serve(text);

    const head = await ask('HEAD', '/v1/a');

    expect(head).toMatchObject({ status: 200, headers: { 'content-length': String(Buffer.byteLength(long)) } });
    expect(head.body).toHaveLength(0);
  });

  test('a body over the limit is refused with a problem document', async () => {
    await serve(text);

    const response = await ask('POST', '/v1/a', {}, Buffer.alloc(MAX_BODY_BYTES + 1));

    expect(response.status).toBe(413);
    expect(response.headers['content-type']).toBe('application/problem+json');
  });

  test('a handler that throws is a 500 that tells nothing of the inside', async () => {
    await serve(() => {
      throw new Error('secret');
    });

    const response = await ask('GET', '/v1/a');

    expect(response.status).toBe(500);
    expect(response.body.toString()).not.toContain('secret');
  });

  test('an address without a route is a 404', async () => {
    await serve(text);

    expect((await ask('GET', '/elsewhere')).status).toBe(404);
  });
});
