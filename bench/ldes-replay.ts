/** How fast `ldes-client` reads the whole feed, beside the same pages as static files. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, type Result } from './report.ts';
import { scratch } from './scratch.ts';
import { messageOf, serving } from './serving.ts';

/** Changes in the feed. The client reads some hundred a second, and reads them twice in each round. */
const CHANGES = Number(process.env.BENCH_FEED_CHANGES ?? 3_000);
const DATASETS = 1_000;
/** Both in turn: what else the machine does meets them alike. */
const ROUNDS = 3;

const NODE = /<https:\/\/w3id\.org\/tree#node> <([^>]+)>/g;

/** Every page of a feed, by its path. */
async function pagesOf(address: string, entry: string): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const ahead = [entry];
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    const answer = await fetch(address + path, { headers: { accept: 'application/n-quads' } });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}.`);
    const body = await answer.text();
    pages.set(path, body);
    for (const [, node = ''] of body.matchAll(NODE)) {
      const { pathname } = new URL(node);
      if (!pages.has(pathname) && !ahead.includes(pathname)) ahead.push(pathname);
    }
  }
  return pages;
}

interface Reading {
  readonly members: number;
  readonly ms: number;
}

async function read(url: string): Promise<Reading> {
  using reader = serving('ldes-worker.ts', url);
  return await messageOf<Reading>(reader);
}

export async function measureLdesReplay(): Promise<Result[]> {
  await using place = await scratch();
  await using files = await scratch();
  using system = serving('api-server.ts', place.folder, String(DATASETS), String(CHANGES), String(CHANGES));
  using still = serving('static-server.ts', files.folder);
  const { address } = await messageOf<{ address: string }>(system);
  const { address: other } = await messageOf<{ address: string }>(still);
  const entry = '/v1/feeds/dcat-ap';
  const pages = await pagesOf(address, entry);
  for (const [path, body] of pages) {
    writeFileSync(join(files.folder, encodeURIComponent(path)), body.replaceAll(address, other));
  }
  const pairs: { own: Reading; file: Reading }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    pairs.push({ file: await read(other + entry), own: await read(address + entry) });
  }
  const counts = new Set(pairs.flatMap(({ own, file }) => [own.members, file.members]));
  if (counts.size !== 1) throw new Error(`The client found ${[...counts].join(', ')} members.`);
  const times = pairs.map(({ own, file }) => `${(own.ms / 1000).toFixed(1)} s of ${(file.ms / 1000).toFixed(1)} s`);
  return [
    {
      what: 'the DCAT-AP feed read by ldes-client, beside static files of the same pages',
      figure: median(pairs.map(({ own, file }) => own.ms / file.ms)),
      unit: 'times',
      target: 1.2,
      wanted: 'at most',
      detail: `${CHANGES} changes, ${[...counts].join()} members on ${pages.size} pages, in turn: ${times.join(', ')}`,
    },
  ];
}
