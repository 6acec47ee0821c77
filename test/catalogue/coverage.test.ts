import { describe, expect, test } from 'vitest';
import { coverOf, type PageSeen } from '#catalogue/coverage.ts';

const page = (parent: string | null, more: Partial<PageSeen> = {}): PageSeen => ({
  parent,
  relation: parent === null ? 'child' : 'next',
  whole: true,
  claimed: null,
  listed: 1,
  ...more,
});
const child = (parent: string, more: Partial<PageSeen> = {}): PageSeen => page(parent, { relation: 'child', ...more });
const cover = (pages: Record<string, PageSeen>, before: Record<string, string | null> = {}) =>
  coverOf(new Map(Object.entries(pages)), (key) => before[key]);

describe('a list of pages', () => {
  test('is covered when all of it was seen whole', () => {
    const { coverage, isCovered } = cover({ a: page(null), b: page('a'), c: page('b') });
    expect(coverage).toBe('complete');
    expect(['a', 'b', 'c', null].map(isCovered)).toEqual([true, true, true, true]);
  });

  test('is covered nowhere when one of its pages failed, since records move between its pages', () => {
    const { coverage, isCovered } = cover({ a: page(null), b: page('a'), c: page('b', { whole: false }) });
    expect(coverage).toBe('partial');
    expect(['a', 'b', 'c', null].map(isCovered)).toEqual([false, false, false, false]);
  });

  test('is not covered when it claims more records than its pages held', () => {
    const { coverage, short, isCovered } = cover({ a: page(null, { claimed: 5 }), b: page('a', { claimed: 5 }) });
    expect(coverage).toBe('partial');
    expect(short).toEqual([{ page: 'a', claimed: 5, listed: 2 }]);
    expect(isCovered('b')).toBe(false);
  });

  test('counts towards its claim what the pages below it held', () => {
    expect(cover({ a: page(null, { claimed: 2, listed: 0 }), x: child('a'), y: child('a') }).coverage).toBe('complete');
  });

  test('of ten thousand pages is walked without running out of stack', () => {
    const pages = Array.from({ length: 10_000 }, (_, index) => [
      `p${index}`,
      page(index === 0 ? null : `p${index - 1}`),
    ]);
    expect(cover(Object.fromEntries(pages)).coverage).toBe('complete');
  });
});

describe('a part of its own', () => {
  const pages = { a: page(null), x: child('a', { whole: false }), y: child('a'), z: page('y') };

  test('that failed leaves its siblings covered', () => {
    const { isCovered } = cover(pages);
    expect([isCovered('x'), isCovered('y'), isCovered('z')]).toEqual([false, true, true]);
  });

  test('that failed leaves what is above it uncovered: a record may have moved into it', () => {
    expect(cover(pages).isCovered('a')).toBe(false);
  });
});

describe('a page that is no longer linked', () => {
  test('is looked for at the nearest page above it that was visited', () => {
    const before = { gone: 'y', y: 'a', deeper: 'gone' };
    const whole = cover({ a: page(null), y: child('a') }, before);
    expect([whole.isCovered('gone'), whole.isCovered('deeper')]).toEqual([true, true]);
    const broken = cover({ a: page(null), y: child('a', { whole: false }) }, before);
    expect(broken.isCovered('gone')).toBe(false);
  });

  test('that nobody knows, or that is above itself, is covered only by a complete run', () => {
    const before = { one: 'other', other: 'one' };
    expect(cover({ a: page(null) }, before).isCovered('one')).toBe(true);
    expect(cover({ a: page(null), x: child('a', { whole: false }) }, before).isCovered('stranger')).toBe(false);
  });
});

test('a run that saw no page whole covers nothing', () => {
  expect(cover({}).coverage).toBe('none');
  expect(cover({}).isCovered(null)).toBe(false);
  expect(cover({ a: page(null, { whole: false }) }).coverage).toBe('none');
});

test('pages above each other in a circle cover nothing', () => {
  const circle = { a: child('b'), b: child('a') };
  expect(cover(circle).coverage).toBe('partial');
  expect(cover(circle).isCovered('a')).toBe(false);
});
