/**
 * The states of a source's records as a run holds them: as they are written, line by line in blocks of bytes outside the
 * heap, with a number a record to find its line. As objects they were what a large run's memory grew by; as bytes they cost a
 * parse when one is looked at, and nothing when the whole is written again.
 */
import { RecordState } from '#catalogue/record-state.ts';

/** Bytes in a block: few allocations for a large source, little in vain for a small one. */
const BLOCK_BYTES = 256 * 1024;

const LINE_END = 10;

/** What is counted of the records, so that nobody has to walk them to know that there is none. */
interface Tally {
  /** In the catalogue now. */
  live: number;
  /** Live, and absent from the last runs or kept although they are. */
  absent: number;
  /** Gone under another identifier. */
  moved: number;
}

const count = (tally: Tally, { live, missingRuns, kept, movedTo }: RecordState, by: 1 | -1): void => {
  if (live) tally.live += by;
  if (live && (missingRuns > 0 || kept)) tally.absent += by;
  if (movedTo !== undefined) tally.moved += by;
};

/** A map from the ids of records to their states, in the order in which they came. What it gives is a copy. */
export class RecordStates {
  readonly #places = new Map<string, number>();
  #blocks: Buffer[] = [];
  /** Where the next line goes in the last block. */
  #end = BLOCK_BYTES;
  #bytes = 0;
  /** Bytes of lines that were replaced. */
  #stale = 0;
  readonly #tally: Tally = { live: 0, absent: 0, moved: 0 };

  get size(): number {
    return this.#places.size;
  }

  get tally(): Readonly<Tally> {
    return this.#tally;
  }

  has(id: string): boolean {
    return this.#places.has(id);
  }

  keys(): Iterable<string> {
    return this.#places.keys();
  }

  get(id: string): RecordState | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.#read(place);
  }

  set(id: string, record: RecordState): void {
    const before = this.#places.get(id);
    if (before !== undefined) {
      count(this.#tally, this.#read(before), -1);
      this.#stale += this.#lineAt(before).length;
    }
    this.#add(id, record, JSON.stringify(record));
    if (this.#stale > BLOCK_BYTES && this.#stale > this.#bytes / 2) this.#tidy();
  }

  /** Takes a line as `lines` gave it; nothing of it is made anew. */
  takeLine(line: string): void {
    // Written by `lines` alone; the state's header says so.
    const record = JSON.parse(line) as RecordState;
    this.#add(record.id, record, line);
  }

  /** Takes a line of an older version, which may lack what came later. */
  takeOldLine(line: string): void {
    const record = RecordState.parse(JSON.parse(line));
    this.#add(record.id, record, JSON.stringify(record));
  }

  *values(): Generator<RecordState> {
    for (const place of this.#places.values()) yield this.#read(place);
  }

  /** The lines as bytes, each with its end. They are not to be kept. */
  *lines(): Generator<Uint8Array> {
    for (const place of this.#places.values()) yield this.#lineAt(place);
  }

  #add(id: string, record: RecordState, json: string): void {
    this.#places.set(id, this.#append(json));
    count(this.#tally, record, 1);
  }

  #append(json: string): number {
    const bytes = Buffer.byteLength(json) + 1;
    if (this.#end + bytes > BLOCK_BYTES) {
      // A line longer than a block has one for itself.
      this.#blocks.push(Buffer.allocUnsafeSlow(Math.max(BLOCK_BYTES, bytes)));
      this.#end = 0;
    }
    const last = this.#blocks.length - 1;
    const offset = this.#end;
    const block = this.#blocks[last];
    block?.write(json, offset);
    block?.writeUInt8(LINE_END, offset + bytes - 1);
    this.#end += bytes;
    this.#bytes += bytes;
    return last * BLOCK_BYTES + offset;
  }

  /** The line at a place, with its end: JSON has no line break of its own. */
  #lineAt(place: number): Buffer {
    const block = this.#blocks[Math.floor(place / BLOCK_BYTES)] ?? Buffer.alloc(0);
    const from = place % BLOCK_BYTES;
    return block.subarray(from, block.indexOf(LINE_END, from) + 1);
  }

  #read(place: number): RecordState {
    return JSON.parse(this.#lineAt(place).toString()) as RecordState;
  }

  /** Lets go of lines that were replaced. */
  #tidy(): void {
    const lines = [...this.#places].map(([id, place]) => [id, this.#lineAt(place)] as const);
    this.#blocks = [];
    this.#end = BLOCK_BYTES;
    this.#bytes = 0;
    this.#stale = 0;
    for (const [id, line] of lines) this.#places.set(id, this.#append(line.toString('utf8', 0, line.length - 1)));
  }
}
