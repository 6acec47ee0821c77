/** A backup, more changes, a restore: followers of every kind are told, begin again, and end with the hash of the log as it is. */
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { afterChange, type CatalogueState, emptyState, stateHashOf, withDataset } from '#catalogue/state-hash.ts';
import { createClient } from '#client/client.ts';
import { CursorExpired } from '#client/failures.ts';
import { followChanges } from '#client/follow-changes.ts';
import { KEPT_OBJECTS, KEPT_TABLES, VIEW_OBJECTS } from '#infra/local/kept-data.ts';
import { withFolder } from '#infra/local/open-folder.ts';
import { topology } from '#infra/topology.ts';
import { namesOf } from '#infra/topology-shape.ts';
import { draftOf, entryOf } from '#test/functions/drafts.ts';
import { closedPort } from '#test/scripted-servers.ts';
import { beginCommand } from './command.ts';

/** Waiting on a condition, on a machine that may be busy. */
const PATIENCE = { timeout: 60_000, interval: 100 };

const folder = mkdtempSync(join(tmpdir(), 'backup-'));
const data = join(folder, 'data');
const file = join(folder, 'all.backup');
const noSources = join(folder, 'none.json');
writeFileSync(noSources, '{"sources":[]}');

let port: number;
const idOf = (number: number): string => `sds.d${String(number).padStart(4, '0')}`;

/** Publishes new datasets as a harvest would. */
const publish = (from: number, to: number, title: string) =>
  withFolder(data, async ({ stores }) => {
    const ids = Array.from({ length: to - from }, (_, index) => idOf(from + index));
    await stores.ledger.append(
      ids.map((id) => draftOf(id, { contentHash: `sha256:${id} ${title}` })),
      ids.map((id) => entryOf(id, `${title} ${id} æøå`)),
    );
    return stores.ledger.head();
  });

/** The system as it is started, for as long as the work lasts. */
async function served<Result>(work: (address: string) => Promise<Result>): Promise<Result> {
  const begun = beginCommand('start', '--sources', noSources, '--data', data, '--port', String(port));
  try {
    await vi.waitFor(() => expect(begun.said.out).toContain('harvesting on schedule'), PATIENCE);
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    begun.child.kill('SIGINT');
    await begun.ended;
  }
}

interface Copy {
  state: CatalogueState;
  cursor: string;
}

const json = async (url: string, init?: RequestInit) => {
  const response = await fetch(url, init);
  return { status: response.status, body: JSON.parse((await response.text()) || 'null') };
};

/** A copy from the latest snapshot, as docs/follow.md says. */
async function copied(address: string): Promise<Copy> {
  const snapshot = await vi.waitFor(async () => {
    const answer = await json(`${address}/v1/snapshots/latest`);
    expect(answer.status).toBe(200);
    return answer.body;
  }, PATIENCE);
  const { href } = snapshot.files.find(({ format }: { format: string }) => format === 'jsonl');
  const bytes = Buffer.from(await (await fetch(href)).arrayBuffer());
  const lines = gunzipSync(bytes).toString().trimEnd().split('\n');
  const state = lines.map((line) => JSON.parse(line)).reduce(withDataset, emptyState);
  expect(stateHashOf(state)).toBe(snapshot.stateHash);
  return { state, cursor: snapshot.cursor };
}

/** Follows to the end of the log. */
async function follow(address: string, copy: Copy): Promise<Copy> {
  let { state, cursor } = copy;
  const keep = (kept: string) => {
    cursor = kept;
  };
  for await (const change of followChanges(createClient(address), { since: cursor, untilHead: true, keep })) {
    const dataset = change.entity.href.slice(change.entity.href.lastIndexOf('/') + 1);
    state = afterChange(state, { ...change, dataset } as never);
  }
  return { state, cursor };
}

const messages: { id: string; type: string; data: Record<string, unknown> }[] = [];
const receiver = createServer(async (request, response) => {
  const message = JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString());
  messages.push(message);
  response.end(message.data.challenge ?? '');
});

/** What each kind of follower holds when the log is put back. */
interface Held {
  readonly copy: Copy;
  readonly oaiToken: string;
  readonly feedTag: string;
}

let held: Held;
let backedUp: string;

beforeAll(async () => {
  port = await closedPort();
  await once(receiver.listen(0, '127.0.0.1'), 'listening');
  await publish(0, 150, 'Måling');
  await served(async (address) => {
    // Listening on a TCP port, so the address is no pipe's name.
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    const { operatorToken } = JSON.parse(readFileSync(join(data, 'settings.json'), 'utf8'));
    const headers = { authorization: `Bearer ${operatorToken}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ url, since: 'now' });
    const made = await json(`${address}/v1/subscriptions`, { method: 'POST', headers, body });
    expect(made).toMatchObject({ status: 201, body: { state: 'active' } });
  });
  const done = await beginCommand('backup', file, '--data', data).ended;
  expect(done).toMatchObject({ code: 0, err: '' });
  backedUp = done.out;

  await publish(150, 155, 'Efter sikkerhedskopien');
  held = await served(async (address) => {
    await vi.waitFor(() => expect(messages.filter(({ type }) => type.endsWith('created'))).toHaveLength(5), PATIENCE);
    const copy = await follow(address, await copied(address));
    expect(stateHashOf(copy.state)).toBe((await json(`${address}/v1/state`)).body.stateHash);
    const oai = await (await fetch(`${address}/v1/oai?verb=ListIdentifiers&metadataPrefix=oai_dc`)).text();
    const oaiToken = /<resumptionToken[^>]*>([^<]+)</.exec(oai)?.[1] ?? '';
    const page = await vi.waitFor(async () => {
      const answer = await fetch(`${address}/v1/feeds/dcat-ap/pages/1`);
      expect(answer.headers.get('cache-control')).toContain('immutable');
      return answer;
    }, PATIENCE);
    return { copy, oaiToken, feedTag: page.headers.get('etag') ?? '' };
  });
}, 240_000);

afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  test('says where in the log it stands, and may be read by its owner alone', () => {
    expect(backedUp).toMatch(/the log up to change 150, with 150 live datasets; state hash [0-9a-f]{64}/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('knows of every table and every place in the bucket whether it is kept or built anew', () => {
    const places = new Set(
      namesOf(topology.functions).flatMap((name) => Object.keys(topology.functions[name].objects)),
    );
    expect([...places].sort()).toEqual([...KEPT_OBJECTS, ...VIEW_OBJECTS].sort());
    expect(namesOf(topology.tables).sort()).toEqual([...KEPT_TABLES, 'catalogue'].sort());
  });

  test('that is cut off, damaged, newer or none is refused, and the folder is as it was', async () => {
    const before = readFileSync(join(data, 'settings.json'), 'utf8');
    const bad = join(folder, 'bad.backup');
    const whole = readFileSync(file);
    const [first = '', ...rest] = gunzipSync(whole).toString().split('\n');
    const cases: [Buffer | string, string][] = [
      ['this is no gzip', 'is no whole backup'],
      [gzipSync('{"kind":"something else"}\n'), 'its first line is not one of a backup'],
      [gzipSync([first, ...rest.slice(0, -4)].join('\n')), 'its end is missing'],
      [gzipSync([first, ...rest.slice(1)].join('\n')), 'lines of it are missing'],
      [gzipSync([first.replace('"version":1', '"version":9'), ...rest].join('\n')), 'by a newer datalandkort'],
      [gzipSync([first.replace('"layout":1', '"layout":99'), ...rest].join('\n')), 'by a newer datalandkort'],
    ];
    for (const [bytes, sentence] of cases) {
      writeFileSync(bad, bytes);
      const ended = await beginCommand('restore', bad, '--data', data, '--replace').ended;
      expect([sentence, ended]).toEqual([sentence, { code: 2, out: '', err: expect.stringContaining(sentence) }]);
    }
    writeFileSync(bad, whole);
    truncateSync(bad, whole.length - 100);
    expect((await beginCommand('restore', bad, '--data', data, '--replace').ended).code).toBe(2);
    expect(await beginCommand('restore', join(folder, 'nowhere'), '--data', join(folder, 'new')).ended).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no file'),
    });
    expect(await beginCommand('restore', file, '--data', data).ended).toMatchObject({
      code: 2,
      err: expect.stringContaining('--replace'),
    });
    expect(readFileSync(join(data, 'settings.json'), 'utf8')).toBe(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('data'))).toEqual(['data']);
  }, 240_000);
});

describe('after a restore', () => {
  test('the log stands where the backup did, in another epoch, and every view is built anew', async () => {
    const ended = await beginCommand('restore', file, '--data', data, '--replace').ended;
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.out).toMatch(/The log stands at change 150, .* Its epoch is e2t[0-9a-z]+, after e1\./);
    expect(ended.out).toContain('datasets: 150 live datasets as of change 150; state hash ');
    const [aside = ''] = readdirSync(folder).filter((name) => name.startsWith('data.before-restore-'));
    expect(existsSync(join(folder, aside, 'settings.json'))).toBe(true);
    // What is published next has numbers that were given before.
    expect(await publish(150, 152, 'Den nye virkelighed')).toMatchObject({ seq: 152 });
  }, 240_000);

  test('followers are told, each in its way, begin again, and are in step', async () => {
    messages.length = 0;
    await served(async (address) => {
      await expect(follow(address, held.copy)).rejects.toBeInstanceOf(CursorExpired);
      const refused = await json(`${address}/v1/changes?since=${held.copy.cursor}`);
      expect(refused).toMatchObject({ status: 410, body: { links: { snapshot: `${address}/v1/snapshots/latest` } } });

      const again = await copied(address);
      expect(again.cursor).toMatch(/^c1\.e2t[0-9a-z]+\.15[02]$/);
      const now = await follow(address, again);
      const state = (await json(`${address}/v1/state`)).body;
      expect({ count: now.state.count, stateHash: stateHashOf(now.state) }).toEqual({
        count: state.count,
        stateHash: state.stateHash,
      });
      expect(state).toMatchObject({ seq: 152, count: 152 });
      expect(stateHashOf(now.state)).not.toBe(stateHashOf(held.copy.state));

      // A subscriber of webhooks is told by a message of its own.
      await vi.waitFor(() => expect(messages[0]?.type).toMatch(/restarted$/), PATIENCE);

      const oai = `${address}/v1/oai?verb=ListIdentifiers&resumptionToken=${encodeURIComponent(held.oaiToken)}`;
      expect(await (await fetch(oai)).text()).toContain('badResumptionToken');

      // The event stream leads to pages and members of the new log; whoever asks for those of the old one is told.
      const page = await fetch(`${address}/v1/feeds/dcat-ap/pages/1`, { headers: { 'if-none-match': held.feedTag } });
      expect(page.status).toBe(410);
      const entry = await (await fetch(`${address}/v1/feeds/dcat-ap.nq`)).text();
      const pages = [...entry.matchAll(/tree#node> <([^>]+\/pages\/(e2t[0-9a-z]+)-[0-9]+)>/g)];
      expect(new Set(pages.map(([, , epoch]) => epoch))).toEqual(new Set([again.cursor.split('.')[1]]));
      const [first] = pages;
      const members = await (await fetch(`${first?.[1]}.nq`)).text();
      expect(members).toContain(`<${address}/v1/changes/${first?.[2]}-1#activity>`);
      expect(members).not.toContain(`<${address}/v1/changes/1#activity>`);
    });
  }, 180_000);

  test('a second restore of the same backup gives yet another epoch', async () => {
    const other = join(folder, 'other');
    const ended = await beginCommand('restore', file, '--data', other).ended;
    expect(ended.code).toBe(0);
    const epochs = [data, other].map((one) =>
      withFolder(one, async ({ stores }) => (await stores.ledger.head()).epoch),
    );
    expect(new Set(await Promise.all(epochs)).size).toBe(2);
  }, 240_000);
});
