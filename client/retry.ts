/** Asking again: what may pass is waited for, as long as the service says or a while longer each time. */

/** Statuses that may be gone in a moment. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Ten tries span some minutes; a service that is away for longer is somebody's to look at. */
export const TRIES = 10;

const FIRST_WAIT_MS = 500;
/** Longer waits gain nothing: by then the service is down and not busy. */
const LONGEST_WAIT_MS = 60_000;

/** Waits so long, or until the signal; the default is the clock's. */
export type Sleep = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

export const isPassing = (status: number): boolean => PASSING.has(status);

/** `Retry-After` is a number of seconds or an instant. */
function askedFor(retryAfter: string | null, now: number): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}

/** How long to wait before the next try. @param tried how many there were. */
export const waitBefore = (tried: number, retryAfter: string | null, now = Date.now()): number =>
  askedFor(retryAfter, now) ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tried - 1));

export const sleep: Sleep = (ms, signal) =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const end = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      resolve();
    }, ms);
    signal?.addEventListener('abort', end, { once: true });
  });
