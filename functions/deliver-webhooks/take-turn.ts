/**
 * One turn of one subscription: its messages in the log's order, one at a time, each only after the one before it was
 * accepted. A turn ends soon, so that a long line behind one receiver keeps no other waiting.
 */
import { activeSecrets } from '#functions/shared/active-secrets.ts';
import { type FilterPorts, filterOf } from '#functions/shared/change-filter.ts';
import type { Clock } from '#functions/shared/clock.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { CourseStore, DeliveryLog, SubscriptionStore } from '#functions/shared/subscription-store.ts';
import type { WebhookSender } from '#functions/shared/webhook-sender.ts';
import type { Addresses } from '#publishing/addresses.ts';
import { changeMessage, type Message, restartMessage } from '#publishing/webhooks/events.ts';
import { type Course, courseAt, type Reason, type Subscription } from '#schemas/subscription.ts';

import { judgeAnswer, type Verdict } from './judge-answer.ts';

/** Entries that a turn looks at: a theme is judged by records, each of which may be an object of its own. */
const TURN_ENTRIES = 100;

/** No delivery of a turn begins after that long: one slow receiver has its place among the workers for no longer. */
const TURN_MS = 20_000;

export interface TurnPorts extends FilterPorts {
  readonly ledger: Pick<Ledger, 'head' | 'read' | 'payloads'>;
  readonly subscriptions: Pick<SubscriptionStore, 'get' | 'save'>;
  readonly courses: Pick<CourseStore, 'take' | 'save' | 'release'>;
  readonly deliveries: Pick<DeliveryLog, 'add'>;
  readonly sender: WebhookSender;
  readonly addresses: Addresses;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly chance: () => number;
  /** A name for this worker that no other has. */
  readonly holder: () => string;
  /** True when too little time is left for another delivery. */
  readonly outOfTime: () => boolean;
  /** Cuts off the delivery at hand, soon before the invocation would be. */
  readonly signal: AbortSignal;
  /** Told of a subscription that was disabled. */
  readonly tell: (subscription: Subscription, reason: Reason) => void;
}

/** `more`: it wants another turn. `rests`: at the end of the log, waiting for its next try, or not active. */
export type TurnEnd = 'more' | 'rests' | 'held-by-another';

interface Due {
  readonly message: Message;
  readonly seq: number | null;
  /** Where the course stands once it is delivered. */
  readonly after: Course;
}

class Turn {
  readonly #ports: TurnPorts;
  readonly #subscription: Subscription;
  readonly #holder: string;
  readonly #endsAt: number;
  #course: Course;

  constructor(ports: TurnPorts, { subscription, holder, course }: Held) {
    this.#ports = ports;
    this.#subscription = subscription;
    this.#holder = holder;
    this.#course = course;
    this.#endsAt = ports.clock() + TURN_MS;
  }

  async run(): Promise<TurnEnd> {
    const { clock, ledger } = this.#ports;
    if (this.#course.nextAt !== null && Date.parse(this.#course.nextAt) > clock()) return 'rests';
    if (!(await this.#tellOfRestart())) return 'rests';
    const { epoch, seq } = this.#course;
    const entries = await ledger.read(seq, TURN_ENTRIES);
    const last = entries.at(-1);
    if (!last) return 'rests';
    const filter = await filterOf(this.#ports, this.#subscription.filters);
    for (const change of filter ? await filter(entries) : entries) {
      if (clock() >= this.#endsAt || (await this.#hasChanged())) return 'more';
      const message = changeMessage(this.#ports.addresses, epoch, change);
      if (!(await this.#deliver({ message, seq: change.seq, after: courseAt(epoch, change.seq) }))) return 'rests';
    }
    if (this.#course.seq < last.seq && !(await this.#save(courseAt(epoch, last.seq)))) return 'rests';
    return 'more';
  }

  /**
   * A position in a log that is no more says nothing of the new one: the receiver is told so, and from there on of what is
   * new. False when the message was not accepted.
   */
  async #tellOfRestart(): Promise<boolean> {
    const { ledger, clock, addresses } = this.#ports;
    const head = await ledger.head();
    if (this.#course.epoch !== head.epoch) {
      const restarted = { from: this.#course.epoch, at: new Date(clock()).toISOString() };
      if (!(await this.#save({ ...courseAt(head.epoch, head.seq), restarted }))) return false;
    }
    const { epoch, seq, restarted } = this.#course;
    if (restarted === null) return true;
    const message = restartMessage(addresses, { epoch, seq, previous: restarted.from, time: restarted.at });
    return this.#deliver({ message, seq: null, after: courseAt(epoch, seq) });
  }

  /** A subscription that was paused, moved or deleted meanwhile is sent nothing by what was known before. */
  async #hasChanged(): Promise<boolean> {
    const now = await this.#ports.subscriptions.get(this.#subscription.id);
    return now?.version !== this.#subscription.version;
  }

  async #save(course: Course): Promise<boolean> {
    const saved = await this.#ports.courses.save(this.#subscription.id, this.#holder, course, this.#ports.clock());
    if (saved) this.#course = course;
    return saved;
  }

  /** Tries once. False when the turn is over: it failed, or the course is another's. */
  async #deliver(due: Due): Promise<boolean> {
    const { sender, clock, signal, chance, outOfTime } = this.#ports;
    if (outOfTime()) return false;
    const now = clock();
    const { url } = this.#subscription;
    const secrets = activeSecrets(this.#subscription, now);
    const answer = await sender.send({ url, message: due.message, now, secrets }, signal);
    if (answer.kind === 'cut-off') return false;
    const failedBefore = this.#course.attempts;
    const verdict = judgeAnswer(answer, { failedBefore, now: clock(), chance: chance() });
    const status = answer.kind === 'answered' ? answer.status : null;
    return this.#note(due, verdict, { at: now, status });
  }

  async #note(due: Due, verdict: Verdict, { at, status }: { at: number; status: number | null }): Promise<boolean> {
    const { clock, deliveries } = this.#ports;
    const { id } = this.#subscription;
    const attempt = this.#course.attempts + 1;
    const nextAt = verdict.kind === 'again' ? new Date(verdict.nextAt).toISOString() : null;
    const failingSince = this.#course.failingSince ?? new Date(at).toISOString();
    const failed = { ...this.#course, attempts: attempt, nextAt, failingSince };
    const held = await this.#save(verdict.kind === 'delivered' ? due.after : failed);
    await deliveries.add(id, {
      at: new Date(at).toISOString(),
      webhookId: due.message.id,
      type: due.message.type,
      seq: due.seq,
      attempt,
      outcome: verdict.kind === 'delivered' ? 'delivered' : 'failed',
      status,
      detail: verdict.kind === 'delivered' ? `The receiver answered ${status}.` : verdict.detail,
      durationMs: Math.max(0, clock() - at),
      nextAt,
    });
    if (held && verdict.kind === 'disable') await this.#disable(verdict);
    return held && verdict.kind === 'delivered';
  }

  /** What was changed by hand meanwhile stands: the message is then tried again by what it says now. */
  async #disable({ code, detail }: Extract<Verdict, { kind: 'disable' }>): Promise<void> {
    const at = new Date(this.#ports.clock()).toISOString();
    const reason = { code, detail, at };
    const { version } = this.#subscription;
    const next = { ...this.#subscription, state: 'disabled' as const, reason, updatedAt: at, version: version + 1 };
    if (await this.#ports.subscriptions.save(next)) this.#ports.tell(next, reason);
  }
}

interface Held {
  readonly subscription: Subscription;
  readonly holder: string;
  readonly course: Course;
}

/** Takes one turn, if no other worker is at it. */
export async function takeTurn(ports: TurnPorts, id: string): Promise<TurnEnd> {
  const holder = ports.holder();
  const course = await ports.courses.take(id, holder, ports.clock());
  if (!course) return 'held-by-another';
  try {
    const subscription = await ports.subscriptions.get(id);
    if (subscription?.state !== 'active') return 'rests';
    return await new Turn(ports, { subscription, holder, course }).run();
  } finally {
    await ports.courses.release(id, holder);
  }
}
