import fc from 'fast-check';
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
    expect(run.problems).toMatchObject([{ code: 'looks-renamed', record: 'kilde.a' }]);
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

describe('an operator', () => {
  const asked = async () => {
    const site = world('propose');
    await site.harvest();
    site.site.set(URL, feed({ a2: 'a', ...others }));
    const run = await site.harvest();
    return { site, run };
  };

  it('confirms a move, and the run’s sums balance with it', async () => {
    const { site, run } = await asked();
    expect(await site.decideRename('kilde.a', 'kilde.a2', 'confirm')).toMatchObject({ kind: 'done' });
    const after = await site.run(run.id);
    expect(after).toMatchObject({ counts: { listed: 8, created: 0, updated: 1, missing: 0 }, live: { after: 8 } });
    expect(sumsOf(after)).toEqual([]);
    expect(await eventsOf(site, 'kilde.a2')).toEqual(['Create source-created', 'Delete manual kilde.a']);
    const next = await site.harvest({ force: true });
    expect(next).toMatchObject({ counts: { unchanged: 8 }, live: { before: 8, after: 8 }, problems: [] });
  });

  it('confirms a move also after the old dataset was removed: it returns with its history', async () => {
    const { site } = await asked();
    const removing = await site.harvest();
    expect(removing).toMatchObject({ counts: { removed: 1, unchanged: 8 }, live: { before: 9, after: 8 } });
    expect(await site.decideRename('kilde.a', 'kilde.a2', 'confirm')).toMatchObject({ kind: 'done' });
    expect(await eventsOf(site, 'kilde.a')).toEqual([
      'Create source-created',
      'Delete source-removed',
      'Create source-returned',
    ]);
    const after = await site.run(removing.id);
    expect(sumsOf(after)).toEqual([]);
    expect(after.live.after).toBe(8);
    expect(await site.live()).toHaveLength(8);
  });

  it('rejects a move and is not asked again', async () => {
    const { site } = await asked();
    expect(await site.decideRename('kilde.a', 'kilde.a2', 'reject')).toEqual({ kind: 'done', changes: null });
    const next = await site.harvest();
    expect(next.problems).toEqual([]);
    expect(await site.live()).toContain('a2');
  });

  it.each([
    ['kilde.b', 'kilde.a2', 'still listed'],
    ['kilde.nobody', 'kilde.a2', 'never had'],
    ['kilde.a', 'kilde.a', 'never had'],
  ])('cannot make %s go on as %s', async (from, to, why) => {
    const { site } = await asked();
    const detail = expect.stringContaining(why);
    expect(await site.decideRename(from, to, 'confirm')).toEqual({ kind: 'impossible', detail });
  });

  it('waits while the source is being harvested', async () => {
    const { site } = await asked();
    await site.leases.take('kilde', 'another run', site.now);
    expect(await site.decideRename('kilde.a', 'kilde.a2', 'confirm')).toEqual({ kind: 'busy' });
  });
});

describe('whatever a source lists and renames', () => {
  const step = fc.record({
    /** Which registers are listed, and which of them under another identifier than before. */
    listed: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    renamed: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 }),
    fails: fc.boolean(),
  });

  it.each(['auto', 'propose'] as const)('the sums balance and the next run goes on from there (%s)', async (rule) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        const site = world(rule);
        const version = [0, 0, 0, 0, 0, 0];
        let live = 0;
        for (const { listed, renamed, fails } of steps) {
          for (const [index, roll] of renamed.entries()) if (roll === 0) version[index] = (version[index] ?? 0) + 1;
          const names = listed.flatMap((is, index) => (is ? [[`r${index}v${version[index]}`, `r${index}`]] : []));
          site.site.set(URL, fails ? 500 : feed(Object.fromEntries(names)));
          const run = await site.harvest();
          expect(sumsOf(run)).toEqual([]);
          expect(run.live.before).toBe(live);
          live = run.live.after;
          expect(await site.live()).toHaveLength(live);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a repository that repeats its deletions for ever', () => {
  const REPOSITORY = 'https://example.dk/oai';
  const answer = (content: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-01T00:00:00Z</responseDate>${content}</OAI-PMH>`;
  const named = (id: string, register: string): string =>
    `<record><header><identifier>oai:example.dk:${id}</identifier></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title xml:lang="da">Register ${register}</dc:title><dc:publisher>SDS</dc:publisher><dc:identifier>https://example.dk/filer/${register}</dc:identifier></oai_dc:dc></metadata></record>`;
  const gone = (id: string): string =>
    `<record><header status="deleted"><identifier>oai:example.dk:${id}</identifier></header></record>`;
  const list = (...records: string[]): string => answer(`<ListRecords>${records.join('')}</ListRecords>`);

  it('says nothing about a dataset that goes on under another identifier', async () => {
    const site = new World({ format: 'oai-pmh', url: REPOSITORY });
    const identify =
      '<Identify><deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DD</granularity></Identify>';
    site.site.set(`${REPOSITORY}?verb=Identify`, answer(identify));
    const first = `${REPOSITORY}?verb=ListRecords&metadataPrefix=oai_dc`;
    site.site.set(first, list(named('a', 'a'), named('b', 'b')));
    await site.harvest();
    site.site.set(first, list(gone('a'), named('a2', 'a'), named('b', 'b')));
    const run = await site.harvest({ force: true });
    const [proposal] = (await readState(site.objects, 'kilde')).renames;
    if (!proposal) throw new Error(`no rename was seen: ${JSON.stringify(run.counts)}`);
    await site.decideRename(proposal.from, proposal.to, 'confirm');
    for (let round = 0; round < 2; round += 1) {
      const again = await site.harvest({ force: true });
      expect(again).toMatchObject({ counts: { unchanged: 2, removed: 0, missing: 0 }, live: { before: 2, after: 2 } });
    }
    // Now nothing but the old deletion speaks of it: that is silence, and silence alone removes nothing at once.
    site.site.set(first, list(gone('a'), named('b', 'b')));
    expect(await site.harvest({ force: true })).toMatchObject({
      counts: { removed: 0, missing: 1 },
      live: { after: 2 },
    });
  });
});
