import { describe, expect, it } from 'vitest';
import { problemsKey } from '#functions/harvest/run-problems.ts';
import { differenceKey } from '#functions/harvest/waiting-changes.ts';
import { readLines } from '#functions/shared/json-lines.ts';
import type { Run } from '#schemas/run.ts';
import { RunProblem } from '#schemas/run-problem.ts';
import { sumsOf, World } from './world.ts';

const URL = 'https://example.dk/data.json';

const feed = (titles: Readonly<Record<string, string>>, dates: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify({
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    dataset: Object.entries(titles).map(([identifier, title]) => ({
      identifier,
      title,
      description: `Om ${identifier}`,
      keyword: ['sundhed'],
      modified: dates[identifier] ?? '2026-01-01',
      accessLevel: 'non-public',
    })),
  });

const world = (titles: Readonly<Record<string, string>>): World => {
  const made = new World({ format: 'dcat-us', url: URL });
  made.site.set(URL, feed(titles));
  return made;
};

/** What a mended mapping does to records: with a default, each of them has one property more. */
const mend = (site: World): void => {
  site.source.defaults = { publisherNote: { da: 'Rettet' }, versionNotes: { da: 'Rettet' } };
};

const three = { a: 'Register a', b: 'Register b', c: 'Register c' };

describe('a run that is replayed', () => {
  it('changes nothing when the reader says the same as before, and asks the source nothing', async () => {
    const site = world(three);
    const original = await site.harvest();
    const asked = site.asked.length;
    const run = await site.replay(original.id);
    expect(run).toMatchObject({
      state: 'succeeded',
      replay: { of: original.id, dryRun: false },
      counts: { listed: 3, unchanged: 3 },
      requests: 0,
      changes: null,
    });
    expect([site.asked.length, sumsOf(run)]).toEqual([asked, []]);
  });

  it('brings a mended mapping into the catalogue, and says that the mapping and not the source changed it', async () => {
    const site = world(three);
    const original = await site.harvest();
    mend(site);
    const run = await site.replay(original.id);
    expect(run).toMatchObject({ state: 'succeeded', counts: { updated: 3 }, requests: 0 });
    const changes = (await site.log()).slice(3);
    expect(new Set(changes.map(({ cause }) => cause))).toEqual(new Set(['mapping-changed']));
    expect(changes[0]?.changed).toEqual(['versionNotes']);
  });

  it('is not read again at the next harvest, unless the source changed', async () => {
    const site = world(three);
    const original = await site.harvest();
    mend(site);
    await site.replay(original.id);
    expect(await site.harvest()).toMatchObject({ notModified: 1, counts: { unchanged: 3 } });
  });

  it('first shows what would change, and publishes just that once it is released', async () => {
    const site = world(three);
    const original = await site.harvest();
    mend(site);
    const dry = await site.replay(original.id, true);
    expect(dry).toMatchObject({ state: 'held', waiting: { updated: 3 }, counts: { held: 3 } });
    expect(await site.log()).toHaveLength(3);
    const lines = await Array.fromAsync(readLines(site.objects, differenceKey(dry.id)));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ id: 'kilde.a', changed: [{ property: 'versionNotes' }] });
    expect(await site.decide(dry.id, 'release')).toMatchObject({ kind: 'done', run: { counts: { updated: 3 } } });
    expect((await site.log()).slice(3).every(({ cause }) => cause === 'mapping-changed')).toBe(true);
  });

  it('leaves everything as it was when it only shows', async () => {
    const site = world(three);
    const original = await site.harvest();
    mend(site);
    const dry = await site.replay(original.id, true);
    await site.decide(dry.id, 'reject');
    expect(await site.harvest()).toMatchObject({ counts: { updated: 3 } });
  });

  it('never counts an absence a second time on the same evidence', async () => {
    const site = world(three);
    await site.harvest();
    site.site.set(URL, feed({ a: 'Register a', b: 'Register b' }));
    const missing = await site.harvest();
    expect(missing.counts).toMatchObject({ missing: 1 });
    await site.replay(missing.id);
    await site.replay(missing.id);
    expect(await site.live()).toEqual(['a', 'b', 'c']);
  });

  it('is refused once a later run has read the source, for it would put back what was before', async () => {
    const site = world(three);
    const original = await site.harvest();
    site.site.set(URL, feed({ ...three, a: 'Nyt navn' }));
    const later = await site.harvest();
    await expect(site.replay(original.id)).rejects.toThrow('overtaken');
    expect(await site.replay(later.id)).toMatchObject({ counts: { unchanged: 3 } });
  });

  it('has the pages that were not read anew, too', async () => {
    const site = world(three);
    await site.harvest();
    const unchanged = await site.harvest();
    expect(unchanged.notModified).toBe(1);
    mend(site);
    expect(await site.replay(unchanged.id)).toMatchObject({ counts: { updated: 3 } });
  });

  it('does not count what the archive has lost as gone', async () => {
    const site = world(three);
    const original = await site.harvest();
    for (const key of site.objects.contents.keys()) if (key.startsWith('raw/')) site.objects.contents.delete(key);
    const run = await site.replay(original.id);
    expect(run).toMatchObject({ state: 'failed', problems: [{ code: 'not-archived' }] });
    expect(await site.live()).toHaveLength(3);
  });
});

describe('a run of several pages and invocations', () => {
  const address = (page: number) => `https://example.dk/catalog?page=${page}`;
  const turtle = (page: number) => `
    @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
    @prefix hydra: <http://www.w3.org/ns/hydra/core#> .
    <${address(page)}> a hydra:PartialCollectionView ${page < 3 ? `; hydra:next <${address(page + 1)}>` : ''} .
    <https://example.dk/d/${page}> a dcat:Dataset ; dct:title "Register ${page}"@da .`;
  const site = () => {
    const made = new World({ format: 'dcat', url: address(1) });
    for (const page of [1, 2, 3]) made.site.set(address(page), { body: turtle(page), type: 'text/turtle' });
    made.pagesPerInvocation = 1;
    return made;
  };

  it('carries one bill for all of them', async () => {
    const run = await site().harvest();
    const { cost } = run;
    expect(run).toMatchObject({ state: 'succeeded', requests: 3 });
    expect(cost?.lambdaInvocations).toBeGreaterThan(1);
    expect(cost).toMatchObject({ s3Puts: 10 * (cost?.lambdaInvocations ?? 0), requests: 3 });
    expect(cost?.usd).toBeGreaterThan(0);
  });

  it('is replayed page by page, in the order in which the pages were read', async () => {
    const made = site();
    const original = await made.harvest();
    made.site.clear();
    made.source.defaults = { versionNotes: { da: 'Rettet' } };
    expect(await made.replay(original.id)).toMatchObject({
      state: 'succeeded',
      coverage: 'complete',
      counts: { listed: 3, updated: 3 },
    });
  });
});

describe('the problems of a run', () => {
  const standings = async (site: World, run: Run): Promise<Record<string, string | undefined>> => {
    const lines = await Array.fromAsync(readLines(site.objects, problemsKey(run.id)));
    const problems = lines.map((line) => RunProblem.parse(JSON.parse(line)));
    return Object.fromEntries(problems.map(({ record, standing }) => [record, standing]));
  };

  it('are new at first, still there while nobody mends them, and fixed when somebody did', async () => {
    const site = new World({ format: 'dcat-us', url: URL });
    site.site.set(URL, feed(three, { a: 'engang', b: 'i går' }));
    const first = await site.harvest();
    expect(await standings(site, first)).toEqual({ 'kilde.a': 'new', 'kilde.b': 'new' });
    site.site.set(URL, feed(three, { b: 'i går', c: 'snart' }));
    const second = await site.harvest();
    expect(await standings(site, second)).toEqual({ 'kilde.a': 'fixed', 'kilde.b': 'still', 'kilde.c': 'new' });
    const third = await site.harvest();
    expect(await standings(site, third)).toEqual({ 'kilde.b': 'still', 'kilde.c': 'still' });
  });

  it('are told again of a page that came back unchanged and was not read', async () => {
    const site = new World({ format: 'dcat-us', url: URL });
    site.site.set(URL, feed(three, { a: 'engang' }));
    const first = await site.harvest();
    const second = await site.harvest();
    expect(second.notModified).toBe(1);
    expect(second.problems).toEqual(first.problems);
    expect(await standings(site, second)).toEqual({ 'kilde.a': 'still' });
  });

  it('are not fixed because their page could not be had', async () => {
    const site = new World({ format: 'dcat-us', url: URL });
    site.site.set(URL, feed(three, { a: 'engang' }));
    await site.harvest();
    site.site.set(URL, 503);
    const failed = await site.harvest();
    expect(await standings(site, failed)).toMatchObject({ 'kilde.a': 'still' });
    site.site.set(URL, feed(three));
    expect(await standings(site, await site.harvest())).toMatchObject({ 'kilde.a': 'fixed' });
  });

  it('are kept beyond those that stand in the run itself', async () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`r${index}`, `Register ${index}`]));
    const site = new World({ format: 'dcat-us', url: URL });
    site.site.set(URL, feed(many, Object.fromEntries(Object.keys(many).map((id) => [id, 'engang']))));
    const run = await site.harvest();
    expect([run.problems.length, run.problemCount]).toEqual([100, 150]);
    expect(Object.keys(await standings(site, run))).toHaveLength(150);
  });
});
