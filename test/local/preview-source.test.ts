/** Previews on the real local host: the most specific route wins, and the bundled example may be read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Host, startHost } from '#infra/local/host.ts';
import { loadSources } from '#infra/local/load-sources.ts';

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
