import { describe, expect, test } from 'vitest';
import type { RecordState } from '#catalogue/record-state.ts';
import { decideHeld, type HeldSet, planRemovals, type RemovalPlan, type RunEnd } from '#catalogue/removal.ts';

const record = (id: string, more: Partial<RecordState> = {}): RecordState => ({
  id,
  identifier: id,
  kind: 'Dataset',
  live: true,
  revision: 1,
  hash: 'sha256:x',
  properties: '',
  lastSeq: 1,
  missingRuns: 0,
  flaps: 0,
  kept: false,
  home: 'page',
  ...more,
});

const rules: RunEnd['rules'] = { missingRuns: 2, holdAbove: { share: 0.1, count: 3 }, releaseAfter: 5 };

/** A source of 20 records that goes from run to run; `run` lists what a run sees. */
class Source {
  records = new Map<string, RecordState>();
  held: HeldSet | null = null;
  #run = 0;

  constructor(...records: RecordState[]) {
    for (const one of records) this.records.set(one.id, one);
    while (this.records.size < 20) this.records.set(`other${this.records.size}`, record(`other${this.records.size}`));
  }

  run(absent: string[], more: Partial<RunEnd> = {}): RemovalPlan {
    this.#run += 1;
    const live = [...this.records.values()].filter((one) => one.live);
    const seen = new Set(live.map(({ id }) => id).filter((id) => !absent.includes(id)));
    const plan = planRemovals({
      run: `run${this.#run}`,
      rules,
      records: this.records.values(),
      liveBefore: live.length,
      isSeen: (id) => seen.has(id),
      seenCount: seen.size,
      deletions: new Set(),
      isCovered: () => true,
      held: this.held,
      ...more,
    });
    for (const state of plan.states) this.records.set(state.id, state);
    for (const { id } of plan.removals) this.records.set(id, { ...record(id), live: false });
    this.held = plan.held;
    return plan;
  }
}

const ids = (plan: RemovalPlan): string[] => plan.removals.map(({ id }) => id);
const five = ['a', 'b', 'c', 'd', 'e'];
const sourceOfFive = (): Source => new Source(...five.map((id) => record(id)));

describe('a record that is absent', () => {
  test('is missing once, and removed after it was missing from enough complete runs in a row', () => {
    const source = new Source(record('a'));
    expect(source.run(['a'])).toMatchObject({ removals: [], missing: ['a'], held: null });
    expect(source.run(['a'])).toMatchObject({ removals: [{ id: 'a', reason: 'missing' }], missing: [], held: null });
  });

  test('starts anew once it is seen', () => {
    const source = new Source(record('a'));
    source.run(['a']);
    source.run([]);
    expect(source.records.get('a')?.missingRuns).toBe(0);
    expect(source.run(['a']).removals).toEqual([]);
  });

  test('keeps its count in a run that did not see its place', () => {
    const source = new Source(record('a'));
    source.run(['a']);
    const plan = source.run(['a'], { isCovered: () => false });
    expect(plan).toMatchObject({ removals: [], missing: [], states: [] });
    expect(source.records.get('a')?.missingRuns).toBe(1);
    expect(ids(source.run(['a']))).toEqual(['a']);
  });

  test('that came and went twice waits three times as long', () => {
    const source = new Source(record('a', { flaps: 2 }));
    for (let run = 1; run < 6; run += 1) expect(source.run(['a']).removals).toEqual([]);
    expect(ids(source.run(['a']))).toEqual(['a']);
  });

  test('is removed at once when its source says so, unless it lists it too', () => {
    const source = new Source(record('a'));
    const deletions = new Set(['a', 'other5', 'stranger']);
    expect(source.run(['a'], { deletions, isCovered: () => false }).removals).toEqual([
      { id: 'a', reason: 'deleted-by-source' },
    ]);
  });
});

describe('more removals than the guard lets through', () => {
  test('are held, all of them', () => {
    const source = sourceOfFive();
    source.run(five);
    expect(source.run(five)).toMatchObject({
      removals: [],
      missing: [],
      held: { since: 'run2', ids: five, consistentRuns: 1 },
    });
  });

  test('of three records are let through in a source however small', () => {
    const source = new Source(record('a'), record('b'), record('c'));
    source.run(['a', 'b', 'c']);
    expect(ids(source.run(['a', 'b', 'c']))).toEqual(['a', 'b', 'c']);
  });

  test('are held when an empty source would lose even one', () => {
    const source = new Source();
    const all = [...source.records.keys()];
    for (const id of all.slice(1)) source.records.set(id, { ...record(id), live: false });
    source.run(all);
    expect(source.run(all)).toMatchObject({ removals: [], held: { ids: [all[0]] } });
  });

  test('are held when its source says it itself', () => {
    const source = sourceOfFive();
    const plan = source.run(five, { deletions: new Set(five), isCovered: () => false });
    expect(plan).toMatchObject({ removals: [], held: { ids: five } });
  });

  test('are released by five consistent runs in a row, the holding one counted', () => {
    const source = sourceOfFive();
    source.run(five);
    for (let run = 1; run < 5; run += 1) expect(source.run(five).held?.consistentRuns).toBe(run);
    expect(ids(source.run(five))).toEqual(five);
    expect(source.held).toBeNull();
  });

  test('start their count again when one more is missing', () => {
    const source = new Source(...[...five, 'f'].map((id) => record(id)));
    source.run(five);
    source.run(five);
    source.run(five);
    source.run([...five, 'f']);
    expect(source.held).toMatchObject({ since: 'run2', consistentRuns: 3 });
    source.run([...five, 'f']);
    expect(source.held).toMatchObject({ since: 'run5', ids: [...five, 'f'], consistentRuns: 1 });
  });

  test('are fewer when some came back; those that the guard lets through then go', () => {
    const source = sourceOfFive();
    source.run(five);
    source.run(five);
    expect(source.run(['a', 'b'])).toMatchObject({ removals: [{ id: 'a' }, { id: 'b' }], held: null });
  });

  test('stay held, and uncounted, in a run that did not see all their places', () => {
    const source = sourceOfFive();
    source.records.set('e', record('e', { home: 'elsewhere' }));
    source.run(five);
    source.run(five);
    const isCovered = (home: string | null): boolean => home === 'page';
    expect(source.run(five, { isCovered })).toMatchObject({
      removals: [],
      held: { since: 'run2', ids: five, consistentRuns: 1 },
    });
  });
});

describe('an operator who', () => {
  const held = (): Source => {
    const source = sourceOfFive();
    source.run(five);
    source.run(five);
    return source;
  };
  const waiting = (source: Source): RecordState[] => five.flatMap((id) => source.records.get(id) ?? []);

  test('releases held removals removes what is still missing', () => {
    const source = held();
    source.run(['a', 'b', 'c', 'd']);
    expect(decideHeld('release', waiting(source)).removals.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('releases what a source declared deleted removes it too', () => {
    const source = sourceOfFive();
    source.run(five, { deletions: new Set(five), isCovered: () => false });
    expect(decideHeld('release', waiting(source)).removals).toHaveLength(5);
  });

  test('rejects them keeps the records: missing, and no candidates until they are seen again', () => {
    const source = held();
    for (const state of decideHeld('reject', waiting(source)).states) source.records.set(state.id, state);
    source.held = null;
    for (let run = 0; run < 9; run += 1)
      expect(source.run(five)).toMatchObject({ removals: [], held: null, missing: five });
    source.run([]);
    expect(source.records.get('a')).toMatchObject({ kept: false, missingRuns: 0 });
    source.run(five);
    expect(source.run(five).held?.ids).toEqual(five);
  });
});
