import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '#catalogue/compare.ts';
import { changedProperties, fingerprint } from '#catalogue/fingerprint.ts';
import type { RecordState } from '#catalogue/record-state.ts';
import type { Dataset } from '#schemas/record.ts';

const of = (record: Dataset, unmapped: { name: string; value: string }[] = []) =>
  fingerprint({ kind: 'Dataset', record, unmapped });

const state = (record: Dataset, more: Partial<RecordState> = {}): RecordState => ({
  id: 'sds.a',
  identifier: 'a',
  kind: 'Dataset',
  live: true,
  revision: 1,
  hash: of(record).contentHash,
  properties: of(record).properties,
  lastSeq: 1,
  missingRuns: 0,
  flaps: 0,
  kept: false,
  home: 'p',
  ...more,
});

const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
};

describe('the fingerprint', () => {
  test('is the same in any order of keys, lists and languages', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        // Any JSON stands for any record here: the fingerprint does not know the table.
        expect(of(turned(value) as Dataset)).toEqual(of(value as Dataset));
      }),
    );
  });

  test('is another when any value is another', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        fc.pre(one !== other);
        expect(of({ title: { da: one } }).contentHash).not.toBe(of({ title: { da: other } }).contentHash);
        expect(of({ title: { da: one } }).properties).not.toBe(of({ title: { da: other } }).properties);
      }),
    );
  });

  test('does not take one text for two', () => {
    expect(of({ keyword: { da: ['a,b'] } }).contentHash).not.toBe(of({ keyword: { da: ['a', 'b'] } }).contentHash);
    expect(of({ keyword: { da: ['a","b'] } }).contentHash).not.toBe(of({ keyword: { da: ['a', 'b'] } }).contentHash);
  });

  test('counts equal nodes of a set once', () => {
    const one = { accessURL: ['https://a.dk/'] };
    expect(of({ distribution: [one, { ...one }] })).toEqual(of({ distribution: [one] }));
  });

  test('counts what could not be mapped', () => {
    const properties = of({}, [{ name: 'bureauCode', value: '1' }]).properties;
    expect(changedProperties(of({}).properties, properties)).toEqual(['unmapped']);
  });

  test('tells which properties came, went and changed', () => {
    const before = of({ title: { da: 'A' }, issued: '2020', version: '1' });
    const after = of({ title: { da: 'B' }, modified: '2021', version: '1' });
    expect(changedProperties(before.properties, after.properties)).toEqual(['issued', 'modified', 'title']);
    expect(changedProperties(before.properties, before.properties)).toEqual([]);
  });

  test('is published, so it stays: canonical JSON under SHA-256', () => {
    expect(of({ title: { en: 'B', da: 'A' }, keyword: { da: ['b', 'a'] } }).contentHash).toBe(
      'sha256:9f247d69c9281bb3618517046343ffa88cde442ee125df400e9d6c71ac842567',
    );
  });
});

describe('compared with what is known of it, a record', () => {
  const record: Dataset = { title: { da: 'A' }, modified: '2020-01-01' };

  test('that nobody knows is created', () => {
    expect(compare(undefined, of(record))).toEqual({ kind: 'created' });
  });

  test('that says the same is unchanged', () => {
    expect(compare(state(record), of(record))).toEqual({ kind: 'unchanged' });
  });

  test('that says something else is updated in the properties that differ', () => {
    expect(compare(state(record), of({ ...record, title: { da: 'B' } }))).toEqual({
      kind: 'updated',
      changed: ['title'],
    });
  });

  test('that was removed has returned, whatever it says', () => {
    expect(compare(state(record, { live: false }), of(record))).toEqual({ kind: 'returned' });
  });

  test('whose only changes are ignored is unchanged, and is not when others changed too', () => {
    const bumped = { ...record, modified: '2021-01-01' };
    expect(compare(state(record), of(bumped), ['modified'])).toEqual({ kind: 'unchanged' });
    expect(compare(state(record), of({ ...bumped, title: { da: 'B' } }), ['modified'])).toEqual({
      kind: 'updated',
      changed: ['modified', 'title'],
    });
  });
});
