import { expect, test } from 'vitest';
import { breaksOf, timelineOf, yearOf } from '#web/parts/timeline.ts';

test('a period reaches to the end of its last year, an open one to the end of this', () => {
  const spans = [{ from: '2000', until: '2009-12-31' }, { from: '2010-01' }];
  expect(timelineOf(spans, 2019)).toEqual({
    first: 2000,
    last: 2020,
    bars: [
      { start: 0, width: 0.5, opensLeft: false, opensRight: false },
      { start: 0.5, width: 0.5, opensLeft: false, opensRight: true },
    ],
    marks: [
      { year: 2000, at: 0 },
      { year: 2005, at: 0.25 },
      { year: 2010, at: 0.5 },
      { year: 2015, at: 0.75 },
      { year: 2020, at: 1 },
    ],
  });
});

test('lines beside each other share their years', () => {
  const late = [{ from: '2010', until: '2019' }];
  const bar = timelineOf(late, 2019, [{ from: '2000' }, ...late])?.bars[0];
  expect(bar).toEqual({ start: 0.5, width: 0.5, opensLeft: false, opensRight: false });
});

test('no line is drawn of periods without a year', () => {
  expect(timelineOf([], 2026)).toBeUndefined();
  expect(timelineOf([{ from: 'i gamle dage', until: null }], 2026)).toBeUndefined();
});

test('a period without a beginning is drawn some years before the first that is known', () => {
  const line = timelineOf([{ until: '2000' }], 2004);
  expect([line?.first, line?.bars[0]?.opensLeft, line?.bars[0]?.start]).toEqual([1995, true, 0]);
});

test('a date has a year, whatever else it says, and a word has none', () => {
  expect(['1977', '1977-05', '1977-05-01T12:00:00Z', 'ukendt', '', null].map(yearOf)).toEqual([
    1977,
    1977,
    1977,
    undefined,
    undefined,
    undefined,
  ]);
});

test('years of which no period says anything are a break, and neighbours have none between them', () => {
  const spans = [
    { from: '2006', until: '2010' },
    { from: '1990', until: '1999' },
    { from: '2000', until: '2001' },
  ];
  expect(breaksOf(spans)).toEqual([{ from: 2002, until: 2005 }]);
  expect(breaksOf([{ from: '1990' }, { from: '2000' }])).toEqual([]);
  expect(breaksOf([])).toEqual([]);
});
