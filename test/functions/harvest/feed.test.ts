/** A DCAT-AP Feed, run after run: what is asked for, and what becomes of its events. */
import { describe, expect, it } from 'vitest';
import { preview } from '#functions/harvest/preview.ts';
import { emptyState } from '#functions/harvest/source-state.ts';
import { dcat } from '#harvesters/dcat/dcat.ts';
import type { PageRequest } from '#schemas/reading.ts';
import type { Run } from '#schemas/run.ts';
import { FeedSite, type FeedType, serialised } from '#test/harvesters/dcat/feed-site.ts';
import { type SitePage, sumsOf, World } from './world.ts';

const URL = 'https://owner.example/feed';
const DAY = 86_400_000;

const AGENT = '<https://owner.example/agent>';
const agentNamed = (name: string) => `${AGENT} a foaf:Agent ; foaf:name "${name}"@da .`;
const iriOf = (name: string) => `https://owner.example/d/${name}`;

/** A feed of an agent and so many datasets, and the world that harvests it. */
function worldOf(count: number, type: FeedType = 'application/trig', settings: Record<string, unknown> = {}) {
  const feed = new FeedSite(URL);
  feed.add('Create', AGENT, agentNamed('Sundhedsstyrelsen på Øen'));
  for (let index = 0; index < count; index += 1) feed.dataset('Create', String(index));
  const world = new World({ format: 'dcat', url: URL, settings: { feed: 'ldes', ...settings } });
  world.source.removal.missingRuns = 1;
  const page = (trig: string, url: string): SitePage => {
    const body = serialised(trig, type, url);
    return { body, type, etag: `"${body.length} ${feed.events.length}"` };
  };
  const broken = new Map<string, SitePage>();
  world.site.get = (url) => {
    const fault = broken.get(url);
    if (fault !== undefined) return fault;
    if (url === URL) return page(feed.root(), url);
    const index = feed.pageUrls.indexOf(url);
    return index < 0 ? undefined : page(feed.page(index), url);
  };
  const harvest = async (options?: Parameters<World['harvest']>[0]): Promise<{ run: Run; asked: string[] }> => {
    const before = world.asked.length;
    const run = await world.harvest(options);
    expect(sumsOf(run)).toEqual([]);
    return { run, asked: world.asked.slice(before) };
  };
  /** What the catalogue has of a dataset now. */
  const payloadOf = async (name: string): Promise<string> => {
    const texts: string[] = [];
    for (const entry of await world.log()) {
      const payload = entry.type === 'Delete' ? undefined : await world.ledger.payload(entry);
      if (payload?.identifier === iriOf(name)) texts.push(JSON.stringify(payload));
    }
    return texts.at(-1) ?? '';
  };
  return { world, feed, broken, harvest, payloadOf };
}

const codesOf = (run: Run) => run.problems.map(({ code }) => code);

describe('a DCAT-AP Feed', () => {
  it.each<FeedType>(['application/trig', 'application/n-quads', 'application/ld+json'])(
    'in %s is walked whole the first time, and each dataset stands with its publisher',
    async (type) => {
      const { harvest, payloadOf, feed } = worldOf(10, type);
      const { run, asked } = await harvest();
      expect(run).toMatchObject({ state: 'succeeded', coverage: 'complete', counts: { listed: 10, created: 10 } });
      expect(asked.toSorted()).toEqual([URL, ...feed.pageUrls]);
      expect(await payloadOf('0')).toContain('Sundhedsstyrelsen på Øen');
      expect(await payloadOf('9')).toContain('Register 9');
    },
  );

  it('in which nothing changed is asked only for its first page and its open one', async () => {
    const { harvest, feed, world } = worldOf(10);
    await harvest();
    world.now += DAY;
    const { run, asked } = await harvest();
    expect(asked).toEqual([URL, feed.pageUrls.at(-1)]);
    expect(run).toMatchObject({
      state: 'succeeded',
      counts: { listed: 10, unchanged: 10 },
      notModified: 2,
      requests: 2,
    });
  });

  it('with a creation, an update and a deletion at its end is asked for what may be new, and says what was done', async () => {
    const { harvest, feed, world, payloadOf } = worldOf(10);
    await harvest();
    const open = feed.pageUrls.at(-1);
    feed.dataset('Update', '3', 'Nyt navn');
    feed.dataset('Create', 'ny', 'Ny');
    feed.add('Delete', `<${iriOf('5')}>`);
    const { run, asked } = await harvest();
    expect(asked).toEqual([URL, ...feed.pageUrls.slice(feed.pageUrls.indexOf(open ?? ''))]);
    expect(run).toMatchObject({
      state: 'succeeded',
      counts: { listed: 10, created: 1, updated: 1, unchanged: 8, removed: 1 },
      live: { before: 10, after: 10 },
    });
    const removed = (await world.rows(run)).find(({ outcome }) => outcome === 'removed');
    expect(removed).toMatchObject({ identifier: iriOf('5'), reason: 'deleted-by-source' });
    expect(await payloadOf('3')).toContain('Nyt navn');
    expect((await harvest()).run).toMatchObject({ counts: { listed: 10, unchanged: 10, removed: 0 } });
  });

  it('takes the latest word on each thing, wherever in the walk it stands', async () => {
    const { harvest, feed, world, payloadOf } = worldOf(3);
    feed.dataset('Update', '1', 'Det nyeste');
    feed.add('Delete', `<${iriOf('2')}>`);
    const [first, ...rest] = feed.events.splice(0).toReversed();
    if (first) feed.events.push(first, ...rest);
    expect((await harvest()).run).toMatchObject({ counts: { listed: 2, created: 2 } });
    expect(await payloadOf('1')).toContain('Det nyeste');
    expect(await world.live()).toEqual([iriOf('0'), iriOf('1')]);
  });

  it('creates a dataset again that it had deleted, under the identity that it had', async () => {
    const { harvest, feed } = worldOf(3);
    await harvest();
    feed.add('Delete', `<${iriOf('2')}>`);
    expect((await harvest()).run.counts).toMatchObject({ removed: 1 });
    feed.dataset('Create', '2');
    expect((await harvest()).run).toMatchObject({ counts: { returned: 1 }, live: { before: 2, after: 3 } });
  });

  it('whose publisher changes long after its datasets changes all that name it', async () => {
    const { harvest, feed, payloadOf, world } = worldOf(10);
    await harvest();
    feed.add('Update', AGENT, agentNamed('Nyt navn'));
    world.now += DAY;
    const { run, asked } = await harvest();
    expect(asked).toHaveLength(2);
    expect(run.counts).toMatchObject({ updated: 10, unchanged: 0 });
    const payload = await payloadOf('0');
    expect(payload).toContain('Nyt navn');
    expect(payload).not.toContain('Sundhedsstyrelsen på Øen');
  });

  it('lets what a dataset says of its publisher in passing give way to what the publisher says itself', async () => {
    const { harvest, feed, payloadOf } = worldOf(0);
    const iri = `<${iriOf('x')}>`;
    const says = `${iri} a dcat:Dataset ; dct:title "X"@da ; dct:publisher ${AGENT} .\n${agentNamed('Gammelt navn')}`;
    feed.add('Create', iri, says);
    await harvest();
    const payload = await payloadOf('x');
    expect(payload).toContain('Sundhedsstyrelsen på Øen');
    expect(payload).not.toContain('Gammelt navn');
  });

  it('stands with the distributions that have events of their own', async () => {
    const { harvest, feed, payloadOf } = worldOf(0);
    const file = '<https://owner.example/file>';
    feed.add('Create', file, `${file} a dcat:Distribution ; dcat:accessURL <https://owner.example/hent> .`);
    const iri = `<${iriOf('x')}>`;
    feed.add('Create', iri, `${iri} a dcat:Dataset ; dct:title "X"@da ; dcat:distribution ${file} .`);
    expect((await harvest()).run.counts).toMatchObject({ listed: 1, created: 1 });
    expect(await payloadOf('x')).toContain('https://owner.example/hent');
  });

  it('whose page fails removes nothing and keeps what the page said before', async () => {
    const { harvest, feed, broken, world } = worldOf(10);
    await harvest();
    feed.dataset('Update', '9', 'Nyt');
    broken.set(feed.pageUrls.at(-1) ?? '', 503);
    const { run } = await harvest();
    expect(run).toMatchObject({
      state: 'partial',
      coverage: 'partial',
      counts: { listed: 10, unchanged: 10, missing: 0, removed: 0 },
    });
    broken.clear();
    expect((await harvest()).run).toMatchObject({ state: 'succeeded', counts: { updated: 1, unchanged: 9 } });
    expect(await world.live()).toHaveLength(10);
  });

  it('whose page breaks off within a graph takes no half dataset, and nothing back that was known', async () => {
    const { harvest, feed, broken, payloadOf } = worldOf(10);
    await harvest();
    feed.dataset('Update', '9', 'Nyt');
    const tail = feed.pageUrls.length - 1;
    const body = feed.page(tail);
    const cut = body.slice(0, body.lastIndexOf('dct:publisher'));
    broken.set(feed.pageUrls[tail] ?? '', { body: cut, type: 'application/trig' });
    const { run } = await harvest();
    expect(run).toMatchObject({ state: 'partial', counts: { listed: 10, rejected: 1, updated: 0, removed: 0 } });
    expect(await payloadOf('9')).toContain('Register 9');
    broken.clear();
    expect((await harvest()).run).toMatchObject({ state: 'succeeded', counts: { updated: 1 } });
  });

  it('whose first page fails is a failed run, and nothing is missing', async () => {
    const { harvest, broken } = worldOf(10);
    await harvest();
    broken.set(URL, 503);
    expect((await harvest()).run).toMatchObject({ state: 'failed', counts: { listed: 0, missing: 0, removed: 0 } });
  });

  it('whose relations lead back and to themselves is read once', async () => {
    const { harvest, feed } = worldOf(10);
    feed.said = `<> tree:relation [ tree:node <${URL}> ] , [ tree:node <feed/pages/0> ] .\n<https://owner.example/feed/pages/0> tree:relation [ tree:node <${URL}> ] .`;
    const { run, asked } = await harvest();
    expect(run).toMatchObject({ state: 'succeeded', coverage: 'complete', counts: { created: 10 } });
    expect(asked).toHaveLength(1 + feed.pageUrls.length);
  });

  it('that forgets what is old keeps what it once said, and removes only what it says is gone', async () => {
    const { harvest, feed, world } = worldOf(10);
    feed.said = `<${URL}> ldes:retentionPolicy [ a ldes:DurationAgoPolicy ; tree:value "P30D"^^xsd:duration ] .`;
    expect((await harvest()).run).toMatchObject({ scope: 'changes-only', counts: { created: 10 } });
    const before = feed.pageUrls;
    feed.root = new Proxy(feed.root, {
      apply: (root, self) =>
        String(Reflect.apply(root, self, [])).replaceAll(`tree:node <${before[0]}>`, `tree:node <${before[1]}>`),
    });
    feed.dataset('Update', '9', 'Nyt');
    expect((await harvest()).run).toMatchObject({
      scope: 'changes-only',
      counts: { listed: 10, updated: 1, unchanged: 9, missing: 0, removed: 0 },
    });
    expect(await world.live()).toHaveLength(10);
  });

  it('that drops the old versions and nothing else lists everything still', async () => {
    const { harvest, feed } = worldOf(4);
    feed.said = `<${URL}> ldes:retentionPolicy [ a ldes:LatestVersionSubset ; ldes:amount 1 ] .`;
    expect((await harvest()).run.scope).toBeUndefined();
    feed.events.splice(2, 1);
    const { run } = await harvest({ force: true });
    expect(run.counts).toMatchObject({ listed: 3, removed: 1 });
  });

  it('is asked for its immutable pages again after fullEvery, and when it is forced', async () => {
    const { harvest, feed, world } = worldOf(10);
    await harvest();
    expect((await harvest({ force: true })).asked).toHaveLength(1 + feed.pageUrls.length);
    world.now += 8 * DAY;
    expect((await harvest()).asked).toHaveLength(1 + feed.pageUrls.length);
    expect((await harvest()).asked).toHaveLength(2);
  });

  it('whose server says by its header that a page is immutable is believed', async () => {
    const { harvest, feed, broken } = worldOf(2);
    for (const url of feed.pageUrls) broken.set(url, { body: feed.page(0), type: 'application/trig', immutable: true });
    await harvest();
    expect((await harvest()).asked).toEqual([URL]);
  });

  it('rejects an event about nothing that has a name, with its place, and reads its neighbours', async () => {
    const { harvest, feed, world } = worldOf(2);
    feed.add('Create', '[ a dcat:Dataset ]');
    feed.dataset('Create', 'nabo');
    const { run } = await harvest();
    expect(run).toMatchObject({ state: 'succeeded', counts: { listed: 4, created: 3, rejected: 1 } });
    const rejected = (await world.rows(run)).find(({ outcome }) => outcome === 'rejected');
    expect(rejected).toMatchObject({ reason: 'no-identity', page: feed.pageUrls[0], place: 'line 21' });
  });

  it('rejects an event without the graph that it should have, and the dataset is not missing', async () => {
    const { harvest, feed } = worldOf(2);
    await harvest();
    feed.add('Update', `<${iriOf('1')}>`);
    const { run } = await harvest();
    expect(run).toMatchObject({ state: 'succeeded', counts: { rejected: 1, unchanged: 1, missing: 0, removed: 0 } });
    expect(codesOf(run)).toContain('incomplete-record');
  });

  it('whose publisher has an event that cannot be read keeps what it said of the publisher before', async () => {
    const { harvest, feed, payloadOf } = worldOf(3);
    await harvest();
    feed.add('Update', AGENT);
    const { run } = await harvest();
    expect(run.counts).toMatchObject({ rejected: 1, updated: 0, unchanged: 3 });
    expect(await payloadOf('0')).toContain('Sundhedsstyrelsen på Øen');
  });

  it('tells of an event that it can neither read nor date, and takes the latest that it can', async () => {
    const { harvest, feed } = worldOf(2);
    feed.events.push({ type: 'Update', thing: `<${iriOf('1')}>` });
    const { run } = await harvest();
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 2, rejected: 0 } });
    expect(codesOf(run)).toEqual(['incomplete-record']);
  });

  it('says nothing of an event that it cannot read once there is a later one', async () => {
    const { harvest, feed } = worldOf(2);
    feed.add('Update', `<${iriOf('1')}>`);
    feed.dataset('Update', '1', 'Nyt');
    expect(codesOf((await harvest()).run)).toEqual([]);
  });

  it('does not walk into the streams that its datasets are, and does not forget as they do', async () => {
    const { harvest, feed } = worldOf(1);
    const iri = `<${iriOf('strøm')}>`;
    const stream = `${iri} a dcat:Dataset, ldes:EventStream ; dct:title "En strøm"@da ; tree:view <https://other.example/view> .
<https://other.example/view> ldes:retentionPolicy [ a ldes:DurationAgoPolicy ] ; tree:relation [ tree:node <https://other.example/1> ] .`;
    feed.add('Create', iri, stream);
    const { run, asked } = await harvest();
    expect(asked.toSorted()).toEqual([URL, ...feed.pageUrls]);
    expect(run).toMatchObject({ state: 'succeeded', coverage: 'complete', counts: { created: 2 } });
    expect(run.scope).toBeUndefined();
  });

  it.each([0, 1])('takes the same word of two at one moment when page %i of them fails', async (failing) => {
    const { harvest, feed, broken, world } = worldOf(6);
    const published = '2025-06-01T00:00:00Z';
    const deleted = { type: 'Delete', thing: `<${iriOf('2')}>`, published } as const;
    const what = `<${iriOf('2')}> a dcat:Dataset ; dct:title "Register 2"@da .`;
    // Page 0 deletes and page 1 creates, so the dataset stands; with the other it is the other way round.
    feed.events[3] = deleted;
    feed.events[4] = { type: 'Create', thing: `<${iriOf('2')}>`, published, what };
    feed.events[5] = { type: 'Create', thing: `<${iriOf('5')}>`, published, what: what.replaceAll('d/2', 'd/5') };
    feed.events[2] = { type: 'Delete', thing: `<${iriOf('5')}>`, published };
    await harvest();
    const live = await world.live();
    expect(live).toContain(iriOf('2'));
    broken.set(feed.pageUrls[failing] ?? '', 503);
    // The immutable pages are asked for again, and one of them does not come.
    world.now += 8 * DAY;
    expect((await harvest()).run).toMatchObject({ state: 'partial', counts: { removed: 0, updated: 0 } });
    expect(await world.live()).toEqual(live);
  });

  it('whose server edits a page that it called immutable is heard after a week, and not before', async () => {
    const { harvest, feed, payloadOf, world } = worldOf(9);
    await harvest();
    const first = feed.events[1];
    if (first) feed.events[1] = { ...first, what: first.what?.replace('Register 0', 'Rettet i det stille') };
    world.now += 6 * DAY;
    expect((await harvest()).run.counts).toMatchObject({ updated: 0 });
    world.now += 2 * DAY;
    expect((await harvest()).run.counts).toMatchObject({ updated: 1, unchanged: 8 });
    expect(await payloadOf('0')).toContain('Rettet i det stille');
  });

  it('takes an event without a type for what the thing is now', async () => {
    const { harvest, feed, payloadOf } = worldOf(1);
    const iri = `<${iriOf('0')}>`;
    feed.add(undefined, iri, `${iri} a dcat:Dataset ; dct:title "Uden type"@da .`);
    await harvest();
    expect(await payloadOf('0')).toContain('Uden type');
  });

  it('reads relative addresses against the page that they stand on', async () => {
    const { harvest, feed, world } = worldOf(0);
    feed.add('Create', '<../d/relativ>', '<../d/relativ> a dcat:Dataset ; dct:title "Relativ"@da .');
    await harvest();
    expect(await world.live()).toEqual(['https://owner.example/feed/d/relativ']);
  });

  it('with one damaged dataset rejects that one, with its line, and reads its neighbours', async () => {
    const { harvest, feed, world } = worldOf(1);
    const iri = `<${iriOf('bad')}>`;
    feed.add('Create', iri, `${iri} a dcat:Dataset ; dct:title "Uden ende@da .`);
    feed.dataset('Create', 'nabo');
    const { run } = await harvest();
    expect(run.counts).toMatchObject({ created: 2, rejected: 1 });
    const rejected = (await world.rows(run)).find(({ outcome }) => outcome === 'rejected');
    expect(rejected).toMatchObject({ identifier: iriOf('bad'), page: feed.pageUrls[0] });
    expect(rejected?.place).toMatch(/^line \d+, column \d+$/);
  });

  it('goes on in another invocation where one ended, and says the same', async () => {
    const { harvest, world, feed } = worldOf(10);
    world.pagesPerInvocation = 2;
    const { run, asked } = await harvest();
    expect(run).toMatchObject({ state: 'succeeded', counts: { listed: 10, created: 10 } });
    expect(asked).toHaveLength(1 + feed.pageUrls.length);
  });

  it('that was walked to the end of an invocation is put together in the next, which has its time for that', async () => {
    const { harvest, world, feed } = worldOf(10);
    world.pagesPerInvocation = 1 + feed.pageUrls.length;
    const { run, asked } = await harvest();
    expect(run).toMatchObject({ state: 'succeeded', counts: { listed: 10, created: 10 } });
    expect(asked).toHaveLength(1 + feed.pageUrls.length);
    expect(world.delays).toHaveLength(1);
  });

  it('takes a worker that dies at any step without losing or repeating anything', async () => {
    for (let step = 1; ; step += 1) {
      const { world, feed, harvest } = worldOf(5);
      await harvest();
      feed.dataset('Update', '1', 'Nyt');
      feed.add('Delete', `<${iriOf('2')}>`);
      await world.harvest({ killBefore: step });
      if (!world.wasKilled) break;
      await world.reap();
      world.now += DAY;
      await harvest();
      const log = await world.log();
      expect(log.map(({ type }) => type).filter((type) => type !== 'Create')).toEqual(['Update', 'Delete']);
      expect(await world.live()).toHaveLength(4);
    }
  });

  it('is read again from the archive as it was read', async () => {
    const { world, harvest } = worldOf(10);
    await harvest();
    const { run } = await harvest();
    const asked = world.asked.length;
    expect(await world.replay(run.id)).toMatchObject({ counts: { listed: 10, unchanged: 10 } });
    expect(world.asked).toHaveLength(asked);
  });

  it('whose page is gone from the archive is asked for it again, and nothing is removed meanwhile', async () => {
    const { world, harvest, feed } = worldOf(10);
    await harvest();
    const [key] = [...world.objects.contents.keys()].filter((name) => name.startsWith('raw/'));
    world.objects.contents.delete(key ?? '');
    expect((await harvest()).run).toMatchObject({ state: 'partial', counts: { removed: 0, missing: 0 } });
    expect((await harvest()).run).toMatchObject({ state: 'succeeded', counts: { unchanged: 10 } });
    expect(feed.pageUrls).toHaveLength(3);
  });

  it('is previewed whole, and nothing of it is kept', async () => {
    const { world } = worldOf(10);
    const fetcher = { fetch: async (request: PageRequest) => world.answer(request, undefined) };
    const found = await preview({ fetcher, clock: () => world.now }, world.source, emptyState('kilde'), 2);
    expect(found).toMatchObject({ coverage: 'complete', whole: true, wouldRemove: [] });
    expect(found.rows.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 10 }, () => 'created'));
    expect(await world.log()).toEqual([]);
  });

  it('is told from a page that is none', async () => {
    const { harvest, broken } = worldOf(1);
    broken.set(URL, { body: '<https://a.example/> a <http://www.w3.org/ns/dcat#Catalog> .', type: 'text/turtle' });
    const { run } = await harvest();
    expect(run.state).toBe('failed');
    expect(codesOf(run)).toContain('wrong-media');
  });

  it.each([
    [{ feed: 'atom' }],
    [{ fullEvery: 'P7D' }],
    [{ feed: 'ldes', fullEvery: 'a week' }],
    [{ feed: 'ldes', sparql: { query: 'CONSTRUCT {} WHERE { ORDER BY ?d LIMIT $limit OFFSET $offset }' } }],
  ])('is not set up by %j', (settings) => expect(dcat.settings.safeParse(settings).success).toBe(false));
});
