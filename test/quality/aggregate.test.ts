import { expect, test } from 'vitest';
import { type AssessedRow, addRow, assessedRow, emptyAggregates, meansOf } from '#quality/aggregate.ts';
import { assess } from '#quality/assess.ts';
import { circumstances, entryOf } from './entry.ts';

const row = (more: Partial<AssessedRow>): AssessedRow => ({
  source: 'sds',
  owner: 'sundhedsdatastyrelsen',
  themes: ['HEAL'],
  letter: 'C',
  share: 0.5,
  mqa: 200,
  ...more,
});

const rows = [
  row({}),
  row({ source: 'ssi', letter: 'A', share: 0.9, mqa: 300, themes: ['HEAL', 'SOCI'] }),
  row({ source: 'rkkp', owner: 'rkkp', letter: 'E', share: 0.1, mqa: 40, themes: [] }),
];
const fed = () => rows.reduce((aggregates, one) => addRow(aggregates, one), emptyAggregates());

test('a catalogue has the mean, the number and the grades of all its datasets', () => {
  const { catalogue } = fed();

  expect(meansOf(catalogue)).toEqual({ share: expect.closeTo(0.5), mqa: 180 });
  expect(catalogue).toMatchObject({ count: 3, letters: { A: 1, B: 0, C: 1, D: 0, E: 1 } });
});

test('sources, owners and themes have those of their own; a dataset of two themes counts in both', () => {
  const { sources, owners, themes } = fed();
  const counts = (groups: ReadonlyMap<string, { count: number }>) =>
    Object.fromEntries([...groups].map(([name, { count }]) => [name, count]));

  expect(counts(sources)).toEqual({ sds: 1, ssi: 1, rkkp: 1 });
  expect(counts(owners)).toEqual({ sundhedsdatastyrelsen: 2, rkkp: 1 });
  expect(counts(themes)).toEqual({ HEAL: 2, SOCI: 1 });
});

test('the order of the rows does not matter, and a row that is taken out leaves no trace', () => {
  const backwards = rows.toReversed().reduce((aggregates, one) => addRow(aggregates, one), emptyAggregates());
  expect(backwards.catalogue.letters).toEqual(fed().catalogue.letters);

  const extra = row({ source: 'ny', owner: 'ny', themes: ['TECH'], letter: 'B', share: 0.25, mqa: 1 });
  const again = addRow(addRow(fed(), extra), extra, -1);
  expect([...again.sources.keys(), ...again.owners.keys(), ...again.themes.keys()]).not.toContain('ny');
  expect(again.catalogue).toMatchObject({ count: 3, mqa: 540, letters: fed().catalogue.letters });
});

test('of no datasets there is no mean', () => {
  expect(meansOf(emptyAggregates().catalogue)).toBeNull();
});

test('a row is made of an entry, its owner and its assessment', () => {
  const entry = entryOf({ theme: ['x', 'x'], title: { da: 'Prøve' } });
  const assessment = assess(entry, circumstances());

  expect(assessedRow(entry, 'ejer', assessment)).toEqual({
    source: 'sds',
    owner: 'ejer',
    themes: ['x'],
    letter: assessment.grade.letter,
    share: assessment.grade.share,
    mqa: 30,
  });
});
