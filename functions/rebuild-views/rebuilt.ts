/** What a rebuild answers, and what it takes to compare a view with the log that it is of. */
import * as z from 'zod';
import type { CatalogueState } from '#catalogue/state-hash.ts';
import { hashesOf } from './log-survey.ts';

/** In the order in which they stand on each other: scores are in the search file, and snapshots are taken of the datasets. */
export const View = z.enum(['datasets', 'links', 'scores', 'search', 'feeds', 'snapshots']);
export type View = z.infer<typeof View>;

const State = z.object({ count: z.number().int(), stateHash: z.string() });

const Report = z.object({
  view: View,
  /** Up to where in the log it was built. */
  epoch: z.string(),
  seq: z.number().int(),
  /** What there is now: datasets, datasets with links, scored datasets, or pages. */
  count: z.number().int(),
  /** Rows that the log knows nothing of, taken away. */
  cleared: z.number().int(),
  /** The live datasets by the log. */
  ledger: State,
  /** The same by the view itself; absent for a view that does not show every dataset with its revision. */
  state: State.optional(),
  /** Whether the view says what the log says, as far as it can be compared. */
  agrees: z.boolean(),
});
export type Report = z.infer<typeof Report>;

/** `behind`: time ran out; another call goes on. `busy`: the view's own function is at work; another call finds it done. */
export const Rebuilt = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), report: Report }),
  z.object({ kind: z.literal('behind'), view: View, seq: z.number().int(), of: z.number().int() }),
  z.object({ kind: z.literal('busy'), view: View }),
]);
export type Rebuilt = z.infer<typeof Rebuilt>;

/** The part of a report that compares, for a view that shows every dataset with its revision. */
export const compared = (view: CatalogueState, log: CatalogueState) => ({
  count: view.count,
  state: hashesOf(view),
  ledger: hashesOf(log),
  agrees: view.count === log.count && view.sum === log.sum,
});
