import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOBODY } from '#functions/api/caller.ts';
import type { ApiRequest } from '#functions/api/request.ts';
import { toWeb, wantsPage } from '#functions/api/to-web.ts';
import { isPage } from '#infra/web-headers.ts';

const source = readFileSync(join(import.meta.dirname, '..', '..', 'infra', 'stages', 'edge-function.js'), 'utf8');

interface EdgeRequest {
  readonly method: string;
  readonly uri: string;
  readonly querystring: Record<string, { value: string }>;
  readonly headers: Record<string, { value: string; multiValue?: { value: string }[] }>;
}
interface EdgeResponse {
  readonly statusCode: number;
  readonly headers: Record<string, { value: string }>;
}

// Parsed out of the realm that the code runs in, so that values compare.
const context = createContext({});
runInContext(source, context);
const turn = (request: EdgeRequest): EdgeRequest | EdgeResponse =>
  JSON.parse(
    runInContext(`JSON.stringify(handler({ request: ${JSON.stringify(request)} }))`, context) as string,
  ) as EdgeRequest;

const asking = (uri: string, headers: Record<string, string> = {}, more: Partial<EdgeRequest> = {}): EdgeRequest => ({
  method: 'GET',
  uri,
  querystring: {},
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }])),
  ...more,
});

/** What a browser sends with an address that somebody typed. */
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

test('is of the language that CloudFront’s runtime 2.0 knows', () => {
  const known = { 'const-and-let': true, arrow: true, 'template-literal': true };
  const { code } = transformSync(source, { target: 'es5', supported: known, charset: 'utf8' });
  // Where esbuild had to write something newer in older words, it brings helpers of its own along.
  expect(code).not.toMatch(/\b__\w+/);
  // More is refused by CloudFront.
  expect(Buffer.byteLength(source)).toBeLessThan(10_000);
});

describe('a page', () => {
  test.each(['/da', '/da/', '/da/register/x', '/en', '/en/operator/runs/r1'])('%s is drawn by the one file', (uri) => {
    expect(turn(asking(uri))).toMatchObject({ uri: '/web/index.html' });
  });

  test('is what the local host takes for one, and nothing else', () => {
    const piece = fc.constantFrom('da', 'en', 'data', 'v1', 'web', 'english', 'x', '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 3 }), (pieces) => {
        const uri = `/${pieces.join('/')}`;
        expect('uri' in turn(asking(uri)) && turn(asking(uri))).toMatchObject({
          uri: isPage(uri) ? '/web/index.html' : uri,
        });
      }),
    );
  });
});

describe('the root', () => {
  test.each([
    [undefined, '/da/'],
    ['da', '/da/'],
    ['en-GB,en;q=0.9', '/en/'],
    ['de,en;q=0.5,da;q=0.4', '/en/'],
    ['fr', '/da/'],
  ])('leads a browser that asks for %s to %s', (language, location) => {
    const headers = { ...BROWSER, ...(language !== undefined && { 'accept-language': language }) };
    expect(turn(asking('/', headers))).toEqual({
      statusCode: 302,
      statusDescription: 'Found',
      headers: {
        location: { value: location },
        vary: { value: 'Accept, Accept-Language' },
        'cache-control': { value: 'public, max-age=3600' },
      },
    });
  });

  test.each([
    ['a program', asking('/', { accept: 'application/json' })],
    ['whoever takes anything', asking('/', { accept: '*/*' })],
    ['whoever says nothing', asking('/')],
    ['a query, which the API refuses', asking('/', BROWSER, { querystring: { q: { value: 'x' } } })],
    ['what changes something', asking('/', BROWSER, { method: 'POST' })],
  ])('goes on to the API for %s', (_who, request) => {
    expect(turn(request)).toEqual(request);
  });

  test('reads all lines of a header that came in several', () => {
    const accept = { value: 'text/plain', multiValue: [{ value: 'text/plain' }, { value: 'text/html' }] };
    expect(turn(asking('/', {}, { headers: { accept } }))).toMatchObject({ statusCode: 302 });
  });

  test('answers as the API does, whatever is accepted', () => {
    const quality = fc.constantFrom('', ';q=0', ';q=0.1', ';q=0.9', '; q=1', ';q=x', ';level=1;q=0.5');
    const listOf = (names: string[]) =>
      fc
        .array(fc.tuple(fc.constantFrom(...names), quality), { maxLength: 5 })
        .map((ranges) => ranges.map((range) => range.join('')).join(', '));
    const accepts = listOf([
      'text/html',
      'TEXT/HTML',
      'text/*',
      'application/json',
      'application/*',
      '*/*',
      'image/png',
    ]);
    const languages = listOf(['da', 'en', 'da-DK', 'en-GB', 'de', '*', 'zh-Hant-TW']);
    fc.assert(
      fc.property(accepts, languages, (accept, language) => {
        const headers = { accept, 'accept-language': language };
        const request: ApiRequest = {
          method: 'GET',
          path: '/',
          params: {},
          query: new URLSearchParams(),
          headers,
          body: '',
          requestId: 'r',
          caller: NOBODY,
        };
        const byApi = wantsPage(request, ['application/json']) ? toWeb(request, '/', 302).headers : undefined;
        const byEdge = turn(asking('/', headers));
        const { location, vary, 'cache-control': cache } = 'statusCode' in byEdge ? byEdge.headers : {};
        expect('statusCode' in byEdge).toBe(byApi !== undefined);
        expect([location?.value, vary?.value, cache?.value]).toEqual(
          byApi ? [byApi.location, byApi.vary, byApi['cache-control']] : [undefined, undefined, undefined],
        );
      }),
      { numRuns: 500 },
    );
  });
});
