/** Ctrl-C and its relatives: the first asks for a clean stop, a second one ends at once. */

/** npm, the shell and the terminal may each pass the same Ctrl-C on: signals this close together are one. */
const SAME_PRESS_MS = 700;

export interface Interrupt {
  /** Aborted at the first signal. */
  readonly signal: AbortSignal;
  /** Resolves at the first signal. */
  readonly happened: Promise<void>;
}

/** How often we look whether whoever started us is still there. */
const PARENT_LOOK_MS = 500;

/**
 * npm and npx start us through a shell that keeps their signals to itself, and our own launcher may be killed: when such
 * a parent is gone, it was us who should stop. Started by anybody else (`nohup`, a service) we outlive our parent.
 */
function watchParent(onGone: () => void): void {
  if (process.env.npm_command === undefined && process.env.DATALANDKORT_LAUNCHER !== String(process.ppid)) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, PARENT_LOOK_MS);
  timer.unref();
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
  watchParent(onSignal);
  return { signal: controller.signal, happened: promise };
}
