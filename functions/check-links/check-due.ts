/**
 * Checks the addresses that are due: many hosts at once, each host's one after the other, no host more than its share of a
 * run. What a run does not come to stays due and is the next run's.
 */
import type { Clock } from '#functions/shared/clock.ts';
import type { LinkProber } from '#functions/shared/link-prober.ts';
import type { LinkChecks, LinkHost } from '#functions/shared/link-statuses.ts';
import { afterCheck } from '#quality/links/after-check.ts';
import { judgeLink, type ProbeAnswer } from '#quality/links/judge-link.ts';
import type { LinkStatus, Sighting } from '#quality/links/link-status.ts';
import type { Source } from '#schemas/source.ts';
import { HeldFailures } from './held-failures.ts';
import { hostManners } from './host-manners.ts';

/**
 * Hosts that are asked at once. One fewer than the threads that Node looks names up with: a resolver that hangs would else
 * hold them all, and with them every file and table of a process that does other work as well.
 */
const HOSTS_AT_ONCE = 3;
/** Of one host in a run: at its usual pace five minutes, which leave time for others; forty thousand in a week. */
const CHECKS_PER_HOST = 300;
/** The same five minutes for a host that answers slowly: three of those would else be all that a run comes to. */
const TIME_PER_HOST_MS = 5 * 60_000;
/** Of all hosts in a run; without the bound the held failures of a large one would fill the memory. */
const CHECKS_PER_RUN = 5000;
/** Datasets that are asked what they declare of an address; the declarations of ten thousand are alike. */
const USERS_LOOKED_AT = 20;
/** A prime, so that runs begin at ever other hosts and none is always the last. */
const STRIDE = 7919;
const MINUTE_MS = 60_000;

export interface DuePorts {
  readonly checks: LinkChecks;
  readonly prober: LinkProber;
  readonly sources: () => Promise<readonly Source[]>;
  readonly clock: Clock;
  /** A host whose answer shows that we reach the outside; those on our own machine do not. */
  readonly isOutside: (host: string) => boolean;
  /** Whether names that surely exist are found. */
  readonly resolvesNames: () => Promise<boolean>;
}

/** What a run came to. Addresses by how they changed. */
export interface CheckedLinks {
  checked: number;
  readonly died: string[];
  readonly recovered: string[];
  /** Nobody outside answered: our own network is the reason. */
  isSilent: boolean;
}

class Run {
  readonly result: CheckedLinks = { checked: 0, died: [], recovered: [], isSilent: false };
  readonly #ports: DuePorts;
  readonly #signal: AbortSignal;
  readonly #mannersOf: ReturnType<typeof hostManners>;
  readonly #held = new HeldFailures();

  constructor(ports: DuePorts, mannersOf: ReturnType<typeof hostManners>, signal: AbortSignal) {
    this.#ports = ports;
    this.#mannersOf = mannersOf;
    this.#signal = signal;
  }

  get isOver(): boolean {
    return this.#signal.aborted || this.result.checked >= CHECKS_PER_RUN;
  }

  /** Checks what is due at a host, until the host wants to be left alone. */
  async checkHost(host: string): Promise<void> {
    const { checks, clock } = this.#ports;
    const begun = clock();
    let unresolved: ProbeAnswer | undefined;
    for (const status of await checks.due(host, begun, CHECKS_PER_HOST)) {
      if (this.isOver || Math.abs(clock() - begun) >= TIME_PER_HOST_MS) return;
      const uses = (await checks.usesOf(status.url, USERS_LOOKED_AT)).flatMap((one) => one.uses);
      const answer = unresolved ?? (await this.#probe(status.url, uses));
      if (answer.kind === 'aborted') return;
      // A name that is not found is not found for its other addresses either, and need not be asked for each.
      if (answer.kind === 'fault' && answer.code === 'dns-failure' && answer.host === host) unresolved = answer;
      await this.#see(host, status, judgeLink({ url: status.url, uses }, answer, clock()));
      if (answer.kind === 'closed' && answer.host === host) return checks.rest(host, answer.untilMs);
    }
  }

  /** Takes what was held, now that it is known whether anybody outside answered. */
  async settle(): Promise<CheckedLinks> {
    this.result.isSilent = await this.#held.isSilent(this.#ports.resolvesNames);
    for (const { status, sighting } of this.#held.settled(this.result.isSilent)) await this.#take(status, sighting);
    return this.result;
  }

  #probe(url: string, uses: Parameters<typeof judgeLink>[0]['uses']): Promise<ProbeAnswer> {
    const isFile = uses.some(({ property }) => property === 'downloadURL');
    const isPage = uses.some(({ mediaTypes }) => mediaTypes.includes('text/html'));
    return this.#ports.prober.probe({ url, expectsFile: isFile && !isPage, mannersOf: this.#mannersOf }, this.#signal);
  }

  async #see(host: string, status: LinkStatus, sighting: Sighting): Promise<void> {
    this.result.checked += 1;
    if (this.#ports.isOutside(host) && this.#held.holds(host, status, sighting)) return;
    await this.#take(status, sighting);
  }

  async #take(before: LinkStatus, sighting: Sighting): Promise<void> {
    const next = afterCheck(before, sighting, this.#ports.clock());
    if (!(await this.#ports.checks.save(next, before))) return;
    if (next.state === 'dead' && before.state !== 'dead') this.result.died.push(next.url);
    if (next.state === 'ok' && before.state === 'dead') this.result.recovered.push(next.url);
  }
}

/** The hosts that may be asked now, beginning at another one each time. */
function inTurn(hosts: readonly LinkHost[], now: number): string[] {
  const awake = hosts.filter(({ restUntil }) => restUntil <= now).map(({ host }) => host);
  const first = (Math.floor(now / MINUTE_MS) * STRIDE) % Math.max(1, awake.length);
  return [...awake.slice(first), ...awake.slice(0, first)];
}

/** @param signal ends the run: what is being asked then stays due. */
export async function checkDue(ports: DuePorts, signal: AbortSignal): Promise<CheckedLinks> {
  const { checks, clock, sources } = ports;
  const mannersOf = hostManners(await sources(), clock());
  const run = new Run(ports, mannersOf, signal);
  const waiting = inTurn(await checks.hosts(), clock()).values();
  const worker = async () => {
    for (const host of waiting) {
      if (run.isOver) return;
      if (!mannersOf(host).isQuiet) await run.checkHost(host);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: HOSTS_AT_ONCE }, worker));
  const result = await run.settle();
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return result;
}
