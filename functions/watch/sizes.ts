/** How large the catalogue was within the last day: what it lost is told against the most that there were. */
import * as z from 'zod';
import type { ObjectStore } from '#functions/shared/object-store.ts';

const KEY = 'watch/sizes.json';

/** Hours that are kept: a day, and the hour that is under way. */
const HOURS = 25;

/** The most datasets that were counted in an hour (`2026-11-26T10`). */
const Sizes = z.array(z.object({ hour: z.string(), datasets: z.number().int() }));
type Sizes = z.infer<typeof Sizes>;

/** What is kept after a count: a value each hour, and none that is older than a day. */
export function withCount(kept: Sizes, datasets: number, now: number): Sizes {
  const hour = new Date(now).toISOString().slice(0, 13);
  const oldest = new Date(now - (HOURS - 1) * 3_600_000).toISOString().slice(0, 13);
  const most = Math.max(datasets, ...kept.filter((one) => one.hour === hour).map((one) => one.datasets));
  return [...kept.filter((one) => one.hour >= oldest && one.hour !== hour), { hour, datasets: most }];
}

/** How many datasets fewer there are than at most within a day. @param now epoch milliseconds. */
export async function lostWithinDay(
  objects: Pick<ObjectStore, 'get' | 'put'>,
  datasets: number,
  now: number,
): Promise<number> {
  const bytes = await objects.get(KEY);
  const before = bytes ? Buffer.from(bytes).toString('utf8') : '[]';
  const sizes = withCount(Sizes.parse(JSON.parse(before)), datasets, now);
  const after = JSON.stringify(sizes);
  if (after !== before) await objects.put(KEY, Buffer.from(after), { contentType: 'application/json' });
  return Math.max(0, ...sizes.map((one) => one.datasets - datasets));
}
