/**
 * Answers that serve more than one request (docs/decisions/0046). Requests that are the same and come while the first of them
 * is being answered get its answer. Beyond that, an answer that never changes is kept for a while, and one that shows a view
 * of the ledger for a moment; what must tell how things are now (the end of the log, the state of a run) is never kept.
 */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { LRUCache } from 'lru-cache';
import { IMMUTABLE } from './reply.ts';

type Result = APIGatewayProxyStructuredResultV2;

/** An answer on its way out. */
export interface Answered {
  readonly result: Result;
  /** It shows a view of the ledger, which comes behind it anyway. */
  readonly ofView: boolean;
}

/** A frozen page that had to be mended (personal data in a contact point) is mended here after this long. */
const UNCHANGING_MS = 60_000;

/** Less than the way of a change from the log into a view, so nobody sees more delay than there is without. */
const VIEW_MS = 200;

/** What an instance keeps: a tenth of a Lambda's memory. A page of changes with records is some 100 kB. */
const KEPT_BYTES = 64 * 1024 * 1024;

/** Larger ones would push out everything else. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The headers that answers depend on; what stands between us and a reader has to keep answers apart by them too. */
export const TOLD = ['accept', 'accept-encoding', 'accept-language', 'accept-profile', 'if-none-match'] as const;

/** What an answer depends on; undefined for a request that is answered for its own sake. Header names are as API Gateway gives them. */
export function questionOf({ requestContext, rawQueryString, headers }: APIGatewayProxyEventV2): string | undefined {
  const { method, path } = requestContext.http;
  if ((method !== 'GET' && method !== 'HEAD') || headers.authorization !== undefined) return undefined;
  return [method, path, rawQueryString, ...TOLD.map((name) => headers[name] ?? '')].join('\n');
}

export interface KeptAnswersOptions {
  /** How long an answer is kept that never changes, in milliseconds; 0 keeps none. */
  readonly unchangingMs?: number;
  /** How long one of a view is. */
  readonly viewMs?: number;
  /** Milliseconds, above 0, of some clock that never goes back. */
  readonly now?: () => number;
}

/** Gives to each request the answer that is kept, the one at work for the same question, or a new one. */
export class KeptAnswers {
  readonly #underWay = new Map<string, Promise<Answered>>();
  readonly #kept: LRUCache<string, Result>;
  readonly #unchangingMs: number;
  readonly #viewMs: number;

  constructor({
    unchangingMs = UNCHANGING_MS,
    viewMs = VIEW_MS,
    now = () => performance.now(),
  }: KeptAnswersOptions = {}) {
    this.#unchangingMs = unchangingMs;
    this.#viewMs = viewMs;
    this.#kept = new LRUCache({
      maxSize: KEPT_BYTES,
      maxEntrySize: MOST_BYTES,
      // A string has at most two bytes a character; the rest is what the headers come to.
      sizeCalculation: ({ body = '' }) => body.length * 2 + 1_000,
      ttlResolution: 0,
      perf: { now },
    });
  }

  /** The kept answer, without waiting for anything. */
  find(question: string): Result | undefined {
    return this.#kept.get(question);
  }

  async to(question: string | undefined, answer: () => Promise<Answered>): Promise<Result> {
    if (question === undefined) return (await answer()).result;
    const begun = this.#underWay.get(question) ?? this.#begin(question, answer);
    return (await begun).result;
  }

  #begin(question: string, answer: () => Promise<Answered>): Promise<Answered> {
    const begun = answer()
      .then((answered) => {
        const ttl = this.#keepingTime(answered);
        if (ttl > 0) this.#kept.set(question, answered.result, { ttl });
        return answered;
      })
      .finally(() => this.#underWay.delete(question));
    this.#underWay.set(question, begun);
    return begun;
  }

  #keepingTime({ result: { statusCode, headers }, ofView }: Answered): number {
    if (statusCode !== 200 && statusCode !== 304) return 0;
    if (headers?.['cache-control'] === IMMUTABLE) return this.#unchangingMs;
    return ofView ? this.#viewMs : 0;
  }
}
