/** A growing list of 32-bit integers outside the JavaScript heap: what a graph of millions of triples is made of. */

/** Integers a block. Blocks are added, never copied, so growth has no peak: one doubling array would need three times its size at once. */
const BLOCK_BITS = 16;
const BLOCK_SIZE = 1 << BLOCK_BITS;
const BLOCK_MASK = BLOCK_SIZE - 1;

/** A list of 32-bit integers; reading past its end gives 0. */
export class IntList {
  length = 0;
  readonly #blocks: Int32Array[] = [];

  push(value: number): number {
    const index = this.length;
    let block = this.#blocks[index >>> BLOCK_BITS];
    if (block === undefined) {
      block = new Int32Array(BLOCK_SIZE);
      this.#blocks.push(block);
    }
    block[index & BLOCK_MASK] = value;
    this.length = index + 1;
    return index;
  }

  at(index: number): number {
    return this.#blocks[index >>> BLOCK_BITS]?.[index & BLOCK_MASK] ?? 0;
  }

  put(index: number, value: number): void {
    const block = this.#blocks[index >>> BLOCK_BITS];
    if (block !== undefined) block[index & BLOCK_MASK] = value;
  }
}
