/** What a console asks for, on the real local host with the bundled example: previews, requests, raw pages, the overview. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { type Host, startHost } from '#infra/local/host.ts';
import { loadSources } from '#infra/local/load-sources.ts';
import { runRound, runsOf } from '#infra/local/round.ts';

const folder = mkdtempSync(join(tmpdir(), 'preview-source-'));
const set = loadSources(undefined);
let host: Host;

beforeAll(async () => {
  host = await startHost({
    data: join(folder, 'data'),
    ports: () => [0],
    serveApi: true,
    passing: true,
    site: set.site,
    allowHosts: set.allowHosts,
    onFailure: () => undefined,
  });
});
afterAll(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

const send = (method: string, path: string, body?: object) =>
  fetch(`${host.address}${path}`, {
    method,
    headers: { authorization: `Bearer ${host.operatorToken}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });

test('a source of the bundled example is previewed by its definition, and its neighbours are the API’s', async () => {
  const [source] = set.sources(host.address);
  const response = await send('POST', '/v1/sources/preview', { source, limit: 1 });
  expect([response.status, await response.json()]).toMatchObject([
    200,
    { source: source?.id, failure: null, records: [{ outcome: 'created' }], requests: expect.any(Array) },
  ]);
  expect((await send('GET', '/v1/sources')).status).toBe(200);
  expect((await send('POST', '/v1/sources/check', source)).status).toBe(200);
  expect((await send('GET', '/v1/sources/preview')).status).toBe(405);
});

test('a run tells of its requests, its pages can be had as they came, and the overview knows how it went', async () => {
  const [source] = set.sources(host.address);
  if (!source) throw new Error('The example has no source.');
  await host.stores.sources.replaceAll([source]);
  host.poll();
  const signal = new AbortController().signal;
  const rows = await runRound(host, { request: { sources: [source.id] }, onProgress: () => undefined, signal });
  const [run] = runsOf(rows);
  const asked = z
    .object({
      items: z.array(z.object({ status: z.number(), bytes: z.number(), links: z.object({ raw: z.string() }) })),
    })
    .parse(await (await send('GET', `/v1/runs/${run?.id}/requests`)).json());
  expect(new Set(asked.items.map(({ status }) => status))).toEqual(new Set([200]));
  const raw = await send('GET', new URL(asked.items[0]?.links.raw ?? '').pathname);
  expect([raw.status, raw.headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
  expect((await raw.arrayBuffer()).byteLength).toBeGreaterThan(100);
  expect(await (await send('GET', '/v1/overview')).json()).toMatchObject({
    sources: [{ id: source.id, state: 'well', lastRun: { id: run?.id, state: 'succeeded' }, live: run?.live.after }],
  });
});
