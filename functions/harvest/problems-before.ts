/** The source's list of problems as its last run left it: by it the next run knows what is new, and what unchanged pages say. */
import { readLines } from '#functions/shared/json-lines.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { Problem } from '#schemas/problem.ts';

/** Where the source's list lies. */
export const sourceProblemsKey = (source: string): string => `state/${source}/problems.jsonl.gz`;

/** The problems that stood after the source's last run, and those of each record. */
export interface ProblemsBefore {
  readonly all: readonly Problem[];
  readonly ofRecord: ReadonlyMap<string, readonly Problem[]>;
}

export async function readProblemsBefore(
  objects: Pick<ObjectStore, 'getStream'>,
  source: string,
): Promise<ProblemsBefore> {
  const all: Problem[] = [];
  const ofRecord = new Map<string, Problem[]>();
  for await (const line of readLines(objects, sourceProblemsKey(source))) {
    const problem = Problem.parse(JSON.parse(line));
    all.push(problem);
    if (problem.record === undefined) continue;
    const known = ofRecord.get(problem.record);
    if (known) known.push(problem);
    else ofRecord.set(problem.record, [problem]);
  }
  return { all, ofRecord };
}
