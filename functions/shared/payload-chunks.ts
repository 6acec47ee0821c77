/** Changes in portions whose records fit into memory together: a record may be 30 MB, and a step has hundreds. */
import type { LedgerEntry } from '#schemas/change.ts';

/** Payload objects in a portion. Each holds some 16 MB at most, or one larger record; a function has 1 GB. */
const OBJECTS = 4;

/** Cuts changes by the objects that their records lie in, keeping those of one object together where they follow each other. */
export function* payloadChunks(changes: readonly LedgerEntry[], most: number): Generator<LedgerEntry[]> {
  let chunk: LedgerEntry[] = [];
  let objects = new Set<string>();
  for (const change of changes) {
    const key = change.payload?.key;
    const isFull = chunk.length === most || (key !== undefined && !objects.has(key) && objects.size === OBJECTS);
    if (isFull) {
      yield chunk;
      chunk = [];
      objects = new Set();
    }
    chunk.push(change);
    if (key !== undefined) objects.add(key);
  }
  if (chunk.length > 0) yield chunk;
}
