/** Every address of the API asked by everybody who may come: what the API declares of an operation is what it does. */
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { beforeAll, describe, expect, test } from 'vitest';
import { atHand } from '#functions/api/answering.ts';
import { createApi, routes } from '#functions/api/api.ts';
import { KeptAnswers } from '#functions/api/kept-answers.ts';
import { descriptions } from '#functions/api/openapi/descriptions.ts';
import { type Access, isGuarded, type Method, type Operation } from '#functions/api/openapi/operation.ts';
import { previewDescriptions } from '#functions/api/openapi/preview.ts';
import type { ApiPorts } from '#functions/api/ports.ts';
import { previewSource } from '#functions/preview-source/preview-source.ts';
import { courseAt } from '#schemas/subscription.ts';
import { createScene, eventOf } from '../functions/api/scene.ts';
import { exampleSource, memoryRuns, runOf } from '../functions/memory-control.ts';
import { subscriptionOf } from '../functions/webhook-scene.ts';
import { type Caller, callers, KEY_HASH, NOW, OWNER, ownLink, SUBSCRIPTION, tokens } from './callers.ts';

type Standing = Caller['standing'];

/** Who gets through, by what the operation declares. */
const allowed: Readonly<Record<Exclude<Access, 'everybody' | 'link'>, readonly Standing[]>> = {
  known: ['subscriber', 'owner', 'otherOwner', 'operator'],
  subscriber: ['subscriber', 'operator'],
  key: ['key', 'operator'],
  owner: ['owner', 'operator'],
  operator: ['operator'],
};

const getsThrough = (access: Access, { standing, link }: Caller): boolean => {
  if (access === 'everybody') return true;
  return access === 'link' ? link === ownLink : allowed[access].includes(standing);
};

/** What a refusal must be: nobody and those whose token is worth nothing are to show one; the others may not. */
function refusalFor(access: Access, { standing }: Caller, id: string): number {
  if (access === 'link') return 403;
  // A person who mistyped the token is told so, and asked again.
  if (id === 'showMe') return 401;
  return standing === 'nobody' || standing === 'refused' ? 401 : 403;
}

const run = runOf(`${exampleSource.id}.20261123T040000Z.abc123`, '2026-11-23T04:00:00.000Z');
const params: Readonly<Record<string, string>> = { name: 'v', code: 'internal', page: '1', seq: '1' };
const ids: Readonly<Record<string, string>> = {
  runs: run.id,
  sources: exampleSource.id,
  owners: OWNER,
  subscriptions: SUBSCRIPTION,
};

/** What an address is asked about: something that there is, and that is the owner's, wherever there is such a thing. */
function addressOf(path: string, { link = 'no.link' }: Caller): string {
  const subject = path.split('/')[2] ?? '';
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'token') return link;
    return name === 'id' ? (ids[subject] ?? `${exampleSource.id}.d0000`) : (params[name] ?? '1');
  });
}

/** Bodies that are sound where an address would otherwise say what is wrong with them first. */
const bodies: Readonly<Record<string, string>> = {
  decideHeld: '{"action":"release"}',
  decideRename: `{"from":"${exampleSource.id}.a","to":"${exampleSource.id}.b","decision":"reject"}`,
};

const addresses = {
  ...routes,
  '/v1/sources/preview': {
    POST: (ports: ApiPorts, request: Parameters<typeof previewSource>[1]) =>
      previewSource({ ...ports, objects: createScene().objects, ...unused }, request),
  },
};

const never = (): never => {
  throw new Error('Nobody should have come this far: the body is not sound.');
};
const unused = { fetcherFor: never, permission: never, wait: never };

/** The API on stores that hold what the addresses are asked about. */
async function served() {
  const { ports } = createScene({ tokens, runs: memoryRuns([run]), clock: () => NOW });
  const subscription = subscriptionOf(SUBSCRIPTION, { keyHash: KEY_HASH });
  await ports.webhooks.subscriptions.create(subscription, courseAt('e1', 0));
  const api = createApi(atHand(ports), {
    addresses,
    descriptions: previewDescriptions,
    answers: new KeptAnswers({ unchangingMs: 0, viewMs: 0 }),
  });
  return async (method: string, path: string, caller: Caller, body?: string) => {
    const headers = caller.authorization === undefined ? {} : { authorization: caller.authorization };
    const asked = { method, headers, ...(body !== undefined && { body }) };
    // The API reads nothing of the context.
    const result = await api(eventOf(addressOf(path, caller), asked), {
      getRemainingTimeInMillis: () => 60_000,
    } as Context);
    return { result, audit: (await ports.audit.list({ limit: 10 })).length };
  };
}

const isRefusal = ({ statusCode, headers, body = '' }: APIGatewayProxyStructuredResultV2): boolean =>
  statusCode === 401 ||
  (statusCode === 403 && (headers?.['www-authenticate'] !== undefined || /link-void|forbidden/.test(body)));

const operations = Object.entries(addresses).flatMap(([path, methods]) =>
  (Object.keys(methods) as Method[]).map((method) => ({ path, method })),
);

let everybody: [string, Caller][] = [];
beforeAll(async () => {
  everybody = Object.entries(await callers());
});

/** What the API says of an operation; without it nobody could tell who may ask. */
function declared(path: string, method: Method): Operation {
  const operation = descriptions[path]?.[method];
  if (!operation) throw new Error(`${method} ${path} is not declared: say in functions/api/openapi/ who may ask it.`);
  return operation;
}

describe('who gets through', () => {
  test.each(operations)('$method $path', async ({ path, method }) => {
    const { id, access } = declared(path, method);
    const reading = await served();
    for (const [name, caller] of everybody) {
      // Who acts must find everything as it was.
      const ask = method === 'GET' ? reading : await served();
      const { result, audit } = await ask(method, path, caller, bodies[id]);
      const refused = isRefusal(result);
      expect({ name, refused }).toEqual({ name, refused: !getsThrough(access, caller) });
      if (!refused) continue;
      expect({ name, status: result.statusCode }).toEqual({ name, status: refusalFor(access, caller, id) });
      if (result.statusCode === 401) expect(result.headers?.['www-authenticate']).toMatch(/^Bearer /);
      expect(audit, 'a refusal leaves nothing in the audit log').toBe(0);
    }
  });

  test('every address that is declared is asked', () => {
    const asked = operations.map(({ path, method }) => `${method} ${path}`).sort();
    const all = Object.entries(descriptions).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(asked).toEqual(all.sort());
  });

  test('what changes something is guarded, but for what a signed link is for', () => {
    const open = operations.filter(({ path, method }) => {
      const { access, reads } = declared(path, method);
      return method !== 'GET' && !isGuarded(access) && access !== 'link' && !reads;
    });
    expect(open).toEqual([]);
  });

  test('where operators are shown more, nobody else is', async () => {
    const more = operations.filter(({ path, method }) => declared(path, method).showsMore);
    expect(more.length).toBeGreaterThan(0);
    for (const { path, method } of more) {
      const ask = await served();
      const plain = (await ask(method, path, { standing: 'nobody' })).result.body;
      for (const [name, caller] of everybody) {
        const { body } = (await ask(method, path, caller)).result;
        expect([path, name, body === plain]).toEqual([path, name, caller.standing !== 'operator']);
      }
    }
  });
});
