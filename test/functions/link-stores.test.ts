/** What is known of links keeps the same rules in memory and on the embedded engine. */
import { DeleteItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoLinkIndex } from '#functions/shared/dynamo-link-index.ts';
import { dynamoLinkStatuses } from '#functions/shared/dynamo-link-statuses.ts';
import type { LinkChecks, LinkIndex, LinkStatuses } from '#functions/shared/link-statuses.ts';
import { topology } from '#infra/topology.ts';
import { afterCheck } from '#quality/links/after-check.ts';
import type { LinkKind, LinkStatus, Sighting } from '#quality/links/link-status.ts';
import { type LinkUse, recordLinks } from '#quality/links/record-links.ts';
import { type Engines, startEngines } from '#test/engines.ts';
import { memoryLinks } from './memory-links.ts';

let engines: Engines;
beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

type Store = LinkStatuses & LinkIndex & LinkChecks;

const stores: [string, () => Promise<Store>][] = [
  ['in memory', async () => memoryLinks()],
  [
    'on DynamoDB',
    async () => {
      const table = await engines.newTable(topology.tables.quality);
      return { ...dynamoLinkIndex(table, engines.dynamo), ...dynamoLinkStatuses(table, engines.dynamo) };
    },
  ],
];

const DAY = 24 * 60 * 60 * 1000;
const start = Date.parse('2026-11-23T04:00:00.000Z');

const use = (url: string, place = 'landingPage'): LinkUse => ({ url, property: place, place, mediaTypes: [] });

const sightingOf = (kind: LinkKind, status: number | null = null): Sighting => ({
  kind,
  status,
  message: null,
  movedTo: null,
  certificateEnds: null,
  mediaType: null,
  askAgainAt: null,
});

/** Takes a sighting of an address into the store. */
async function see(store: Store, url: string, kind: LinkKind, now: number): Promise<LinkStatus> {
  const before = (await store.get([url])).get(url);
  if (!before) throw new Error(`${url} is not known`);
  const next = afterCheck(before, sightingOf(kind), now);
  expect(await store.save(next, before)).toBe(true);
  return next;
}

const urlsOf = (links: readonly LinkStatus[]): string[] => links.map(({ url }) => url);

describe('the table of links', () => {
  it('that was emptied under a running worker knows all hosts again once the log is read anew', async () => {
    const table = await engines.newTable(topology.tables.quality);
    const store = { ...dynamoLinkIndex(table, engines.dynamo), ...dynamoLinkStatuses(table, engines.dynamo) };
    const named = [{ dataset: 'sds.x', uses: [use('https://a.example/')] }];
    await store.replace(named, start);
    const { Items = [] } = await engines.dynamo.send(new ScanCommand({ TableName: table }));
    for (const { pk, sk } of Items) {
      if (pk && sk) await engines.dynamo.send(new DeleteItemCommand({ TableName: table, Key: { pk, sk } }));
    }
    await store.clear();
    await store.replace(named, start);
    expect(await store.hosts()).toEqual([{ host: 'a.example', restUntil: 0 }]);
  });
});

describe.each(stores)('links %s', (_, create) => {
  const a = 'https://a.example/data.csv';
  const b = 'https://b.example/æble';

  it('of a record with thousands of distributions at one page find room', async () => {
    const store = await create();
    const accessURL = [`https://a.example/${'x'.repeat(1900)}`];
    const uses = recordLinks({ distribution: Array.from({ length: 5000 }, () => ({ accessURL })) });
    await store.replace([{ dataset: 'sds.x', uses }], start);
    expect((await store.linksOf('sds.x')).length).toBe(100);
  });

  const written = new URL(b).href;

  it('are due at once when a dataset names them, and known under the address as it is written', async () => {
    const store = await create();
    await store.replace([{ dataset: 'sds.x', uses: [use(a), use(written)] }], start);

    const known = await store.get([`${a}#top`, b, 'https://c.example/', 'ikke en adresse']);

    expect([...known].map(([url, { state, kind, checkedAt }]) => [url, state, kind, checkedAt])).toEqual([
      [`${a}#top`, 'unknown', 'unchecked', null],
      [b, 'unknown', 'unchecked', null],
    ]);
    expect(await store.hosts()).toEqual([
      { host: 'a.example', restUntil: 0 },
      { host: 'b.example', restUntil: 0 },
    ]);
    expect(urlsOf(await store.due('a.example', start, 10))).toEqual([a]);
    expect(await store.due('a.example', start - 1, 10)).toEqual([]);
  });

  it('are kept once however many datasets name them, and forgotten with the last of these', async () => {
    const store = await create();
    const ids = Array.from({ length: 60 }, (_each, index) => `sds.d${String(index).padStart(2, '0')}`);
    for (const id of ids) await store.replace([{ dataset: id, uses: [use(a), use(a, 'page')] }], start);
    await store.replace([{ dataset: 'ncrr.x', uses: [use(a)] }], start);
    await see(store, a, 'ok', start + 1);

    expect((await store.usesOf(a, 3)).map(({ dataset }) => dataset)).toEqual(['ncrr.x', 'sds.d00', 'sds.d01']);
    expect((await store.usesOf(a, 100)).length).toBe(61);
    for (const id of ids) await store.replace([{ dataset: id, uses: [] }], start);
    expect(urlsOf((await store.list({ source: 'sds', limit: 5 })).links)).toEqual([]);
    expect(urlsOf((await store.list({ source: 'ncrr', limit: 5 })).links)).toEqual([a]);
    expect((await store.get([a])).get(a)?.state).toBe('ok');
    await store.replace([{ dataset: 'ncrr.x', uses: [use(written)] }], start);
    expect((await store.get([a, b])).size).toBe(1);
    expect(await store.due('a.example', start + 100 * DAY, 10)).toEqual([]);
  });

  it('keep their status when a dataset names them again or in another place', async () => {
    const store = await create();
    await store.replace([{ dataset: 'sds.x', uses: [use(a)] }], start);
    const seen = await see(store, a, 'not-found', start + 1);
    await store.replace([{ dataset: 'sds.x', uses: [use(a, 'distribution[0].accessURL')] }], start + 2);
    await store.replace([{ dataset: 'sds.y', uses: [use(a)] }], start + 3);

    expect((await store.get([a])).get(a)).toEqual(seen);
    expect((await store.linksOf('sds.x')).map(({ place }) => place)).toEqual(['distribution[0].accessURL']);
  });

  it('are not saved by a worker whose check another overtook, nor when nobody names them any more', async () => {
    const store = await create();
    await store.replace([{ dataset: 'sds.x', uses: [use(a)] }], start);
    const before = (await store.get([a])).get(a);
    if (!before) throw new Error('not known');
    await see(store, a, 'ok', start + 1);

    expect(await store.save(afterCheck(before, sightingOf('timeout'), start + 2), before)).toBe(false);
    const now = (await store.get([a])).get(a) ?? before;
    await store.replace([{ dataset: 'sds.x', uses: [] }], start + 3);
    expect(await store.save(afterCheck(now, sightingOf('ok'), start + 4), now)).toBe(false);
    expect((await store.get([a])).size).toBe(0);
  });

  it('are listed by status, kind, source and dataset, the same in any page size', async () => {
    const store = await create();
    const urls = Array.from({ length: 7 }, (_each, index) => `https://h${index}.example/`);
    await store.replace([{ dataset: 'sds.x', uses: urls.slice(0, 5).map((url) => use(url)) }], start);
    await store.replace([{ dataset: 'ssi.y', uses: urls.slice(3).map((url) => use(url)) }], start);
    const kinds: LinkKind[] = ['ok', 'not-found', 'timeout', 'ok', 'not-found', 'robots-disallowed', 'redirected'];
    for (const [index, url] of urls.entries()) await see(store, url, kinds[index] ?? 'ok', start + index);

    const walk = async (filters: Parameters<Store['list']>[0]): Promise<string[]> => {
      const walked: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await store.list({ ...filters, after });
        walked.push(...urlsOf(page.links));
        if (page.next === null) return walked;
        after = page.next;
      }
    };
    const places = (indices: number[]): (string | undefined)[] => indices.map((index) => urls[index]);
    for (const limit of [1, 2, 3, 50]) {
      expect(await walk({ limit })).toEqual(places([1, 2, 4, 5, 0, 3, 6]));
      expect(await walk({ state: 'failing', limit })).toEqual(places([1, 2, 4]));
      expect(await walk({ kind: 'not-found', limit })).toEqual(places([1, 4]));
      expect((await walk({ source: 'ssi', limit })).sort()).toEqual(places([3, 4, 5, 6]));
      expect((await walk({ source: 'ssi', state: 'ok', limit })).sort()).toEqual(places([3, 6]));
      expect((await walk({ dataset: 'sds.x', kind: 'ok', limit })).sort()).toEqual(places([0, 3]));
      expect(await walk({ dataset: 'sds.x', source: 'ssi', limit })).toEqual([]);
    }
  });

  it('tell what changed since an instant, each link once, also many of one moment', async () => {
    const store = await create();
    const urls = Array.from({ length: 5 }, (_each, index) => `https://a.example/${index}`);
    await store.replace([{ dataset: 'sds.x', uses: urls.map((url) => use(url)) }], start);
    for (const url of urls.slice(1)) await see(store, url, 'ok', start + DAY);
    await see(store, urls[4] ?? '', 'timeout', start + 2 * DAY);
    await see(store, urls[3] ?? '', 'ok', start + 2 * DAY);

    const told: string[] = [];
    let cursor = new Date(start + DAY).toISOString();
    for (let hasMore = true; hasMore; ) {
      const page = await store.changedSince(cursor, 1);
      told.push(...urlsOf(page.links));
      ({ cursor, hasMore } = page);
    }

    expect(told.slice(0, 3).sort()).toEqual(urls.slice(1, 4));
    expect(told.slice(3)).toEqual([urls[4]]);
    expect(await store.changedSince(cursor, 10)).toEqual({ links: [], cursor, hasMore: false });
  });

  it('rest with their host, also when one more of it is named', async () => {
    const store = await create();
    await store.replace([{ dataset: 'sds.x', uses: [use(a)] }], start);
    await store.rest('a.example', start + DAY);
    await store.replace([{ dataset: 'sds.x', uses: [use(a), use('https://a.example/mere')] }], start);

    expect(await store.hosts()).toEqual([{ host: 'a.example', restUntil: start + DAY }]);
  });

  it('are all forgotten when the log is read anew', async () => {
    const store = await create();
    await store.replace([{ dataset: 'sds.x', uses: [use(a), use(written)] }], start);
    await store.replace([{ dataset: 'ssi.y', uses: [use(a)] }], start);
    await see(store, a, 'ok', start);
    await store.clear();

    expect(await store.list({ limit: 10 })).toEqual({ links: [], next: null });
    expect(await store.list({ source: 'sds', limit: 10 })).toEqual({ links: [], next: null });
    expect(await store.linksOf('sds.x')).toEqual([]);
    expect(await store.usesOf(a, 10)).toEqual([]);
  });
});
