import { describe, expect, it } from 'vitest';
import { readState } from '#functions/harvest/run-files.ts';
import type { Source } from '#schemas/source.ts';
import { sumsOf, World } from './world.ts';

const URL = 'https://example.dk/data.json';

/** A feed of identifiers, each with the title and link of the register that it stands for. */
const feed = (listed: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    dataset: Object.entries(listed).map(([identifier, register]) => ({
      identifier,
      title: `Register ${register}`,
      description: `Om ${register}`,
      publisher: { name: 'Sundhedsdatastyrelsen' },
      distribution: [{ accessURL: `https://example.dk/filer/${register}` }],
      accessLevel: 'public',
    })),
  });

const listing = (...registers: string[]) => Object.fromEntries(registers.map((name) => [name, name]));
const others = listing('b', 'c', 'd', 'e', 'f', 'g', 'h');

const world = (renames: Source['removal']['renames'] = 'auto', first = { a: 'a', ...others }): World => {
  const removal = { missingRuns: 2, holdAbove: { share: 0.1, count: 3 }, releaseAfter: 5, renames };
  const made = new World({ format: 'dcat-us', url: URL, removal });
  made.site.set(URL, feed(first));
  return made;
};

const eventsOf = async (site: World, dataset: string) =>
  (await site.log())
    .filter((entry) => entry.dataset === dataset)
    .map(({ type, cause, replacedBy }) => [type, cause, ...(replacedBy === undefined ? [] : [replacedBy])].join(' '));

describe('a record under another identifier', () => {
  it('keeps its id and history by rule, and the new one leaves a tombstone that says so', async () => {
    const site = world();
    await site.harvest();
    site.site.set(URL, feed({ a2: 'a', ...others }));
    const run = await site.harvest();
    expect(run).toMatchObject({
      state: 'succeeded',
      counts: { listed: 8, created: 0, updated: 1, unchanged: 7, removed: 0, missing: 0 },
      live: { before: 8, after: 8 },
    });
    expect(sumsOf(run)).toEqual([]);
    expect(await eventsOf(site, 'kilde.a')).toEqual(['Create source-created', 'Update source-updated']);
    expect(await eventsOf(site, 'kilde.a2')).toEqual(['Create source-created', 'Delete source-removed kilde.a']);
    const update = (await site.log()).findLast(({ dataset }) => dataset === 'kilde.a');
    expect(update).toMatchObject({ revision: 2, changed: expect.arrayContaining(['identifier']) });
    expect(update && (await site.ledger.payload(update))).toMatchObject({ id: 'kilde.a', identifier: 'a2' });
  });

  it('is known by its new identifier from then on', async () => {
    const site = world();
    await site.harvest();
    site.site.set(URL, feed({ a2: 'a', ...others }));
    await site.harvest();
    const quiet = await site.harvest({ force: true });
    expect(quiet).toMatchObject({ counts: { listed: 8, unchanged: 8 }, changes: null, live: { before: 8, after: 8 } });
    site.site.set(URL, feed({ a3: 'a', ...others }));
    const again = await site.harvest();
    expect(again).toMatchObject({ counts: { updated: 1, created: 0 }, live: { after: 8 } });
    expect(await eventsOf(site, 'kilde.a3')).toEqual(['Create source-created', 'Delete source-removed kilde.a']);
  });

  it('may take its first identifier back', async () => {
    const site = world();
    await site.harvest();
    site.site.set(URL, feed({ a2: 'a', ...others }));
    await site.harvest();
    site.site.set(URL, feed({ a: 'a', ...others }));
    expect(await site.harvest()).toMatchObject({ counts: { updated: 1, created: 0, missing: 0 }, live: { after: 8 } });
    expect(await site.harvest({ force: true })).toMatchObject({ counts: { unchanged: 8 }, changes: null });
  });

  it('is moved for a whole source that changed all its identifiers, and nothing is held', async () => {
    const site = world();
    await site.harvest();
    const renamed = Object.fromEntries(Object.entries({ a: 'a', ...others }).map(([id, name]) => [`ny-${id}`, name]));
    site.site.set(URL, feed(renamed));
    const run = await site.harvest();
    expect(run).toMatchObject({ state: 'succeeded', counts: { updated: 8, created: 0, held: 0 }, live: { after: 8 } });
    expect(await site.live()).toEqual(Object.keys(renamed).sort());
  });

  it('is moved also when it comes a run after the old one went', async () => {
    const site = world();
    await site.harvest();
    site.site.set(URL, feed(others));
    expect(await site.harvest()).toMatchObject({ counts: { missing: 1 } });
    site.site.set(URL, feed({ a2: 'a', ...others }));
    const run = await site.harvest();
    expect(run).toMatchObject({ counts: { updated: 1, created: 0, removed: 0, missing: 0 }, live: { after: 8 } });
  });

  it('is no rename while the old identifier is still listed', async () => {
    const site = world();
    await site.harvest();
    site.site.set(URL, feed({ a: 'a', a2: 'a', ...others }));
    expect(await site.harvest()).toMatchObject({ counts: { created: 1 }, live: { after: 9 } });
    site.site.set(URL, feed({ a2: 'a', ...others }));
    const run = await site.harvest();
    expect(run.counts).toMatchObject({ missing: 1, updated: 0 });
  });

  it('is only proposed unless the source says otherwise, and told as a problem', async () => {
    const site = world('propose');
    await site.harvest();
    site.site.set(URL, feed({ a2: 'a', ...others }));
    const run = await site.harvest();
    expect(run).toMatchObject({ counts: { created: 1, missing: 1, updated: 0 }, live: { after: 9 } });
    expect(run.problems).toMatchObject([{ code: 'looks-renamed', record: 'kilde.a2' }]);
    const { renames } = await readState(site.objects, 'kilde');
    expect(renames).toEqual([{ from: 'kilde.a', to: 'kilde.a2', since: run.id, evidence: 'links', rejected: false }]);
  });

  it('is nobody’s business when the source says so', async () => {
    const site = world('off');
    await site.harvest();
    site.site.set(URL, feed({ a2: 'a', ...others }));
    expect((await site.harvest()).problems).toEqual([]);
  });

  it('is moved once, wherever the worker is killed on the way, and the sums balance', async () => {
    for (let killBefore = 1; killBefore < 40; killBefore += 1) {
      const site = world();
      await site.harvest();
      site.site.set(URL, feed({ a2: 'a', ...others }));
      await site.harvest({ killBefore });
      if (!site.wasKilled) {
        expect(killBefore).toBeGreaterThan(6);
        break;
      }
      const [reaped] = await site.reap();
      if (reaped) expect(sumsOf(reaped)).toEqual([]);
      const next = await site.harvest({ force: true });
      expect(sumsOf(next)).toEqual([]);
      expect(next.live.after).toBe(8);
      expect(await site.live()).toEqual(['a2', ...Object.keys(others)]);
      expect(await eventsOf(site, 'kilde.a2')).toEqual(['Create source-created', 'Delete source-removed kilde.a']);
    }
  });
});
