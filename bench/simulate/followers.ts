/** Followers of the log in a simulated day, behind a cache that keeps answers as long as they say. */
import { ASSUMED, DAY_SECONDS } from './assumptions.ts';
import { seeded } from './random.ts';
import type { Log } from './views.ts';

export interface Followed {
  /** Requests that the followers send, and those that the cache hands on. */
  readonly requests: number;
  readonly polls: number;
  readonly pages: number;
  /** Of all requests, those at the busiest second that reach the function. */
  readonly busiestSecond: number;
  readonly bytes: number;
}

/** Changes on a page, as followers ask by default. */
const PAGE = 100;

/** Answers at the end of the log are kept for some seconds, full pages for ever. */
class Cache {
  readonly #tails = new Map<number, number>();
  readonly #pages = new Set<number>();

  /** Whether the answer to this question has to be made. */
  misses(since: number, isFull: boolean, at: number): boolean {
    if (isFull) {
      if (this.#pages.has(since)) return false;
      this.#pages.add(since);
      return true;
    }
    const until = this.#tails.get(since);
    if (until !== undefined && until > at) return false;
    this.#tails.set(since, at + ASSUMED.tailCacheSeconds);
    return true;
  }
}

/** @param every seconds between two looks of a follower. @param hasCache whether anything stands before the API. */
export function simulateFollowers(log: Log, every: number, hasCache: boolean): Followed {
  const random = seeded(ASSUMED.seed);
  const phases = Array.from({ length: ASSUMED.followers }, () => random() * every).toSorted((a, b) => a - b);
  const cursors = phases.map(() => 0);
  const cache = new Cache();
  const told = { requests: 0, polls: 0, pages: 0, bytes: 0 };
  const seconds = new Map<number, number>();
  let head = 0;
  let next = 0;
  for (let turn = 0; turn * every < DAY_SECONDS; turn += 1) {
    for (const [follower, phase] of phases.entries()) {
      const at = turn * every + phase;
      while ((log.appends[next]?.at ?? Number.POSITIVE_INFINITY) <= at) {
        head = log.appends[next]?.seq ?? head;
        next += 1;
      }
      for (let isFull = true; isFull; ) {
        const cursor = cursors[follower] ?? 0;
        const entries = Math.min(PAGE, head - cursor);
        isFull = entries === PAGE;
        told.requests += 1;
        told.bytes += ASSUMED.pollBytes + entries * ASSUMED.changeBytes;
        cursors[follower] = cursor + entries;
        if (hasCache && !cache.misses(cursor, isFull, at)) continue;
        if (entries > 0) told.pages += 1;
        else told.polls += 1;
        seconds.set(Math.floor(at), (seconds.get(Math.floor(at)) ?? 0) + 1);
      }
    }
  }
  let busiestSecond = 0;
  for (const count of seconds.values()) busiestSecond = Math.max(busiestSecond, count);
  return { ...told, busiestSecond };
}
