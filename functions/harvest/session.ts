/** One run as it goes on: what it has listed, what came of each record, which pages it saw. Plain data between invocations. */
import type { PageSeen } from '#catalogue/coverage.ts';
import type { ArchivedPage } from '#schemas/archived-page.ts';
import type { Problem } from '#schemas/problem.ts';
import { EXCERPT_LENGTH } from '#schemas/reading.ts';
import { PROBLEMS_IN_RUN, PROBLEMS_KEPT, type Run } from '#schemas/run.ts';
import { RunRows } from './run-rows.ts';

/** What a run carries from page to page. Ids are dataset ids. */
export interface Session {
  readonly run: Run;
  /** Every line of the balance sheet but those that the run's end adds. */
  readonly rows: RunRows;
  /** What was seen in this run, and on which page. */
  readonly seen: Map<string, string>;
  /** What the source itself says is gone. */
  readonly deletions: Set<string>;
  /** The pages of this run, by key, for coverage. */
  readonly pages: Map<string, PageSeen>;
  /** The pages of this run as they were read, for the day when they are read again. */
  readonly archived: ArchivedPage[];
  /** Every problem, at most PROBLEMS_KEPT; the run itself has the first of them. */
  readonly problems: Problem[];
  /** How many batches of changes wait, in a run that waits for approval. */
  waitingBatches: number;
  /** How many batches of changes are held back until the run's yield is known. */
  heldBackBatches: number;
}

export const newSession = (run: Run): Session => ({
  run,
  rows: new RunRows(),
  seen: new Map(),
  deletions: new Set(),
  pages: new Map(),
  archived: [],
  problems: [],
  waitingBatches: 0,
  heldBackBatches: 0,
});

/** Adds a problem to the run; beyond PROBLEMS_KEPT it is only counted. */
export function note(session: Session, problem: Problem): void {
  const { run, problems } = session;
  run.problemCount = (run.problemCount ?? 0) + 1;
  if (problems.length >= PROBLEMS_KEPT) return;
  const excerpt = problem.excerpt?.slice(0, EXCERPT_LENGTH);
  const kept = excerpt === undefined ? problem : { ...problem, excerpt };
  problems.push(kept);
  if (run.problems.length < PROBLEMS_IN_RUN) run.problems.push(kept);
}
