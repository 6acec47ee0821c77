/** What calls end with that do not end well. */
import type { components } from './api-types.ts';

type Problem = components['schemas']['Problem'];

/** The service refused, and asking again would not help. */
export class ApiProblem extends Error {
  override readonly name: string = 'ApiProblem';
  readonly status: number;
  /** The stable code, as `invalid-cursor`. */
  readonly code: string;
  /** RFC 9457; undefined when something on the way answered in the service's place. */
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined) {
    super(problem?.detail ?? problem?.title ?? `The service answered ${status}.`);
    this.status = status;
    this.code = problem?.type?.split('/').at(-1) ?? 'unknown';
    this.problem = problem;
  }
}

/**
 * The log that the cursor points into is no longer there. What was copied has to be copied again, and then the log is
 * followed from the place that the copy is of.
 */
export class CursorExpired extends ApiProblem {
  override readonly name = 'CursorExpired';
}
