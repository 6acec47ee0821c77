/** A change: one entry of the ledger, and how the API tells it (docs/decisions/0002). */
import * as z from 'zod';

export const ChangeType = z.enum(['Create', 'Update', 'Delete']);
export type ChangeType = z.infer<typeof ChangeType>;

export const Cause = z.enum([
  'source-created',
  'source-updated',
  'source-removed',
  'source-returned',
  'mapping-changed',
  'manual',
  'withdrawn',
  // A person asked to be erased: what was published before is without the contact too.
  'contact-erased',
]);
export type Cause = z.infer<typeof Cause>;

/** A change before it has its number: what a run hands to the ledger. */
export const ChangeDraft = z.object({
  type: ChangeType,
  /** The dataset's id in the catalogue. */
  dataset: z.string(),
  kind: z.enum(['Dataset', 'DatasetSeries']),
  revision: z.number().int().min(1),
  contentHash: z.string().nullable(),
  previousHash: z.string().nullable(),
  /** Keys of the property table; empty for a creation and a deletion. */
  changed: z.array(z.string()),
  source: z.string(),
  run: z.string(),
  observedAt: z.string(),
  cause: Cause,
  /** The number of the dataset's change before this one: a dataset's history is walked from its latest change backwards. */
  previous: z.number().int().nullable(),
  /** Of a deletion: the dataset under which the record goes on. */
  replacedBy: z.string().optional(),
});
export type ChangeDraft = z.infer<typeof ChangeDraft>;

/** Where a record lies: an object of gzipped JSON lines, and the line. */
export const PayloadPlace = z.object({
  key: z.string(),
  line: z.number().int().min(0),
  /** Of the record's form (functions/shared/record-version.ts); the first where it is absent. */
  version: z.number().int().min(2).optional(),
});
export type PayloadPlace = z.infer<typeof PayloadPlace>;

/** An entry of the ledger. `published` is strictly increasing over the log. */
export const LedgerEntry = ChangeDraft.extend({
  seq: z.number().int().min(1),
  published: z.string(),
  /** Where the record as of this change lies; null for a deletion. */
  payload: PayloadPlace.nullable(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;
