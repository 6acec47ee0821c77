import { expect, test } from 'vitest';
import { shareStepsOf } from '#web/parts/share-steps.ts';

test('a share stays what it is until the day of the next one, and until today', () => {
  const points = [
    { day: '2026-01-01', share: 0.5, letter: 'C' },
    { day: '2026-01-06', share: 1, letter: 'A' },
  ];
  const { line, marks, levels, left, width } = shareStepsOf(points, '2026-01-11');
  const [none, half, all] = levels.map(({ y }) => y);
  const [first, second] = marks;
  expect(first).toEqual({ x: left, y: half, day: '2026-01-01', letter: 'C' });
  expect(second?.y).toBe(all);
  expect((second?.x ?? 0) - left).toBeCloseTo(Number(/H([\d.]+)$/.exec(line)?.[1]) - (second?.x ?? 0));
  expect(line).toBe(`M${left} ${half}H${second?.x}V${all}H${/[\d.]+$/.exec(line)?.[0]}`);
  expect(none).toBeGreaterThan(half ?? 0);
  expect(second?.x).toBeLessThan(width);
});

test('letters that would lie on each other are left out, their points are not', () => {
  const days = Array.from({ length: 365 }, (_, index) => new Date(Date.UTC(2025, 0, 1 + index)));
  const points = days.map((day) => ({ day: day.toISOString().slice(0, 10), share: 0.3, letter: 'D' }));
  const { marks } = shareStepsOf(points, '2025-12-31');
  const lettered = marks.filter(({ letter }) => letter).map(({ x }) => x);
  expect(marks).toHaveLength(365);
  expect(lettered.length).toBeGreaterThan(10);
  expect(Math.min(...lettered.slice(1).map((x, index) => x - (lettered[index] ?? 0)))).toBeGreaterThanOrEqual(18);
});

test('a day after today stands at today: clocks differ', () => {
  const points = [
    { day: '2026-01-01', share: 0 },
    { day: '2026-01-03', share: 0.2 },
  ];
  const { marks, line } = shareStepsOf(points, '2026-01-02');
  expect(line.endsWith(`H${marks[1]?.x}`)).toBe(true);
});

test('one day alone has a place', () => {
  expect(shareStepsOf([{ day: '2026-01-01', share: 0.2 }], '2026-01-01').marks[0]?.x).toBeGreaterThan(0);
});
