import { expect, test } from 'vitest';
import type { QueueCount } from '#functions/shared/sqs-queue-counts.ts';
import { LATE, tooLate } from '#functions/watch/consumer-lags.ts';
import { lostWithinDay, withCount } from '#functions/watch/sizes.ts';
import { waitingQueues } from '#functions/watch/waiting-queues.ts';
import { allQueues } from '#infra/topology.ts';
import { ledgerConsumers, ledgerFollowers } from '#schemas/watch-metrics.ts';
import { memoryObjects } from './memory-objects.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse('2026-11-26T10:00:00.000Z');

test('what the catalogue lost is told against the most that there were within a day, and forgotten after it', async () => {
  const objects = memoryObjects();
  const lost = (hours: number, datasets: number) => lostWithinDay(objects, datasets, START + hours * HOUR);
  expect(await lost(0, 100)).toBe(0);
  expect(await lost(0.5, 120)).toBe(0);
  expect(await lost(1, 90)).toBe(25);
  expect(await lost(24, 96)).toBe(20);
  expect(await lost(25, 96)).toBe(0);
});

test('a catalogue in which there never was anything lost nothing', async () => {
  expect(await lostWithinDay(memoryObjects(), 0, START)).toBe(0);
});

test('a size is kept for each hour of a day, and not for each look', () => {
  let kept: ReturnType<typeof withCount> = [];
  for (let look = 0; look < 1000; look += 1) kept = withCount(kept, look, START + look * (HOUR / 12));
  expect(kept).toHaveLength(25);
  expect(kept.at(-1)?.datasets).toBe(999);
});

/** Looks every five minutes; the queues are empty but for what a look is given. */
async function looks(...all: readonly QueueCount[][]): Promise<string[][]> {
  const objects = memoryObjects();
  const found: string[][] = [];
  for (const [number, counts] of all.entries()) {
    const queueCounts = async () =>
      allQueues.map((queue) => counts.find((one) => one.queue === queue) ?? { queue, waiting: 0, atWork: 0 });
    found.push(await waitingQueues({ objects, queueCounts }, START + number * 5 * MINUTE));
  }
  return found;
}

test.each(allQueues)(
  '%s is told of, by its name and alone, when something has waited in it for ten minutes',
  async (queue) => {
    const waits = [{ queue, waiting: 1, atWork: 0 }];
    expect(await looks(waits, waits, waits, waits)).toEqual([[], [], [queue], [queue]]);
  },
);

test('a queue that was found empty, or with somebody at work on it, begins to wait anew', async () => {
  const waits = [{ queue: 'harvest', waiting: 200, atWork: 0 }];
  const isWorkedOn = [{ queue: 'harvest', waiting: 190, atWork: 10 }];
  expect(await looks(waits, waits, isWorkedOn, waits, waits, [], waits)).toEqual(Array(7).fill([]));
});

test('a dead letter that is handed over again and again waits all the same', async () => {
  const fails = [{ queue: 'project-dead', waiting: 0, atWork: 1 }];
  expect(await looks(fails, fails, fails)).toEqual([[], [], ['project-dead']]);
});

test('what watch remembers is written only when it is another than before', async () => {
  const objects = memoryObjects();
  let writes = 0;
  const counting = {
    get: objects.get,
    put: (...asked: Parameters<typeof objects.put>) => {
      writes += 1;
      return objects.put(...asked);
    },
  };
  for (let look = 0; look < 3; look += 1)
    await waitingQueues({ objects: counting, queueCounts: async () => [] }, START);
  expect(writes).toBe(0);
});

test.each(ledgerConsumers)('%s is told of, by its name and alone, when it is too late', (consumer) => {
  const lags = ledgerConsumers.map((one) => ({
    consumer: one,
    entries: 1,
    seconds: one === consumer ? LATE[one] : LATE[one] - 1,
  }));
  expect(tooLate(lags, 299)).toEqual([`${consumer} (${ledgerFollowers[consumer]})`]);
});

test('so is the feed when three pages of it are not frozen', () => {
  expect(tooLate([], 300)).toEqual(['frozen-pages']);
});
