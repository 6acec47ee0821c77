/** Erased contacts in memory, with the key and the hashes of the real ones. */
import {
  contactHash,
  type ErasedContacts,
  type Erasure,
  type ErasurePlace,
  noCounts,
} from '#functions/shared/erased-contacts.ts';

const KEY = 'a-key-of-a-test';

export function memoryErased(): ErasedContacts {
  const erasures = new Map<string, Erasure>();
  let place: ErasurePlace | undefined;
  return {
    known: async () => (erasures.size === 0 ? undefined : (address) => erasures.has(contactHash(KEY, address))),
    async add(address, at) {
      const id = contactHash(KEY, address);
      const erasure: Erasure = { id, requestedAt: at, state: 'waiting', doneAt: null, counts: noCounts };
      erasures.set(id, erasure);
      return erasure;
    },
    list: async () => [...erasures.values()],
    save: async (erasure) => void erasures.set(erasure.id, erasure),
    place: async () => place,
    keepPlace: async (next) => {
      place = next;
    },
  };
}
