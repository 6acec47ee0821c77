/**
 * What stands around the system and can go wrong: the clock, the names of hosts, and how long the product is patient. All of
 * it is changed from outside, in the process of one group of faults, before the functions are loaded; the product knows
 * nothing of it.
 */
import dns, { type LookupAddress, type LookupAllOptions } from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { gateRules } from '#functions/shared/host-gate.ts';
import { type HttpLimits, httpLimits } from '#functions/shared/http-limits.ts';

/**
 * The product's own limits in time and size, made small: a hang of 30 seconds, three times for each of sixty faults, would
 * take an hour. They must stay well above what two busy processors make a good answer wait for.
 */
const SMALL_LIMITS: Partial<HttpLimits> = {
  firstPauseMs: 20,
  connectMs: 2000,
  idleMs: 2000,
  totalMs: 4000,
  /** The largest record of the suite has 30 MB. */
  bodyBytes: 48 * 1024 * 1024,
};

/** A host that was down must be asked again in the next run, a moment later. */
const SMALL_PAUSES = { pauseMs: 1, longestPauseMs: 1, comeAgainMs: 200 };

type LookupCallback = (error: Error | null, addresses: LookupAddress[]) => void;

/** Where the hosts of the scripted owners are found; a name below `.test` that is not among them does not exist. */
export class Names {
  readonly #addresses = new Map<string, string>();

  set(host: string, address: string | undefined): void {
    if (address === undefined) this.#addresses.delete(host);
    else this.#addresses.set(host, address);
  }

  /** Answers for `.test` and `localhost`, and leaves all other names to the system. */
  install(): void {
    const { lookup } = dns;
    const answer = (host: string, options: LookupAllOptions, callback: LookupCallback): void => {
      if (!host.endsWith('.test') && host !== 'localhost') return void lookup(host, options, callback);
      const address = host === 'localhost' ? '127.0.0.1' : this.#addresses.get(host);
      if (address !== undefined) return void setImmediate(callback, null, [{ address, family: 4 }]);
      const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
      return void setImmediate(callback, error, []);
    };
    Object.assign(dns, { lookup: answer });
    syncBuiltinESMExports();
  }
}

/** The clock of everything in this process, engines included. */
export class ShiftedClock {
  #offsetMs = 0;

  /** Moves the clock on, or back where the number is negative. */
  shift(ms: number): void {
    this.#offsetMs += ms;
  }

  install(): void {
    const now = Date.now.bind(Date);
    Date.now = () => now() + this.#offsetMs;
  }
}

/** Makes the product impatient. It holds these objects itself, so that the change is seen wherever they are read. */
export function makeImpatient(): void {
  Object.assign(httpLimits, SMALL_LIMITS);
  Object.assign(gateRules, SMALL_PAUSES);
}
