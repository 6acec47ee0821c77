/** The whole system under AWS's rules: the bundled example, each rule alone, and a harvest that is ended in the middle. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { LEASE_MS } from '#functions/shared/lease-store.ts';
import { startHost } from '#infra/local/host.ts';
import { runRound } from '#infra/local/round.ts';
import { figuresAlone } from '#infra/local/rules/rules.ts';
import { Source } from '#schemas/source.ts';
import type { Row } from '#test/chaos/fault.ts';
import { forked } from '#test/chaos/forked.ts';
import { beginCommand } from '../command.ts';
import { prepare } from './shifted.ts';

const folder = mkdtempSync(join(tmpdir(), 'as-aws-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Two of the example's eight: `npm run test:as-aws` harvests all of them. */
const SOURCES = ['eksempel-registeroplysninger', 'eksempel-kvalitetsdatabaser'];

test('sources of the example are harvested whole under all rules at once', async () => {
  const options = ['--as-aws', '--json', '--data', join(folder, 'example')];
  const { code, out, err } = await beginCommand('harvest', ...SOURCES, ...options).ended;
  const { runs }: { runs: { state: string; live: { after: number } }[] } = JSON.parse(out || '{"runs":[]}');
  const came = runs.map(({ state, live }) => [state, live.after]);
  expect([code, ...came], err).toEqual([0, ['succeeded', 11], ['succeeded', 30]]);
});

test('under each rule alone nothing is lost, invented or told twice', async () => {
  const { message, lastWords } = await forked<{ rows: Row[] }>('ruled.ts', ['7'], 150_000);
  expect(
    message?.rows.flatMap(({ fault, broken }) => broken.map((what) => `${fault}: ${what}`)),
    lastWords,
  ).toEqual([]);
  expect(message?.rows).toHaveLength(11);
});

/** Long enough for a harvest of two records on a busy machine, and short enough to wait for the end of one that hangs. */
const ENDED_AFTER_MS = 6000;

test('a harvest that is ended at its limit goes on when its message comes again', async () => {
  const clock = new SharedArrayBuffer(8);
  prepare(clock);
  let asked = 0;
  const owner = createServer((request, response) => {
    if (request.url === '/robots.txt') return void response.writeHead(404).end();
    asked += 1;
    // The first time the owner never comes to an end, and the environment is ended while it waits.
    if (asked === 1) return void response.setHeader('content-type', 'text/turtle').write('#');
    const record =
      '<https://owner.example/d/1> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> "Æ"@da .';
    return void response.setHeader('content-type', 'text/turtle').end(record);
  });
  await once(owner.listen(0, '127.0.0.1'), 'listening');
  const failures: string[] = [];
  const before = [{ script: pathToFileURL(join(import.meta.dirname, 'shifted.ts')).href, argument: clock }];
  const host = await startHost({
    data: join(folder, 'ended'),
    ports: () => [0],
    serveApi: false,
    site: async () => undefined,
    allowHosts: ['127.0.0.1'],
    onFailure: (_what, error) => failures.push(String(error)),
    rules: {
      ...figuresAlone,
      functions: { ...figuresAlone.functions, apart: true, endedAfterMs: ENDED_AFTER_MS, before },
    },
  });
  try {
    // Listening on a TCP port, so the address is no pipe's name.
    const url = `http://127.0.0.1:${(owner.address() as AddressInfo).port}/feed.ttl`;
    await host.stores.sources.replaceAll([Source.parse({ id: 's', owner: { id: 'o' }, format: 'dcat', url })]);
    host.poll();
    const round = runRound(host, { request: {}, onProgress: () => undefined, signal: new AbortController().signal });
    await vi.waitFor(() => expect(failures.join()).toContain('harvest was ended at its time limit'), 60_000);
    new Float64Array(clock)[0] = LEASE_MS + 1000;
    const [row] = await round;
    expect(row?.run).toMatchObject({ state: 'succeeded', counts: { created: 1 }, live: { before: 0, after: 1 } });
    expect((await host.stores.ledger.read(0, 10)).map(({ type }) => type)).toEqual(['Create']);
  } finally {
    await host.stop();
    owner.closeAllConnections();
    owner.close();
  }
});
