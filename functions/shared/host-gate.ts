/**
 * The door to each host, shared by all sources of a process: how many requests are with the host at once, whether it asked
 * for rest, and whether it seems to be down.
 */

/** How the gate behaves; separate from the gate so that a test need not wait for it. */
export interface GateRules {
  /** Requests that may be with one host at once, over all sources. More look like an attack to a small server. */
  readonly inFlight: number;
  /** Failures in a row after which a host is taken for down. Fewer would cut off a host for one broken page. */
  readonly failures: number;
  /** The first pause before a host that is down is tried again; each failed try doubles it. */
  readonly pauseMs: number;
  /** The longest pause: without it a host that is back would be left alone for days. */
  readonly longestPauseMs: number;
  /** How long a caller waits for a free place before it is told to come again: its worker could do other work meanwhile. */
  readonly patienceMs: number;
  /** The same with a host that has not answered yet: if it hangs, whoever waits for it hangs as well. */
  readonly unprovenPatienceMs: number;
  /** When a caller that found no free place may come again. */
  readonly comeAgainMs: number;
}

export const gateRules: GateRules = {
  inFlight: 4,
  failures: 5,
  pauseMs: 30_000,
  longestPauseMs: 30 * 60_000,
  patienceMs: 10_000,
  unprovenPatienceMs: 1000,
  comeAgainMs: 15_000,
};

/**
 * Why a caller is not let in, and until when there is no use in asking again. `down`: the host failed too often. `resting`:
 * it asked for it. `full`: others are with it.
 */
export interface Closed {
  readonly kind: 'down' | 'resting' | 'full';
  readonly untilMs: number;
  /** What the host failed of the last time, where it is down. */
  readonly cause?: string;
}

interface Host {
  inside: number;
  /** Whether it has answered since its last failure; a host that has not is asked for one thing at a time. */
  proven: boolean;
  failures: number;
  pauseMs: number;
  downUntil: number;
  restUntil: number;
  cause: string;
  readonly waiting: (() => void)[];
}

/** Timers take no longer times; whoever waits longer looks again in between. */
const LONGEST_TIMER_MS = 60_000;

export class HostGate {
  readonly #hosts = new Map<string, Host>();
  readonly #rules: GateRules;
  readonly #clock: () => number;

  constructor(clock: () => number, rules: GateRules = gateRules) {
    this.#clock = clock;
    this.#rules = rules;
  }

  /** Why nobody is let in to the host for now; undefined when somebody may be. */
  closed(name: string): Closed | undefined {
    const host = this.#host(name);
    const now = this.#clock();
    if (host.restUntil > now) return { kind: 'resting', untilMs: host.restUntil };
    const { cause } = host;
    if (host.downUntil > now) return { kind: 'down', untilMs: host.downUntil, cause };
    // One caller finds out whether a host that was down is back; the others need not wait for its answer.
    if (this.#isDown(host) && host.inside > 0) return { kind: 'down', untilMs: now + host.pauseMs, cause };
    return undefined;
  }

  /**
   * Lets the caller in, at once or after a wait, or says why not. A signal that is aborted ends the wait.
   * @param patienceMs how long the caller waits for a free place, where that is not the gate's to say.
   */
  async enter(name: string, signal: AbortSignal, patienceMs?: number): Promise<Closed | undefined> {
    const host = this.#host(name);
    const usual = host.proven ? this.#rules.patienceMs : this.#rules.unprovenPatienceMs;
    const end = this.#clock() + (patienceMs ?? usual);
    for (;;) {
      const closed = this.closed(name);
      if (closed) return closed;
      const now = this.#clock();
      if (host.inside < (host.proven ? this.#rules.inFlight : 1)) {
        host.inside += 1;
        return undefined;
      }
      if (now >= end || signal.aborted) return { kind: 'full', untilMs: now + this.#rules.comeAgainMs };
      await this.#change(host, end - now, signal);
    }
  }

  /** The caller has done with the host. */
  leave(name: string): void {
    const host = this.#host(name);
    host.inside -= 1;
    this.#wake(host);
  }

  /** The host answered, whatever it said. */
  answered(name: string): void {
    const host = this.#host(name);
    Object.assign(host, { proven: true, failures: 0, pauseMs: this.#rules.pauseMs, downUntil: 0 });
    this.#wake(host);
  }

  /** The host did not answer, or said that it cannot work. */
  failed(name: string, cause: string): void {
    const host = this.#host(name);
    host.proven = false;
    host.cause = cause;
    host.failures += 1;
    if (!this.#isDown(host)) return;
    host.downUntil = this.#clock() + host.pauseMs;
    host.pauseMs = Math.min(host.pauseMs * 2, this.#rules.longestPauseMs);
    this.#wake(host);
  }

  /** The host asked to be left alone until then. */
  rest(name: string, untilMs: number): void {
    const host = this.#host(name);
    host.restUntil = Math.max(host.restUntil, untilMs);
    this.#wake(host);
  }

  #isDown(host: Host): boolean {
    return host.failures >= this.#rules.failures;
  }

  #host(name: string): Host {
    const known = this.#hosts.get(name);
    if (known) return known;
    const { pauseMs } = this.#rules;
    const host = { inside: 0, proven: false, failures: 0, pauseMs, downUntil: 0, restUntil: 0, cause: '', waiting: [] };
    this.#hosts.set(name, host);
    return host;
  }

  #wake(host: Host): void {
    for (const wake of host.waiting.splice(0)) wake();
  }

  /** Resolves when something about the host has changed, or the time is over, or the caller gives up. */
  #change(host: Host, ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.min(ms, LONGEST_TIMER_MS));
      signal.addEventListener('abort', done, { once: true });
      host.waiting.push(done);
    });
  }
}
