/** One run as it goes on: what it has listed, what came of each record, which pages it saw. Plain data between invocations. */
import type { PageSeen } from '#catalogue/coverage.ts';
import type { Problem } from '#schemas/problem.ts';
import { EXCERPT_LENGTH } from '#schemas/reading.ts';
import { PROBLEMS_IN_RUN, type Run, type RunRecord } from '#schemas/run.ts';

/** What a run carries from page to page. Ids are dataset ids. */
export interface Session {
  readonly run: Run;
  /** Every line of the balance sheet but those that the run's end adds. */
  readonly rows: RunRecord[];
  /** What was seen in this run, and on which page. */
  readonly seen: Map<string, string>;
  /** What the source itself says is gone. */
  readonly deletions: Set<string>;
  /** The pages of this run, by key, for coverage. */
  readonly pages: Map<string, PageSeen>;
}

export const newSession = (run: Run): Session => ({
  run,
  rows: [],
  seen: new Map(),
  deletions: new Set(),
  pages: new Map(),
});

/** Adds a problem to the run; beyond PROBLEMS_IN_RUN it is only counted. */
export function note(session: Session, problem: Problem): void {
  const { run } = session;
  run.problemCount = (run.problemCount ?? 0) + 1;
  if (run.problems.length >= PROBLEMS_IN_RUN) return;
  const excerpt = problem.excerpt?.slice(0, EXCERPT_LENGTH);
  run.problems.push(excerpt === undefined ? problem : { ...problem, excerpt });
}

/** A session as JSON, for a checkpoint. */
export const sessionToJson = (session: Session): unknown => ({
  run: session.run,
  rows: session.rows,
  seen: [...session.seen],
  deletions: [...session.deletions],
  pages: [...session.pages],
});

type SessionJson = {
  run: Run;
  rows: RunRecord[];
  seen: [string, string][];
  deletions: string[];
  pages: [string, PageSeen][];
};

/** Reads back what `sessionToJson` wrote; a checkpoint is written and read by one version only. */
export function sessionFromJson(json: unknown): Session {
  const { run, rows, seen, deletions, pages } = json as SessionJson;
  return { run, rows, seen: new Map(seen), deletions: new Set(deletions), pages: new Map(pages) };
}
