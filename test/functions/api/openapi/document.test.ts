import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { routes } from '#functions/api/api.ts';
import { descriptions } from '#functions/api/openapi/descriptions.ts';
import { openApiDocument, openApiText } from '#functions/api/openapi/document.ts';
import { createScene } from '../scene.ts';

/** Addresses with the methods that they take. */
const addresses = (table: Readonly<Record<string, object>>): string[] =>
  Object.entries(table)
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
    .sort();

test('every route is described, and nothing else is', () => {
  // Previews are answered by a function of their own.
  const all = { ...routes, '/v1/sources/preview': { POST: null } };
  expect(addresses(descriptions)).toEqual(addresses(all));
});

test('docs/openapi.json is what the descriptions say', () => {
  // A boolean and not the texts: a difference of half a megabyte is of no use to anybody. Mended by `npm run docs:openapi`.
  expect(readFileSync('docs/openapi.json', 'utf8') === openApiText()).toBe(true);
});

test('the document is the one that the API serves, and may be kept for an hour', async () => {
  const { status, body, headers } = await createScene().ask('/v1/openapi.json');
  expect(status).toBe(200);
  expect(body === openApiText()).toBe(true);
  expect(headers['cache-control']).toBe('public, max-age=3600');
});

test('the rules that Redocly recommends find no error in the document', async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: openApiText(), absoluteRef: 'openapi.json', config });
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
});

test('a document with a fault is not passed by these rules', async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const source = openApiText().replace('"operationId": "showRoot"', '"operationId": "showHealth"');
  const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config });
  expect(problems.map(({ ruleId }) => ruleId)).toContain('operation-operationId-unique');
});

const Operations = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        parameters: z.array(z.object({ name: z.string(), description: z.string().optional() })).default([]),
        security: z.array(z.object({ bearer: z.array(z.string()) })),
      }),
    ),
  ),
});

const operations = () =>
  Object.values(Operations.parse(openApiDocument()).paths).flatMap((methods) => Object.values(methods));

test('every parameter says what it is for', () => {
  const silent = operations().flatMap(({ parameters }) => parameters.filter(({ description }) => !description));
  expect(silent).toEqual([]);
});

test('what writes or shows what is not published names the scope that it needs', () => {
  const guarded = operations().filter(({ security }) => security.length > 0);
  expect(new Set(guarded.flatMap(({ security }) => security[0]?.bearer))).toEqual(new Set(['operator', 'owner']));
});
