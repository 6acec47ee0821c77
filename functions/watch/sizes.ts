/** How large the catalogue was within the last day: what it lost is told against the most that there were. */
import * as z from 'zod';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { changeKept, type KeptAt } from './kept.ts';

/** Hours that are kept: a day, and the hour that is under way. */
const HOURS = 25;

/** The most datasets that were counted in an hour (`2026-11-26T10`). */
const Sizes = z.array(z.object({ hour: z.string(), datasets: z.number().int() }));
type Sizes = z.infer<typeof Sizes>;

const KEPT: KeptAt<Sizes> = { key: 'watch/sizes.json', schema: Sizes, empty: [] };

/** What is kept after a count: a value each hour, and none that is older than a day. */
export function withCount(kept: Sizes, datasets: number, now: number): Sizes {
  const hour = new Date(now).toISOString().slice(0, 13);
  const oldest = new Date(now - (HOURS - 1) * 3_600_000).toISOString().slice(0, 13);
  const most = Math.max(datasets, ...kept.filter((one) => one.hour === hour).map((one) => one.datasets));
  return [...kept.filter((one) => one.hour >= oldest && one.hour !== hour), { hour, datasets: most }];
}

/** How much of the most datasets that there were within a day is gone, in percent. @param now epoch milliseconds. */
export async function lostWithinDay(
  objects: Pick<ObjectStore, 'get' | 'put'>,
  datasets: number,
  now: number,
): Promise<number> {
  const sizes = await changeKept(objects, KEPT, (kept) => withCount(kept, datasets, now));
  const most = Math.max(datasets, ...sizes.map((one) => one.datasets));
  return most === 0 ? 0 : (100 * (most - datasets)) / most;
}
