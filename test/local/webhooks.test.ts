/** Webhooks on the whole system on one machine: what docs/webhooks.md shows, done as it says. */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Host, startHost } from '#infra/local/host.ts';
import { runRound } from '#infra/local/round.ts';
import { Source } from '#schemas/source.ts';
import { closedPort } from '#test/scripted-servers.ts';
import { turtleOf } from '#test/turtle-feed.ts';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'webhooks.md'), 'utf8');
const codeIn = (language: string): string => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';

/** Python is not everywhere where this is tested; Node is. */
const languages = spawnSync('python3', ['--version']).status === 0 ? (['ts', 'python'] as const) : (['ts'] as const);

/** Waiting on a condition, on a machine that may be busy. */
const PATIENCE = { timeout: 50_000, interval: 50 };

const Created = z.object({ id: z.string(), key: z.string(), secret: z.string(), state: z.string() });

const folder = mkdtempSync(join(tmpdir(), 'webhooks-'));
const children: ChildProcess[] = [];
const failures: string[] = [];
let host: Host;
let titles: readonly string[] = [];

const feed = createServer((request, response) => {
  if (request.url === '/robots.txt') return void response.writeHead(404).end();
  return void response.setHeader('content-type', 'text/turtle').end(turtleOf(titles));
});

beforeAll(async () => {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  await once(feed.listen(0, '127.0.0.1'), 'listening');
  host = await startHost({
    data: join(folder, 'data'),
    ports: () => [0],
    serveApi: true,
    passing: true,
    site: async () => undefined,
    allowHosts: ['127.0.0.1'],
    onFailure: (what, error) => failures.push(`${what}: ${String(error)}`),
  });
  // Listening on a TCP port, so the address is no pipe's name.
  const { port } = feed.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/catalogue.ttl`;
  await host.stores.sources.replaceAll([Source.parse({ id: 'owner', owner: { id: 'o' }, format: 'dcat', url })]);
  host.poll();
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  feed.closeAllConnections();
  feed.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The lines of the page that begin with curl, done by curl where there is one. */
const curls = [...page.matchAll(/^curl .*$/gm)].map(([line]) => line);

async function curl(line = '', port: number, env: Record<string, string>): Promise<unknown> {
  const here = line.replaceAll('http://127.0.0.1:8080', host.address).replace(':9000/', `:${port}/`);
  const options = { env: { ...process.env, ...env } };
  const { stdout } = await promisify(execFile)('sh', ['-c', `${here} --silent --show-error --fail-with-body`], options);
  return JSON.parse(stdout);
}

it.skipIf(spawnSync('curl', ['--version']).error)('a first webhook is made and made active by curl', async () => {
  const messages: string[] = [];
  const receiver = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request)).toString();
    messages.push(body);
    response.end(JSON.parse(body).data.challenge ?? '');
  });
  const [create, activate] = curls;
  const port = await closedPort();
  const made = await curl(create, port, { TOKEN: host.operatorToken });
  const { id, key, state } = Created.parse(made);
  expect(state).toBe('pending');
  await once(receiver.listen(port, '127.0.0.1'), 'listening');
  try {
    expect(await curl(activate, port, { KEY: key, ID: id })).toMatchObject({ state: 'active' });
    expect(messages).toHaveLength(1);
    const authorization = `Bearer ${key}`;
    const gone = await fetch(`${host.address}/v1/subscriptions/${id}`, {
      method: 'DELETE',
      headers: { authorization },
    });
    expect(gone.status).toBe(204);
  } finally {
    receiver.close();
  }
});

const ask = async (method: string, path: string, token: string, body: object): Promise<unknown> => {
  const response = await fetch(host.address + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
};

const harvest = async (...now: string[]): Promise<void> => {
  titles = now;
  const signal = new AbortController().signal;
  await runRound(host, { request: { sources: ['owner'], force: true }, onProgress: () => undefined, signal });
};

/** Runs a receiver. @returns the lines that it says. */
async function receiver(command: string, file: string, env: Record<string, string>): Promise<string[]> {
  const child = spawn(command, [file], {
    env: { ...process.env, API: host.address, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  await vi.waitFor(() => expect(lines).toContain('listening'), PATIENCE);
  return lines;
}

interface Subscriber {
  readonly id: string;
  readonly key: string;
  /** What its receiver has said so far. */
  readonly lines: readonly string[];
}

/** Follows the page: a subscription while nobody listens, a receiver with its secret, and the challenge. */
async function subscribe(language: 'ts' | 'python'): Promise<Subscriber> {
  const port = String(await closedPort());
  const made = await ask('POST', '/v1/subscriptions', host.operatorToken, { url: `http://127.0.0.1:${port}/` });
  const { id, key, secret, state } = Created.parse(made);
  expect(state).toBe('pending');
  const file = join(folder, language === 'ts' ? 'receiver.mts' : 'receiver.py');
  writeFileSync(file, codeIn(language));
  const command = language === 'ts' ? process.execPath : 'python3';
  const lines = await receiver(command, file, { SECRET: secret, PORT: port });
  expect(await ask('PATCH', `/v1/subscriptions/${id}`, key, { state: 'active' })).toMatchObject({ state: 'active' });
  return { id, key, lines };
}

it('a harvest rings at the receivers of the page, who then read what changed, in order', async () => {
  const subscribers: Subscriber[] = [];
  for (const language of languages) subscribers.push(await subscribe(language));

  await harvest('Cancerregisteret', 'Dødsårsagsregisteret', 'Lægemiddelregisteret');
  const created = ['1 Create', '2 Create', '3 Create'];
  const changesAt = (lines: readonly string[]) => lines.slice(1).map((line) => line.split(' ').slice(0, 2).join(' '));
  await vi.waitFor(() => {
    for (const { lines } of subscribers) expect(changesAt(lines)).toEqual(created);
  }, PATIENCE);

  await harvest('Cancerregisteret', 'Dødsårsagsregisteret (æøå)', 'Lægemiddelregisteret');
  await vi.waitFor(() => {
    for (const { lines } of subscribers) expect(changesAt(lines)).toEqual([...created, '4 Update']);
  }, PATIENCE);

  for (const { id, key } of subscribers) {
    const deliveries = async () => {
      const response = await fetch(`${host.address}/v1/subscriptions/${id}/deliveries`, {
        headers: { authorization: `Bearer ${key}` },
      });
      const { items } = z
        .object({ items: z.array(z.object({ seq: z.number(), outcome: z.string() })) })
        .parse(await response.json());
      return items.map(({ seq, outcome }) => `${seq} ${outcome}`);
    };
    const all = ['4 delivered', '3 delivered', '2 delivered', '1 delivered'];
    await vi.waitFor(async () => expect(await deliveries()).toEqual(all), PATIENCE);
  }
  expect(failures).toEqual([]);
});
