/** What follows from a receiver's answer: the message was delivered, is tried again later, or nothing is sent any more. */
import type { WebhookAnswer } from '#functions/shared/webhook-sender.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * How long after each failed try the next one comes: three days and three hours in all, so that a receiver that goes down
 * on a Friday evening is found again on Monday (the example of Standard Webhooks 1.0.0). Published in docs/webhooks.md.
 */
export const RETRY_DELAYS_MS: readonly number[] = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];

/** Chance adds up to this share of a delay, so that what failed together does not come again together. */
const JITTER = 0.1;

/** A longer Retry-After is cut to it: a wrong date would silence a subscription for good. */
const LONGEST_WAIT_MS = 24 * HOUR_MS;

/** Answers whose Retry-After is heeded (RFC 9110 § 10.2.3, RFC 6585 § 4). */
const TELLS_WHEN = new Set([429, 503]);

export type Verdict =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'again'; readonly nextAt: number; readonly detail: string }
  | { readonly kind: 'disable'; readonly code: 'gone' | 'failing'; readonly detail: string };

export interface Tried {
  /** Tries of this message that failed before this one. */
  readonly failedBefore: number;
  readonly now: number;
  /** From 0 to 1. */
  readonly chance: number;
}

type Judged = Exclude<WebhookAnswer, { kind: 'cut-off' }>;

function detailOf(answer: Judged): string {
  if (answer.kind === 'failed') return answer.detail;
  const { status } = answer;
  if (status >= 300 && status < 400) return `The receiver answered ${status}; redirects are not followed.`;
  return `The receiver answered ${status}.`;
}

export function judgeAnswer(answer: Judged, { failedBefore, now, chance }: Tried): Verdict {
  if (answer.kind === 'answered' && answer.status >= 200 && answer.status < 300) return { kind: 'delivered' };
  const detail = detailOf(answer);
  if (answer.kind === 'answered' && answer.status === 410)
    return { kind: 'disable', code: 'gone', detail: 'The receiver answered 410: it wants no more messages.' };
  const delay = RETRY_DELAYS_MS[failedBefore];
  if (delay === undefined) {
    const said = `${failedBefore + 1} tries of one message failed over more than three days. The last one: ${detail}`;
    return { kind: 'disable', code: 'failing', detail: said };
  }
  const asked = answer.kind === 'answered' && TELLS_WHEN.has(answer.status) ? (answer.retryAfterMs ?? 0) : 0;
  const wait = Math.max(delay * (1 + JITTER * chance), Math.min(asked, LONGEST_WAIT_MS));
  return { kind: 'again', nextAt: now + Math.ceil(wait), detail };
}
