/**
 * Takes a body in once, so that it can be hashed and archived before it is read (docs/decisions/0007): in memory while it
 * is small, in a temporary file beyond that.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bodies up to this many bytes stay in memory; larger ones would, several at once, fill a Lambda's memory. */
const MEMORY_BYTES = 8 * 1024 * 1024;

/** A body that was taken in whole. */
export interface Spool {
  readonly sha256: string;
  readonly bytes: number;
  /** The body from its start; it may be opened several times. */
  open(): AsyncIterable<Uint8Array>;
  dispose(): Promise<void>;
}

async function* inMemory(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/**
 * @param body the bytes, decompressed.
 * @throws whatever the body throws: a connection that ends too early has no spool.
 */
export async function spool(body: AsyncIterable<Uint8Array>): Promise<Spool> {
  const hash = createHash('sha256');
  const path = join(tmpdir(), `datalandkort-${randomUUID()}`);
  let chunks: Uint8Array[] = [];
  let bytes = 0;
  let file: FileHandle | undefined;
  try {
    for await (const chunk of body) {
      hash.update(chunk);
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= MEMORY_BYTES && !file) continue;
      file ??= await open(path, 'wx', 0o600);
      for (const waiting of chunks) await file.write(waiting);
      chunks = [];
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file?.close();
  }
  return {
    sha256: hash.digest('hex'),
    bytes,
    open: () => (file ? createReadStream(path) : inMemory(chunks)),
    dispose: () => rm(path, { force: true }),
  };
}
