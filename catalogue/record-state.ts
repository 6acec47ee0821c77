/** What is kept of every dataset that a source ever had, from run to run. */
import * as z from 'zod';

/** Enough to say created, updated, unchanged or returned, and to count absence, without reading the record itself. */
export const RecordState = z.object({
  /** The dataset's id in the catalogue. */
  id: z.string(),
  identifier: z.string().nullable(),
  kind: z.enum(['Dataset', 'DatasetSeries']),
  /** False from its removal on: the tombstone stays, and a return goes on with the same revision count. */
  live: z.boolean(),
  revision: z.number().int().min(0),
  /** The content hash that the ledger told last. */
  hash: z.string().nullable(),
  /** The fingerprint of each property, as `fingerprint` writes them. */
  properties: z.string(),
  lastSeq: z.number().int().min(0),
  /** Runs in a row that saw the whole place where it stood, and not it. */
  missingRuns: z.number().int().min(0).default(0),
  /** How often it was removed and came back. */
  flaps: z.number().int().min(0).default(0),
  /** True from the operator's "keep it" until it is seen again: absence alone does not remove it meanwhile. */
  kept: z.boolean().default(false),
  /** The key of the page that it was last seen on. */
  home: z.string().nullable().default(null),
  /** How it is known again under another identifier: see `matchKey`. Absent in states that were written before there were any. */
  match: z.string().optional(),
  /** Of a record that turned out to be another under a new identifier: the id that was kept. */
  movedTo: z.string().optional(),
  /** Of a record that was given a new identifier: the id that this identifier makes. */
  knownAs: z.string().optional(),
});
export type RecordState = z.infer<typeof RecordState>;
