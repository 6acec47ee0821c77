import { expect, test } from 'vitest';
import { lostWithinDay, withCount } from '#functions/watch/sizes.ts';
import { memoryObjects } from './memory-objects.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-26T10:00:00.000Z');

test('what the catalogue lost is told against the most that there were within a day, and forgotten after it', async () => {
  const objects = memoryObjects();
  const lost = (hours: number, datasets: number) => lostWithinDay(objects, datasets, START + hours * HOUR);
  expect(await lost(0, 100)).toBe(0);
  expect(await lost(0.5, 120)).toBe(0);
  expect(await lost(1, 90)).toBe(30);
  expect(await lost(24, 95)).toBe(25);
  expect(await lost(25, 95)).toBe(0);
});

test('a size is kept for each hour of a day, and not for each look', () => {
  let kept: ReturnType<typeof withCount> = [];
  for (let look = 0; look < 1000; look += 1) kept = withCount(kept, look, START + look * (HOUR / 12));
  expect(kept).toHaveLength(25);
  expect(kept.at(-1)?.datasets).toBe(999);
});
