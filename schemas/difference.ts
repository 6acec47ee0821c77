/** What a set of changes would do to the catalogue, record by record, for a person who has to approve it. */
import * as z from 'zod';
import { ChangeType } from './change.ts';

/** One property of a record: its value before and after; absent where there is none. */
export const PropertyDifference = z.object({
  /** A key of the property table, or `unmapped` or `kind`. */
  property: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
export type PropertyDifference = z.infer<typeof PropertyDifference>;

/** One line of `runs/{id}/difference.jsonl.gz`. */
export const RecordDifference = z.object({
  type: ChangeType,
  /** True when a record that was removed comes back. */
  returns: z.boolean(),
  kind: z.enum(['Dataset', 'DatasetSeries']),
  id: z.string(),
  identifier: z.string().nullable(),
  /** A text a language: of the record as it will be, or as it was when it goes. */
  title: z.record(z.string(), z.string()),
  /** Every property for a creation, those that change for an update, none for a deletion. */
  changed: z.array(PropertyDifference),
});
export type RecordDifference = z.infer<typeof RecordDifference>;
