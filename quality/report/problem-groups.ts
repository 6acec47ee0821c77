/** The problems that harvesting an owner's sources met, by code: one cause mostly shows in many records. */
import type { ProblemGroup } from '#schemas/owner-report.ts';
import type { OwnerReportInput } from '#schemas/owner-report-input.ts';

type SourceProblem = OwnerReportInput['problems'][number];

/** A source that is wrong in every value of every record has tens of thousands; nobody reads more, and they stand in its run. */
const PROBLEMS_PER_CODE = 200;

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** What came with the last run first: its cause is the freshest in everybody's mind. */
const ORDER = { new: 0, still: 1, fixed: 2 } as const;

const orderOf = ({ standing = 'still' }: SourceProblem): number => ORDER[standing];

const isFixed = ({ standing }: SourceProblem): boolean => standing === 'fixed';

function groupOf(code: string, problems: readonly SourceProblem[]): ProblemGroup[] {
  const [first] = problems;
  if (!first) return [];
  const fixed = problems.filter(isFixed).length;
  const ordered = problems.toSorted((a, b) => orderOf(a) - orderOf(b));
  return [
    {
      code,
      severity: first.severity,
      count: problems.length - fixed,
      fixed,
      problems: ordered.slice(0, PROBLEMS_PER_CODE),
    },
  ];
}

/** The worst first, and of these the most frequent. */
export function problemGroups(problems: readonly SourceProblem[]): ProblemGroup[] {
  const byCode = new Map<string, SourceProblem[]>();
  for (const problem of problems) {
    const group = byCode.get(problem.code);
    if (group) group.push(problem);
    else byCode.set(problem.code, [problem]);
  }
  return [...byCode]
    .flatMap(([code, group]) => groupOf(code, group))
    .sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.count - a.count || (a.code < b.code ? -1 : 1));
}

/** Records that were lost: an error names one that stands in no register. */
export const lostRecordsOf = (problems: readonly SourceProblem[]): number =>
  new Set(
    problems
      .filter((problem) => problem.severity === 'error' && problem.record !== undefined && !isFixed(problem))
      .map(({ source, record }) => JSON.stringify([source, record])),
  ).size;
