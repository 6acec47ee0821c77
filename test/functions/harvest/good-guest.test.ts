/** A run that may not ask now waits in the queue and not in a worker, and what it may not ask is never taken for gone. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { crawlerFor } from '#functions/harvest/crawler-for.ts';
import type { Fetched } from '#functions/shared/fetcher.ts';
import { environmentSecrets } from '#functions/shared/secret-reader.ts';
import { type Start, startRuns } from '#functions/start-runs/start-runs.ts';
import { Source } from '#schemas/source.ts';
import { serve } from '#test/scripted-servers.ts';
import { createScene } from '../api/scene.ts';
import { memorySources } from '../memory-control.ts';
import { sumsOf, World } from './world.ts';

const URL = 'https://owner.example/page-1';
const MINUTE = 60_000;

/** One page of a list: two datasets, and where the list goes on. */
const page = (number: number, last: number): string => `
  @prefix dcat: <http://www.w3.org/ns/dcat#> .
  @prefix dct: <http://purl.org/dc/terms/> .
  @prefix hydra: <http://www.w3.org/ns/hydra/core#> .
  ${number < last ? `<https://owner.example/page-${number}> a hydra:PartialCollectionView ; hydra:next <https://owner.example/page-${number + 1}> .` : ''}
  ${[0, 1]
    .map((index) => `${number}-${index}`)
    .map(
      (id) =>
        `<https://owner.example/d/${id}> a dcat:Dataset ; dct:identifier "d${id}" ; dct:title "Register ${id}"@da .`,
    )
    .join('\n')}`;

function world(pages: number, politeness: Partial<Source['politeness']> = {}): World {
  const made = new World({
    format: 'dcat',
    url: URL,
    politeness: Source.shape.politeness.parse({ respectRobots: false, ...politeness }),
  });
  for (let number = 1; number <= pages; number += 1) {
    made.site.set(`https://owner.example/page-${number}`, { body: page(number, pages), type: 'text/turtle' });
  }
  return made;
}

const later = (untilMs: number): Fetched => ({
  kind: 'later',
  code: 'http-429',
  message: `The server answered 429. It may be asked again after ${new Date(untilMs).toISOString()}.`,
  untilMs,
  bytes: 0,
  requests: 1,
});

/** Lets the world's own site answer all but what `first` does. */
function intercept(
  site: World,
  first: (url: string, signal: AbortSignal | undefined) => Promise<Fetched | undefined>,
): void {
  site.fetcherFor = () => ({
    fetch: async (request, validators, signal) =>
      (await first(request.url, signal)) ?? site.answer(request, validators?.etag),
  });
}

const start = (site: World): Promise<Start[]> =>
  startRuns(
    {
      sources: { list: async () => [site.source] },
      runs: site.runs,
      leases: site.leases,
      queue: { send: async (message) => void site.queue.push(JSON.stringify(message)) },
      clock: () => site.now,
      suffix: () => 'start1',
    },
    {},
  );

describe('a run whose host asks for patience', () => {
  it('is put down, comes back when the host said, and ends whole', async () => {
    const site = world(3);
    let told = false;
    intercept(site, async (url) => {
      if (told || !url.endsWith('page-2')) return undefined;
      told = true;
      return later(site.now + 25 * MINUTE);
    });
    const run = await site.harvest();
    expect(run).toMatchObject({ state: 'succeeded', counts: { listed: 6, created: 6 } });
    expect(sumsOf(run)).toEqual([]);
    // A message may be delayed for a quarter of an hour at most, so a longer wait takes several.
    expect(site.delays.reduce((sum, delay) => sum + delay, 0)).toBeGreaterThanOrEqual(25 * 60 - 5);
    expect(Math.max(...site.delays)).toBeLessThanOrEqual(600);
    expect(run.requests).toBe(4);
  });

  it('ends with what it has when that is two days away, loses nothing, and is not started before', async () => {
    const site = world(3);
    await site.harvest();
    const until = site.now + 48 * 60 * MINUTE;
    intercept(site, async (url) => (url.endsWith('page-2') ? later(until) : undefined));
    const run = await site.harvest({ force: true });
    const notBefore = new Date(until).toISOString();
    expect(run).toMatchObject({ state: 'partial', notBefore, counts: { removed: 0, missing: 0 } });
    expect(run.reason).toContain(notBefore);
    expect(await site.live()).toHaveLength(6);
    expect(await start(site)).toMatchObject([{ kind: 'not-due' }]);
    site.now = until - 1;
    expect(await start(site)).toEqual([{ kind: 'waiting', source: 'kilde', until: notBefore }]);
    site.now = until;
    expect(await start(site)).toMatchObject([{ kind: 'started' }]);
  });

  it('does not wait for ever, though the host never says for long', async () => {
    const site = world(1);
    intercept(site, async () => later(site.now + 30 * MINUTE));
    const began = site.now;
    const run = await site.harvest();
    expect(run).toMatchObject({ state: 'failed', requests: 6, reason: expect.stringContaining('429') });
    expect(site.now - began).toBeLessThan(160 * MINUTE);
  });

  it('waits as often as it takes while pages come in between', async () => {
    const site = world(8);
    const told = new Set<string>();
    intercept(site, async (url) => {
      if (told.has(url)) return undefined;
      told.add(url);
      return later(site.now + MINUTE);
    });
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { created: 16 }, requests: 16 });
  });

  it('is not charged for waits that other requests of ours cause', async () => {
    const site = world(1);
    let asked = 0;
    intercept(site, async () => {
      asked += 1;
      return asked < 20 ? { ...later(site.now + MINUTE), code: 'host-busy' } : undefined;
    });
    expect(await site.harvest()).toMatchObject({ state: 'succeeded' });
  });

  it('keeps what else was on its way', async () => {
    const site = world(2, { concurrency: 4 });
    let told = 0;
    intercept(site, async (url) => {
      told += url.endsWith('page-1') ? 1 : 0;
      return told === 1 && url.endsWith('page-1') ? later(site.now + MINUTE) : undefined;
    });
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { created: 4 } });
  });
});

describe('a run that is stopped', () => {
  it('lets go of a page that hangs, and asks for it again when it goes on', async () => {
    const site = world(2);
    let hung = 0;
    intercept(site, async (url, signal) => {
      if (hung > 0 || !url.endsWith('page-2')) return undefined;
      hung += 1;
      // What is left of the invocation's time is nothing now, as when the host is stopped.
      site.pagesPerInvocation = 0;
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      site.pagesPerInvocation = Number.POSITIVE_INFINITY;
      return { kind: 'aborted', bytes: 0, requests: 1 };
    });
    const began = performance.now();
    const run = await site.harvest();
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 4 } });
    expect(hung).toBe(1);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('quiet hours', () => {
  // Midnight of the world is one o'clock in Copenhagen.
  const quietHours = { from: '02:00', to: '05:30' };

  it('are when no run starts, also none that somebody asks for', async () => {
    const site = world(1, { quietHours });
    site.now = Date.parse('2026-01-01T01:10:00Z');
    const until = '2026-01-01T04:30:00.000Z';
    expect(await start(site)).toEqual([{ kind: 'waiting', source: 'kilde', until }]);
    await expect(site.harvest()).rejects.toThrow('waiting');
    site.now = Date.parse(until);
    expect(await start(site)).toMatchObject([{ kind: 'started' }]);
  });

  it('put a run down at its next page, and it goes on when they are over', async () => {
    const site = world(3, { quietHours });
    const asked: string[] = [];
    intercept(site, async (url) => {
      asked.push(`${new Date(site.now).toISOString().slice(11, 16)} ${url.slice(-6)}`);
      if (asked.length === 1) site.now = Date.parse('2026-01-01T01:00:00Z');
      return undefined;
    });
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { created: 6 } });
    expect(asked[0]).toMatch(/^00:0\d page-1$/);
    expect(asked.slice(1).map((one) => one.slice(0, 4))).toEqual(['04:3', '04:3']);
  });
});

describe('a source behind a door', () => {
  const SECRET = 'a-secret-that-nobody-may-see';

  afterEach(() => void vi.restoreAllMocks());

  /** Whatever a store holds, unpacked: what is packed twice is looked for as well. */
  const unpacked = (bytes: Uint8Array): string => {
    for (const unpack of [gunzipSync, brotliDecompressSync]) {
      try {
        return unpacked(unpack(bytes));
      } catch {
        // Not packed in this way.
      }
    }
    return Buffer.from(bytes).toString('latin1');
  };

  it('is read, and its secret is nowhere: in no object, run, message, log line or answer', async () => {
    const lines: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    const shown: string[] = [];
    const base = await serve((request, response) => {
      const { authorization = '' } = request.headers;
      shown.push(authorization);
      // A server that tells whatever it was told, in every place that it has.
      if (request.url === '/list')
        response
          .setHeader('content-type', 'text/turtle')
          .end(
            page(1, 1).replace(
              '@prefix dcat:',
              `<${base}/list> <http://www.w3.org/ns/hydra/core#next> <${base}/echo> . @prefix dcat:`,
            ),
          );
      else if (request.url === '/echo')
        response.setHeader('etag', `"${authorization}"`).end(`you said ${authorization}`);
      else response.writeHead(404).end();
    });
    const credentials = { kind: 'bearer' as const, secret: 'the-key' };
    const site = new World({ format: 'dcat', url: `${base}/list`, credentials });
    site.fetcherFor = crawlerFor({
      allowed: ['127.0.0.1'],
      publicUrl: 'https://data.example.dk',
      secrets: environmentSecrets({ DATALANDKORT_SECRET_THE_KEY: SECRET }),
    });
    const run = await site.harvest();
    const scene = createScene({ sources: memorySources([site.source]) });
    const answers = [await scene.ask('/v1/sources'), await scene.ask('/v1/sources/kilde')];

    expect(shown).toContain(`Bearer ${SECRET}`);
    expect(run).toMatchObject({ state: 'partial', counts: { created: 2 } });
    expect(run.problems).toMatchObject([{ code: 'credentials-echoed' }]);
    const kept = [...site.objects.contents].map(([key, bytes]) => `${key}\n${unpacked(bytes)}`);
    expect(kept.some((text) => text.includes('Register 1-0'))).toBe(true);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const told = [
      ...kept,
      JSON.stringify(run),
      JSON.stringify(await site.log()),
      ...site.queue,
      ...lines,
      JSON.stringify(answers),
    ];
    expect(told.filter((text) => text.includes(SECRET))).toEqual([]);
    expect(JSON.stringify(answers)).not.toContain('the-key');
  });

  it('and without its secret set fails with a reason that names it', async () => {
    const base = await serve((_request, response) => void response.writeHead(404).end());
    const site = new World({ format: 'dcat', url: base, credentials: { kind: 'bearer', secret: 'the-key' } });
    site.fetcherFor = crawlerFor({
      allowed: ['127.0.0.1'],
      publicUrl: 'https://data.example.dk',
      secrets: environmentSecrets({}),
    });
    expect(await site.harvest()).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('DATALANDKORT_SECRET_THE_KEY'),
    });
  });
});
