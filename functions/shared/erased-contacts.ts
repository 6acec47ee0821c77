/** The contacts that were erased, known by a keyed hash alone, and how far the erasing of each has come (docs/decisions/0073). */
import { createHmac } from 'node:crypto';
import * as z from 'zod';
import type { IsErased } from '#catalogue/erased-contacts.ts';

const Count = z.number().int().min(0);

/** What an erasure did. */
export const ErasureCounts = z.object({
  /** Datasets whose description was published anew without the contact. */
  changes: Count,
  /** Objects of the bucket that were rewritten: payloads, archived pages, reports of runs, states. */
  objects: Count,
  /** Items of the tables that were rewritten or taken away. */
  items: Count,
  /** Letters that lay in the folder of one machine. */
  letters: Count,
});
export type ErasureCounts = z.infer<typeof ErasureCounts>;

export const noCounts: ErasureCounts = { changes: 0, objects: 0, items: 0, letters: 0 };

/** One contact that was erased, or waits to be. */
export const Erasure = z.object({
  /** The keyed hash of the address. */
  id: z.string(),
  requestedAt: z.string(),
  state: z.enum(['waiting', 'done']),
  doneAt: z.string().nullable(),
  counts: ErasureCounts,
});
export type Erasure = z.infer<typeof Erasure>;

/** How far the work has come: for which erasures, a phase, and what of it was done last. */
export const ErasurePlace = z.object({ of: z.array(z.string()), phase: z.number().int(), after: z.string() });
export type ErasurePlace = z.infer<typeof ErasurePlace>;

export interface ErasedContacts {
  /** Tells erased addresses from others; undefined while nobody was erased, so that nothing needs to be looked through. */
  known(): Promise<IsErased | undefined>;
  /** Takes an address, in its canonical form, among the erased; one that is there already waits to be erased again. */
  add(address: string, at: string): Promise<Erasure>;
  list(): Promise<Erasure[]>;
  save(erasure: Erasure): Promise<void>;
  place(): Promise<ErasurePlace | undefined>;
  keepPlace(place: ErasurePlace | undefined): Promise<void>;
}

/** Characters of a hash that are kept: 132 bits, which nobody meets by chance. */
const HASH_LENGTH = 22;

/** Addresses are few and guessable, so a plain hash would tell them to whoever tries the likely ones. */
export const contactHash = (key: string, address: string): string =>
  createHmac('sha256', key).update(`erased contact ${address}`).digest('base64url').slice(0, HASH_LENGTH);
