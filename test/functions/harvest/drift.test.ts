import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '#schemas/run.ts';
import type { Source } from '#schemas/source.ts';
import { sumsOf, World } from './world.ts';

const SITE = 'https://ejer.example.dk';

/** The label that the profile looks for, or one that a new design has in its place. */
const register = (index: number, { label = 'Formål', text = `Formål ${index}` } = {}): string =>
  `<html><body><main><h1>Register ${index}</h1><dl><dt>Beskrivelse</dt><dd>Om register ${index}</dd><dt>${label}</dt><dd>${text}</dd></dl></main></body></html>`;

const list = (indices: readonly number[]): string =>
  `<html><body><ul class="registre">${indices.map((index) => `<li><a href="/register/${index}">Register ${index}</a></li>`).join('')}</ul></body></html>`;

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

const settings = { profile: 'label-value', landing: 'none', links: { selector: 'ul.registre' } };

const world = (count: number, over: Partial<Source> = {}): World => {
  const site = new World({ format: 'html', url: `${SITE}/liste`, settings, ...over });
  site.site.set(`${SITE}/liste`, list(upTo(count)));
  for (const index of upTo(count)) site.site.set(`${SITE}/register/${index}`, register(index));
  return site;
};

/** The site is built anew: the same pages with another word where the field stood. */
const redesign = (site: World, count: number): void => {
  for (const index of upTo(count)) {
    site.site.set(`${SITE}/register/${index}`, register(index, { label: 'Xyzzy' }));
  }
};

const fine = (run: Run) => expect(sumsOf(run)).toEqual([]);

/** What runs have held back and not cleared away. */
const heldBack = ({ objects }: World): string[] =>
  [...objects.contents.keys()].filter((key) => key.startsWith('held-back/'));

describe('what a run holds back', () => {
  it('is cleared away when it ends, whether it is published or waits for an operator', async () => {
    // More than are held in memory.
    const site = world(120);
    await site.harvest();
    for (const index of upTo(120)) site.site.set(`${SITE}/register/${index}`, register(index, { text: 'Nyt formål' }));
    expect((await site.harvest()).counts.updated).toBe(120);
    expect(heldBack(site)).toEqual([]);
    redesign(site, 120);
    expect((await site.harvest()).state).toBe('held');
    expect(heldBack(site)).toEqual([]);
  });

  it('is cleared away by whoever ends the run of a worker that died, or whose message comes again', async () => {
    const left: number[] = [];
    for (let killBefore = 260; killBefore < 330; killBefore += 3) {
      const site = world(120);
      await site.harvest();
      for (const index of upTo(120))
        site.site.set(`${SITE}/register/${index}`, register(index, { text: 'Nyt formål' }));
      const { id, state } = await site.harvest({ killBefore });
      left.push(heldBack(site).length);
      if (state === 'running') await site.reap();
      else {
        site.queue.push(JSON.stringify({ source: 'kilde', run: id, invocation: 2 }));
        await site.work();
      }
      expect(heldBack(site)).toEqual([]);
    }
    // Some of the workers did leave something, else this shows nothing.
    expect(Math.max(...left)).toBeGreaterThan(0);
  });
});

describe('a site that was built anew', () => {
  it('holds the run: nothing of it is published, and the reason names field, figures and a page', async () => {
    const site = world(12);
    await site.harvest();
    const { length } = await site.log();
    redesign(site, 12);
    const run = await site.harvest();
    fine(run);
    expect(run).toMatchObject({
      state: 'held',
      reason: expect.stringMatching(/found in 0 records where there were 12.*https:\/\/ejer\.example\.dk\/register\/0/),
      counts: { listed: 12, updated: 0, held: 12 },
      waiting: { updated: 12 },
      live: { before: 12, after: 12 },
      changes: null,
    });
    expect(run.problems.map(({ code }) => code)).toContain('scraper-drift');
    expect(await site.log()).toHaveLength(length);
  });

  it('is held again and again until someone decides, or until it reads as before', async () => {
    const site = world(12);
    await site.harvest();
    redesign(site, 12);
    const first = await site.harvest();
    const second = await site.harvest();
    expect(second.state).toBe('held');
    for (const index of upTo(12)) site.site.set(`${SITE}/register/${index}`, register(index, { text: 'Nyt formål' }));
    const good = await site.harvest();
    fine(good);
    expect(good).toMatchObject({ state: 'succeeded', counts: { updated: 12, held: 0 } });
    for (const { id } of [first, second]) {
      const overtaken = await site.run(id);
      fine(overtaken);
      expect(overtaken).toMatchObject({ counts: { held: 0, rejected: 12 } });
    }
  });

  it('is published just as it was read when an operator releases it, and is then the measure', async () => {
    const site = world(12);
    await site.harvest();
    redesign(site, 12);
    const run = await site.harvest();
    expect(await site.decide(run.id, 'release')).toMatchObject({ kind: 'done' });
    const released = await site.run(run.id);
    fine(released);
    expect(released).toMatchObject({ counts: { updated: 12, held: 0 } });
    expect(await site.harvest({ force: true })).toMatchObject({ state: 'succeeded', counts: { unchanged: 12 } });
  });

  it('is forgotten when an operator rejects it', async () => {
    const site = world(12);
    await site.harvest();
    redesign(site, 12);
    const run = await site.harvest();
    expect(await site.decide(run.id, 'reject')).toMatchObject({ kind: 'done' });
    fine(await site.run(run.id));
    expect((await site.log()).every(({ type }) => type === 'Create')).toBe(true);
  });

  it('keeps its other lists going: only the family that drifted waits', async () => {
    const two = { ...settings, start: [`${SITE}/liste`, `${SITE}/anden`] };
    const site = world(12, { settings: two });
    const others = upTo(8).map((index) => 100 + index);
    site.site.set(`${SITE}/anden`, list(others));
    for (const index of others) site.site.set(`${SITE}/register/${index}`, register(index));
    await site.harvest();
    redesign(site, 12);
    for (const index of others) site.site.set(`${SITE}/register/${index}`, register(index, { text: 'Nyt formål' }));
    const run = await site.harvest();
    fine(run);
    expect(run).toMatchObject({
      state: 'held',
      counts: { listed: 20, updated: 8, held: 12 },
      waiting: { updated: 12 },
    });
    expect(run.changes).not.toBeNull();
    expect(await site.decide(run.id, 'release')).toMatchObject({ kind: 'done' });
    const released = await site.run(run.id);
    fine(released);
    expect(released.counts).toMatchObject({ updated: 20, held: 0 });
    expect(await site.harvest({ force: true })).toMatchObject({ counts: { unchanged: 20 }, live: { after: 20 } });
  });

  it('loses no record that its list no longer leads to, and waits for a word about the list itself', async () => {
    const site = world(12);
    await site.harvest();
    site.site.set(`${SITE}/liste`, list(upTo(5)));
    for (let round = 0; round < 3; round += 1) {
      const run = await site.harvest();
      fine(run);
      expect(run).toMatchObject({ state: 'held', counts: { missing: 0, removed: 0 }, live: { after: 12 } });
      expect(run.reason).toMatch(/lead to 5 register pages where there were 12/);
    }
    const last = await site.harvest();
    expect(await site.decide(last.id, 'release')).toMatchObject({ kind: 'done' });
    expect(await site.harvest()).toMatchObject({ counts: { missing: 7 } });
  });

  it('holds nothing where the source says that nobody looks, or where too few records had the field', async () => {
    const off = world(12, { drift: null });
    await off.harvest();
    redesign(off, 12);
    expect(await off.harvest()).toMatchObject({ state: 'succeeded', counts: { updated: 12 } });
    const small = world(4);
    await small.harvest();
    redesign(small, 4);
    expect(await small.harvest()).toMatchObject({ state: 'succeeded', counts: { updated: 4 } });
  });
});

describe('a run that keeps its changes back', () => {
  it('publishes them all when nothing drifted, whatever their number and over several invocations', async () => {
    const site = world(260);
    await site.harvest();
    for (const index of upTo(260)) site.site.set(`${SITE}/register/${index}`, register(index, { text: 'Nyt' }));
    site.pagesPerInvocation = 60;
    const run = await site.harvest();
    fine(run);
    expect(run).toMatchObject({ state: 'succeeded', counts: { listed: 260, updated: 260 }, live: { after: 260 } });
    expect((await site.log()).filter(({ type }) => type === 'Update')).toHaveLength(260);
  });

  it('loses nothing and publishes nothing twice when its worker is killed at any step', async () => {
    for (let killBefore = 1; killBefore < 200; killBefore += 3) {
      const site = world(7);
      await site.harvest();
      for (const index of upTo(7)) site.site.set(`${SITE}/register/${index}`, register(index, { text: 'Nyt' }));
      await site.harvest({ killBefore });
      if (!site.wasKilled) return;
      for (const run of await site.reap()) fine(run);
      fine(await site.harvest({ force: true }));
      expect((await site.log()).filter(({ type }) => type === 'Update')).toHaveLength(7);
    }
    expect.unreachable('the run never ended');
  });
});

describe('whatever a site shows and an operator says', () => {
  const page = fc.constantFrom('as before', 'new text', 'new design', 'not linked', 'not there');
  const step = fc.record({
    pages: fc.array(page, { minLength: 8, maxLength: 8 }),
    say: fc.constantFrom('release', 'reject', 'nothing'),
  });

  it('the sums balance, and no record is lost or invented', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
        const site = world(8);
        await site.harvest();
        let live = 8;
        for (const [round, { pages, say }] of steps.entries()) {
          site.site.set(`${SITE}/liste`, list(upTo(8).filter((index) => pages[index] !== 'not linked')));
          for (const [index, what] of pages.entries()) {
            const label = what === 'new design' ? 'Xyzzy' : 'Formål';
            const text = what === 'new text' ? `Formål i runde ${round}` : `Formål ${index}`;
            site.site.set(`${SITE}/register/${index}`, what === 'not there' ? 500 : register(index, { label, text }));
          }
          const run = await site.harvest();
          fine(run);
          expect(run.live.before).toBe(live);
          if (run.state === 'held' && say !== 'nothing') {
            expect(await site.decide(run.id, say)).toMatchObject({ kind: 'done' });
          }
          const after = await site.run(run.id);
          fine(after);
          live = after.live.after;
          expect(await site.live()).toHaveLength(live);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
