import { describe, expect, it } from 'vitest';
import { sumsOf, World } from './world.ts';

const URL = 'https://example.dk/data.json';

interface Options {
  readonly title?: (id: string) => string;
}

const feed = (ids: readonly string[], { title = (id) => `Register ${id}` }: Options = {}): string =>
  JSON.stringify({
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    dataset: ids.map((identifier) => ({
      identifier,
      title: title(identifier),
      description: `Om ${identifier}: æøå`,
      keyword: ['sundhed'],
      modified: '2026-01-01',
      accessLevel: 'non-public',
    })),
  });

const ids = (count: number, from = 0): string[] => Array.from({ length: count }, (_, index) => `r${from + index}`);

const world = (body: string): World => {
  const made = new World({ format: 'dcat-us', url: URL });
  made.site.set(URL, body);
  return made;
};

describe('a harvest', () => {
  it('creates what is new, and finds nothing to do the next time', async () => {
    const site = world(feed(ids(250)));
    const first = await site.harvest();
    expect(first).toMatchObject({
      state: 'succeeded',
      coverage: 'complete',
      counts: { listed: 250, created: 250, unchanged: 0 },
      live: { before: 0, after: 250 },
      changes: { first: 1, last: 250 },
    });
    const second = await site.harvest();
    expect(second).toMatchObject({
      state: 'succeeded',
      counts: { listed: 250, created: 0, unchanged: 250 },
      live: { before: 250, after: 250 },
      notModified: 1,
      changes: null,
    });
    expect(await site.log()).toHaveLength(250);
  });

  it('writes nothing but its own report when a page comes back unchanged', async () => {
    const site = world(feed(ids(3)));
    await site.harvest();
    const before = new Map(site.objects.contents);
    const run = await site.harvest();
    const written = [...site.objects.contents].filter(([key, bytes]) => before.get(key) !== bytes).map(([key]) => key);
    expect(written.filter((key) => !key.startsWith(`runs/${run.id}/`))).toEqual([]);
  });

  it('does not ask for the body of a page that has not changed since its tag', async () => {
    const site = world('');
    site.site.set(URL, { body: feed(ids(2)), etag: '"a"' });
    await site.harvest();
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', notModified: 1, counts: { unchanged: 2 } });
  });

  it('reads an unchanged page all the same when it is told to', async () => {
    const site = world(feed(ids(2)));
    await site.harvest();
    expect(await site.harvest({ force: true })).toMatchObject({ notModified: 0, counts: { unchanged: 2 } });
  });

  it('says of a changed record which of its properties changed', async () => {
    const site = world(feed(ids(5)));
    await site.harvest();
    site.site.set(URL, feed(ids(5), { title: (id) => (id === 'r3' ? 'Et andet navn' : `Register ${id}`) }));
    const run = await site.harvest();
    expect(run.counts).toMatchObject({ updated: 1, unchanged: 4 });
    const [change] = (await site.log()).slice(5);
    expect(change).toMatchObject({
      type: 'Update',
      changed: ['title'],
      revision: 2,
      previous: 4,
      cause: 'source-updated',
    });
    expect((await site.rows(run)).filter(({ outcome }) => outcome === 'updated')).toMatchObject([
      { identifier: 'r3', reason: 'title' },
    ]);
  });

  it('takes a re-ordered and re-formatted feed for what it is: no change', async () => {
    const site = world(feed(ids(50)));
    await site.harvest();
    const { dataset, ...rest } = JSON.parse(feed(ids(50)));
    const reordered = dataset
      .toReversed()
      .map((record: object) => Object.fromEntries(Object.entries(record).toReversed()));
    site.site.set(URL, JSON.stringify({ dataset: reordered, ...rest }, null, 3));
    expect(await site.harvest()).toMatchObject({ counts: { listed: 50, unchanged: 50 }, changes: null });
  });

  it('counts a record that is listed twice once, and the other as a duplicate', async () => {
    const site = world(feed(['a', 'b', 'a']));
    const run = await site.harvest();
    expect(run.counts).toMatchObject({ listed: 3, created: 2, duplicate: 1 });
    expect(sumsOf(run)).toEqual([]);
  });
});

describe('a record that is gone', () => {
  it('is missing once and removed the second time, with a tombstone; when it returns it goes on as itself', async () => {
    const site = world(feed(ids(40)));
    await site.harvest();
    site.site.set(URL, feed(ids(39)));
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { missing: 1, removed: 0 } });
    expect(await site.harvest()).toMatchObject({ counts: { missing: 0, removed: 1 }, live: { before: 40, after: 39 } });
    const tombstone = (await site.log()).at(-1);
    expect(tombstone).toMatchObject({ type: 'Delete', revision: 2, contentHash: null, cause: 'source-removed' });
    site.site.set(URL, feed(ids(40)));
    expect(await site.harvest()).toMatchObject({
      counts: { returned: 1, unchanged: 39 },
      live: { before: 39, after: 40 },
    });
    expect((await site.log()).at(-1)).toMatchObject({
      type: 'Create',
      dataset: tombstone?.dataset,
      revision: 3,
      cause: 'source-returned',
      previous: 41,
    });
  });
});

describe('removals that would be too many', () => {
  async function held(): Promise<World> {
    const site = world(feed(ids(50)));
    await site.harvest();
    site.site.set(URL, feed([...ids(40), 'new']));
    await site.harvest();
    return site;
  }

  it('are held, while what is new is published', async () => {
    const site = await held();
    const run = await site.harvest();
    expect(run).toMatchObject({ state: 'held', counts: { held: 10, removed: 0, missing: 0 }, live: { after: 51 } });
    expect(run.reason).toContain('10 of 51 records');
    expect(await site.live()).toContain('new');
  });

  it('are carried out with tombstones when the operator releases them', async () => {
    const site = await held();
    const run = await site.harvest();
    const decision = await site.decide(run.id, 'release');
    expect(decision).toMatchObject({
      kind: 'done',
      run: { state: 'succeeded', counts: { held: 0, removed: 10 }, live: { after: 41 } },
    });
    expect((await site.log()).slice(-10).every(({ type, cause }) => type === 'Delete' && cause === 'manual')).toBe(
      true,
    );
    expect(sumsOf(await site.run(run.id))).toEqual([]);
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', live: { before: 41, after: 41 } });
  });

  it('are given up when the operator rejects them, and not asked about again', async () => {
    const site = await held();
    const run = await site.harvest();
    expect(await site.decide(run.id, 'reject')).toMatchObject({
      kind: 'done',
      run: { counts: { held: 0, missing: 10 } },
    });
    for (let again = 0; again < 7; again += 1) {
      expect(await site.harvest()).toMatchObject({
        state: 'succeeded',
        counts: { held: 0, missing: 10 },
        live: { after: 51 },
      });
    }
  });

  it('are carried out after five runs in a row that say the same, and not before', async () => {
    const site = await held();
    const states: string[] = [];
    for (let again = 0; again < 5; again += 1) states.push((await site.harvest()).state);
    expect(states).toEqual(['held', 'held', 'held', 'held', 'succeeded']);
    expect(await site.live()).toHaveLength(41);
  });

  it('are decided about once, and not while a run is under way', async () => {
    const site = await held();
    const run = await site.harvest();
    await site.leases.take('kilde', 'another', site.now);
    expect(await site.decide(run.id, 'release')).toEqual({ kind: 'busy' });
    await site.leases.release('kilde', 'another');
    await site.decide(run.id, 'release');
    expect(await site.decide(run.id, 'release')).toEqual({ kind: 'nothing-held' });
    expect(await site.decide('kilde.nothing.here', 'release')).toEqual({ kind: 'unknown-run' });
  });
});

describe('a source in trouble', () => {
  const broken: readonly (readonly [what: string, body: string | number, state: string])[] = [
    ['an empty feed', feed([]), 'held'],
    ['a feed cut in half', feed(ids(20)).slice(0, 1000), 'partial'],
    ['a web page with status 200', '<!doctype html><html><title>Log ind</title></html>', 'failed'],
    ['nothing at all', '', 'failed'],
    ['a server error', 500, 'failed'],
    ['a page that is gone', 404, 'failed'],
  ];

  it.each(broken)('that sends %s loses nothing, and is mended by its next good answer', async (_what, body, state) => {
    const site = world(feed(ids(20)));
    await site.harvest();
    site.site.set(URL, body);
    for (let again = 0; again < 3; again += 1) {
      const run = await site.harvest();
      expect(run.state).toBe(state);
      expect(sumsOf(run)).toEqual([]);
      expect(run.reason).toBeTruthy();
    }
    expect(await site.live()).toHaveLength(20);
    site.site.set(URL, feed(ids(21)));
    expect(await site.harvest()).toMatchObject({
      state: 'succeeded',
      counts: { created: 1, unchanged: 20, missing: 0, held: 0 },
      live: { before: 20, after: 21 },
    });
  });
});

describe('a worker that is killed', () => {
  it('at any step loses nothing: its run ends, its sum balances, and the next run repairs everything', async () => {
    const wanted = ids(130)
      .filter((id) => id !== 'r7')
      .sort();
    for (let killBefore = 1; ; killBefore += 1) {
      const site = world(feed(ids(120)));
      await site.harvest();
      // New, changed and removed records at once, so that each kind of write is cut off once.
      const next = feed(wanted, { title: (id) => (id === 'r9' ? 'Nyt navn' : `Register ${id}`) });
      site.site.set(URL, next);
      await site.harvest();
      const killed = await site.harvest({ killBefore, force: true });
      const wasKilled = site.wasKilled;
      const [reaped] = await site.reap();
      const ended = reaped ?? killed;
      expect(ended.state).not.toBe('running');
      expect(sumsOf(ended)).toEqual([]);
      const good = await site.harvest();
      expect(good.state).toBe('succeeded');
      expect(sumsOf(good)).toEqual([]);
      await site.harvest();
      expect(await site.live()).toEqual(wanted);
      const log = await site.log();
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
      // 120 created, 10 created, 1 updated, 1 removed: no event twice, whatever was cut off.
      expect(log).toHaveLength(132);
      if (!wasKilled) break;
    }
  });

  it('is not taken for dead while it may be at work: its message, delivered twice, is worked on once', async () => {
    const site = world(feed(ids(250)));
    const killed = await site.harvest({ killBefore: 12 });
    const again = JSON.stringify({ source: 'kilde', run: killed.id });
    site.queue.push(again);
    await site.work();
    expect(await site.run(killed.id)).toMatchObject({ state: 'running' });
    site.queue.push(again);
    expect(await site.resume()).toMatchObject({ state: 'succeeded', counts: { created: 250 } });
  });

  it('leaves a message that takes its run up again where it stood', async () => {
    const site = world(feed(ids(250)));
    const killed = await site.harvest({ killBefore: 12 });
    expect(killed.state).toBe('running');
    site.queue.push(JSON.stringify({ source: 'kilde', run: killed.id }));
    const resumed = await site.resume();
    expect(resumed).toMatchObject({
      state: 'succeeded',
      counts: { listed: 250, created: 250 },
      live: { before: 0, after: 250 },
    });
    expect(await site.log()).toHaveLength(250);
  });
});
