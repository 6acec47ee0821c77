import { describe, expect, test } from 'vitest';
import { memoryAudit } from '../memory-audit.ts';
import { exampleSource } from '../memory-control.ts';
import { BASE, createScene, TOKEN } from './scene.ts';

const AT = '2026-11-23T04:00:00.000Z';
const bearer = { authorization: `Bearer ${TOKEN}` };

const definition = { id: 'ssi', owner: { id: 'ssi' }, format: 'dcat', url: 'https://ssi.example/feed.ttl' };

function scene() {
  const audit = memoryAudit();
  const api = createScene({ audit, clock: () => Date.parse(AT) });
  const send = (method: string, target: string, body: object, headers: Record<string, string> = {}) =>
    api.ask(target, { method, headers: { ...bearer, ...headers }, body: JSON.stringify(body) });
  return { audit, api, send };
}

const codeOf = ({ json }: { json: Record<string, unknown> }) => String(json.type).split('/').at(-1);

describe('POST /v1/sources', () => {
  test('adds a source, which is the API’s', async () => {
    const { api, send, audit } = scene();
    const { status, headers, json } = await send('POST', '/v1/sources', definition);
    expect({ status, location: headers.location, etag: headers.etag }).toEqual({
      status: 201,
      location: `${BASE}/v1/sources/ssi`,
      etag: expect.stringMatching(/^"1-/),
    });
    expect(json).toMatchObject({
      definition: { id: 'ssi', enabled: true, schedule: { every: 'PT24H' } },
      version: 1,
      managedBy: 'api',
      edited: { at: AT, by: 'operator token' },
    });
    expect((await api.ask('/v1/sources/ssi')).json).toMatchObject({ id: 'ssi', url: definition.url });
    expect(audit.entries).toMatchObject([{ action: 'createSource', outcome: 'done', after: { id: 'ssi' } }]);
  });

  test('takes no id twice', async () => {
    const { send } = scene();
    const answer = await send('POST', '/v1/sources', { ...definition, id: exampleSource.id });
    expect([answer.status, codeOf(answer)]).toEqual([409, 'source-exists']);
  });

  test('names every fault with its place', async () => {
    const { send } = scene();
    const { status, json } = await send('POST', '/v1/sources', { ...definition, url: 'ftp://x', colour: 'blue' });
    expect([status, json.errors]).toEqual([
      400,
      [
        { pointer: '/url', code: 'wrong-format', detail: 'an http or https address' },
        { pointer: '/colour', code: 'unknown-key', detail: 'This key is not known.' },
      ],
    ]);
  });
});

describe('PUT /v1/sources/{id}', () => {
  const target = `/v1/sources/${exampleSource.id}`;
  const changed = {
    ...definition,
    id: exampleSource.id,
    title: { da: 'Sundhedsdatastyrelsens registre på dansk: æøå' },
  };

  test('replaces the definition under the ETag by which it was read, and both are noted', async () => {
    const { api, send, audit } = scene();
    const etag = String((await api.ask(target, { headers: bearer })).headers.etag);
    const { status, json, headers } = await send('PUT', target, changed, { 'if-match': etag });
    expect([status, json.version, json.managedBy]).toEqual([200, 2, 'file']);
    expect(json.definition).toMatchObject({ title: changed.title });
    expect(audit.entries).toMatchObject([
      { action: 'replaceSource', before: { title: exampleSource.title }, after: { title: changed.title } },
    ]);
    expect((await api.ask(target, { headers: bearer })).headers.etag).toMatch(/^"2-/);
    expect((await send('PUT', target, changed, { 'if-match': `W/${headers.etag}` })).status).toBe(200);
  });

  test('refuses when somebody else changed it meanwhile', async () => {
    const { api, send } = scene();
    const etag = String((await api.ask(target, { headers: bearer })).headers.etag);
    await send('PATCH', target, { enabled: false });
    const answer = await send('PUT', target, changed, { 'if-match': etag });
    expect([answer.status, codeOf(answer)]).toEqual([412, 'source-changed']);
    expect((await send('PUT', target, changed, { 'if-match': '*' })).status).toBe(200);
  });

  test('asks which version is meant, and keeps the id', async () => {
    const { send } = scene();
    const without = await send('PUT', target, changed);
    expect([without.status, codeOf(without)]).toEqual([428, 'version-required']);
    const renamed = await send('PUT', target, definition, { 'if-match': '*' });
    expect(renamed).toMatchObject({ status: 400, json: { errors: [{ pointer: '/id', code: 'not-allowed' }] } });
    expect((await send('PUT', '/v1/sources/nobody', definition, { 'if-match': '*' })).status).toBe(404);
  });
});

describe('PATCH /v1/sources/{id}', () => {
  test('pauses a source and lets it go on', async () => {
    const { api, send, audit } = scene();
    const target = `/v1/sources/${exampleSource.id}`;
    expect((await send('PATCH', target, { enabled: false })).json).toMatchObject({
      version: 2,
      definition: { enabled: false },
    });
    expect((await api.ask(target)).json.enabled).toBe(false);
    // Once more is nothing new.
    expect((await send('PATCH', target, { enabled: false })).json.version).toBe(2);
    expect((await send('PATCH', target, { enabled: true })).json.version).toBe(3);
    expect((await send('PATCH', target, { colour: 'blue' })).status).toBe(400);
    expect(audit.entries.map(({ action }) => action)).toEqual(['switchSource', 'switchSource', 'switchSource']);
  });
});

describe('GET /v1/sources/{id}', () => {
  test('shows an operator the whole definition, and the world what it always did', async () => {
    const { api } = scene();
    const target = `/v1/sources/${exampleSource.id}`;
    const { json, headers } = await api.ask(target, { headers: bearer });
    expect([headers['cache-control'], headers.vary]).toEqual(['no-store', 'Authorization']);
    expect(json.definition).toMatchObject({ defaults: { language: ['da'] }, politeness: { concurrency: 1 } });
    expect(JSON.stringify(json)).not.toContain('password');
    const open = await api.ask(target);
    expect(open.json).not.toHaveProperty('definition');
    expect(open.body).not.toMatch(/settings|owner@sds/);
  });
});

describe('POST /v1/sources/check', () => {
  const check = async (body: object) => (await scene().send('POST', '/v1/sources/check', body)).json;

  test('finds nothing wrong with a sound definition, fills in its defaults, and keeps nothing', async () => {
    const { send, api, audit } = scene();
    const { json } = await send('POST', '/v1/sources/check', definition);
    expect(json).toMatchObject({ sound: true, faults: [], definition: { removal: { missingRuns: 2 } } });
    expect((await api.ask('/v1/sources/ssi')).status).toBe(404);
    expect(audit.entries).toEqual([]);
  });

  test('tells each fault with its place, a stable code, and both languages', async () => {
    const { faults } = await check({ id: 'SSI', owner: {}, format: 'rss', url: 7, schedule: { every: 'daily' } });
    expect(faults).toMatchObject([
      { pointer: '/id', code: 'wrong-format' },
      { pointer: '/owner/id', code: 'missing', text: { da: 'Skal angives.', en: 'Has to be given.' } },
      { pointer: '/format', code: 'not-allowed' },
      { pointer: '/url', code: 'wrong-type' },
      { pointer: '/schedule/every', code: 'wrong-format' },
    ]);
  });

  test('checks settings by the format’s own schema, and addresses for passwords', async () => {
    const { faults } = await check({ ...definition, url: 'https://u:p@x.example/', settings: { 'a/b': 1 } });
    expect(faults).toMatchObject([
      { pointer: '/url', code: 'not-sound' },
      { pointer: '/settings/a~1b', code: 'unknown-key' },
    ]);
  });
});
