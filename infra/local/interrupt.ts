/** Ctrl-C and its relatives: the first asks for a clean stop, a second one ends at once. */

/** npm, the shell and the terminal may each pass the same Ctrl-C on: signals this close together are one. */
const SAME_PRESS_MS = 700;

export interface Interrupt {
  /** Aborted at the first signal. */
  readonly signal: AbortSignal;
  /** Resolves at the first signal. */
  readonly happened: Promise<void>;
}

/** @param onFirst told at the first signal, to say that the stop has begun. */
export function watchInterrupts(onFirst: () => void): Interrupt {
  const controller = new AbortController();
  const { promise, resolve } = Promise.withResolvers<void>();
  let first: number | undefined;
  const onSignal = (): void => {
    if (first === undefined) {
      first = Date.now();
      onFirst();
      controller.abort();
      resolve();
    } else if (Date.now() - first > SAME_PRESS_MS) process.exit(130);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  return { signal: controller.signal, happened: promise };
}
