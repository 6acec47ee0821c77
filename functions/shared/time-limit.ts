/** The end of an invocation as a signal: Lambda says how much time is left, and the local host that none is once it stops. */

/** How often the time is looked at: a stop takes no longer to be seen. */
const LOOK_MS = 500;

/**
 * Runs the work with a signal that is aborted as soon as less time is left than it needs to put itself down.
 * @param remainingMs the invocation's own count.
 */
export async function withinTime<Result>(
  remainingMs: () => number,
  reserveMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const look = (): void => {
    if (remainingMs() < reserveMs) controller.abort(new Error('The time of the invocation is over.'));
  };
  look();
  const timer = setInterval(look, LOOK_MS);
  try {
    return await work(controller.signal);
  } finally {
    clearInterval(timer);
  }
}
