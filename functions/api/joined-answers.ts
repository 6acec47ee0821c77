/**
 * Requests that are the same and come while the first of them is being answered get its answer: reading and writing a page is
 * done once, however many ask for it at that moment. Nothing is kept beyond that, so nobody gets what was true before the
 * answer at work was begun. A Lambda has one request at a time and never joins any; the local host has all of them.
 */
import type { PackedReply } from './large-answer.ts';
import type { ApiRequest } from './request.ts';

/** The headers that answers depend on. */
const TOLD = ['accept', 'accept-encoding', 'accept-language', 'accept-profile', 'if-none-match'] as const;

/** What an answer depends on; undefined for a request that is answered for its own sake. */
function questionOf({ method, path, query, headers }: ApiRequest): string | undefined {
  if ((method !== 'GET' && method !== 'HEAD') || headers.authorization !== undefined) return undefined;
  return JSON.stringify([method, path, query.toString(), ...TOLD.map((name) => headers[name] ?? null)]);
}

export class JoinedAnswers {
  readonly #underWay = new Map<string, Promise<PackedReply>>();

  /** The answer to a request: the one at work for the same question, or a new one. */
  async to(request: ApiRequest, answer: () => Promise<PackedReply>): Promise<PackedReply> {
    const question = questionOf(request);
    if (question === undefined) return answer();
    const begun = this.#underWay.get(question) ?? answer().finally(() => this.#underWay.delete(question));
    this.#underWay.set(question, begun);
    return begun;
  }
}
