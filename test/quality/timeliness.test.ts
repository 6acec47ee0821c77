import { describe, expect, test } from 'vitest';
import { assess } from '#quality/assess.ts';
import { promisedDays } from '#quality/measure/frequency-days.ts';
import { measureTimeliness } from '#quality/measure/measure-timeliness.ts';
import type { Circumstances } from '#quality/measure/subject.ts';
import type { Dataset } from '#schemas/record.ts';
import { frequency as frequencies } from '#schemas/vocabularies/frequency.ts';
import { circumstances, entryOf, frequency, measuredValue, standingOf } from './entry.ts';

const NOW = '2026-06-01T12:00:00Z';
const measured = (record: Dataset, metric: string, more: Partial<Circumstances> = {}) =>
  measuredValue(measureTimeliness(entryOf(record), circumstances({ now: NOW, ...more })), `timeliness.${metric}`);
const overdue = (code: string, modified: string) =>
  measured({ accrualPeriodicity: frequency(code), modified }, 'overdue');
const scoreOf = (record: Dataset, more: Partial<Circumstances> = {}) => {
  const score = assess(entryOf(record), circumstances({ now: NOW, ...more })).scores.find(
    ({ set }) => set === 'timeliness',
  );
  if (score === undefined) throw new Error('no score');
  return score;
};

describe('an update', () => {
  test.each([
    ['DAILY', '2026-05-31', 0],
    ['WEEKLY', '2026-05-20', 5],
    ['MONTHLY', '2026-05-01', 0],
    ['MONTHLY', '2026-04-01', 30],
    ['ANNUAL', '2025-06-02', 0],
    ['ANNUAL', '2024-06-01T12:00:00Z', 364],
    ['DECENNIAL', '2017', 0],
  ])('promised %s and last made %s is %i days late', (code, modified, days) => {
    expect(overdue(code, modified)).toBe(days);
  });

  test('a day late is in time, as data.gouv.fr has it, and two days late is not', () => {
    const standing = (modified: string) =>
      standingOf(scoreOf({ accrualPeriodicity: frequency('WEEKLY'), modified }), 'timeliness.overdue')?.[0];

    expect([standing('2026-05-24T12:00:00Z'), standing('2026-05-23T12:00:00Z')]).toEqual(['met', 'unmet']);
  });

  test.each(['IRREG', 'AS_NEEDED', 'NEVER', 'NOT_PLANNED', 'UNKNOWN', 'OTHER'])(
    'that is promised %s cannot be late: it is unknown, and neither kept nor broken',
    (code) => {
      expect(overdue(code, '2001-01-01')).toBeNull();
      const score = scoreOf({ accrualPeriodicity: frequency(code), modified: '2001-01-01' });
      expect(standingOf(score, 'timeliness.overdue')).toEqual(['unknown', 0]);
    },
  );

  test('cannot be told without a date, or with a date that lies ahead', () => {
    expect(measured({ accrualPeriodicity: frequency('DAILY') }, 'overdue')).toBeNull();
    expect(overdue('DAILY', '2031-01-01')).toBeNull();
    expect(overdue('DAILY', 'for nylig')).toBeNull();
  });

  test('of a file is an update of the dataset', () => {
    const record = {
      accrualPeriodicity: frequency('MONTHLY'),
      modified: '2020-01-01',
      distribution: [{ modified: '2026-05-30' }],
    };
    expect(measured(record, 'overdue')).toBe(0);
  });

  test('of a year or a month counts to its end, for it may have been its last day', () => {
    expect([overdue('ANNUAL', '2025'), overdue('MONTHLY', '2026-04')]).toEqual([0, 1]);
    // This year's end lies ahead: the year has begun, and so has its update.
    expect(measured({ modified: '2026' }, 'age')).toBe(0);
  });

  test('that is late is told with the days', () => {
    const record = { accrualPeriodicity: frequency('WEEKLY'), modified: '2026-05-20' };
    const { findings } = assess(entryOf(record), circumstances({ now: NOW }));
    expect(findings.find(({ set }) => set === 'timeliness')).toMatchObject({
      code: 'timeliness.overdue.Dataset.modified',
      value: 'P5D',
    });
  });
});

test('every frequency that promises something has its days, the more seldom the more', () => {
  const silent = ['IRREG', 'AS_NEEDED', 'NOT_PLANNED', 'NEVER', 'OTHER', 'UNKNOWN'];
  const without = frequencies.concepts.filter(({ iri }) => promisedDays(iri) === undefined).map(({ code }) => code);
  expect(without).toEqual(silent);

  const order = [
    'HOURLY',
    'DAILY',
    'WEEKLY_2',
    'WEEKLY',
    'MONTHLY_2',
    'MONTHLY',
    'QUARTERLY',
    'ANNUAL_2',
    'ANNUAL',
    'BIENNIAL',
  ];
  const days = order.map((code) => promisedDays(frequency(code)) ?? 0);
  expect(days).toEqual(days.toSorted((one, other) => one - other));
});

describe('a frequency', () => {
  test('is said by any of the list but “unknown” and “other”', () => {
    const said = (code: string) => measured({ accrualPeriodicity: frequency(code) }, 'frequency');
    expect(['ANNUAL', 'IRREG', 'NEVER', 'UNKNOWN', 'OTHER'].map(said)).toEqual([true, true, true, false, false]);
    expect(measured({}, 'frequency')).toBe(false);
  });
});

describe('the owner’s yearly confirmation', () => {
  const standing = (lastConfirmed: string | null | undefined) =>
    standingOf(scoreOf({}, { lastConfirmed }), 'timeliness.unconfirmed')?.[0];

  test('holds for a year, is unmet when it is older or never was, and unknown where nobody keeps count', () => {
    expect(standing('2025-06-01')).toBe('met');
    expect(standing('2025-05-28')).toBe('unmet');
    expect(standing(null)).toBe('unmet');
    expect(standing(undefined)).toBe('unknown');
  });
});

describe('the age of a description', () => {
  test('is counted from its last sign of life', () => {
    expect(measured({ issued: '2020-05-31T12:00:00Z', modified: '2026-05-31T12:00:00Z' }, 'age')).toBe(1);
    expect(measured({ issued: '2020-01-01' }, 'age', { lastConfirmed: '2026-05-30T12:00:00Z' })).toBe(2);
    expect(measured({}, 'age')).toBeNull();
  });

  test.each([
    ['2025-06-10', 20],
    ['2024-06-10', 10],
    ['2023-01-01', 0],
  ])('since %s gives %i of 20 points', (modified, points) => {
    expect(standingOf(scoreOf({ modified }), 'timeliness.age')?.[1]).toBe(points);
  });
});
