import { describe, expect, it } from 'vitest';
import type { ApiPorts } from '#functions/api/ports.ts';
import { BASE, createScene, TOKEN } from './scene.ts';

const proposal = { from: 'sds.a', to: 'sds.b', since: 'sds.20261123T040000Z.abc123', evidence: 'links' } as const;

const scene = (renames: Partial<ApiPorts['renames']> = {}) =>
  createScene({
    renames: {
      list: async () => [
        { ...proposal, from: 'sds.old', rejected: true },
        { ...proposal, rejected: false },
      ],
      decide: async () => ({ kind: 'done', changes: { first: 7, last: 8 } }),
      ...renames,
    },
  });

const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
const post = (over: Partial<ApiPorts['renames']>, body: unknown, more: Record<string, string> = headers) =>
  scene(over).ask('/v1/sources/sds/renames', { method: 'POST', body: JSON.stringify(body), headers: more });

const confirm = { from: 'sds.a', to: 'sds.b', decision: 'confirm' };

describe('/v1/sources/{id}/renames', () => {
  it('lists what waits for a word before what was rejected', async () => {
    const { status, json } = await scene().ask('/v1/sources/sds/renames');
    expect(status).toBe(200);
    expect(json.items).toMatchObject([
      { state: 'proposed', evidence: 'links', from: { id: 'sds.a', href: `${BASE}/v1/datasets/sds.a` } },
      { state: 'rejected', from: { id: 'sds.old' } },
    ]);
  });

  it('answers a confirmation with the dataset that was kept and the changes that tell it', async () => {
    const { status, json } = await post({}, confirm);
    expect(status).toBe(200);
    expect(json.links).toEqual({ dataset: `${BASE}/v1/datasets/sds.a`, changes: `${BASE}/v1/changes/7` });
  });

  it('takes the word of an operator only', async () => {
    expect((await post({}, confirm, {})).status).toBe(401);
  });

  it.each([
    [{ kind: 'busy' }, 409, 'source-busy'],
    [{ kind: 'impossible', detail: 'sds.a is still listed.' }, 409, 'not-a-rename'],
  ] as const)('tells why nothing was done: %j', async (decided, status, code) => {
    const answer = await post({ decide: async () => decided }, confirm);
    expect(answer.status).toBe(status);
    expect(answer.json.type).toBe(`${BASE}/problems/${code}`);
  });

  it('names what is wrong with a body', async () => {
    const answer = await post({}, { from: 'sds.a', to: '../b', decision: 'maybe' });
    expect(answer.status).toBe(400);
    expect(answer.json.errors).toMatchObject([{ pointer: '/to' }, { pointer: '/decision' }]);
  });
});
