/** A working object store in memory. */
import type { ObjectStore } from '#functions/shared/object-store.ts';

export interface MemoryObjects extends ObjectStore {
  readonly contents: Map<string, Uint8Array>;
}

export function memoryObjects(): MemoryObjects {
  const contents = new Map<string, Uint8Array>();
  return {
    contents,
    async put(key, body) {
      contents.set(key, body);
    },
    async putStream(key, body) {
      contents.set(key, Buffer.concat(await Array.fromAsync(body)));
    },
    async get(key) {
      return contents.get(key);
    },
    async getStream(key) {
      const bytes = contents.get(key);
      return (
        bytes &&
        (async function* () {
          yield bytes;
        })()
      );
    },
    async remove(key) {
      contents.delete(key);
    },
    async exists(key) {
      return contents.has(key);
    },
    async *list(prefix) {
      yield* [...contents.keys()].filter((key) => key.startsWith(prefix)).sort();
    },
  };
}
