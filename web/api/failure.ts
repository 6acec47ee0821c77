/** What a call ended with that did not end well, as a view can tell it. */
import type { components } from '#client/api-types.ts';

type Problem = components['schemas']['Problem'];

export type Failure =
  /** The reader's machine is not on the net. */
  | { readonly kind: 'offline' }
  /** Nothing came back, or nothing that the API says. */
  | { readonly kind: 'unreachable' }
  /** The API refused, and says why. */
  | { readonly kind: 'refused'; readonly status: number; readonly problem: Problem };

/** Thrown by a loader for an answer that is a refusal. */
class Refused extends Error {
  readonly failure: Failure;

  constructor(status: number, problem: unknown) {
    super(`The API answered ${status}.`);
    this.failure = isProblem(problem) ? { kind: 'refused', status, problem } : { kind: 'unreachable' };
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'title' in value && 'status' in value;

/** The answer of a call of the typed client. @throws Refused for one that is none. */
export async function answerOf<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await call;
  if (data === undefined) throw new Refused(response.status, error);
  return data;
}

/** Waits for a call whose answer has nothing in it. @throws Refused for a refusal. */
export async function doneOf(call: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await call;
  if (!response.ok) throw new Refused(response.status, error);
}

/** What to throw for an answer that did not come by the typed client. */
export async function failureOfResponse(response: Response): Promise<Error> {
  return new Refused(response.status, await response.json().catch(() => undefined));
}

/** What went wrong, of whatever a loader threw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Refused) return error.failure;
  return navigator.onLine ? { kind: 'unreachable' } : { kind: 'offline' };
}

/** The code of a refusal, as `dataset-removed`; undefined for other failures. */
export const codeOf = (failure: Failure): string | undefined =>
  failure.kind === 'refused' ? failure.problem.type?.split('/').at(-1) : undefined;
