/**
 * Changes of a run that are not published before the run knows whether its source has drifted (docs/decisions/0013): kept in
 * memory while they are few, and in the object store beyond that.
 */
import { readLines, writeLines } from '#functions/shared/json-lines.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { type ChangeWriter, type PendingChange, SIZE_IN_MEMORY, sizeOf } from './change-writer.ts';
import { WaitingChange, type WaitingStore } from './waiting-changes.ts';

/** Changes held in memory; a hundred pages' worth, as in a batch of the ledger. */
const IN_MEMORY = 100;

/** A prefix of their own, so that the bucket lets go of what a run could not (infra/stages/storage.ts). */
const folderOf = (run: string): string => `held-back/${run}/`;

const batchKey = (run: string, batch: number): string => `${folderOf(run)}${String(batch).padStart(6, '0')}.jsonl.gz`;

/** Takes away what a run held back: once it has ended, its changes are in the ledger, wait for an operator, or are void. */
export async function clearHeldBack(objects: Pick<ObjectStore, 'list' | 'remove'>, run: string): Promise<void> {
  for await (const key of objects.list(folderOf(run))) await objects.remove(key);
}

export class HeldBack implements Pick<ChangeWriter, 'add' | 'flush'> {
  readonly #objects: WaitingStore;
  readonly #run: string;
  /** How many batches are in the store; carried in the session, so that another invocation goes on behind them. */
  readonly #place: { heldBackBatches: number };
  #buffer: PendingChange[] = [];

  constructor(objects: WaitingStore, run: string, place: { heldBackBatches: number }) {
    this.#objects = objects;
    this.#run = run;
    this.#place = place;
  }

  async add(change: PendingChange): Promise<void> {
    this.#buffer.push(change);
    if (this.#buffer.length >= IN_MEMORY || sizeOf(this.#buffer) > SIZE_IN_MEMORY) await this.flush();
  }

  /** Puts what is in memory into the store, for another invocation to go on. */
  async flush(): Promise<void> {
    if (this.#buffer.length === 0) return;
    const batch = this.#buffer;
    this.#buffer = [];
    await writeLines(this.#objects, batchKey(this.#run, this.#place.heldBackBatches), batch);
    this.#place.heldBackBatches += 1;
  }

  /** All changes in their order; may be walked again. */
  async *changes(): AsyncGenerator<PendingChange> {
    for (let batch = 0; batch < this.#place.heldBackBatches; batch += 1) {
      for await (const line of readLines(this.#objects, batchKey(this.#run, batch))) {
        yield WaitingChange.parse(JSON.parse(line));
      }
    }
    yield* this.#buffer;
  }
}
