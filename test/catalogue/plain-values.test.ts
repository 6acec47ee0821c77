import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalDate, canonicalDuration } from '#catalogue/date.ts';
import { booleanOf, decimalOf, integerOf } from '#catalogue/number.ts';

describe('dates keep the precision that was written', () => {
  test.each([
    ['2020', '2020'],
    ['2020-01', '2020-01'],
    ['2020-02-29', '2020-02-29'],
    ['2020-01-22T10:00:00', '2020-01-22T10:00:00'],
    ['2020-01-22T10:00', '2020-01-22T10:00:00'],
    ['2020-01-22T10:00:00.000Z', '2020-01-22T10:00:00Z'],
    ['2020-01-22T10:00:00.250456Z', '2020-01-22T10:00:00.250Z'],
    ['2020-01-01T00:30:00+01:00', '2019-12-31T23:30:00Z'],
    ['2020-01-01T00:30:00-0500', '2020-01-01T05:30:00Z'],
    ['2020-01-22Z', '2020-01-22'],
  ])('%s is %s', (text, value) => {
    expect(canonicalDate(text)).toEqual({ value });
  });

  test.each([
    ['2020-01-22 00:00:00', '2020-01-22T00:00:00'],
    ['01/31/2025', '2025-01-31'],
    ['31/01/2025', '2025-01-31'],
    ['05/05/2025', '2025-05-05'],
    ['31-01-2025', '2025-01-31'],
    ['1.2.2025', '2025-02-01'],
    ['20250131', '2025-01-31'],
    ['2025/1/31', '2025-01-31'],
    ['1. januar 2020', '2020-01-01'],
    ['22. okt. 2020', '2020-10-22'],
    ['maj 2020', '2020-05'],
    ['January 22, 2020', '2020-01-22'],
    ['22 January 2020', '2020-01-22'],
  ])('%s is repaired to %s', (text, value) => {
    expect(canonicalDate(text)).toEqual({ value, repair: 'date-repaired' });
  });

  test.each([
    '03/04/2025',
    '2021-02-29',
    '2020-13-01',
    '31. februar 2020',
    'R/P1Y',
    '2020-01-22T25:00:00Z',
    '99',
    'soon',
  ])('%s is no date, or could be two', (text) => {
    expect(canonicalDate(text)).toBeUndefined();
  });

  test('a canonical date is its own canonical form', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const once = canonicalDate(date.toISOString())?.value ?? '';
          expect(Date.parse(once)).toBe(date.getTime());
          expect(canonicalDate(once)).toEqual({ value: once });
        },
      ),
    );
  });
});

test('durations are ISO 8601; the repeating form of data.json is the duration that it repeats', () => {
  expect(canonicalDuration('PT1H')).toEqual({ value: 'PT1H' });
  expect(canonicalDuration('R/P3M')).toEqual({ value: 'P3M', repair: 'duration-repaired' });
  expect(canonicalDuration('p1y')).toEqual({ value: 'P1Y', repair: 'duration-repaired' });
  for (const text of ['P', 'PT', 'yearly', 'P1H']) expect(canonicalDuration(text)).toBeUndefined();
});

describe('whole numbers', () => {
  test.each([
    ['5400000', 5_400_000],
    ['0', 0],
  ])('%s is written as it should be', (text, value) => {
    expect(integerOf(text)).toEqual({ value });
  });

  test.each([
    ['5.400.000', 5_400_000],
    ['5,400,000', 5_400_000],
    ['5 400 000', 5_400_000],
    ['1.024', 1024],
    ['1024.0', 1024],
  ])('%s is repaired to %d', (text, value) => {
    expect(integerOf(text)).toEqual({ value, repair: 'number-repaired' });
  });

  test.each(['1e3', '-5', '5.4', '1.02.400', '5 mio.', '9007199254740993', ''])('%s is refused', (text) => {
    expect(integerOf(text)).toBeUndefined();
  });

  test('1.024 typed as a decimal is one and a bit, and no whole number', () => {
    const decimal = 'http://www.w3.org/2001/XMLSchema#decimal';
    expect(integerOf('1.024', decimal)).toBeUndefined();
    expect(integerOf('1024.0', decimal)).toEqual({ value: 1024, repair: 'number-repaired' });
  });
});

test('decimals may have a comma, with a repair', () => {
  expect(decimalOf('12.5')).toEqual({ value: 12.5 });
  expect(decimalOf('1.5E3')).toEqual({ value: 1500 });
  expect(decimalOf('12,5')).toEqual({ value: 12.5, repair: 'number-repaired' });
  for (const text of ['1.2.3', 'NaN', '1e999']) expect(decimalOf(text)).toBeUndefined();
});

test('truth is told in Danish, English and figures', () => {
  expect(['true', 'Ja', '1', 'yes'].map((text) => booleanOf(text)?.value)).toEqual([true, true, true, true]);
  expect(['false', 'nej', '0', 'No'].map((text) => booleanOf(text)?.value)).toEqual([false, false, false, false]);
  expect(booleanOf('måske')).toBeUndefined();
});
