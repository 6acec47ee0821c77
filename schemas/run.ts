/** A run: one harvest of one source, with its balance (docs/decisions/0004). */
import * as z from 'zod';
import { Cost } from './cost.ts';
import { Problem } from './problem.ts';

export const RunState = z.enum(['running', 'succeeded', 'partial', 'held', 'failed']);
export type RunState = z.infer<typeof RunState>;

/** How much of the source a run saw whole. */
export const Coverage = z.enum(['complete', 'partial', 'none']);
export type Coverage = z.infer<typeof Coverage>;

const count = z.number().int().min(0);

/** `listed = created + updated + unchanged + returned + duplicate + rejected`, and what waits for approval, always. */
export const Counts = z.object({
  listed: count,
  created: count,
  updated: count,
  unchanged: count,
  duplicate: count,
  rejected: count,
  returned: count,
  missing: count,
  removed: count,
  held: count,
});
export type Counts = z.infer<typeof Counts>;

/** Counts of a run that has read nothing yet. */
export const zeroCounts = (): Counts => ({
  listed: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  duplicate: 0,
  rejected: 0,
  returned: 0,
  missing: 0,
  removed: 0,
  held: 0,
});

/** What a run would do once it is approved. All of it is also counted as `held`. */
export const Waiting = z.object({ created: count, updated: count, returned: count, removed: count });
export type Waiting = z.infer<typeof Waiting>;

/** Why the last try of a run that goes on failed. */
export const LastFailure = z.object({ at: z.string(), message: z.string() });
export type LastFailure = z.infer<typeof LastFailure>;

/** `live.before + created + returned − removed = live.after`, always. */
export const Run = z.object({
  id: z.string(),
  source: z.string(),
  state: RunState,
  /** Why it did not succeed, in a sentence a person can act on. */
  reason: z.string().optional(),
  /** Set while the run is tried again after its worker met a failure that may pass; gone once it has ended. */
  lastFailure: LastFailure.optional(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  coverage: Coverage,
  /** Set when the source was asked only for what changed: what was not listed is neither missing nor counted. */
  scope: z.literal('changes-only').optional(),
  /** Set when the run only shows what the source's next harvest would do: it publishes nothing, and nobody can release it. */
  preview: z.literal(true).optional(),
  /**
   * Set while the run's changes wait for an operator (docs/decisions/0011): nothing of them is in the catalogue yet. Of a
   * preview it is what a harvest would do.
   */
  waiting: Waiting.optional(),
  /** Set when the run read the archived pages of an earlier run and asked the source nothing. */
  replay: z.object({ of: z.string(), dryRun: z.boolean() }).optional(),
  /** Set when the source's host asked not to be asked again before this instant; no run starts before it. */
  notBefore: z.string().optional(),
  counts: Counts,
  live: z.object({ before: count, after: count }),
  requests: count,
  bytesReceived: count,
  notModified: count,
  /** At most PROBLEMS_IN_RUN of them; `problemCount` counts all. */
  problems: z.array(Problem),
  problemCount: count.optional(),
  changes: z.object({ first: count, last: count }).nullable(),
  /** What it used and what that costs; absent for runs that were not metered, or whose worker died. */
  cost: Cost.optional(),
});
export type Run = z.infer<typeof Run>;

/** A run's item must stay far below DynamoDB's 400 KB; the rest of the problems stand in the run's list of them. */
export const PROBLEMS_IN_RUN = 100;

/** As many stand in a run's list (`runs/{id}/problems`); without a bound a source that is wrong in every value of every record would fill the memory. */
export const PROBLEMS_KEPT = 50_000;

/** The groups of the balance sheet. */
export const Outcome = z.enum([
  'created',
  'updated',
  'unchanged',
  'returned',
  'duplicate',
  'rejected',
  'missing',
  'removed',
  'held',
]);
export type Outcome = z.infer<typeof Outcome>;

/** One line of the balance sheet (`runs/{id}/records`). */
export const RunRecord = z.object({
  outcome: Outcome,
  /** The dataset's id in the catalogue; null for a rejection that could not be named. */
  id: z.string().nullable(),
  /** The source's own identifier. */
  identifier: z.string().nullable(),
  /** Why: a problem code, or the properties that changed. */
  reason: z.string().optional(),
  /** Of a held record: what becomes of it when an operator approves. Absent for a removal that the rules held. */
  waits: z.enum(['created', 'updated', 'returned', 'removed']).optional(),
  page: z.string().optional(),
  place: z.string().optional(),
});
export type RunRecord = z.infer<typeof RunRecord>;

/** The source's part of a run id (`<source>.<start>.<random>`) or of a dataset id. */
export const sourceOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('.')));
