/** Objects in a store whose client is loaded with the first of them that is asked for. */
import type { ObjectStore } from './object-store.ts';

/** @param store gives the store; called each time. */
export const lateObjectStore = (store: () => Promise<ObjectStore>): ObjectStore => ({
  put: async (...asked) => (await store()).put(...asked),
  putStream: async (...asked) => (await store()).putStream(...asked),
  get: async (key) => (await store()).get(key),
  getStream: async (key) => (await store()).getStream(key),
  remove: async (key) => (await store()).remove(key),
  exists: async (key) => (await store()).exists(key),
  async *list(prefix) {
    yield* (await store()).list(prefix);
  },
});
