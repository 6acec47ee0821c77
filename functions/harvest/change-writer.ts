/** Collects a run's changes and appends them to the ledger a batch at a time, then puts them into the source's state. */
import type { RecordState } from '#catalogue/record-state.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { ChangeDraft } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import type { Session } from './session.ts';
import type { SourceState } from './source-state.ts';

/** The size of a batch of the ledger: one put, one payload object, one message to the consumers. */
const BATCH = 100;

/** A change that is to be appended, and the state of its record once it is. */
export interface PendingChange {
  readonly draft: ChangeDraft;
  readonly entry: CatalogueEntry | null;
  readonly state: RecordState;
  /** How large the record is, in characters; absent for a deletion. */
  readonly size?: number | undefined;
}

/** Records in memory at a time, in characters: a hundred of 30 MB would be more than a function has. */
export const SIZE_IN_MEMORY = 16_000_000;

/** How large changes are together. */
export const sizeOf = (changes: readonly PendingChange[]): number =>
  changes.reduce((sum, { size = 0 }) => sum + size, 0);

export interface ChangeWriterPorts {
  readonly ledger: Pick<Ledger, 'append'>;
  /** Tells the consumers to look at the log. A message that is lost costs a minute: they sweep by themselves. */
  readonly announce: (head: number) => Promise<void>;
  /** Keeps the lease; throws when the run has lost it, so that nothing is appended by two. */
  readonly heartbeat: () => Promise<void>;
}

export class ChangeWriter {
  readonly #ports: ChangeWriterPorts;
  readonly #state: SourceState;
  readonly #session: Session;
  #waiting: PendingChange[] = [];
  /** The batch on its way: the next pages are read while it is written, and one batch at a time keeps the order. */
  #underWay: Promise<void> = Promise.resolve();
  #failure: unknown;

  constructor(ports: ChangeWriterPorts, state: SourceState, session: Session) {
    this.#ports = ports;
    this.#state = state;
    this.#session = session;
  }

  /** Takes a change; its record's state is as after it from now on. */
  async add(change: PendingChange): Promise<void> {
    this.#waiting.push(change);
    if (this.#waiting.length >= BATCH || sizeOf(this.#waiting) > SIZE_IN_MEMORY) await this.#send();
  }

  /** Appends what waits and returns when all of it is durable. */
  async flush(): Promise<void> {
    await this.#send();
    await this.#underWay;
    this.#rethrow();
  }

  /** Resolves when nothing of this writer is on its way any more, whatever came of it. */
  settled(): Promise<void> {
    return this.#underWay;
  }

  async #send(): Promise<void> {
    await this.#underWay;
    this.#rethrow();
    const batch = this.#waiting;
    if (batch.length === 0) return;
    this.#waiting = [];
    this.#underWay = this.#append(batch).catch((error: unknown) => {
      // Kept for the next call: a rejection that nobody awaits yet would end the process.
      this.#failure = error;
    });
  }

  #rethrow(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  async #append(batch: readonly PendingChange[]): Promise<void> {
    await this.#ports.heartbeat();
    const appended = await this.#ports.ledger.append(
      batch.map(({ draft }) => draft),
      batch.map(({ entry }) => entry),
    );
    for (const [index, { state }] of batch.entries()) {
      const seq = appended[index]?.seq ?? state.lastSeq;
      this.#state.records.set(state.id, { ...state, lastSeq: seq });
    }
    const first = appended[0]?.seq;
    const last = appended.at(-1)?.seq;
    if (first === undefined || last === undefined) return;
    const { run } = this.#session;
    run.changes = { first: run.changes?.first ?? first, last };
    await this.#ports.announce(last);
  }
}
