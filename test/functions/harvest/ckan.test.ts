import { describe, expect, it } from 'vitest';
import { decodeState, emptyState, encodeState } from '#functions/harvest/source-state.ts';
import type { Run } from '#schemas/run.ts';
import { FakePortal } from '#test/harvesters/ckan/fake-portal.ts';
import { sumsOf, World } from './world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The lines of a text, as they come out of the store. */
async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split('\n').filter((line) => line !== '');
}

/** A portal of some packages that were last changed long ago, and the world that harvests it. */
function worldOf(count: number, settings: Record<string, unknown> = {}) {
  const world = new World({
    format: 'ckan',
    url: 'https://portal.dk',
    settings,
  });
  world.source.removal.missingRuns = 1;
  const portal = new FakePortal();
  for (let index = 0; index < count; index += 1) {
    portal.put(`p${String(index).padStart(6, '0')}`, world.now - 30 * DAY);
  }
  world.site.get = (url) => portal.answer(url);
  const harvest = async (options?: Parameters<World['harvest']>[0]): Promise<{ run: Run; asked: number }> => {
    const before = world.asked.length;
    const run = await world.harvest(options);
    expect(sumsOf(run)).toEqual([]);
    return { run, asked: world.asked.length - before };
  };
  return { world, portal, harvest };
}

describe('a CKAN portal', () => {
  it('of 10,000 packages of which 10 changed is asked for at most 3 % of the pages', { timeout: 60_000 }, async () => {
    const { world, portal, harvest } = worldOf(10_000);
    const full = await harvest();
    expect(full.run).toMatchObject({ state: 'succeeded', coverage: 'complete', counts: { created: 10_000 } });
    expect(full.run.scope).toBeUndefined();
    expect(full.asked).toBe(100);
    world.now += DAY;
    for (let index = 0; index < 10; index += 1) portal.put(`p00${index}000`, world.now, { title: 'Nyt navn' });
    const changes = await harvest();
    expect(changes.run).toMatchObject({
      state: 'succeeded',
      scope: 'changes-only',
      counts: { listed: 10, updated: 10, unchanged: 0, missing: 0, removed: 0 },
      live: { before: 10_000, after: 10_000 },
    });
    expect(changes.asked).toBeLessThanOrEqual(0.03 * full.asked);
  });

  it('says what is gone only in a listing of everything, and loses nothing before', async () => {
    const { world, portal, harvest } = worldOf(250);
    await harvest();
    portal.remove('p000007');
    for (let day = 1; day <= 6; day += 1) {
      world.now += DAY - 2 * HOUR;
      const { run } = await harvest();
      expect(run).toMatchObject({ scope: 'changes-only', counts: { missing: 0, removed: 0 }, live: { after: 250 } });
    }
    world.now += 2 * DAY;
    const { run } = await harvest();
    expect(run.scope).toBeUndefined();
    expect(run).toMatchObject({
      counts: { listed: 249, unchanged: 249, removed: 1 },
      live: { before: 250, after: 249 },
    });
    world.now += HOUR;
    expect((await harvest()).run.scope).toBe('changes-only');
  });

  it('is listed again at once when an absence waits to be confirmed', async () => {
    const { world, portal, harvest } = worldOf(250, {});
    world.source.removal.missingRuns = 2;
    await harvest();
    portal.remove('p000007');
    world.now += 8 * DAY;
    expect((await harvest()).run).toMatchObject({ counts: { missing: 1, removed: 0 } });
    world.now += DAY;
    const { run } = await harvest();
    expect(run.scope).toBeUndefined();
    expect(run.counts.removed).toBe(1);
    world.now += DAY;
    expect((await harvest()).run.scope).toBe('changes-only');
  });

  it('tells of new packages between the listings, and finds them gone later', async () => {
    const { world, portal, harvest } = worldOf(150);
    await harvest();
    world.now += DAY;
    portal.put('new', world.now);
    expect((await harvest()).run).toMatchObject({ scope: 'changes-only', counts: { listed: 1, created: 1 } });
    portal.remove('new');
    world.now += DAY;
    expect((await harvest()).run).toMatchObject({ scope: 'changes-only', counts: { listed: 0, missing: 0 } });
    world.now += 7 * DAY;
    expect((await harvest()).run.counts).toMatchObject({ listed: 150, removed: 1 });
  });

  it('is asked again for what a failed run did not see', async () => {
    const { world, portal, harvest } = worldOf(150);
    await harvest();
    world.now += DAY;
    portal.put('p000001', world.now, { title: 'Ændret' });
    world.site.get = () => 503;
    expect((await harvest()).run.state).toBe('failed');
    world.site.get = (url) => portal.answer(url);
    world.now += 2 * DAY;
    expect((await harvest()).run).toMatchObject({ scope: 'changes-only', counts: { listed: 1, updated: 1 } });
  });

  it('whose clock is an hour behind loses no change', async () => {
    const { world, portal, harvest } = worldOf(150);
    await harvest();
    const startedAt = world.now;
    world.now += DAY;
    portal.put('p000001', startedAt - HOUR + 120_000, { title: 'Ændret' });
    expect((await harvest()).run.counts.updated).toBe(1);
  });

  it('is listed whole when the settings change, when it is forced, and when fullEvery is nothing', async () => {
    const { world, harvest } = worldOf(150);
    await harvest();
    expect((await harvest()).run.scope).toBe('changes-only');
    expect((await harvest({ force: true })).run.scope).toBeUndefined();
    world.source.settings.rows = 50;
    expect((await harvest()).run).toMatchObject({ counts: { listed: 150 } });
    world.source.settings.fullEvery = 'PT0S';
    expect((await harvest()).run).toMatchObject({ counts: { listed: 150 } });
    expect((await harvest()).run).toMatchObject({ counts: { listed: 150 } });
  });

  it('of private packages lists the others, and is whole', async () => {
    const { portal, world, harvest } = worldOf(150);
    portal.put('p000003', world.now, { isPrivate: true });
    portal.put('p000120', world.now, { state: 'draft' });
    const { run } = await harvest();
    expect(run).toMatchObject({ state: 'succeeded', counts: { listed: 148, created: 148 } });
    expect(run.problems.map(({ code }) => code)).toEqual(['not-public', 'not-public']);
  });

  it('that turns a package private between two runs is still whole, though a later page came back unchanged', async () => {
    const { portal, world, harvest } = worldOf(150);
    await harvest();
    portal.put('p000003', world.now - 40 * DAY, { isPrivate: true });
    world.now += 8 * DAY;
    expect((await harvest()).run).toMatchObject({ state: 'succeeded', coverage: 'complete', counts: { removed: 1 } });
  });

  it('that takes a change back between two listings is read again, though its page is what it was', async () => {
    const { portal, world, harvest } = worldOf(150);
    await harvest();
    const before = portal.packages.get('p000003');
    world.now += DAY;
    portal.put('p000003', world.now, { title: 'Fejl' });
    expect((await harvest()).run.counts.updated).toBe(1);
    if (before) portal.packages.set('p000003', before);
    world.now += 8 * DAY;
    expect((await harvest()).run).toMatchObject({ counts: { listed: 150, updated: 1 } });
  });

  it('takes a worker that dies in a run of changes without losing or repeating anything', async () => {
    for (let step = 1; ; step += 1) {
      const { world, portal, harvest } = worldOf(30, { rows: 10 });
      await harvest();
      world.now += DAY;
      for (const id of ['p000001', 'p000002']) portal.put(id, world.now, { title: 'Ændret' });
      await world.harvest({ killBefore: step });
      if (!world.wasKilled) break;
      await world.reap();
      world.now += 2 * DAY;
      await harvest();
      const log = await world.log();
      expect(log.filter(({ type }) => type === 'Update').map(({ dataset }) => dataset)).toEqual([
        'kilde.p000001',
        'kilde.p000002',
      ]);
      expect(await world.live()).toHaveLength(30);
    }
  });
});

describe('the state of a source', () => {
  it('that was written before there were marks is read, and asks for everything', async () => {
    const old = '{"version":1,"source":"kilde","ledgerSeq":7,"held":null}';
    expect(await decodeState(linesOf(old))).toMatchObject({ ledgerSeq: 7, marks: null });
  });

  it('that was written before records had all they have now is read with what they lack', async () => {
    const record = { id: 'kilde.a', identifier: 'a', kind: 'Dataset', live: true, revision: 1, hash: 'h' };
    const old = `{"version":1,"source":"kilde","ledgerSeq":7,"held":null}\nr${JSON.stringify({ ...record, properties: '', lastSeq: 7 })}`;
    const state = await decodeState(linesOf(old));
    expect(state?.records.get('kilde.a')).toMatchObject({ missingRuns: 0, flaps: 0, kept: false, home: null });
  });

  it('keeps its marks', async () => {
    const marks = { lastComplete: '2026-01-02T00:00:00Z', lastFull: '2026-01-01T00:00:00Z', reader: 'r' };
    const text = [...encodeState({ ...emptyState('kilde'), marks })].map(String).join('');
    expect((await decodeState(linesOf(text)))?.marks).toEqual(marks);
  });
});
