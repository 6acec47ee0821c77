/**
 * Failures that our own network may be the reason of. They wait until the run knows whether it reaches the outside at all:
 * a machine that was cut off for a weekend must not call the world dead.
 */
import { type LinkKind, type LinkStatus, type Sighting, verdictOf } from '#quality/links/link-status.ts';

/** What no server had a part in. */
const NO_ANSWER: ReadonlySet<LinkKind> = new Set<LinkKind>(['dns-failure', 'timeout', 'no-connection']);

/** So many hosts that are all gone are our own fault; fewer may be gone. */
const SILENT_HOSTS = 3;

interface Held {
  readonly status: LinkStatus;
  readonly sighting: Sighting;
}

export class HeldFailures {
  readonly #held: Held[] = [];
  readonly #hosts = new Set<string>();
  #isAnswered = false;

  /** True when the sighting is held and not to be taken yet. */
  holds(host: string, status: LinkStatus, sighting: Sighting): boolean {
    if (!NO_ANSWER.has(sighting.kind)) {
      // A guard's refusal, a rule or a pause says nothing of the network.
      this.#isAnswered ||= sighting.status !== null || verdictOf(sighting.kind) === 'failed';
      return false;
    }
    this.#hosts.add(host);
    this.#held.push({ status, sighting });
    return true;
  }

  /** @param resolvesNames whether names that surely exist are found; asked only where nobody answered and few were asked. */
  async isSilent(resolvesNames: () => Promise<boolean>): Promise<boolean> {
    if (this.#isAnswered || this.#held.length === 0) return false;
    return this.#hosts.size >= SILENT_HOSTS || !(await resolvesNames());
  }

  /** What was held: as it was seen, or with our own network as the reason. */
  *settled(isSilent: boolean): Generator<Held> {
    for (const { status, sighting } of this.#held) {
      const kind = isSilent ? 'network-silent' : sighting.kind;
      yield { status, sighting: { ...sighting, kind } };
    }
  }
}
