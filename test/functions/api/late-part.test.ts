/** The parts of the API that are loaded when one of their addresses is first asked for. */
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { atHand, type Surroundings } from '#functions/api/answering.ts';
import { createApi, routes } from '#functions/api/api.ts';
import { Config } from '#functions/api/config.ts';
import { latePart } from '#functions/api/late-part.ts';
import { descriptions } from '#functions/api/openapi/descriptions.ts';
import type { Method } from '#functions/api/openapi/operation.ts';
import type { ApiPorts } from '#functions/api/ports.ts';
import { json } from '#functions/api/reply.ts';
import { late } from '#functions/shared/late.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { createScene, eventOf } from './scene.ts';

// The API reads nothing of the context.
const context = {} as Context;

const missing = new Error('ENOMEM: not enough memory');

/** Fails once, then gives the value. */
function failingOnce<Value>(value: Value): () => Promise<Value> {
  let fails = true;
  return async () => {
    if (!fails) return value;
    fails = false;
    throw missing;
  };
}

const part = { useCases: { showIt: async () => json({ is: 'here' }) }, descriptions: {} };

describe.each([
  {
    what: 'a part of the API',
    apiOf: ({ ports }: { ports: ApiPorts }) =>
      createApi(atHand(ports), { addresses: { '/x': { GET: latePart(failingOnce(part))('showIt') } } }),
  },
  {
    what: 'what it stands on',
    apiOf: ({ ports }: { ports: ApiPorts }) => {
      const surroundings: Surroundings<ApiPorts> = { ...atHand(ports), ports: late(failingOnce(ports)) };
      return createApi(surroundings, { addresses: { '/x': { GET: part.useCases.showIt } } });
    },
  },
])('$what that cannot be loaded', ({ apiOf }) => {
  test('is told of, and the caller may come again, who then finds it', async () => {
    const scene = createScene();
    const api = apiOf(scene);
    const ask = (): Promise<APIGatewayProxyStructuredResultV2> => api(eventOf('/x'), context);

    const refused = await ask();
    expect(refused.statusCode).toBe(503);
    expect(refused.headers?.['retry-after']).toBe('5');
    expect(JSON.parse(refused.body ?? '')).toMatchObject({ type: expect.stringMatching(/unavailable$/) });
    expect(scene.failures).toEqual([expect.objectContaining({ name: 'TransientFailure', cause: missing })]);

    const answered = await ask();
    expect([answered.statusCode, JSON.parse(answered.body ?? '')]).toEqual([200, { is: 'here' }]);
  });
});

const operations = Object.entries(routes).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, useCase]) => ({ path, method, useCase })),
);

test.each(operations)('the part that answers $method $path describes it', async ({ path, method, useCase }) => {
  const described = await useCase.descriptions?.();
  expect(described?.[path]?.[method as Method]).toBeDefined();
  expect(described?.[path]?.[method as Method]).toBe(descriptions[path]?.[method as Method]);
});

test('an address answers what it takes and refuses what it does not before any part is loaded', async () => {
  let loads = 0;
  const load = async () => {
    loads += 1;
    return part;
  };
  const api = createApi(atHand(createScene().ports), { addresses: { '/x': { GET: latePart(load)('showIt') } } });
  const statuses = ['OPTIONS', 'POST'].map(async (method) => {
    const { statusCode }: APIGatewayProxyStructuredResultV2 = await api(eventOf('/x', { method }), context);
    return statusCode;
  });
  expect(await Promise.all(statuses)).toEqual([204, 405]);
  expect(loads).toBe(0);
});

describe('the environment', () => {
  const environment = {
    ...Object.fromEntries(
      ['LEDGER', 'CATALOGUE', 'CONTROL', 'QUALITY', 'WEBHOOKS'].map((table) => [`TABLE_${table}`, 'table']),
    ),
    ...Object.fromEntries(
      ['HARVEST', 'PROJECT', 'BOUNCES', 'SEARCH', 'WEBHOOKS'].map((queue) => [
        `QUEUE_${queue}_URL`,
        'https://queue.example',
      ]),
    ),
    BUCKET: 'bucket',
    TOPIC_LEDGER_ARN: 'topic',
    PUBLIC_URL: 'https://data.example.dk',
    LINK_SECRET: 'what-the-links-of-owners-are-signed-with',
  };

  test.each(['https://login.example.dk/keys.json', '{"keys":[{"kty":"EC"}]}', undefined])(
    'may name the keys of tokens as %s',
    (keys) => expect(readConfig(Config, { ...environment, TOKEN_JWKS: keys }).TOKEN_JWKS).toBe(keys),
  );

  // What reads tokens is loaded with the first of them; a mistake is to be found when the function starts.
  test.each(['login.example.dk/keys.json', '{"keys":"none"}', 'https://', '{'])('may not name them as %s', (keys) =>
    expect(() => readConfig(Config, { ...environment, TOKEN_JWKS: keys })).toThrow(/TOKEN_JWKS: no address/),
  );
});
