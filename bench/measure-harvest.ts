/** The whole system on its embedded engines: from a feed to what the API shows, and what a second harvest costs. */

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { startHost } from '#infra/local/host.ts';
import { catchUp, runRound, runsOf } from '#infra/local/round.ts';
import type { Run } from '#schemas/run.ts';
import { Source } from '#schemas/source.ts';
import { generateTurtle } from './feeds.ts';
import { median, type Result } from './report.ts';
import { scratch } from './scratch.ts';

const DATASETS = 10_000;
const ROUNDS = 3;

/** A server that sends one body, without a tag, and the body can be changed. */
async function serve(type: string) {
  let body: Buffer = Buffer.alloc(0);
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`,
    show: (next: Buffer) => {
      body = next;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const never = new AbortController().signal;

/** Harvests once and waits until the changes are visible; the time is from the start to that. */
async function timed(host: Awaited<ReturnType<typeof startHost>>, source: string): Promise<{ ms: number; run: Run }> {
  const started = performance.now();
  const rows = await runRound(host, { request: { sources: [source] }, onProgress: () => undefined, signal: never });
  await catchUp(host, never);
  const ms = performance.now() - started;
  const [run] = runsOf(rows);
  if (!run) throw new Error('no run');
  return { ms, run };
}

async function withHost<Result>(
  data: string,
  source: Pick<Source, 'format' | 'url'>,
  work: (harvest: () => Promise<{ ms: number; run: Run }>) => Promise<Result>,
): Promise<Result> {
  const host = await startHost({
    data,
    ports: () => [0],
    serveApi: false,
    site: async () => undefined,
    allowHosts: ['127.0.0.1'],
    onFailure: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  try {
    await host.stores.sources.replaceAll([Source.parse({ id: 'bench', owner: { id: 'bench' }, ...source })]);
    host.poll();
    return await work(() => timed(host, 'bench'));
  } finally {
    await host.stop();
  }
}

/** New datasets a second, from the feed to `changes` and `datasets`. */
export async function measureThroughput(): Promise<Result[]> {
  await using site = await serve('text/turtle');
  site.show(Buffer.from([...generateTurtle(DATASETS)].join('')));
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await using work = await scratch();
    const { ms, run } = await withHost(work.folder, { format: 'dcat', url: site.url }, (harvest) => harvest());
    if (run.counts.created !== DATASETS) throw new Error(JSON.stringify(run));
    rates.push((DATASETS / ms) * 1000);
  }
  return [
    {
      what: 'new datasets from feed to visible in changes and datasets, embedded engines',
      figure: median(rates),
      unit: 'a second',
      target: 800,
      wanted: 'at least',
      detail: `${DATASETS} datasets of about 40 triples in Turtle over HTTP; rounds: ${rates.map((rate) => rate.toFixed(0)).join(', ')} a second`,
    },
  ];
}

/** The folder of real feeds; the measure is left out, and says so, where it is absent. */
const sharedData = process.env.DATALANDKORT_SHARED_DATA ?? join(import.meta.dirname, '..', '..', 'shared', 'data');

const snapshot = (name: string): Buffer =>
  gunzipSync(readFileSync(join(sharedData, 'feeds', 'healthdata-gov', `${name}.json.gz`)));

/** A second harvest of a real portal: its body unchanged, and its bytes re-ordered. */
export async function measureSecondHarvests(): Promise<Result[]> {
  if (!existsSync(join(sharedData, 'feeds', 'healthdata-gov'))) {
    console.error(`second-harvest is left out: there are no real feeds in ${sharedData} (DATALANDKORT_SHARED_DATA).`);
    return [];
  }
  await using site = await serve('application/json');
  const same: number[] = [];
  const reordered: number[] = [];
  const detail: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await using work = await scratch();
    await withHost(work.folder, { format: 'dcat-us', url: site.url }, async (harvest) => {
      site.show(snapshot('03-31606f9'));
      const first = await harvest();
      const second = await harvest();
      site.show(snapshot('04-dd2190f'));
      const third = await harvest();
      if (second.run.notModified !== 1 || second.run.changes) throw new Error(JSON.stringify(second.run));
      if (third.run.counts.unchanged !== third.run.counts.listed) throw new Error(JSON.stringify(third.run.counts));
      same.push((second.ms / first.ms) * 100);
      reordered.push((third.ms / first.ms) * 100);
      detail.push(`${first.ms.toFixed(0)}, ${second.ms.toFixed(0)} and ${third.ms.toFixed(0)} ms`);
    });
  }
  const told = `2,516 datasets of healthdata.gov, 9.3 MB; first, unchanged and re-ordered: ${detail.join('; ')}`;
  return [
    {
      what: 'second harvest, body unchanged and no ETag, of the first run’s time',
      figure: median(same),
      unit: '%',
      target: 10,
      wanted: 'at most',
      detail: `${told}; no record parsed, no change written`,
    },
    {
      what: 'second harvest, bytes re-ordered but nothing changed, of the first run’s time',
      figure: median(reordered),
      unit: '%',
      target: 50,
      wanted: 'at most',
      detail: `${told}; no change written`,
    },
  ];
}
