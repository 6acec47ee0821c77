import { gunzipSync } from 'node:zlib';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { atHand } from '#functions/api/answering.ts';
import { createApi, routes } from '#functions/api/api.ts';
import { descriptions } from '#functions/api/openapi/descriptions.ts';
import type { Method } from '#functions/api/openapi/operation.ts';
import { Refusal } from '#functions/api/problem-types.ts';
import { json } from '#functions/api/reply.ts';
import { createScene, creations, eventOf, TOKEN } from './scene.ts';

// The API reads nothing of the context.
const context = { getRemainingTimeInMillis: () => 60_000 } as Context;

describe('a parameter that an address does not know', () => {
  const addresses = Object.entries(routes).flatMap(([path, methods]) =>
    (Object.keys(methods) as Method[])
      .filter((method) => !descriptions[path]?.[method]?.ownFaults)
      .map((method) => ({ method, path })),
  );

  test.each(addresses)('is refused: $method $path', async ({ method, path }) => {
    const target = `${path.replace(/\{\w+\}/g, '1')}?nonsense=1`;
    const { status, json: body } = await createScene().ask(target, { method });
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ parameter: 'nonsense', detail: 'is not known at this address' }]);
  });

  test('is a fault of the protocol’s own for an OAI-PMH client', async () => {
    const { status, body } = await createScene().ask('/v1/oai?verb=Identify&nonsense=1');
    expect(status).toBe(200);
    expect(body).toContain('badArgument');
  });
});

describe('an answer to somebody who said who they are', () => {
  test.each(['/v1/datasets', '/v1/sources', '/', '/v1/openapi.json', '/v1/audit', '/v1/nonsense'])(
    'is kept by nobody but them: %s',
    async (target) => {
      const api = createScene();
      const { headers } = await api.ask(target, { headers: { authorization: `Bearer ${TOKEN}` } });
      expect(headers['cache-control']).toMatch(/^(private|no-store)/);
    },
  );

  test('says to nobody in particular that anybody may keep it', async () => {
    const { headers } = await createScene().ask('/v1/datasets');
    expect(headers['cache-control']).toMatch(/^public/);
  });
});

describe('a page of another site', () => {
  test('may read every answer and the headers that lead on, also those of a refusal', async () => {
    const api = createScene();
    for (const target of ['/v1/datasets', '/v1/nonsense', '/v1/audit']) {
      const { headers } = await api.ask(target);
      expect(headers['access-control-allow-origin']).toBe('*');
      const exposed = String(headers['access-control-expose-headers']).split(', ');
      expect(exposed).toEqual(expect.arrayContaining(['ETag', 'Link', 'Retry-After', 'Deprecation', 'Sunset']));
    }
  });

  test.each(Object.entries(routes))('is told before a request what %s takes', async (path, methods) => {
    const { status, headers } = await createScene().ask(path.replace(/\{\w+\}/g, '1'), { method: 'OPTIONS' });
    expect(status).toBe(204);
    const allowed = String(headers['access-control-allow-methods']).split(', ');
    expect(allowed).toEqual(expect.arrayContaining([...Object.keys(methods), 'OPTIONS']));
    expect(String(headers['access-control-allow-headers']).split(', ')).toEqual(
      expect.arrayContaining(['Authorization', 'Content-Type', 'If-Match']),
    );
    expect(headers['access-control-max-age']).toBe('3600');
  });
});

describe('the codings of one answer', () => {
  async function large() {
    const api = createScene();
    await api.append(...creations(60));
    const ask = (headers: Record<string, string>) => api.ask('/v1/changes?limit=60', { headers });
    // What is packed comes as base64, as a Lambda gives it.
    return { ask, plain: await ask({}) };
  }

  test('have one ETag, strong for the plain bytes and weak for packed ones', async () => {
    const { plain } = await large();
    const api = createApi(atHand(createScene().ports), {
      addresses: { '/x': { GET: async () => json('x'.repeat(10_000)) } },
    });
    const get = (headers: Record<string, string>): Promise<APIGatewayProxyStructuredResultV2> =>
      api(eventOf('/x', { headers }), context);
    const identity = await get({});
    const zipped = await get({ 'accept-encoding': 'gzip' });
    const brotli = await get({ 'accept-encoding': 'gzip, br' });
    expect(plain.headers.vary).toBe('Accept-Encoding');
    expect(String(identity.headers?.etag)).toMatch(/^"/);
    expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', etag: `W/${identity.headers?.etag}` });
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', etag: zipped.headers?.etag });
    expect(gunzipSync(Buffer.from(zipped.body ?? '', 'base64')).toString()).toBe(identity.body);
    for (const held of [identity.headers?.etag, zipped.headers?.etag]) {
      for (const coding of ['identity', 'gzip', 'br']) {
        const again = await get({ 'accept-encoding': coding, 'if-none-match': String(held) });
        expect(again.statusCode).toBe(304);
      }
    }
  });
});

describe('an address that is going away', () => {
  const deprecation = {
    since: new Date('2026-07-01T00:00:00Z'),
    sunset: new Date('2027-07-01T00:00:00Z'),
    reason: 'https://data.example.dk/docs#old',
    successor: 'https://data.example.dk/v1/new',
  };
  const next = { link: '<https://data.example.dk/v1/old?cursor=a>; rel="next"' };
  const api = createApi(atHand(createScene().ports), {
    addresses: {
      '/v1/old': { GET: async () => json({}, { headers: next }) },
      '/v1/new': { GET: async () => json({}) },
    },
    deprecations: { '/v1/old': deprecation },
  });
  const get = (target: string): Promise<APIGatewayProxyStructuredResultV2> => api(eventOf(target), context);

  test('says since when, until when, why, and what takes its place, beside its own links', async () => {
    const { headers } = await get('/v1/old');
    // RFC 9745: a date of structured fields. RFC 8594: an HTTP date.
    expect(headers?.deprecation).toBe('@1782864000');
    expect(headers?.sunset).toBe('Thu, 01 Jul 2027 00:00:00 GMT');
    expect(headers?.link).toBe(
      `${next.link}, <${deprecation.reason}>; rel="deprecation"; type="text/html", <${deprecation.reason}>; rel="sunset"; type="text/html", <${deprecation.successor}>; rel="successor-version"`,
    );
  });

  test('is the only one that says so', async () => {
    const { headers } = await get('/v1/new');
    expect(headers).not.toHaveProperty('deprecation');
    expect(headers).not.toHaveProperty('sunset');
  });
});

test('whoever is told to come back later is told when', async () => {
  for (const code of ['unavailable', 'search-not-ready', 'not-assessed', 'too-soon'] as const) {
    const refuse = async () => {
      throw new Refusal(code);
    };
    const api = createApi(atHand(createScene().ports), { addresses: { '/x': { GET: refuse } } });
    const result: APIGatewayProxyStructuredResultV2 = await api(eventOf('/x'), context);
    expect(Number(result.headers?.['retry-after'])).toBeGreaterThan(0);
  }
});
