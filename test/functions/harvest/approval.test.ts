import { describe, expect, it } from 'vitest';
import { differenceKey } from '#functions/harvest/waiting-changes.ts';
import { readLines } from '#functions/shared/json-lines.ts';
import { RecordDifference } from '#schemas/difference.ts';
import type { Run } from '#schemas/run.ts';
import type { Source } from '#schemas/source.ts';
import { sumsOf, World } from './world.ts';

const URL = 'https://example.dk/data.json';

const feed = (titles: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    dataset: Object.entries(titles).map(([identifier, title]) => ({
      identifier,
      title,
      description: `Om ${identifier}`,
      keyword: ['sundhed'],
      modified: '2026-01-01',
      accessLevel: 'non-public',
    })),
  });

const registers = (count: number, title = 'Register'): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`r${index}`, `${title} ${index}`]));

const world = (approve: Source['approve'], titles: Readonly<Record<string, string>>, more: Partial<Source> = {}) => {
  const made = new World({ format: 'dcat-us', url: URL, approve, ...more });
  made.site.set(URL, feed(titles));
  return made;
};

async function differenceOf(site: World, run: Run): Promise<RecordDifference[]> {
  const lines = await Array.fromAsync(readLines(site.objects, differenceKey(run.id)));
  return lines.map((line) => RecordDifference.parse(JSON.parse(line)));
}

/** The run that a decision gave; anything else is the test's failure. */
async function decided(site: World, run: Run, decision: 'release' | 'reject'): Promise<Run> {
  const outcome = await site.decide(run.id, decision);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.run;
}

describe('a new source whose first changes are approved', () => {
  it('is read and counted whole, and nothing of it is published', async () => {
    const site = world('first', registers(250));
    const run = await site.harvest();
    expect(run).toMatchObject({
      state: 'held',
      coverage: 'complete',
      counts: { listed: 250, created: 0, held: 250 },
      waiting: { created: 250, updated: 0, returned: 0, removed: 0 },
      live: { before: 0, after: 0 },
      changes: null,
    });
    expect(run.reason).toContain('250 new');
    expect(sumsOf(run)).toEqual([]);
    expect(await site.log()).toEqual([]);
    expect((await site.rows(run)).every(({ outcome, waits }) => outcome === 'held' && waits === 'created')).toBe(true);
  });

  it('is shown with every property that a record would have', async () => {
    const site = world('first', registers(1));
    const run = await site.harvest();
    const [difference] = await differenceOf(site, run);
    expect(difference).toMatchObject({ type: 'Create', id: 'kilde.r0', title: { und: 'Register 0' } });
    expect(difference?.changed).toContainEqual({ property: 'keyword', after: { und: ['sundhed'] } });
  });

  it('is published just as it was shown once it is released, and needs no approval from then on', async () => {
    const site = world('first', registers(250));
    const held = await site.harvest();
    const run = await decided(site, held, 'release');
    expect(run).toMatchObject({
      state: 'succeeded',
      counts: { listed: 250, created: 250, held: 0 },
      live: { before: 0, after: 250 },
      changes: { first: 1, last: 250 },
    });
    expect([run.waiting, run.reason, sumsOf(run)]).toEqual([undefined, undefined, []]);
    expect((await site.rows(run)).every(({ outcome, waits }) => outcome === 'created' && !waits)).toBe(true);
    expect(await site.live()).toHaveLength(250);
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', notModified: 1, counts: { unchanged: 250 } });
    site.site.set(URL, feed(registers(251)));
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { created: 1, unchanged: 250 } });
  });

  it('is dropped when it is rejected, with every sum in order, and asked about again at the next run', async () => {
    const site = world('first', registers(3));
    const run = await decided(site, await site.harvest(), 'reject');
    expect(run).toMatchObject({
      state: 'succeeded',
      counts: { listed: 3, created: 0, held: 0, rejected: 3 },
      live: { before: 0, after: 0 },
    });
    expect(sumsOf(run)).toEqual([]);
    expect((await site.rows(run))[0]).toMatchObject({ outcome: 'rejected', reason: 'operator' });
    expect(await site.log()).toEqual([]);
    expect(await site.harvest()).toMatchObject({ state: 'held', counts: { held: 3 } });
  });

  it('is put down and taken up again without losing or doubling what waits', async () => {
    const site = new World({ format: 'dcat-us', url: URL, approve: 'first' });
    site.site.set(URL, feed(registers(130)));
    site.pagesPerInvocation = 1;
    const run = await site.harvest();
    expect(run).toMatchObject({ state: 'held', counts: { listed: 130, held: 130 } });
    expect(await differenceOf(site, run)).toHaveLength(130);
  });
});

describe('a source whose every change is approved', () => {
  const released = async (titles: Readonly<Record<string, string>>, more: Partial<Source> = {}): Promise<World> => {
    const site = world('always', titles, more);
    await decided(site, await site.harvest(), 'release');
    return site;
  };

  it('shows what changes with the value before and after', async () => {
    const site = await released(registers(5));
    site.site.set(URL, feed({ ...registers(5), r3: 'Et andet navn' }));
    const run = await site.harvest();
    expect(run).toMatchObject({ state: 'held', counts: { listed: 5, unchanged: 4, updated: 0, held: 1 } });
    expect(await differenceOf(site, run)).toEqual([
      {
        type: 'Update',
        returns: false,
        kind: 'Dataset',
        id: 'kilde.r3',
        identifier: 'r3',
        title: { und: 'Et andet navn' },
        changed: [{ property: 'title', before: { und: 'Register 3' }, after: { und: 'Et andet navn' } }],
      },
    ]);
    const after = await decided(site, run, 'release');
    expect(after).toMatchObject({ counts: { updated: 1, unchanged: 4 }, changes: { first: 6, last: 6 } });
    expect(sumsOf(after)).toEqual([]);
  });

  it('needs no approval for a run that changes nothing', async () => {
    const site = await released(registers(5));
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { unchanged: 5, held: 0 } });
  });

  it('holds removals with the rest, and carries them out with it', async () => {
    const site = await released(registers(5), {
      removal: { missingRuns: 1, holdAbove: { share: 0.5, count: 3 }, releaseAfter: 5 },
    });
    site.site.set(URL, feed(registers(4)));
    const held = await site.harvest();
    expect(held).toMatchObject({
      state: 'held',
      waiting: { removed: 1 },
      counts: { listed: 4, unchanged: 4, held: 1 },
    });
    expect(sumsOf(held)).toEqual([]);
    expect(await differenceOf(site, held)).toMatchObject([
      { type: 'Delete', id: 'kilde.r4', title: { und: 'Register 4' } },
    ]);
    const run = await decided(site, held, 'release');
    expect(run).toMatchObject({ counts: { removed: 1, held: 0 }, live: { before: 5, after: 4 } });
    expect(sumsOf(run)).toEqual([]);
    expect(await site.live()).toHaveLength(4);
  });

  it('keeps a rejected removal as missing', async () => {
    const site = await released(registers(5), {
      removal: { missingRuns: 1, holdAbove: { share: 0.5, count: 3 }, releaseAfter: 5 },
    });
    site.site.set(URL, feed(registers(4)));
    const run = await decided(site, await site.harvest(), 'reject');
    expect(run).toMatchObject({ counts: { missing: 1, removed: 0, held: 0 }, live: { before: 5, after: 5 } });
    expect(sumsOf(run)).toEqual([]);
  });

  it('refuses what an earlier run showed when a later one has read the source since', async () => {
    const site = await released(registers(3));
    site.site.set(URL, feed(registers(4)));
    const older = await site.harvest();
    site.site.set(URL, feed(registers(5)));
    const newer = await site.harvest();
    expect(await site.decide(older.id, 'release')).toEqual({ kind: 'nothing-held' });
    expect(await site.run(older.id)).toMatchObject({ state: 'succeeded', counts: { rejected: 1, held: 0 } });
    expect((await site.rows(older)).at(-1)).toMatchObject({ outcome: 'rejected', reason: 'overtaken' });
    expect((await decided(site, newer, 'release')).counts).toMatchObject({ created: 2 });
  });

  it('lets a set go that the source took back by itself', async () => {
    const site = await released(registers(3));
    site.site.set(URL, feed(registers(4)));
    const older = await site.harvest();
    site.site.set(URL, feed(registers(3)));
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { unchanged: 3 } });
    expect(await site.decide(older.id, 'release')).toEqual({ kind: 'nothing-held' });
  });

  it('refuses a set when its source was harvested without approval meanwhile', async () => {
    const site = await released(registers(3));
    site.site.set(URL, feed({ ...registers(3), r1: 'Nyt navn' }));
    const held = await site.harvest();
    site.source.approve = 'never';
    await site.harvest();
    expect(await site.decide(held.id, 'release')).toMatchObject({ kind: 'outdated' });
    expect(await site.decide(held.id, 'reject')).toMatchObject({ kind: 'done' });
  });

  it('goes on with a release that died half-way, each change once', async () => {
    const site = world('always', registers(250));
    const held = await site.harvest();
    const { append } = site.ledger;
    let batches = 0;
    site.ledger.append = async (drafts, entries) => {
      batches += 1;
      if (batches === 2) throw new Error('the worker died');
      return append(drafts, entries);
    };
    await expect(site.decide(held.id, 'release')).rejects.toThrow('the worker died');
    site.ledger.append = append;
    const run = await decided(site, held, 'release');
    expect(run).toMatchObject({ counts: { created: 250 }, live: { after: 250 }, changes: { first: 1, last: 250 } });
    const log = await site.log();
    expect(new Set(log.map(({ dataset }) => dataset)).size).toBe(log.length);
  });
});

describe('a release that did not come to its end', () => {
  const half = async () => {
    const site = world('always', registers(450));
    const held = await site.harvest();
    const { append } = site.ledger;
    site.ledger.append = async (drafts, entries) => {
      const appended = await append(drafts, entries);
      // Time goes by while it is written: the first batch takes all there is.
      site.now += 60_000;
      return appended;
    };
    expect(await site.decide(held.id, 'release')).toMatchObject({ kind: 'unfinished' });
    expect(await site.run(held.id)).toMatchObject({ state: 'held', waiting: { created: 450 } });
    site.ledger.append = append;
    return { site, held, published: (await site.log()).length };
  };

  it('because the time was over is gone on with, each change once', async () => {
    const { site, held, published } = await half();
    expect(published).toBeLessThan(450);
    expect(published).toBeGreaterThan(0);
    const run = await decided(site, held, 'release');
    expect(run).toMatchObject({ counts: { created: 450 }, live: { after: 450 }, changes: { first: 1, last: 450 } });
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { unchanged: 450 } });
  });

  it('counts what it published as published when a later run takes the place of the rest', async () => {
    const { site, held, published } = await half();
    const later = await site.harvest();
    expect(later).toMatchObject({ state: 'held', waiting: { created: 450 - published } });
    const run = await site.run(held.id);
    expect(run.counts).toMatchObject({ created: published, rejected: 450 - published, held: 0 });
    expect(run.changes).toEqual({ first: 1, last: published });
    expect(sumsOf(run)).toEqual([]);
    expect((await decided(site, later, 'release')).live).toEqual({ before: published, after: 450 });
  });

  it('because its report could not be written is reported by the next one', async () => {
    const site = world('always', registers(3));
    const held = await site.harvest();
    const { save } = site.runs;
    site.runs.save = async () => {
      throw new Error('the worker died');
    };
    await expect(site.decide(held.id, 'release')).rejects.toThrow('the worker died');
    site.runs.save = save;
    const run = await decided(site, held, 'release');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 3 }, changes: { first: 1, last: 3 } });
    expect(await site.log()).toHaveLength(3);
  });
});

describe('a worker of a source that is approved', () => {
  it('may die at any step, and what waits is the whole set, once', async () => {
    for (let step = 1; ; step += 1) {
      const site = world('first', registers(130));
      const killed = await site.harvest({ killBefore: step });
      if (!site.wasKilled) break;
      await site.reap();
      const run = (await site.run(killed.id)).state === 'held' ? await site.run(killed.id) : await site.harvest();
      expect([step, run.state, run.waiting?.created, sumsOf(run)]).toEqual([step, 'held', 130, []]);
      expect((await decided(site, run, 'release')).live).toEqual({ before: 0, after: 130 });
    }
  });
});
