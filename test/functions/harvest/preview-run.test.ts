/** A preview of the next harvest: it reads the source and says what would change, and nothing is another afterwards. */
import { describe, expect, it } from 'vitest';
import { differenceKey } from '#functions/harvest/waiting-changes.ts';
import { readLines } from '#functions/shared/json-lines.ts';
import { startRuns } from '#functions/start-runs/start-runs.ts';
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

const BEFORE = { car: 'Cancerregisteret', lpr: 'Landspatientregisteret', mfr: 'Fødselsregisteret' };
const AFTER = { car: 'Kræftregisteret', lpr: 'Landspatientregisteret', dar: 'Dødsårsagsregisteret' };

const world = (more: Partial<Source> = {}) => {
  const removal = { missingRuns: 1, holdAbove: { share: 1, count: 100 }, releaseAfter: 5 };
  const made = new World({ format: 'dcat-us', url: URL, removal: removal as Source['removal'], ...more });
  made.site.set(URL, feed(BEFORE));
  return made;
};

/** Everything that is kept of the source itself, whatever run it came from. */
const ofSource = (site: World) =>
  new Map([...site.objects.contents].filter(([key]) => key.startsWith('state/') || key.startsWith('dead/')));

async function differenceOf(site: World, run: Run): Promise<RecordDifference[]> {
  const lines = await Array.fromAsync(readLines(site.objects, differenceKey(run.id)));
  return lines.map((line) => RecordDifference.parse(JSON.parse(line)));
}

/** What matters of a run apart from when and under which name it was. */
const told = ({ state, coverage, counts, live }: Run) => ({ state, coverage, counts, live });

describe('a preview of the next harvest', () => {
  it('says what would be created, changed and removed, with the properties, and publishes nothing', async () => {
    const site = world();
    await site.harvest();
    const log = await site.log();
    site.site.set(URL, feed(AFTER));
    const run = await site.harvest({ preview: true });

    expect(run).toMatchObject({
      state: 'succeeded',
      preview: true,
      waiting: { created: 1, updated: 1, returned: 0, removed: 1 },
      counts: { listed: 3, created: 0, updated: 0, removed: 0, unchanged: 1, held: 3 },
      live: { before: 3, after: 3 },
      changes: null,
    });
    expect(sumsOf(run)).toEqual([]);
    expect(await site.log()).toEqual(log);
    const rows = (await differenceOf(site, run)).map(({ type, id, title, changed }) => [
      type,
      id,
      title.und ?? title.en ?? title.da,
      type === 'Update' ? changed.map(({ property }) => property) : [],
    ]);
    expect(rows).toEqual([
      ['Update', 'kilde.car', 'Kræftregisteret', ['title']],
      ['Create', 'kilde.dar', 'Dødsårsagsregisteret', []],
      ['Delete', 'kilde.mfr', 'Fødselsregisteret', []],
    ]);
  });

  it('leaves the source’s state as it was, and the next harvest comes to what it would have come to without it', async () => {
    const [site, other] = [world(), world()];
    for (const one of [site, other]) {
      await one.harvest();
      one.site.set(URL, feed(AFTER));
    }
    const before = ofSource(site);
    await site.harvest({ preview: true });
    await site.harvest({ preview: true });
    expect(ofSource(site)).toEqual(before);

    expect(told(await site.harvest())).toEqual(told(await other.harvest()));
    const published = async (one: World) =>
      (await one.log()).map(({ type, dataset, changed }) => [type, dataset, changed]);
    expect(await published(site)).toEqual(await published(other));
  });

  it('counts nothing as missing: what is absent from two previews is absent for the first time in a harvest', async () => {
    const removal = { missingRuns: 2, holdAbove: { share: 1, count: 100 }, releaseAfter: 5 };
    const site = world({ removal: removal as Source['removal'] });
    await site.harvest();
    site.site.set(URL, feed({ car: BEFORE.car, lpr: BEFORE.lpr }));
    for (let look = 0; look < 3; look += 1) {
      expect(await site.harvest({ preview: true })).toMatchObject({ counts: { missing: 1, removed: 0, held: 0 } });
    }
    expect(await site.harvest()).toMatchObject({ counts: { missing: 1, removed: 0 } });
    expect(await site.harvest({ force: true })).toMatchObject({ counts: { missing: 0, removed: 1 } });
  });

  it('of a source that was never harvested shows all of it as new, and its first harvest is still its first', async () => {
    const site = world();
    const run = await site.harvest({ preview: true });

    expect(run).toMatchObject({ state: 'succeeded', waiting: { created: 3 }, live: { before: 0, after: 0 } });
    expect(ofSource(site).size).toBe(0);
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { created: 3 } });
  });

  it('that finds nothing to change says so, and can be looked at all the same', async () => {
    const site = world();
    await site.harvest();
    const run = await site.harvest({ preview: true });

    expect(run).toMatchObject({ state: 'succeeded', waiting: { created: 0, updated: 0, returned: 0, removed: 0 } });
    expect(await differenceOf(site, run)).toEqual([]);
  });

  it('can be neither released nor replayed', async () => {
    const site = world();
    const run = await site.harvest({ preview: true });

    expect(await site.decide(run.id, 'release')).toEqual({ kind: 'nothing-held' });
    await expect(site.replay(run.id)).rejects.toThrow('not-kept');
    expect(await site.log()).toEqual([]);
  });

  it('does not take the place of changes that wait for an operator', async () => {
    const site = world({ approve: 'always' });
    const waiting = await site.harvest();
    await site.harvest({ preview: true });
    const decided = await site.decide(waiting.id, 'release');

    expect(decided).toMatchObject({ kind: 'done', run: { counts: { created: 3 } } });
  });

  it('that could not read the source has failed, and is no dead letter', async () => {
    const site = world();
    await site.harvest();
    const before = ofSource(site);
    site.site.delete(URL);

    expect(await site.harvest({ preview: true })).toMatchObject({ state: 'failed', reason: expect.any(String) });
    expect(ofSource(site)).toEqual(before);
  });

  it('does not put off the harvest that is due', async () => {
    const site = world({ schedule: { every: 'PT1H' } });
    await site.harvest();
    site.now += 30 * 60_000;
    for (let look = 0; look < 7; look += 1) await site.harvest({ preview: true });
    site.now += 31 * 60_000;
    const started = await startRuns(
      {
        sources: { list: async () => [site.source] },
        runs: site.runs,
        leases: site.leases,
        queue: { send: async () => undefined },
        clock: () => site.now,
        suffix: () => 'last01',
      },
      {},
    );
    expect(started).toMatchObject([{ kind: 'started' }]);
  });
});
