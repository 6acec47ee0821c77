/**
 * When a run may not ask its source: in the owner's quiet hours, and as long as a host asked to be left alone. The run is
 * then put down and its message comes again later, so that nothing waits in a worker.
 */
import type { Clock } from '#functions/shared/clock.ts';
import type { HarvestMessage } from '#functions/shared/harvest-message.ts';
import { quietUntil } from '#schemas/quiet-hours.ts';
import type { Source } from '#schemas/source.ts';

/** The longest delay of one message. SQS allows fifteen minutes; the lease, which lasts sixteen, must outlive it. */
const LONGEST_DELAY_MS = 10 * 60_000;
/** So often in a row may a host put a run off before it gives a page: one that does so for ever would hold the run for hours. */
const MOST_WAITS = 5;
/** What hosts may make one run wait, all in all: a run that waits longer ends with what it has, and the next one goes on. */
const LONGEST_WAIT_MS = 6 * 60 * 60_000;

/** A message, and when it is to come. */
export interface Postponed {
  readonly message: HarvestMessage;
  readonly delaySeconds: number;
}

export class Rest {
  readonly #source: Source;
  #message: HarvestMessage;
  readonly #clock: Clock;
  #until = 0;
  #waits = 0;

  constructor(source: Source, message: HarvestMessage, clock: Clock) {
    this.#source = source;
    this.#message = message;
    this.#clock = clock;
  }

  /** True while the owner does not want to be asked. */
  isQuiet(): boolean {
    return quietUntil(this.#source.politeness.quietHours, this.#clock()) !== undefined;
  }

  /**
   * Whether the run can be put down until then; false when its hosts have made it wait long or often enough.
   * @param isOurs whether the host is busy with other requests of ours, which is not its fault.
   */
  canWaitUntil(untilMs: number, isOurs: boolean): boolean {
    if (this.#message.waitedMs + untilMs - this.#clock() > LONGEST_WAIT_MS) return false;
    if (!isOurs && this.#message.waits >= MOST_WAITS) return false;
    this.#until = Math.max(this.#until, untilMs);
    this.#waits ||= isOurs ? 0 : 1;
    return true;
  }

  /** A page came: the host lets the run go on. */
  pageCame(): void {
    this.#message = { ...this.#message, waits: 0 };
  }

  /** The message of a run that may not go on yet; undefined when it may. */
  before(): Postponed | undefined {
    const untilMs = this.#message.notBefore === undefined ? 0 : Date.parse(this.#message.notBefore);
    return this.#restEnd(untilMs) > this.#clock() ? this.#postponed(untilMs, 0) : undefined;
  }

  /** The message of a run that was put down. */
  after(): Postponed {
    return this.#postponed(this.#until, Math.max(0, this.#until - this.#clock()));
  }

  #restEnd(untilMs: number): number {
    return Math.max(untilMs, quietUntil(this.#source.politeness.quietHours, this.#clock()) ?? 0);
  }

  #postponed(untilMs: number, waitsMs: number): Postponed {
    const { notBefore: _notBefore, ...message } = this.#message;
    const delayMs = Math.min(LONGEST_DELAY_MS, Math.max(0, this.#restEnd(untilMs) - this.#clock()));
    return {
      message: {
        ...message,
        invocation: message.invocation + 1,
        waitedMs: message.waitedMs + waitsMs,
        waits: message.waits + this.#waits,
        ...(untilMs > this.#clock() && { notBefore: new Date(untilMs).toISOString() }),
      },
      delaySeconds: Math.ceil(delayMs / 1000),
    };
  }
}
