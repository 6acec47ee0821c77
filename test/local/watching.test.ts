/** The watching on the real local host: the canary follows a catalogue that changes, and `watch` counts what there is. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CanaryPorts, canary, type Found } from '#functions/canary/canary.ts';
import { type AskPublic, publicApi } from '#functions/shared/public-api.ts';
import type { Watched } from '#functions/watch/watch.ts';
import { type Host, startHost } from '#infra/local/host.ts';
import { catchUp, runRound } from '#infra/local/round.ts';
import { Source } from '#schemas/source.ts';
import { closedPort } from '#test/scripted-servers.ts';
import { turtleOf } from '#test/turtle-feed.ts';
import { memoryObjects } from '../functions/memory-objects.ts';

const folder = mkdtempSync(join(tmpdir(), 'watching-'));
const signal = new AbortController().signal;
let titles: readonly string[] = [];
let host: Host;
let ask: AskPublic;

const feed = createServer((request, response) => {
  if (request.url === '/robots.txt') return void response.writeHead(404).end();
  return void response.setHeader('content-type', 'text/turtle').end(turtleOf(titles));
});

/** The owner says something else, and is harvested. */
async function harvest(...said: string[]): Promise<void> {
  titles = said;
  await runRound(host, { request: { sources: ['owner'], force: true }, onProgress: () => undefined, signal });
}

beforeAll(async () => {
  await once(feed.listen(0, '127.0.0.1'), 'listening');
  host = await startHost({
    data: join(folder, 'data'),
    ports: () => [0],
    serveApi: true,
    passing: true,
    site: async () => undefined,
    allowHosts: ['127.0.0.1'],
    onFailure: () => undefined,
  });
  ask = publicApi(host.address, 'test');
  // Listening on a TCP port, so the address is no pipe's name.
  const { port } = feed.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/catalogue.ttl`;
  const removal = { missingRuns: 1, holdAbove: { share: 1, count: 100 } };
  await host.stores.sources.replaceAll([
    Source.parse({ id: 'owner', owner: { id: 'o' }, format: 'dcat', url, removal }),
  ]);
  host.poll();
  await harvest('Æbler', 'Øl', 'Ål', 'Dåb');
});

afterAll(async () => {
  feed.closeAllConnections();
  feed.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A canary of one's own: the host's has its place in the data folder. */
function canaryBy(asking: () => AskPublic, over: Partial<CanaryPorts> = {}) {
  const told: Found[] = [];
  const figures: Record<string, number>[] = [];
  const ports: CanaryPorts = {
    ask: (path) => asking()(path),
    objects: memoryObjects(),
    emit: (all) => figures.push(Object.fromEntries(all.figures.map(({ name, value }) => [name, value]))),
    tell: (found) => told.push(found),
    outOfTime: () => false,
    ...over,
  };
  return { turn: () => canary(ports), told, figures };
}

/** The public address as a cache shows it that lost one change. */
const leavingOut =
  (seq: number): AskPublic =>
  async (path) => {
    const { status, body } = await ask(path);
    if (!path.startsWith('/v1/changes')) return { status, body };
    const page = body as { items: { seq: number }[] };
    return { status, body: { ...page, items: page.items.filter((item) => item.seq !== seq) } };
  };

describe('the canary', () => {
  test('is in step with a catalogue that brings, changes and removes datasets, turn by turn', async () => {
    const follower = canaryBy(() => ask);
    expect(await follower.turn()).toMatchObject({ kind: 'in-step', seq: 4 });
    await harvest('Æbler', 'Øl og vin', 'Ål');
    expect(await follower.turn()).toMatchObject({ kind: 'in-step', seq: 6 });
    await harvest('Æbler', 'Øl og vin', 'Ål', 'Dåb');
    expect(await follower.turn()).toMatchObject({ kind: 'in-step', seq: 7 });
    expect(await follower.turn()).toMatchObject({ kind: 'in-step', seq: 7 });
    expect(follower.figures.at(-1)).toEqual({ FeedTrouble: 0 });
  });

  test.each([2, 5, 7])(
    'tells of change %i, which the feed leaves out, and again while it does, until it does not',
    async (seq) => {
      let asking: AskPublic = leavingOut(seq);
      const follower = canaryBy(() => asking);
      const found = await follower.turn();
      expect(found).toMatchObject({ kind: 'mismatch', agreed: 0, at: 7 });
      expect(await follower.turn()).toEqual(found);
      expect(follower.figures).toEqual(Array(2).fill({ FeedTrouble: 1 }));
      asking = ask;
      expect(await follower.turn()).toMatchObject({ kind: 'in-step', seq: 7 });
    },
  );

  test('tells where both last agreed when what came after is told wrongly', async () => {
    let asking: AskPublic = ask;
    const follower = canaryBy(() => asking);
    await follower.turn();
    await harvest('Æbler', 'Øl, vin og vand', 'Ål', 'Dåb');
    asking = leavingOut(8);
    expect(await follower.turn()).toMatchObject({ kind: 'mismatch', agreed: 7, at: 8 });
  });

  test('tells a feed that does not answer, and one that answers with something else', async () => {
    const port = await closedPort();
    const silent = canaryBy(() => publicApi(`http://127.0.0.1:${port}`, 'test'));
    expect(await silent.turn()).toMatchObject({ kind: 'unanswered', reason: expect.stringContaining('ECONNREFUSED') });
    const page = canaryBy(() => async () => ({ status: 200, body: undefined }));
    expect(await page.turn()).toMatchObject({ kind: 'unanswered', reason: expect.stringContaining('/v1/state') });
    const closed = canaryBy(() => async () => ({ status: 403, body: undefined }));
    expect(await closed.turn()).toEqual({ kind: 'unanswered', reason: '/v1/state answered 403.' });
    expect([silent, page, closed].map(({ figures }) => figures)).toEqual(Array(3).fill([{ FeedTrouble: 2 }]));
  });

  test('asks the feed also when nothing changed, and tells when it then does not answer', async () => {
    let isDown = false;
    const follower = canaryBy(
      () => (path) =>
        isDown && path.startsWith('/v1/changes') ? Promise.resolve({ status: 502, body: undefined }) : ask(path),
    );
    expect(await follower.turn()).toMatchObject({ kind: 'in-step' });
    isDown = true;
    expect(await follower.turn()).toEqual({ kind: 'unanswered', reason: expect.stringContaining('answered 502') });
  });

  test('says nothing of a host that closes its door because it stops', async () => {
    const port = await closedPort();
    const stopping = canaryBy(() => publicApi(`http://127.0.0.1:${port}`, 'test'), { outOfTime: () => true });
    expect(await stopping.turn()).toMatchObject({ kind: 'on-the-way' });
  });

  test('goes a long way in several turns, and compares when it has come to the end', async () => {
    let turns = 0;
    const objects = memoryObjects();
    // Time for one page of one change a turn.
    const narrow: AskPublic = (path) => ask(path.replace(/limit=\d+/, 'limit=1'));
    const slow = () => canaryBy(() => narrow, { objects, outOfTime: () => turns++ > 0 });
    expect(await slow().turn()).toEqual({ kind: 'on-the-way', seq: 1 });
    turns = 0;
    expect(await slow().turn()).toEqual({ kind: 'on-the-way', seq: 2 });
    expect(await canaryBy(() => narrow, { objects }).turn()).toMatchObject({ kind: 'in-step' });
  });

  test('begins at the newest snapshot, as followers do', async () => {
    await catchUp(host, signal, ['project']);
    await host.invoke('take-snapshot', {});
    const paths: string[] = [];
    const follower = canaryBy(() => (path) => {
      paths.push(path);
      return ask(path);
    });
    expect(await follower.turn()).toMatchObject({ kind: 'in-step' });
    expect(paths).toEqual([
      '/v1/state',
      '/v1/snapshots/latest',
      expect.stringMatching(/^\/v1\/changes\?since=c1\.[^&]+&limit=1$/),
    ]);
  });

  test('runs as a function of the host, with its place in the data folder', async () => {
    expect(await host.invoke('canary', {})).toMatchObject({ kind: 'in-step' });
    expect(await host.invoke('canary', {})).toMatchObject({ kind: 'in-step' });
  });
});

describe('watch', () => {
  test('counts what the overview shows, and how far behind each follower of the log is', async () => {
    await catchUp(host, signal);
    for (const name of ['link-datasets', 'render-feeds', 'check-links', 'deliver-webhooks'] as const) {
      await host.invoke(name, {});
    }
    const told = (await host.invoke('watch', {})) as Watched;
    const overview = await fetch(`${host.address}/v1/overview`, {
      headers: { authorization: `Bearer ${host.operatorToken}` },
    });
    const { ledger, sources, cost } = (await overview.json()) as {
      ledger: { head: number };
      sources: { live: number }[];
      cost: { usd: number };
    };
    expect(told.figures).toEqual({
      ...{ SourcesOverdue: 0, SourcesFailing: 0, RunsHeld: 0, DeadLetters: 0, MailsBounced: 0, DatasetsLost: 0 },
      ...{ ViewsBehind: 0, QueuesWaiting: 0, MonthCost: cost.usd },
    });
    expect(told).toMatchObject({ ill: {}, head: ledger.head, datasets: sources[0]?.live, notFrozen: ledger.head });
    expect(told.lags).toEqual(
      ['datasets', 'links', 'assessments', 'search', 'feeds', 'checked-links', 'webhooks'].map((consumer) => ({
        ...{ consumer, entries: 0, seconds: 0 },
      })),
    );
  });

  test('tells what was lost, and who stands still', async () => {
    await harvest('Æbler', 'Øl, vin og vand');
    const { figures, lags, datasets } = (await host.invoke('watch', {})) as Watched;
    expect([datasets, figures.DatasetsLost]).toEqual([2, 50]);
    expect(lags).toContainEqual({ consumer: 'feeds', entries: 2, seconds: expect.any(Number) });
  });
});
