/** How fast the API answers on one machine, beside a server that sends the same bytes through the same gateway. */

import * as z from 'zod';
import { median, type Result } from './report.ts';
import { scratch } from './scratch.ts';
import { messageOf, type Serving, type Speed, serving, speedOf } from './serving.ts';

/** What two busy processors write and project in some minutes; a machine of one's own may be asked for more. */
const DATASETS = Number(process.env.BENCH_DATASETS ?? 2_000);
const CHANGES = Number(process.env.BENCH_CHANGES ?? 20_000);
/** Changes in a page, as many as the API gives. */
const PAGE = 500;

const Page = z.object({ items: z.array(z.unknown()), cursor: z.string(), hasMore: z.boolean() });

interface Route {
  readonly what: string;
  readonly path: string;
  /** The share of the bare server's requests that is wanted. */
  readonly share: number;
  /** How many times the bare server's 99th percentile is allowed; where nothing is wanted of it, it is not told. */
  readonly slowest?: number;
}

const routesOf = (id: string): readonly Route[] => [
  { what: 'one dataset as JSON', path: `/v1/datasets/${id}`, share: 0.5, slowest: 4 },
  { what: 'a full page of changes', path: '/v1/changes?since=c1.e1.5000&limit=100', share: 0.4 },
  { what: 'a frozen page of the DCAT-AP feed', path: '/v1/feeds/dcat-ap/pages/7', share: 0.4 },
];

/** Gives the bare server what the system answers. */
async function mirrored(bare: Serving, address: string, routes: readonly Route[]): Promise<string> {
  const answers: Record<string, { headers: Record<string, string>; body: string }> = {};
  for (const { path } of routes) {
    const answer = await fetch(address + path, { headers: { 'accept-encoding': 'identity' } });
    const type = answer.headers.get('content-type') ?? '';
    answers[path.split('?')[0] ?? ''] = { headers: { 'content-type': type }, body: await answer.text() };
  }
  bare.child.send(answers);
  return (await messageOf<{ address: string }>(bare)).address;
}

/** Both servers in turn: what else the machine does meets them alike. */
const ROUNDS = 5;

interface Pair {
  readonly own: Speed;
  readonly bare: Speed;
}

async function pairsOf(own: string, bare: string): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let round = 0; round < ROUNDS; round += 1) pairs.push({ bare: await speedOf(bare), own: await speedOf(own) });
  return pairs;
}

const listed = (pairs: readonly Pair[], of: (speed: Speed) => number): string =>
  pairs.map(({ own, bare }) => `${of(own).toFixed(0)} of ${of(bare).toFixed(0)}`).join(', ');

function resultsOf({ what, share, slowest }: Route, pairs: readonly Pair[]): Result[] {
  const setting = `10 connections, ${DATASETS} datasets, engines in the same process`;
  const requests: Result = {
    what: `${what}: requests`,
    figure: median(pairs.map(({ own, bare }) => own.perSecond / bare.perSecond)),
    unit: 'times',
    target: share,
    wanted: 'at least',
    detail: `requests a second, in turn: ${listed(pairs, ({ perSecond }) => perSecond)}; ${setting}`,
  };
  if (slowest === undefined) return [requests];
  return [
    requests,
    {
      what: `${what}: p99`,
      figure: median(pairs.map(({ own, bare }) => own.p99 / Math.max(1, bare.p99))),
      unit: 'times',
      target: slowest,
      wanted: 'at most',
      detail: `milliseconds, in turn: ${listed(pairs, ({ p99 }) => p99)}`,
    },
  ];
}

/** Reads the log from its start to its end, as a follower does. */
async function replay(address: string): Promise<Result> {
  const started = performance.now();
  let cursor = '0';
  let count = 0;
  for (let hasMore = true; hasMore; ) {
    const page = Page.parse(await (await fetch(`${address}/v1/changes?since=${cursor}&limit=${PAGE}`)).json());
    count += page.items.length;
    ({ cursor, hasMore } = page);
  }
  const seconds = (performance.now() - started) / 1000;
  return {
    what: `replay of ${CHANGES} changes`,
    figure: count / seconds,
    unit: 'changes/s',
    target: 20_000,
    wanted: 'at least',
    detail: `${count} changes in ${seconds.toFixed(1)} s, ${PAGE} a page, one page after the other`,
  };
}

export async function measureApi(): Promise<Result[]> {
  await using place = await scratch();
  using system = serving('api-server.ts', place.folder, String(DATASETS), String(CHANGES));
  using bare = serving('bare-server.ts');
  const { address, id, snapshotMs } = await messageOf<{ address: string; id: string; snapshotMs: number }>(system);
  const routes = routesOf(id);
  const other = await mirrored(bare, address, routes);
  const results: Result[] = [];
  for (const route of routes) {
    results.push(...resultsOf(route, await pairsOf(address + route.path, other + route.path)));
  }
  results.push(await replay(address), {
    what: `a snapshot of ${DATASETS} datasets, five files`,
    figure: snapshotMs / 1000,
    unit: 's',
    target: (900 * DATASETS) / 100_000,
    wanted: 'at most',
    detail: 'a fifth of the time that a Lambda has for five times as many',
  });
  return results;
}
