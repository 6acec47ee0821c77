/** Which of a source's problems are new, fixed, or still there since its last run. */
import type { Problem } from '#schemas/problem.ts';
import type { RunProblem } from '#schemas/run-problem.ts';

/** What makes two problems the same from run to run: not the line, for lines move when something above them changes. */
const identityOf = ({ code, record, property, place }: Problem): string =>
  JSON.stringify([code, record ?? null, property ?? null, record === undefined ? [place?.page, place?.path] : null]);

/**
 * @param before the problems that stood after the last run.
 * @param now the problems that this run met.
 * @param isJudged whether this run looked where an earlier problem was: what was not looked at is not fixed.
 * @returns what this run met, as new or still there; what it did not look at, as still there; and what is fixed.
 */
export function withStanding(
  before: readonly Problem[],
  now: readonly Problem[],
  isJudged: (problem: Problem) => boolean,
): RunProblem[] {
  const known = new Map<string, Problem[]>();
  for (const problem of before) {
    const identity = identityOf(problem);
    const same = known.get(identity);
    if (same) same.push(problem);
    else known.set(identity, [problem]);
  }
  const problems = now.map((problem): RunProblem => {
    const same = known.get(identityOf(problem))?.pop();
    return { ...problem, standing: same ? 'still' : 'new' };
  });
  for (const left of known.values()) {
    for (const problem of left) problems.push({ ...problem, standing: isJudged(problem) ? 'fixed' : 'still' });
  }
  return problems;
}
