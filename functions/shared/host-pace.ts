/** Keeps requests to one host apart, whichever source they are for. */

export class HostPace {
  readonly #next = new Map<string, number>();
  readonly #clock: () => number;
  readonly #wait: (ms: number, signal: AbortSignal) => Promise<unknown>;

  constructor(clock: () => number, wait: (ms: number, signal: AbortSignal) => Promise<unknown>) {
    this.#clock = clock;
    this.#wait = wait;
  }

  /** Waits until the host may be asked again, and takes that turn. @throws the wait's error when the signal is aborted. */
  async turn(host: string, intervalMs: number, signal: AbortSignal): Promise<void> {
    const now = this.#clock();
    const start = Math.max(now, this.#next.get(host) ?? 0);
    this.#next.set(host, start + intervalMs);
    if (start > now) await this.#wait(start - now, signal);
  }
}
