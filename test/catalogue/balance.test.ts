import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countOutcomes, discrepanciesOf } from '#catalogue/balance.ts';
import { compare } from '#catalogue/compare.ts';
import { coverOf, type PageSeen } from '#catalogue/coverage.ts';
import { fingerprint } from '#catalogue/fingerprint.ts';
import { datasetId } from '#catalogue/identity.ts';
import type { RecordState } from '#catalogue/record-state.ts';
import { type HeldSet, planRemovals, type RunEnd } from '#catalogue/removal.ts';
import { literal } from '#schemas/reading.ts';
import type { Counts, Outcome } from '#schemas/run.ts';
import { normalised, raw } from './raw-record.ts';

describe('a sum that does not balance is told', () => {
  const counts: Counts = countOutcomes(['created', 'unchanged', 'removed'], 2);

  test('and one that does is not', () => {
    expect(discrepanciesOf({ counts, live: { before: 2, after: 2 } })).toEqual([]);
  });

  test('with both sides of each equation', () => {
    expect(discrepanciesOf({ counts: { ...counts, listed: 3 }, live: { before: 2, after: 5 } })).toEqual([
      { equation: 'listed', expected: 2, actual: 3 },
      { equation: 'live', expected: 2, actual: 5 },
    ]);
  });
});

/** A feed as a run meets it: pages of a list, each with the records on it; a page may fail. */
interface FeedPage {
  readonly records: readonly { readonly name: number; readonly version: number }[];
  readonly fails: boolean;
}

const feedPage: fc.Arbitrary<FeedPage> = fc.record({
  records: fc.array(fc.record({ name: fc.nat(11), version: fc.nat(2) }), { maxLength: 8 }),
  fails: fc.nat(5).map((dice) => dice === 0),
});
const feeds = fc.array(fc.array(feedPage, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });

interface World {
  readonly records: Map<string, RecordState>;
  held: HeldSet | null;
}

const rules: RunEnd['rules'] = { missingRuns: 2, holdAbove: { share: 0.1, count: 3 }, releaseAfter: 3 };

/** One run, put together from the rules alone. */
const run = (world: World, feed: readonly FeedPage[], name: string) => {
  const liveBefore = [...world.records.values()].filter(({ live }) => live).length;
  const outcomes: Outcome[] = [];
  const seen = new Set<string>();
  const pages = new Map<string, PageSeen>();
  let listed = 0;
  for (const [index, page] of feed.entries()) {
    const parent = index === 0 ? null : `p${index - 1}`;
    pages.set(`p${index}`, {
      parent,
      relation: 'next',
      whole: !page.fails,
      claimed: null,
      listed: page.records.length,
    });
    if (page.fails) break;
    for (const { name: number, version } of page.records) {
      listed += 1;
      const record = normalised(raw({ title: [literal(`T${version}`)] }, { identifier: `r${number}` }));
      const id = datasetId('s', record.key);
      if (seen.has(id)) {
        outcomes.push('duplicate');
        continue;
      }
      seen.add(id);
      const before = world.records.get(id);
      const now = fingerprint(record);
      const comparison = compare(before, now);
      outcomes.push(comparison.kind);
      const changes = comparison.kind === 'unchanged' ? 0 : 1;
      world.records.set(id, {
        id,
        identifier: record.identifier,
        kind: 'Dataset',
        live: true,
        revision: (before?.revision ?? 0) + changes,
        hash: now.contentHash,
        properties: now.properties,
        lastSeq: 0,
        missingRuns: before?.missingRuns ?? 0,
        flaps: (before?.flaps ?? 0) + (comparison.kind === 'returned' ? 1 : 0),
        kept: false,
        home: `p${index}`,
      });
    }
  }
  const cover = coverOf(pages, () => 'p0');
  const plan = planRemovals({
    run: name,
    rules,
    records: world.records.values(),
    liveBefore,
    isSeen: (id) => seen.has(id),
    seenCount: seen.size,
    deletions: new Set(),
    isCovered: cover.isCovered,
    held: world.held,
  });
  for (const state of plan.states) world.records.set(state.id, state);
  for (const { id } of plan.removals) {
    const gone = world.records.get(id);
    if (gone !== undefined)
      world.records.set(id, { ...gone, live: false, revision: gone.revision + 1, missingRuns: 0 });
  }
  world.held = plan.held;
  outcomes.push(...plan.removals.map(() => 'removed' as const), ...plan.missing.map(() => 'missing' as const));
  outcomes.push(...(plan.held?.ids ?? []).map(() => 'held' as const));
  const liveAfter = [...world.records.values()].filter(({ live }) => live).length;
  return { counts: countOutcomes(outcomes, listed), live: { before: liveBefore, after: liveAfter }, plan, cover, seen };
};

const newWorld = (): World => ({ records: new Map(), held: null });

describe('for any sequence of feeds', () => {
  test('both equations hold after every run', () => {
    fc.assert(
      fc.property(feeds, (sequence) => {
        const world = newWorld();
        for (const [index, feed] of sequence.entries()) {
          expect(discrepanciesOf(run(world, feed, `run${index}`))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('every live record was seen, or is missing, held, or was not looked for', () => {
    fc.assert(
      fc.property(feeds, (sequence) => {
        const world = newWorld();
        for (const [index, feed] of sequence.entries()) {
          const { plan, cover, seen } = run(world, feed, `run${index}`);
          const told = new Set([...seen, ...plan.missing, ...(plan.held?.ids ?? [])]);
          for (const { id, live, home } of world.records.values()) {
            if (live && cover.isCovered(home)) expect(told.has(id)).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('nothing is removed by a run in which a page failed, by an empty one, or at first sight', () => {
    fc.assert(
      fc.property(feeds, (sequence) => {
        const world = newWorld();
        let before = new Map<string, number>();
        for (const [index, feed] of sequence.entries()) {
          const { plan, cover, counts } = run(world, feed, `run${index}`);
          if (cover.coverage !== 'complete') expect(plan.removals).toEqual([]);
          if (counts.listed === 0 && rules.releaseAfter > index) expect(plan.removals).toEqual([]);
          for (const { id } of plan.removals) expect(before.get(id)).toBeGreaterThanOrEqual(rules.missingRuns - 1);
          before = new Map([...world.records.values()].map(({ id, missingRuns }) => [id, missingRuns]));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a replay gives the same', () => {
    fc.assert(
      fc.property(feeds, (sequence) => {
        const replay = () => {
          const world = newWorld();
          const runs = sequence.map((feed, index) => run(world, feed, `run${index}`));
          return { world, counts: runs.map(({ counts }) => counts) };
        };
        expect(replay()).toEqual(replay());
      }),
      { numRuns: 50 },
    );
  });

  test('the same feed twice changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(feedPage, { minLength: 1, maxLength: 3 }), (feed) => {
        const world = newWorld();
        const distinct = new Map<number, number>();
        const steady = feed.map((page) => ({
          fails: false,
          records: page.records.filter(({ name, version }) =>
            distinct.has(name) ? false : distinct.set(name, version),
          ),
        }));
        run(world, steady, 'one');
        const { counts } = run(world, steady, 'two');
        expect(counts).toMatchObject({ created: 0, updated: 0, returned: 0, removed: 0, unchanged: counts.listed });
      }),
    );
  });
});
