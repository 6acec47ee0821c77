/**
 * One round of a measure of the whole system, in a process of its own (the functions read their surroundings once):
 * `harvest-round.ts throughput N`, `harvest-round.ts second SNAPSHOT SNAPSHOT` or `harvest-round.ts ckan N CHANGED`. Prints
 * one JSON object.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { FakePortal } from '#test/harvesters/ckan/fake-portal.ts';
import { generateTurtle } from './feeds.ts';
import { median } from './report.ts';
import { withHost } from './with-host.ts';

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
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const DAY = 86_400_000;
/** A run of changes is over in a moment: it is repeated, so that whatever else the machine does weighs less. */
const REPEATS = 5;

/** A portal listed whole, then asked for what changed. */
async function ckan(packages: number, changed: number): Promise<unknown> {
  const portal = new FakePortal();
  const idOf = (index: number): string => `p${String(index).padStart(6, '0')}`;
  for (let index = 0; index < packages; index += 1) portal.put(idOf(index), Date.now() - 30 * DAY);
  let asked = 0;
  const server = createServer((request, response) => {
    const page = request.url === '/robots.txt' ? 404 : portal.answer(`http://${request.headers.host}${request.url}`);
    if (typeof page === 'number') return response.writeHead(page).end();
    asked += 1;
    return response.writeHead(200, { 'content-type': 'application/json' }).end(page);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const result = await withHost({ format: 'ckan', url }, async (harvest) => {
    const full = await harvest();
    if (full.run.counts.created !== packages) throw new Error(JSON.stringify(full.run));
    const fullAsked = asked;
    const times: number[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      for (let index = 0; index < changed; index += 1) {
        portal.put(idOf(index * (packages / changed) + repeat), Date.now(), { title: 'Et nyt navn' });
      }
      const changes = await harvest();
      if (changes.run.counts.updated !== changed) throw new Error(JSON.stringify(changes.run));
      times.push(changes.ms);
    }
    return { full: full.ms, changes: median(times), fullAsked, changesAsked: (asked - fullAsked) / REPEATS };
  });
  server.closeAllConnections();
  server.close();
  return result;
}

async function throughput(datasets: number): Promise<unknown> {
  const site = await serve('text/turtle');
  site.show(Buffer.from([...generateTurtle(datasets)].join('')));
  const { ms, run } = await withHost({ format: 'dcat', url: site.url }, (harvest) => harvest());
  site.close();
  if (run.counts.created !== datasets) throw new Error(JSON.stringify(run));
  return { ms };
}

/** First a snapshot, then the same again, then one that says the same in other words. */
async function second(one: string, other: string): Promise<unknown> {
  const snapshot = (path: string) => gunzipSync(readFileSync(path));
  const site = await serve('application/json');
  const result = await withHost({ format: 'dcat-us', url: site.url }, async (harvest) => {
    site.show(snapshot(one));
    const first = await harvest();
    const same = await harvest();
    site.show(snapshot(other));
    const reordered = await harvest();
    if (same.run.notModified !== 1 || same.run.changes) throw new Error(JSON.stringify(same.run));
    if (reordered.run.changes) throw new Error(JSON.stringify(reordered.run.counts));
    return { listed: first.run.counts.listed, first: first.ms, same: same.ms, reordered: reordered.ms };
  });
  site.close();
  return result;
}

const [scenario, ...parameters] = process.argv.slice(2);
const [one = '', other = ''] = parameters;
const scenarios: Readonly<Record<string, () => Promise<unknown>>> = {
  throughput: () => throughput(Number(one)),
  second: () => second(one, other),
  ckan: () => ckan(Number(one), Number(other)),
};
console.log(JSON.stringify(await scenarios[scenario ?? '']?.()));
