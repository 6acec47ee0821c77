/** The DCAT-AP feed as `ldes-client` reads it: the package that the EU portal's own importer is built on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enhanced_fetch, intoConfig, replicateLDES } from 'ldes-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changesOfTime, recordOf } from './changes-of-time.ts';
import { type Served, serve } from './served.ts';

type Client = ReturnType<typeof replicateLDES>;
type Member = ReturnType<Client['stream']> extends ReadableStream<infer One> ? One : never;

const ACTIVITY = /\/v1\/changes\/(\d+)#(\w+)/;

/** The number of the change and which part of it a member is. */
const partOf = ({ id }: Pick<Member, 'id'>): { seq: number; part: string } => {
  const [, seq, part = ''] = ACTIVITY.exec(id.value) ?? [];
  return { seq: Number(seq), part };
};

const ownChanges = (members: readonly Pick<Member, 'id'>[]): number[] =>
  members.map(partOf).flatMap(({ seq, part }) => (part === 'activity' ? [seq] : []));

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

let served: Served;
let statePath: string;

beforeEach(async () => {
  served = await serve({ entryOf: recordOf });
  statePath = mkdtempSync(join(tmpdir(), 'ldes-'));
});

afterEach(async () => {
  await served.stop();
  rmSync(statePath, { recursive: true });
});

interface Reading {
  readonly fetch?: typeof fetch;
  readonly polling?: boolean;
  readonly resume?: boolean;
  /** Where the client begins. */
  readonly url?: string;
}

function open({ fetch: fetched = fetch, polling = false, resume = false, url }: Reading): Client {
  const config = intoConfig({
    url: url ?? `${served.base}/v1/feeds/dcat-ap`,
    // The shape lies on the web; what it says is checked by the test of shapes.
    noShape: true,
    polling,
    pollInterval: 20,
    fetch: fetched,
    ...(resume && { statePath }),
  });
  return replicateLDES(config, 'ascending');
}

/** Reads until the client ends, or until enough is said to be there. */
async function replicate(reading: Reading = {}, onMember?: (members: Member[]) => Promise<boolean>): Promise<Member[]> {
  const client = open(reading);
  const failures: unknown[] = [];
  client.on('error', (failure) => failures.push(failure));
  const members: Member[] = [];
  const reader = client.stream({ highWaterMark: 10 }).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    members.push(value);
    if (onMember && (await onMember(members))) break;
  }
  await client.close();
  expect(failures).toEqual([]);
  return members;
}

const accepting =
  (type: string): typeof fetch =>
  (input, init) =>
    fetch(input, { ...init, headers: { accept: type } });

const DELETE = 'https://www.w3.org/ns/activitystreams#Delete';

describe('the DCAT-AP feed, read by ldes-client', () => {
  it('gives every change of the log once, in the order of the log', async () => {
    await served.append(...changesOfTime(250));
    expect(ownChanges(await replicate())).toEqual(upTo(250));
  });

  it('gives times that increase strictly, over all members', async () => {
    await served.append(...changesOfTime(250));
    const times = (await replicate()).map(({ timestamp }) => Number(timestamp));
    expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0))).toBe(true);
  });

  it.each(['application/trig', 'application/ld+json', 'application/n-quads'])(
    'carries the description of every member but a deletion in its own graph, as %s',
    async (type) => {
      await served.append(...changesOfTime(130));
      const members = await replicate({ fetch: accepting(type) });
      expect(ownChanges(members)).toEqual(upTo(130));
      for (const { id, quads } of members) {
        const inGraph = quads.filter(({ graph }) => graph.equals(id)).length;
        const deletes = quads.some(({ subject, object }) => subject.equals(id) && object.value === DELETE);
        expect(inGraph > 0).toBe(!deletes);
      }
    },
  );

  it('loses nothing and repeats nothing to a follower while the log grows over the borders of pages', async () => {
    const log = changesOfTime(250);
    await served.append(...log.slice(0, 180));
    let appended = 180;
    const members = await replicate({ polling: true }, async (seen) => {
      const changes = ownChanges(seen).length;
      if (changes === appended && appended < log.length) {
        // Ten at a time, and each time only when the follower has caught up: it is then asking for the growing page.
        await served.append(...log.slice(appended, appended + 10));
        appended = Math.min(log.length, appended + 10);
      }
      return changes >= log.length;
    });
    expect(ownChanges(members)).toEqual(upTo(250));
  });

  it('asks a returning reader for the entry and the growing page only', async () => {
    await served.append(...changesOfTime(250));
    await replicate({ resume: true });
    served.requests.length = 0;
    const again = await replicate({ resume: true });
    const pages = new Set(served.requests.map(({ path }) => path));
    expect([...pages].sort()).toEqual(['/v1/feeds/dcat-ap', '/v1/feeds/dcat-ap/pages/3']);
    expect(ownChanges(again).filter((seq) => seq <= 200)).toEqual([]);
  });

  it('is read whole by a client that was told to slow down', async () => {
    await served.append(...changesOfTime(120));
    served.refuse(2);
    const patient = enhanced_fetch({ retry: { maxRetries: 5, base: 1, codes: [429] } } as Parameters<
      typeof enhanced_fetch
    >[0]);
    expect(ownChanges(await replicate({ fetch: patient }))).toEqual(upTo(120));
    expect(served.requests.filter(({ status }) => status === 429)).toHaveLength(2);
  });

  it('is read under a public address with a path before it', async () => {
    await served.stop();
    served = await serve({ stage: '/prod', entryOf: recordOf });
    await served.append(...changesOfTime(120));
    expect(ownChanges(await replicate())).toEqual(upTo(120));
  });
});
