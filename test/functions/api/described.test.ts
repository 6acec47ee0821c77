import { describe, expect, test } from 'vitest';
import { expectDescribed } from './described.ts';
import { createScene, creations } from './scene.ts';

describe('holding an answer against its description', () => {
  const headers = { 'content-type': 'application/json; charset=utf-8' };

  async function changes() {
    const scene = createScene();
    await scene.append(...creations(1));
    return scene.ask('/v1/changes?include=data');
  }

  const altered = (json: object, over: object) => ({
    status: 200,
    headers,
    body: JSON.stringify({ ...json, ...over }),
  });

  test('an answer that is as described passes', async () => {
    const { json } = await changes();
    expect(() => expectDescribed('GET', '/v1/changes', altered(json, {}))).not.toThrow();
  });

  test('a member that is not described is found', async () => {
    const { json } = await changes();
    expect(() => expectDescribed('GET', '/v1/changes', altered(json, { more: 1 }))).toThrow('additional');
  });

  test('a member that is described and missing is found, also inside a list', async () => {
    const { json } = await changes();
    const items = [{ seq: 1 }];
    expect(() => expectDescribed('GET', '/v1/changes', altered(json, { items }))).toThrow('required');
  });

  test('a status or a media type that is not described is found', async () => {
    const { json } = await changes();
    const body = JSON.stringify(json);
    expect(() => expectDescribed('GET', '/v1/changes', { status: 409, headers, body })).toThrow();
    const type = { 'content-type': 'application/xml' };
    expect(() => expectDescribed('GET', '/v1/changes', { status: 200, headers: type, body })).toThrow();
  });

  test('an answer of an address that nobody described is found', () => {
    expect(() => expectDescribed('GET', '/v1/secrets', { status: 200, headers, body: '{}' })).toThrow();
  });

  test('a problem document without its members is found', () => {
    const problem = { status: 404, headers: { 'content-type': 'application/problem+json' }, body: '{"title":"Gone"}' };
    expect(() => expectDescribed('GET', '/v1/datasets/sds.a', problem)).toThrow('required');
  });
});
