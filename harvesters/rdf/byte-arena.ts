/** Texts kept as UTF-8 bytes outside the JavaScript heap: strings cut from a chunk would keep the whole chunk alive. */

/** Bytes a block: large enough that few texts need a block of their own, small enough that the last one wastes little. */
const BLOCK_BITS = 20;
const BLOCK_SIZE = 1 << BLOCK_BITS;
const BLOCK_MASK = BLOCK_SIZE - 1;

/** Positions are 31-bit integers, so that a triple can hold one: more text than this in one page cannot be addressed. */
const MAX_BLOCKS = 2 ** 31 / BLOCK_SIZE;

/** Copies shorter than this are made byte by byte: calling out to the engine's own copy costs more than it saves. */
const SHORT_COPY = 48;

/** An append-only store of byte texts, each found again by the position that `add` gave. */
export class ByteArena {
  readonly #blocks: Buffer[] = [];
  #block: Buffer = Buffer.alloc(0);
  #blockIndex = -1;
  #used = 0;
  /** Where the number read last ended: a field, because a pair for each number would be garbage for each byte text. */
  #next = 0;

  /** Keeps a copy of the bytes, with a small number (0 to 2^28) beside them. Gives -1 when the arena is full. */
  add(bytes: Uint8Array, start: number, end: number, tag: number): number {
    const length = end - start;
    if (!this.#reserve(length + 10)) return -1;
    const position = this.#blockIndex * BLOCK_SIZE + this.#used;
    let at = this.#putNumber(this.#putNumber(this.#used, tag), length);
    const block = this.#block;
    if (length < SHORT_COPY) for (let i = start; i < end; i++) block[at++] = bytes[i] ?? 0;
    else {
      block.set(bytes.subarray(start, end), at);
      at += length;
    }
    this.#used = at;
    return position;
  }

  tag(position: number): number {
    return this.#readNumber(this.#blockOf(position), position & BLOCK_MASK);
  }

  text(position: number): string {
    const block = this.#blockOf(position);
    const length = this.#lengthAt(block, position);
    return block.toString('utf8', this.#next, this.#next + length);
  }

  equals(position: number, bytes: Uint8Array, from: number, to: number): boolean {
    const block = this.#blockOf(position);
    const length = this.#lengthAt(block, position);
    if (length !== to - from) return false;
    const start = this.#next;
    for (let i = 0; i < length; i++) if (block[start + i] !== bytes[from + i]) return false;
    return true;
  }

  /** Whether the text starts with these ASCII letters. */
  startsWith(position: number, prefix: string): boolean {
    const block = this.#blockOf(position);
    if (this.#lengthAt(block, position) < prefix.length) return false;
    for (let i = 0; i < prefix.length; i++) if (block[this.#next + i] !== prefix.charCodeAt(i)) return false;
    return true;
  }

  /** Leaves `#next` at the text's first byte. */
  #lengthAt(block: Buffer, position: number): number {
    this.#readNumber(block, position & BLOCK_MASK);
    return this.#readNumber(block, this.#next);
  }

  #blockOf(position: number): Buffer {
    return this.#blocks[Math.floor(position / BLOCK_SIZE)] ?? this.#block;
  }

  #reserve(bytes: number): boolean {
    // Only the first megabyte of a block can be addressed; what a long text leaves of its own block stays unused.
    if (this.#blockIndex >= 0 && this.#used + bytes <= BLOCK_SIZE) return true;
    const blocks = Math.max(1, Math.ceil(bytes / BLOCK_SIZE));
    const next = this.#blocks.length;
    if (next + blocks > MAX_BLOCKS) return false;
    this.#block = Buffer.allocUnsafeSlow(blocks * BLOCK_SIZE);
    for (let i = 0; i < blocks; i++) this.#blocks.push(this.#block);
    this.#blockIndex = next;
    this.#used = 0;
    return true;
  }

  #putNumber(at: number, value: number): number {
    let rest = value;
    let next = at;
    while (rest > 127) {
      this.#block[next++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#block[next++] = rest;
    return next;
  }

  #readNumber(block: Buffer, at: number): number {
    let value = 0;
    let shift = 0;
    let next = at;
    let byte = block[next++] ?? 0;
    while (byte > 127) {
      value |= (byte & 127) << shift;
      shift += 7;
      byte = block[next++] ?? 0;
    }
    this.#next = next;
    return value | (byte << shift);
  }
}
