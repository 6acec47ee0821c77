/** `/v1/subscriptions`: who may what, the challenge, and what becomes of a subscription. */

import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { MOST_SUBSCRIPTIONS } from '#functions/shared/subscription-store.ts';
import type { WebhookAnswer, WebhookCall } from '#functions/shared/webhook-sender.ts';
import { changeMessageId } from '#publishing/webhooks/events.ts';
import { signatureHeaders } from '#publishing/webhooks/signature.ts';
import { type Course, courseAt, type Delivery } from '#schemas/subscription.ts';
import { memoryWebhooks } from '../memory-webhooks.ts';
import { subscriptionOf } from '../webhook-scene.ts';
import { BASE, createScene, creations, TOKEN } from './scene.ts';

const NOW = '2026-11-23T04:00:00.000Z';
const OVERLAP_MS = 24 * 60 * 60 * 1000;
const URL_OF_RECEIVER = 'https://portal.example/hook';

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

type Answering = (call: WebhookCall, challenge: string) => WebhookAnswer;

const ok = (body: string, status = 200): WebhookAnswer => ({ kind: 'answered', status, retryAfterMs: undefined, body });
const echo: Answering = (_, challenge) => ok(challenge);

function sceneOf(answering: Answering = echo) {
  const stores = memoryWebhooks();
  const calls: WebhookCall[] = [];
  const state = { answering };
  let drawn = 0;
  const scene = createScene({
    webhooks: {
      ...stores,
      sender: {
        async send(call) {
          calls.push(call);
          return state.answering(call, JSON.parse(call.message.body).data.challenge);
        },
      },
      allowedHosts: ['127.0.0.1'],
      random(bytes) {
        drawn += 1;
        return Buffer.alloc(bytes, drawn);
      },
    },
  });
  const as = (token: string | undefined) => async (method: string, path: string, body?: object) =>
    scene.ask(path, {
      method,
      headers: token === undefined ? {} : bearer(token),
      ...(body && { body: JSON.stringify(body) }),
    });
  const operator = as(TOKEN);
  const create = async (body: object = {}) => {
    const answer = await operator('POST', '/v1/subscriptions', { url: URL_OF_RECEIVER, ...body });
    const { id, key, secret } = answer.json as Record<string, string>;
    return { answer, id: id ?? '', key: key ?? '', secret: secret ?? '', path: `/v1/subscriptions/${id}` };
  };
  return { scene, stores, calls, state, as, operator, create };
}

const problemOf = ({ status, json }: { status: number | undefined; json: Record<string, unknown> }) => [
  status,
  String(json.type).split('/').at(-1),
];

describe('POST /v1/subscriptions', () => {
  it('makes one whose receiver answers the challenge, and shows its key and secret this once', async () => {
    const { create, operator, calls } = sceneOf();
    const { answer, id, key, secret, path } = await create({
      description: 'Forskerportalen på æøå',
      filters: { types: ['Delete'], theme: 'HEAL' },
    });
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({ location: `${BASE}${path}`, 'cache-control': 'no-store' });
    expect(id).toMatch(/^sub_[A-Za-z0-9_-]{16}$/);
    expect(key).toMatch(/^dlk_[A-Za-z0-9_-]{43}$/);
    expect(Buffer.from(secret.replace('whsec_', ''), 'base64').length).toBe(32);
    const shown = {
      id,
      url: URL_OF_RECEIVER,
      description: 'Forskerportalen på æøå',
      filters: { types: ['Delete'], theme: 'HEAL' },
      state: 'active',
      reason: null,
      createdAt: NOW,
      updatedAt: NOW,
      secrets: [{ createdAt: NOW, endsAt: null }],
      delivery: { cursor: 'c1.e1.0', failedAttempts: 0, failingSince: null, nextAttemptAt: null },
      links: {
        self: `${BASE}${path}`,
        deliveries: `${BASE}${path}/deliveries`,
        replay: `${BASE}${path}/replay`,
        secret: `${BASE}${path}/secret`,
        changes: `${BASE}/v1/changes?since=c1.e1.0&types=Delete&theme=HEAL`,
      },
    };
    expect(answer.json).toEqual({ ...shown, key, secret });
    expect((await operator('GET', path)).json).toEqual(shown);
    const [call] = calls;
    if (!call) throw new Error('There was no challenge.');
    const signed = { id: call.message.id, timestamp: Math.floor(Date.now() / 1000), body: call.message.body };
    expect(() => new Webhook(secret).verify(signed.body, signatureHeaders(signed, call.secrets))).not.toThrow();
    expect(call.message).toMatchObject({ type: 'dk.datalandkort.subscription.challenge' });
    expect(call.message.id).not.toContain('.');
  });

  it('takes the challenge as JSON as well', async () => {
    const { create } = sceneOf((_, challenge) => ok(JSON.stringify({ challenge, more: true })));
    expect((await create()).answer.json.state).toBe('active');
  });

  it.each<[string, Answering, string]>([
    ['answers something else', () => ok('ok'), 'The receiver answered 2xx without the challenge'],
    [
      'answers the challenge with 500',
      (_, challenge) => ok(challenge, 500),
      'The receiver answered 500 to the challenge',
    ],
    ['redirects', (_, challenge) => ok(challenge, 302), 'The receiver answered 302 to the challenge'],
    ['is not there', () => ({ kind: 'failed', code: 'timeout', detail: 'It took too long.' }), 'It took too long.'],
  ])('leaves one pending whose receiver %s, and says why', async (_, answering, detail) => {
    const { create, operator, state } = sceneOf(answering);
    const { answer, path } = await create();
    expect(answer).toMatchObject({ status: 201, json: { state: 'pending', reason: { code: 'challenge-failed' } } });
    expect((answer.json.reason as { detail: string }).detail).toContain(detail);
    expect(problemOf(await operator('PATCH', path, { state: 'active' }))).toEqual([409, 'challenge-failed']);
    expect(problemOf(await operator('PATCH', path, { state: 'paused' }))).toEqual([409, 'not-active']);
    state.answering = echo;
    expect((await operator('PATCH', path, { state: 'active' })).json).toMatchObject({ state: 'active', reason: null });
  });

  it.each([
    'http://portal.example/hook',
    'ftp://portal.example/hook',
    'portal.example',
    'https://user:word@portal.example/hook',
    'https://portal.example/hook#here',
    `https://portal.example/${'a'.repeat(2000)}`,
  ])('refuses an address that nothing is sent to, unasked: %s', async (url) => {
    const { create, calls, operator } = sceneOf();
    const { answer } = await create({ url });
    expect(problemOf(answer)).toEqual([400, 'receiver-refused']);
    expect(answer.json.errors).toMatchObject([{ pointer: '/url' }]);
    expect(calls).toEqual([]);
    expect((await operator('GET', '/v1/subscriptions')).json.items).toEqual([]);
  });

  it('refuses an address whose name leads inside somebody’s network, and keeps nothing of it', async () => {
    const { create, operator } = sceneOf(() => ({ kind: 'failed', code: 'address-refused', detail: 'No.' }));
    expect(problemOf((await create()).answer)).toEqual([400, 'receiver-refused']);
    expect((await operator('GET', '/v1/subscriptions')).json.items).toEqual([]);
  });

  it('lets http through to a host that the operator names', async () => {
    expect((await sceneOf().create({ url: 'http://127.0.0.1:9000/hook' })).answer.status).toBe(201);
  });

  it('begins where it is told: at the end of the log, at its start, at a cursor', async () => {
    const { create, scene } = sceneOf();
    await scene.append(...creations(5));
    const cursors = [];
    for (const since of [undefined, '0', 'c1.e1.3', 'now', '2026-11-23T04:00:01.002Z']) {
      const { answer } = await create({ ...(since && { since }) });
      cursors.push((answer.json.delivery as { cursor: string }).cursor);
    }
    expect(cursors).toEqual(['c1.e1.5', 'c1.e1.0', 'c1.e1.3', 'c1.e1.5', 'c1.e1.2']);
    expect(problemOf((await create({ since: 'c1.e1.6' })).answer)).toEqual([400, 'invalid-cursor']);
    expect(problemOf((await create({ since: 'c1.e2.1' })).answer)).toEqual([410, 'cursor-expired']);
  });

  it.each([[{ filters: { typos: ['Delete'] } }], [{ filters: { types: [] } }], [{ url: 7 }], [{ colour: 'red' }]])(
    'refuses a body that it does not know: %j',
    async (body) => expect(problemOf((await sceneOf().create(body)).answer)).toEqual([400, 'invalid-body']),
  );

  it('refuses one more than there may be', async () => {
    const { create, stores } = sceneOf();
    for (let index = 0; index < MOST_SUBSCRIPTIONS; index += 1) {
      await stores.subscriptions.create(subscriptionOf(`s${index}`), courseAt('e1', 0));
    }
    expect(problemOf((await create()).answer)).toEqual([409, 'too-many-subscriptions']);
  });
});

describe('who may', () => {
  const routes: [string, string, object?][] = [
    ['GET', ''],
    ['PATCH', '', { description: 'mine' }],
    ['GET', '/deliveries'],
    ['POST', '/replay', { since: '0' }],
    ['POST', '/secret'],
    ['DELETE', ''],
  ];

  it('do everything with one subscription is whoever holds its key, and an operator', async () => {
    for (const who of ['subscriber', 'operator']) {
      const { create, as } = sceneOf();
      const { key, path } = await create();
      const ask = as(who === 'operator' ? TOKEN : key);
      const statuses = [];
      for (const [method, rest, body] of routes) statuses.push((await ask(method, path + rest, body)).status);
      expect(statuses).toEqual([200, 200, 200, 202, 200, 204]);
    }
  });

  it('do nothing with it are the holders of other keys, and those without one', async () => {
    const { create, as } = sceneOf();
    const [{ path }, other] = [await create(), await create()];
    for (const [method, rest, body] of routes) {
      expect((await as(other.key)(method, path + rest, body)).status).toBe(403);
      expect((await as(undefined)(method, path + rest, body)).status).toBe(401);
    }
  });

  it('see all and make new ones is an operator alone', async () => {
    const { create, as } = sceneOf();
    const { key } = await create();
    expect((await as(key)('GET', '/v1/subscriptions')).status).toBe(403);
    expect((await as(key)('POST', '/v1/subscriptions', { url: URL_OF_RECEIVER })).status).toBe(403);
    expect((await as(undefined)('GET', '/v1/subscriptions')).status).toBe(401);
  });

  it('find out which subscriptions there are is nobody by asking', async () => {
    const { create, as, operator } = sceneOf();
    const { key, path } = await create();
    const [there, none] = [await as('guess')('GET', path), await as(key)('GET', '/v1/subscriptions/none')];
    expect([there.status, none.status]).toEqual([403, 403]);
    expect((await operator('GET', '/v1/subscriptions/none')).status).toBe(404);
  });

  it('the answers are kept in no cache', async () => {
    const { create, operator } = sceneOf();
    const { path } = await create();
    for (const target of [path, `${path}/deliveries`, '/v1/subscriptions']) {
      expect((await operator('GET', target)).headers['cache-control']).toBe('no-store');
    }
  });
});

describe('GET /v1/subscriptions', () => {
  it('lists all, page by page, without keys and secrets', async () => {
    const { create, operator } = sceneOf();
    const made = [];
    for (let count = 0; count < 3; count += 1) made.push(await create());
    const first = await operator('GET', '/v1/subscriptions?limit=2');
    const { next } = first.json.links as { next: string };
    const second = await operator('GET', next.slice(BASE.length));
    const items = [first, second].flatMap(({ json }) => json.items as { id: string }[]);
    expect(items.map(({ id }) => id)).toEqual(made.map(({ id }) => id).sort());
    expect(second.json).toMatchObject({ hasMore: false, cursor: null });
    for (const { key, secret } of made) {
      expect(JSON.stringify(items)).not.toContain(key);
      expect(JSON.stringify(items)).not.toContain(secret);
    }
  });
});

describe('PATCH /v1/subscriptions/{id}', () => {
  it('changes what is named and nothing else, without a challenge', async () => {
    const { create, operator, calls } = sceneOf();
    const { path } = await create({ description: 'før', filters: { source: 'sds' } });
    await operator('PATCH', path, { filters: { owner: 'ssi' } });
    expect((await operator('GET', path)).json).toMatchObject({ description: 'før', filters: { owner: 'ssi' } });
    expect((await operator('PATCH', path, { description: null })).json.description).toBeNull();
    expect((await operator('PATCH', path, { state: 'paused' })).json.state).toBe('paused');
    expect(calls.length).toBe(1);
  });

  it('takes another address only from a receiver that answers there', async () => {
    const { create, operator, state, calls } = sceneOf();
    const { path } = await create();
    state.answering = () => ok('ok');
    const url = 'https://new.example/hook';
    expect(problemOf(await operator('PATCH', path, { url }))).toEqual([409, 'challenge-failed']);
    expect((await operator('GET', path)).json).toMatchObject({ url: URL_OF_RECEIVER, state: 'active' });
    expect(problemOf(await operator('PATCH', path, { url: 'http://new.example' }))).toEqual([400, 'receiver-refused']);
    state.answering = echo;
    expect((await operator('PATCH', path, { url })).json).toMatchObject({ url, state: 'active' });
    expect(calls.at(-1)?.url).toBe(url);
  });

  it('lets a paused one stay paused at its new address', async () => {
    const { create, operator } = sceneOf();
    const { path } = await create();
    await operator('PATCH', path, { state: 'paused' });
    expect((await operator('PATCH', path, { url: 'https://new.example/hook' })).json.state).toBe('paused');
  });

  it('lets a disabled one go on from where it stood, with its failures forgotten', async () => {
    const { create, operator, stores, scene } = sceneOf();
    await scene.append(...creations(5));
    const { id, path } = await create({ since: 'c1.e1.2' });
    const before = await stores.subscriptions.get(id);
    if (!before) throw new Error('It was made.');
    const reason = { code: 'failing', detail: 'It failed for days.', at: NOW };
    await stores.subscriptions.save({ ...before, state: 'disabled', reason, version: 2 });
    const course: Course = { ...courseAt('e1', 3), attempts: 10, failingSince: NOW };
    await stores.courses.move(id, course);
    expect((await operator('GET', path)).json).toMatchObject({ state: 'disabled', reason });
    expect((await operator('PATCH', path, { state: 'active' })).json).toMatchObject({
      state: 'active',
      reason: null,
      delivery: { cursor: 'c1.e1.3', failedAttempts: 0, failingSince: null },
    });
  });

  it('undoes nothing that another changed at the same time', async () => {
    const { create, operator, stores, state } = sceneOf();
    const { id, path } = await create();
    state.answering = (call, challenge) => {
      void stores.subscriptions.save(subscriptionOf(id, { version: 2, description: 'the other’s' }));
      return echo(call, challenge);
    };
    expect(problemOf(await operator('PATCH', path, { url: 'https://new.example/' }))).toEqual([
      409,
      'subscription-changed',
    ]);
    expect((await operator('GET', path)).json.description).toBe('the other’s');
  });
});

describe('POST /v1/subscriptions/{id}/secret', () => {
  const secretsOf = async ({ stores }: ReturnType<typeof sceneOf>, id: string) =>
    (await stores.subscriptions.get(id))?.secrets.map(({ value, endsAt }) => [value, endsAt]);

  it('gives a new secret, and the one before it a day', async () => {
    const made = sceneOf();
    const { id, secret, path } = await made.create();
    const { json } = await made.operator('POST', `${path}/secret`);
    const previousEndsAt = new Date(Date.parse(NOW) + OVERLAP_MS).toISOString();
    expect(json).toEqual({ secret: expect.stringMatching(/^whsec_/), createdAt: NOW, previousEndsAt });
    expect(await secretsOf(made, id)).toEqual([
      [json.secret, null],
      [secret, previousEndsAt],
    ]);
    await made.operator('POST', `${path}/secret`);
    expect((await secretsOf(made, id))?.map(([value]) => value)).toEqual([expect.any(String), json.secret]);
  });

  it('ends one at once that others know', async () => {
    const made = sceneOf();
    const { id, path } = await made.create();
    const { json } = await made.operator('POST', `${path}/secret`, { revoke: true });
    expect(await secretsOf(made, id)).toEqual([[json.secret, null]]);
    expect(json.previousEndsAt).toBeNull();
  });
});

describe('POST /v1/subscriptions/{id}/replay', () => {
  it('puts the subscription to a place in the log, as a cursor or a time', async () => {
    const { create, operator, scene } = sceneOf();
    await scene.append(...creations(5));
    const { path } = await create();
    const cursors = [];
    for (const since of ['0', 'c1.e1.4', '2026-11-23T04:00:01.001Z', 'now']) {
      const answer = await operator('POST', `${path}/replay`, { since });
      expect(answer.status).toBe(202);
      cursors.push((answer.json.delivery as { cursor: string }).cursor);
    }
    expect(cursors).toEqual(['c1.e1.0', 'c1.e1.4', 'c1.e1.1', 'c1.e1.5']);
    expect(problemOf(await operator('POST', `${path}/replay`))).toEqual([400, 'invalid-body']);
    expect(problemOf(await operator('POST', `${path}/replay`, { since: 'c1.e1.6' }))).toEqual([400, 'invalid-cursor']);
  });
});

describe('GET /v1/subscriptions/{id}/deliveries', () => {
  const delivery = (seq: number | null): Delivery => ({
    at: NOW,
    webhookId: seq === null ? 'log_e3' : changeMessageId('e1', seq),
    type: 'dk.datalandkort.dataset.created',
    seq,
    attempt: 1,
    outcome: 'failed',
    status: 500,
    detail: 'The receiver answered 500.',
    durationMs: 3,
    nextAt: NOW,
  });

  it('tells of every try, the newest first, page by page', async () => {
    const { create, operator, stores } = sceneOf();
    const { id, path } = await create();
    for (const seq of [1, 2, null]) await stores.deliveries.add(id, delivery(seq));
    const first = (await operator('GET', `${path}/deliveries?limit=2`)).json;
    expect(first).toMatchObject({
      hasMore: true,
      items: [delivery(null), { ...delivery(2), since: 'c1.e1.1', links: { change: `${BASE}/v1/changes/2` } }],
    });
    const { next } = first.links as { next: string };
    expect((await operator('GET', next.slice(BASE.length))).json).toMatchObject({
      hasMore: false,
      cursor: null,
      items: [{ seq: 1 }],
    });
    expect(problemOf(await operator('GET', `${path}/deliveries?cursor=x`))).toEqual([400, 'invalid-cursor']);
  });

  it('offers no replay from a message of a log before this one', async () => {
    const { create, operator, stores } = sceneOf();
    const { id, path } = await create();
    await stores.deliveries.add(id, { ...delivery(2), webhookId: changeMessageId('e2', 2) });
    const [item] = (await operator('GET', `${path}/deliveries`)).json.items as object[];
    expect(item).not.toHaveProperty('since');
  });
});

it('browsers are told of every method that an address takes', async () => {
  const { scene } = sceneOf();
  const { headers } = await scene.ask('/v1/subscriptions/any', { method: 'OPTIONS' });
  expect(headers.allow).toBe('GET, HEAD, PATCH, DELETE, OPTIONS');
  const refused = await scene.ask('/v1/subscriptions/any', { method: 'PUT' });
  expect([refused.status, refused.headers.allow]).toEqual([405, 'GET, HEAD, PATCH, DELETE, OPTIONS']);
});
