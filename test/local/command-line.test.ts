import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { Run } from '#schemas/run.ts';
import { turtleOf } from '#test/turtle-feed.ts';
import { beginCommand } from './command.ts';

const feedOf = (count: number): string => turtleOf(Array.from({ length: count }, (_, index) => `Register ${index}`));

let folder: string;
let data: string;
let feed: Server;
/** While true the feed takes requests and answers none. */
let silent: boolean;
let asked: number;
/** How many datasets the feed lists. */
let listed: number;
let children: ChildProcess[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'command-'));
  data = join(folder, 'data');
  silent = false;
  asked = 0;
  listed = 3;
  children = [];
  feed = createServer((request, response) => {
    if (request.url === '/robots.txt') return void response.writeHead(404).end();
    asked += 1;
    if (!silent) response.setHeader('content-type', 'text/turtle').end(feedOf(listed));
  });
  await once(feed.listen(0, '127.0.0.1'), 'listening');
});

afterEach(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  feed.closeAllConnections();
  feed.close();
  rmSync(folder, { recursive: true, force: true });
});

function sourceFile(changes: object = {}): string {
  // Listening on a TCP port, so the address is no pipe's name.
  const { port } = feed.address() as AddressInfo;
  const source = { id: 'owner', owner: { id: 'o' }, format: 'dcat', url: `http://127.0.0.1:${port}/catalogue.ttl` };
  const file = join(folder, 'sources.json');
  writeFileSync(file, JSON.stringify({ sources: [{ ...source, ...changes }] }));
  return file;
}

/**
 * Gives the data folder a port of its own before the first command does. By default every command begins with the same port,
 * and so does every test that runs beside this one: a second run may then find it taken, and the example's addresses are others.
 */
function keepPort(): void {
  // Below the ports that the system gives out of itself, and another for each of vitest's workers.
  const port = 20_000 + (process.pid % 10_000);
  mkdirSync(data);
  writeFileSync(join(data, 'settings.json'), JSON.stringify({ operatorToken: 'a-token-for-operators', port }));
}

function begin(...args: string[]) {
  const begun = beginCommand(...args, '--data', data);
  children.push(begun.child);
  const says = (text: string) =>
    vi.waitFor(() => expect(begun.said.out).toContain(text), { timeout: 150_000, interval: 20 });
  return { ...begun, says };
}

const address = (out: string): string => /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0] ?? '';

const Runs = z.strictObject({ runs: z.array(Run) });
const Health = z.looseObject({ head: z.number() });
const headOf = async (out: string) => Health.parse(await (await fetch(`${address(out)}/health`)).json()).head;

describe('harvest', () => {
  test('prints one JSON object and nothing else, and finds nothing changed the second time', async () => {
    const file = sourceFile();
    const first = await begin('harvest', '--sources', file, '--json').ended;
    const second = await begin('harvest', 'owner', '--sources', file, '--json').ended;

    expect(Runs.parse(JSON.parse(first.out)).runs).toMatchObject([
      { source: 'owner', state: 'succeeded', counts: { listed: 3, created: 3 }, live: { before: 0, after: 3 } },
    ]);
    expect(Runs.parse(JSON.parse(second.out)).runs).toMatchObject([
      { counts: { listed: 3, created: 0, unchanged: 3 } },
    ]);
    expect([first.code, second.code]).toEqual([0, 0]);
  });

  test('takes the bundled example when no file is named, reads it whole, and finds it unchanged the second time', async () => {
    keepPort();
    const first = await begin('harvest', '--json').ended;
    const second = await begin('harvest', '--json', '--force').ended;

    const firstRuns = Runs.parse(JSON.parse(first.out)).runs;
    expect(firstRuns.length).toBeGreaterThanOrEqual(8);
    for (const { state, coverage, counts } of firstRuns) {
      expect({ state, coverage, created: counts.created }).toEqual({
        state: 'succeeded',
        coverage: 'complete',
        created: counts.listed,
      });
    }
    for (const { source, state, reason, counts } of Runs.parse(JSON.parse(second.out)).runs) {
      expect({ source, state, reason, counts }).toMatchObject({
        state: 'succeeded',
        counts: { unchanged: counts.listed },
      });
    }
    expect([first.code, second.code]).toEqual([0, 0]);
  });

  test('says when the port of the last time is taken, for the addresses of the example are others then', async () => {
    keepPort();
    const { port } = JSON.parse(readFileSync(join(data, 'settings.json'), 'utf8')) as { port: number };
    const other = createServer();
    await once(other.listen(port, '127.0.0.1'), 'listening');
    try {
      const { code, err } = await begin('harvest').ended;
      expect(code).toBe(0);
      expect(err).toContain(`Port ${port} is taken by another program`);
    } finally {
      other.close();
    }
  });

  test('ends with 1 when a run did not succeed, and prints its counts all the same', async () => {
    const file = sourceFile({ url: 'http://127.0.0.1:9/nobody.ttl' });
    const { code, out } = await begin('harvest', '--sources', file, '--json').ended;

    expect(code).toBe(1);
    expect(Runs.parse(JSON.parse(out)).runs).toMatchObject([{ state: 'failed', counts: { listed: 0 } }]);
  });

  test('names the known sources when one is not known', async () => {
    const { code, out, err } = await begin('harvest', 'nobody', '--sources', sourceFile()).ended;

    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: 'There is no source "nobody". The sources are owner.\n',
    });
  });
});

describe('start', () => {
  test('serves what it harvested, stops cleanly, and a second start harvests nothing that is not due', async () => {
    const args = ['start', '--port', '0', '--sources', sourceFile()];
    const first = begin(...args);
    await first.says('harvesting on schedule');
    const datasets = await (await fetch(`${address(first.said.out)}/v1/datasets`)).json();
    const head = await headOf(first.said.out);
    first.child.kill('SIGINT');
    const { code, out } = await first.ended;
    const requests = asked;

    const second = begin(...args);
    await second.says('harvesting on schedule');
    const headAfter = await headOf(second.said.out);
    second.child.kill('SIGTERM');

    expect(out).toMatch(/owner +succeeded +3 +3 +0 +0 +0 +0/);
    expect(datasets).toMatchObject({ items: [{ source: 'owner' }, {}, {}] });
    expect(code).toBe(0);
    expect((await second.ended).code).toBe(0);
    expect(second.said.out).toMatch(/owner +not due until .* UTC +3 +3/);
    expect([headAfter, asked]).toEqual([head, requests]);
  });

  test('a restart undoes no edit of a source until the file says something new, and says so in a line', async () => {
    const session = async (file: string, said: RegExp | undefined, work: (base: string) => Promise<void>) => {
      const { child, ended, says, said: out } = begin('start', '--port', '0', '--sources', file);
      await says('harvesting on schedule');
      if (said) expect(out.out).toMatch(said);
      await work(address(out.out));
      child.kill('SIGINT');
      expect((await ended).code).toBe(0);
    };
    keepPort();
    const token = 'a-token-for-operators';
    const send = async (base: string, method: string, id: string, body?: object) => {
      const response = await fetch(`${base}/v1/sources${id}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      return response.json();
    };
    const own = { id: 'own', owner: { id: 'o' }, format: 'dcat', url: 'https://own.example/', enabled: false };

    await session(sourceFile(), undefined, async (base) => {
      expect(await send(base, 'PATCH', '/owner', { enabled: false })).toMatchObject({ version: 2, managedBy: 'file' });
      expect(await send(base, 'POST', '', own)).toMatchObject({ version: 1, managedBy: 'api' });
    });
    await session(sourceFile(), /owner: stays as operator token edited it at .* UTC, until/, async (base) => {
      expect(await send(base, 'GET', '/owner')).toMatchObject({ enabled: false });
      expect(await send(base, 'GET', '/own')).toMatchObject({ managedBy: 'api' });
    });
    await session(
      sourceFile({ note: 'ny' }),
      /owner: the source file says something new, which takes/,
      async (base) => {
        expect(await send(base, 'GET', '/owner')).toMatchObject({ enabled: true, note: 'ny', edited: null });
      },
    );
    await session(sourceFile({ id: 'other' }), /owner: is not in the source file any more/, async (base) => {
      expect(await send(base, 'GET', '/owner')).toMatchObject({ enabled: false, removedFromFile: expect.any(String) });
      expect(await send(base, 'GET', '/own')).toMatchObject({ managedBy: 'api', removedFromFile: null });
    });
  });

  test('what was harvested is found, and so is a change while it serves', async () => {
    const { child, ended, says, said } = begin('start', '--port', '0', '--sources', sourceFile());
    await says('harvesting on schedule');
    const base = address(said.out);
    const found = async (query: string) => (await fetch(`${base}/v1/datasets?q=${query}`)).json();
    expect(await found('regist')).toMatchObject({ total: 3, items: [{ source: 'owner' }, {}, {}] });

    listed = 4;
    const token = /show the token (\S+)/.exec(said.out)?.[1];
    const headers = { authorization: `Bearer ${token}` };
    const started = await fetch(`${base}/v1/sources/owner/runs`, { method: 'POST', headers });
    expect(started.status).toBeLessThan(300);
    await vi.waitFor(async () => expect(await found('regist')).toMatchObject({ total: 4 }), {
      timeout: 30_000,
      interval: 100,
    });
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
  });

  test('a run whose process was killed goes on at the next start under its own name', async () => {
    silent = true;
    const args = ['start', '--port', '0', '--sources', sourceFile()];
    const first = begin(...args);
    await vi.waitFor(() => expect(asked).toBeGreaterThan(0), { timeout: 30_000 });
    const runs = z.object({ items: z.array(z.object({ id: z.string() })) });
    const before = runs.parse(await (await fetch(`${address(first.said.out)}/v1/runs`)).json());
    first.child.kill('SIGKILL');
    await first.ended;

    silent = false;
    const second = begin(...args);
    await second.says('harvesting on schedule');
    const after = runs.parse(await (await fetch(`${address(second.said.out)}/v1/runs`)).json());

    expect(second.said.out).toMatch(/owner +succeeded +3 +3/);
    expect(after.items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));
  });

  test('a stop lets go of a page that hangs, and the run goes on at the next start', async () => {
    silent = true;
    const args = ['start', '--port', '0', '--sources', sourceFile()];
    const first = begin(...args);
    await vi.waitFor(() => expect(asked).toBeGreaterThan(0), { timeout: 120_000 });
    const stopped = performance.now();
    first.child.kill('SIGINT');
    expect((await first.ended).code).toBe(0);
    expect(performance.now() - stopped).toBeLessThan(10_000);

    silent = false;
    const second = begin(...args);
    await second.says('harvesting on schedule');
    expect(second.said.out).toMatch(/owner +succeeded +3 +3/);
  });

  test('refuses a folder that another start is using, in one sentence', async () => {
    const args = ['start', '--port', '0', '--sources', sourceFile()];
    const first = begin(...args);
    await first.says('harvesting on schedule');

    const { code, err } = await begin(...args).ended;

    expect(code).toBe(2);
    expect(err).toBe(
      `The data folder ${data} is in use by another datalandkort (process ${first.child.pid}): stop that one, or name another folder with --data.\n`,
    );
  });

  test('refuses a port that another program is using, in one sentence, and lets the folder go', async () => {
    // The feed's own port.
    const { port } = feed.address() as AddressInfo;
    const args = ['start', '--sources', sourceFile(), '--port'];
    const { code, err } = await begin(...args, String(port)).ended;

    expect(code).toBe(2);
    expect(err).toBe(
      `Port ${port} is in use by another program: name another with --port, or --port 0 for any free one.\n`,
    );
  });
});

test('export of a folder without a catalogue ends with 1 and makes no folder', async () => {
  const { code, err } = await begin('export', '--format', 'ttl').ended;

  expect(code).toBe(1);
  expect(err).toContain('There is no catalogue in');
});

test('export writes the live catalogue in every format', async () => {
  await begin('harvest', '--sources', sourceFile()).ended;

  for (const [format, part] of [
    ['ttl', '@prefix dct:'],
    ['jsonld', '"@graph"'],
    ['nq', '<http://purl.org/dc/terms/title> "Register 1"@da'],
    ['jsonl', '"identifier":"https://owner.example/d/1"'],
    ['csv', 'Register 1'],
  ] as const) {
    const { code, out } = await begin('export', '--format', format).ended;

    expect([format, code]).toEqual([format, 0]);
    expect(out).toContain(part);
  }
});

test('preview shows what would come, and leaves no folder behind', async () => {
  const { code, out } = await begin('preview', 'owner', '--sources', sourceFile()).ended;
  const after = await begin('export', '--format', 'ttl').ended;

  expect(code).toBe(0);
  expect(out).toContain('owner: created 3 (coverage complete); nothing was written.');
  expect(after.code).toBe(1);
});
