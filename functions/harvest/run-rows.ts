/**
 * The balance sheet of a run under way, packed: a line a record would else be the second of the two things that the memory of
 * a large run grows by. Most of a line is said by its neighbours too, so that little of it is left.
 */
import { deflateSync, inflateSync } from 'node:zlib';
import type { RunRecord } from '#schemas/run.ts';

/** Lines in a packed block: enough to be packed well, and few enough to be in memory as they are. */
const BLOCK_ROWS = 500;

const pack = (rows: readonly RunRecord[]): Buffer => deflateSync(JSON.stringify(rows), { level: 1 });
// Packed by the line above from typed rows.
const unpack = (block: Buffer): RunRecord[] => JSON.parse(inflateSync(block).toString()) as RunRecord[];

export class RunRows implements Iterable<RunRecord> {
  #blocks: Buffer[] = [];
  #open: RunRecord[] = [];

  get length(): number {
    return this.#blocks.length * BLOCK_ROWS + this.#open.length;
  }

  push(row: RunRecord): void {
    this.#open.push(row);
    if (this.#open.length < BLOCK_ROWS) return;
    this.#blocks.push(pack(this.#open));
    this.#open = [];
  }

  *[Symbol.iterator](): Generator<RunRecord> {
    for (const block of this.#blocks) yield* unpack(block);
    yield* this.#open;
  }

  /** Puts what is made of the rows in their place. */
  replace(make: (rows: Iterable<RunRecord>) => Iterable<RunRecord>): void {
    const after = new RunRows();
    for (const row of make(this)) after.push(row);
    this.#blocks = after.#blocks;
    this.#open = after.#open;
  }
}
