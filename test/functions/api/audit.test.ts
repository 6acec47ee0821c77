import { describe, expect, test } from 'vitest';
import { ownerToken } from '#functions/shared/owner-link.ts';
import { memoryAudit } from '../memory-audit.ts';
import { exampleSource, memoryRuns, runOf } from '../memory-control.ts';
import { createScene, LINK_SECRET, TOKEN } from './scene.ts';

const AT = '2026-11-23T04:00:00.000Z';
const RUN = `${exampleSource.id}.20261123T040000Z.abc123`;
const bearer = { authorization: `Bearer ${TOKEN}` };
const held = runOf(RUN, AT, { state: 'held' });

const started = {
  start: async () => ({ kind: 'started', run: RUN }) as const,
  replay: async () => ({ kind: 'busy' }) as const,
};

function scene(over = {}) {
  const audit = memoryAudit();
  const api = createScene({ audit, runs: memoryRuns([held]), starter: started, ...over });
  const post = (target: string, body: object, headers: Record<string, string> = bearer) =>
    api.ask(target, { method: 'POST', headers, body: JSON.stringify(body) });
  return { audit, api, post };
}

describe('the audit log', () => {
  test('tells who decided what, when, and how it was before and after', async () => {
    const decide = async () => ({ kind: 'done', run: { ...held, state: 'succeeded' } }) as const;
    const { audit, post } = scene({ held: { decide } });
    await post(`/v1/runs/${RUN}/held`, { action: 'release' });
    expect(audit.entries).toEqual([
      {
        id: expect.stringMatching(/^2026-11-23T04:00:00\.000Z#/),
        at: AT,
        actor: 'operator token',
        action: 'decideHeld',
        target: { id: RUN },
        request: { action: 'release' },
        outcome: 'done',
        before: { state: 'held', counts: held.counts },
        after: { state: 'succeeded', counts: held.counts },
        requestId: 'request-1',
      },
    ]);
  });

  test('tells also what was tried and could not be done', async () => {
    const { audit, post } = scene();
    await post(`/v1/runs/${RUN}/replay`, {});
    expect(audit.entries).toMatchObject([{ action: 'replayRun', outcome: 'source-busy' }]);
  });

  test('tells what failed half-way, for a part of it may have been done', async () => {
    const decide = async () => {
      throw new Error('half-way');
    };
    const { audit, post } = scene({ held: { decide } });
    await post(`/v1/runs/${RUN}/held`, { action: 'release' });
    expect(audit.entries).toMatchObject([{ action: 'decideHeld', outcome: 'internal' }]);
  });

  test('is not filled by those who are refused, nor by those who only read', async () => {
    const { audit, api, post } = scene();
    await post(`/v1/runs/${RUN}/held`, { action: 'release' }, {});
    await post(`/v1/runs/${RUN}/held`, { action: 'release' }, { authorization: 'Bearer wrong' });
    await post(`/v1/runs/${RUN}/held`, { action: 'nonsense' });
    await api.ask('/v1/dead-letters', { headers: bearer });
    await api.ask('/v1/oai', { method: 'POST', body: 'verb=Identify' });
    expect(audit.entries).toEqual([]);
  });

  test('names the owner who came by a link, and does not hold the link', async () => {
    const { audit, post } = scene();
    const owner = exampleSource.owner.id;
    const token = ownerToken(LINK_SECRET, { owner, links: 1, issued: Date.parse(AT) });
    await post(`/v1/owner-links/${token}/frequency`, { frequency: 'weekly' }, {});
    expect(audit.entries).toMatchObject([
      {
        actor: `owner:${owner} by link`,
        action: 'chooseFrequency',
        target: {},
        before: { frequency: 'monthly' },
        after: { frequency: 'weekly', always: false },
      },
    ]);
    expect(JSON.stringify(audit.entries)).not.toContain(token);
  });

  test('holds no secret, whatever a body calls it or wherever the caller’s own token stands in it', async () => {
    const { audit, post } = scene();
    const secrets = { secret: 'hunter2hunter2', nested: [{ apiKey: 'hunter2', note: `my token is ${TOKEN}` }] };
    // Refused as a body; the decision is what is noted when a use case takes such a body.
    await post(`/v1/runs/${RUN}/replay`, { dryRun: true });
    const { audited } = await import('#functions/api/audited.ts');
    const { requestOf } = await import('#functions/api/request.ts');
    const { eventOf } = await import('./scene.ts');
    const { ports } = scene({ audit }).api;
    const asked = requestOf(eventOf('/v1/x', { method: 'POST', headers: bearer, body: JSON.stringify(secrets) }));
    const caller = { kind: 'known', by: 'access-token', name: 'kirsten', scopes: new Set<string>() } as const;
    const reply = { status: 201, headers: {}, body: '', audited: { after: { signingSecret: 'hunter2' } } };
    await audited(ports, { request: { ...asked, caller }, operation: undefined, path: '/v1/x' }, async () => reply);
    expect(audit.entries.at(-1)).toMatchObject({
      actor: 'kirsten',
      action: 'POST /v1/x',
      request: { secret: '[secret]', nested: [{ apiKey: '[secret]', note: 'my token is [secret]' }] },
      after: { signingSecret: '[secret]' },
    });
    expect(JSON.stringify(audit.entries)).not.toMatch(/hunter2|a-token-for-operators/);
  });

  test('that cannot be written to does not undo what was done; those who run us are told', async () => {
    const add = async () => {
      throw new Error('full');
    };
    const { api, post } = scene({ audit: { add, list: async () => [] } });
    expect((await post(`/v1/sources/${exampleSource.id}/runs`, {})).status).toBe(202);
    expect(api.failures).toMatchObject([{ message: 'full' }]);
  });
});

describe('GET /v1/audit', () => {
  async function filled() {
    const { api, post } = scene();
    for (let count = 0; count < 3; count += 1) await post(`/v1/sources/${exampleSource.id}/runs`, {});
    await post(`/v1/runs/${RUN}/replay`, {});
    return (query: string) => api.ask(`/v1/audit${query}`, { headers: bearer });
  }

  test('lists what was done a page at a time, each act once', async () => {
    const list = await filled();
    const seen: unknown[] = [];
    let query = '?limit=3';
    for (let page = 0; page < 2; page += 1) {
      const { json } = await list(query);
      seen.push(...(json.items as { id: string }[]).map(({ id }) => id));
      query = `?limit=3&cursor=${json.cursor}`;
    }
    expect(new Set(seen).size).toBe(4);
  });

  test('takes the actor, the action and the time', async () => {
    const list = await filled();
    const count = async (query: string) => ((await list(query)).json.items as unknown[]).length;
    expect(await count('?action=replayRun')).toBe(1);
    expect(await count('?actor=operator%20token&action=startRun')).toBe(3);
    expect(await count('?actor=somebody')).toBe(0);
    expect(await count('?since=2026-11-23T05:00:00%2B01:00')).toBe(4);
    expect(await count('?since=2026-11-23T04:00:01Z')).toBe(0);
  });

  test('is for operators', async () => {
    expect((await createScene().ask('/v1/audit')).status).toBe(401);
  });
});
