/** The states of a source's records are a map, however they are held. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RecordState } from '#catalogue/record-state.ts';
import { RecordStates } from '#functions/harvest/record-states.ts';
import { RunRows } from '#functions/harvest/run-rows.ts';

const record: fc.Arbitrary<RecordState> = fc.record({
  id: fc.integer({ min: 0, max: 30 }).map((index) => `kilde.æ${index}`),
  identifier: fc.option(fc.string({ unit: 'grapheme' })),
  kind: fc.constantFrom('Dataset' as const, 'DatasetSeries' as const),
  live: fc.boolean(),
  revision: fc.nat(),
  hash: fc.option(fc.string({ maxLength: 64 })),
  // Some lines are longer than a block.
  properties: fc.nat({ max: 60 }).map((length) => 'ø'.repeat(length * 3000)),
  lastSeq: fc.nat(),
  missingRuns: fc.nat({ max: 2 }),
  flaps: fc.nat({ max: 2 }),
  kept: fc.boolean(),
  home: fc.option(fc.webUrl()),
});

const walked = (records: Iterable<RecordState>) => {
  const tally = { live: 0, absent: 0, moved: 0 };
  for (const { live, missingRuns, kept } of records) {
    if (live) tally.live += 1;
    if (live && (missingRuns > 0 || kept)) tally.absent += 1;
  }
  return tally;
};

it('are what a map of them would be: in order, the last word of each, and counted', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 120 }), (records) => {
      const states = new RecordStates();
      const map = new Map<string, RecordState>();
      for (const one of records) {
        states.set(one.id, one);
        map.set(one.id, one);
      }
      expect([...states.values()]).toEqual([...map.values()]);
      expect([...states.keys()]).toEqual([...map.keys()]);
      expect(states.tally).toEqual(walked(map.values()));
      for (const [id, one] of map) expect(states.get(id)).toEqual(one);
    }),
    { numRuns: 30 },
  );
});

it('are the same when they were written and read again', () => {
  fc.assert(
    fc.property(fc.uniqueArray(record, { selector: ({ id }) => id }), (records) => {
      const states = new RecordStates();
      for (const one of records) states.set(one.id, one);
      const again = new RecordStates();
      for (const line of states.lines()) again.takeLine(Buffer.from(line).toString().trimEnd());
      expect([...again.values()]).toEqual(records);
      expect(again.tally).toEqual(states.tally);
    }),
    { numRuns: 30 },
  );
});

it('the rows of a run are a list, whatever their number', () => {
  const rowOf = (index: number) => ({ outcome: 'created' as const, id: `kilde.${index}`, identifier: `å${index}` });
  for (const count of [0, 1, 499, 500, 501, 1700]) {
    const rows = new RunRows();
    const expected = Array.from({ length: count }, (_, index) => rowOf(index));
    for (const row of expected) rows.push(row);
    expect([rows.length, [...rows]]).toEqual([count, expected]);
    rows.replace((all) => [...all].filter(({ id }) => id !== 'kilde.0'));
    expect([...rows]).toEqual(expected.slice(1));
  }
});
