import { describe, expect, it } from 'vitest';
import { plainName } from '#catalogue/plain-name.ts';
import type { RecordState } from '#catalogue/record-state.ts';
import { findRenames, keptId, matchKey, nextProposals, PROPOSALS } from '#catalogue/rename.ts';
import type { Dataset } from '#schemas/record.ts';

const dataset = (over: Partial<Dataset> = {}): Dataset => ({
  title: { da: 'Cancerregisteret' },
  publisher: { name: { da: 'Sundhedsdatastyrelsen' } },
  distribution: [{ accessURL: ['https://example.dk/b'] }, { accessURL: ['https://example.dk/a'] }],
  ...over,
});

const state = (id: string, match: string | undefined, over: Partial<RecordState> = {}): RecordState => ({
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
  home: null,
  match,
  ...over,
});

describe('how a record is known again', () => {
  it('is by title, owner and links, whatever their order and spelling', () => {
    const same = dataset({ title: { da: '  CANCERregisteret. ' } });
    same.distribution?.reverse();
    expect(matchKey(same)).toBe(matchKey(dataset()));
    expect(matchKey(dataset())).toMatch(/^l/);
  });

  it.each([
    ['title', { title: { da: 'Dødsårsagsregisteret' } }],
    ['owner', { publisher: { name: { da: 'Statens Serum Institut' } } }],
    ['links', { distribution: [] }],
  ])('is another with another %s', (_what, over) => {
    expect(matchKey(dataset(over as Partial<Dataset>))).not.toBe(matchKey(dataset()));
  });

  it('rests on title and owner alone where there is no link', () => {
    expect(matchKey(dataset({ distribution: [] }))).toMatch(/^t/);
  });

  it('needs a title, and an owner or a link', () => {
    const { title: _title, ...untitled } = dataset();
    expect(matchKey(untitled)).toBeUndefined();
    expect(matchKey({ title: { da: 'Cancerregisteret' } })).toBeUndefined();
  });

  it('takes no landing page for a link that is only the identifier again', () => {
    const { distribution: _none, ...bare } = dataset();
    const own = { ...bare, iri: 'https://example.dk/1', landingPage: ['https://example.dk/1'] };
    expect(matchKey(own)).toMatch(/^t/);
  });
});

describe('names', () => {
  it('are one in all their spellings', () => {
    const spellings = ['Fødselsregisteret (MFR)', 'foedselsregisteret  mfr', 'FØDSELSREGISTERET – MFR'];
    expect(new Set(spellings.map(plainName))).toEqual(new Set(['foedselsregisteret mfr']));
  });
});

describe('a rename', () => {
  it('is one that went and one that came with the same key', () => {
    expect(findRenames([state('a', 'l1'), state('b', 'l2')], [state('c', 'l1')])).toEqual([
      { from: 'a', to: 'c', evidence: 'links' },
    ]);
  });

  it('is none where two could be meant', () => {
    expect(findRenames([state('a', 'l1'), state('b', 'l1')], [state('c', 'l1')])).toEqual([]);
    expect(findRenames([state('a', 'l1')], [state('b', 'l1'), state('c', 'l1')])).toEqual([]);
  });

  it('is none between a dataset and a series, or where a state is too old to tell', () => {
    expect(findRenames([state('a', 'l1')], [state('b', 'l1', { kind: 'DatasetSeries' })])).toEqual([]);
    expect(findRenames([state('a', undefined)], [state('b', undefined)])).toEqual([]);
  });
});

describe('proposals', () => {
  const pair = { from: 'a', to: 'b', evidence: 'links' } as const;

  it('are made once, and not again when they were rejected', () => {
    const states = new Map([state('a', 'l1', { missingRuns: 1 }), state('b', 'l1')].map((one) => [one.id, one]));
    const rejected = [{ ...pair, since: 'run 1', rejected: true }];
    expect(nextProposals(rejected, [pair], 'run 2', (id) => states.get(id))).toEqual(rejected);
  });

  it('end when both are listed side by side, or when the new one is gone', () => {
    const open = [{ ...pair, since: 'run 1', rejected: false }];
    const both = new Map([state('a', 'l1'), state('b', 'l1')].map((one) => [one.id, one]));
    expect(nextProposals(open, [], 'run 2', (id) => both.get(id))).toEqual([]);
    const gone = new Map([state('b', 'l1', { live: false })].map((one) => [one.id, one]));
    expect(nextProposals(open, [], 'run 2', (id) => gone.get(id))).toEqual([]);
  });

  it('are no more than a person can be asked', () => {
    const many = Array.from({ length: PROPOSALS + 5 }, (_, index) => ({ ...pair, from: `a${index}` }));
    expect(nextProposals([], many, 'run', (id) => state(id, 'l1'))).toHaveLength(PROPOSALS);
  });
});

describe('an identifier that was given up', () => {
  it('leads to the record that was kept, over several moves, and never in a circle', () => {
    const chain = new Map(
      [state('c', 'l1', { movedTo: 'b' }), state('b', 'l1', { movedTo: 'a' })].map((one) => [one.id, one]),
    );
    expect(keptId('c', (id) => chain.get(id))).toBe('a');
    const circle = new Map(
      [state('c', 'l1', { movedTo: 'b' }), state('b', 'l1', { movedTo: 'c' })].map((one) => [one.id, one]),
    );
    expect(keptId('c', (id) => circle.get(id))).toBe('c');
  });
});
