/** A problem in a run's full list: what it is, and whether the run before had it too. */
import * as z from 'zod';
import { Problem } from './problem.ts';

/** `fixed` problems were there at the last run of the source and are not any more. */
export const Standing = z.enum(['new', 'still', 'fixed']);
export type Standing = z.infer<typeof Standing>;

/** One line of `runs/{id}/problems.jsonl.gz`; the standing is absent where there was nothing to compare with. */
export const RunProblem = Problem.extend({ standing: Standing.optional() });
export type RunProblem = z.infer<typeof RunProblem>;
