/** Whether a page that did not come is asked for again: at once, after a pause, in a later invocation, or not in this run. */
import type { IncomingMessage } from 'node:http';
import type { Closed } from './host-gate.ts';

/** A first try and two more: what fails three times is left to the next run. */
const MAX_TRIES = 3;
/** A host's door may be found closed more often than that, as it opens for others; but not for ever. */
const MAX_WAITS = 20;
/** A longer wait is not spent in place: the worker could do other work meanwhile. */
const WAIT_IN_PLACE_MS = 5000;
/** When a host that says 429 and not until when may be asked again, once three tries were too many for it. */
const UNTOLD_REST_MS = 60_000;
/** A longer Retry-After (a date in another century) is cut to it: it would shut a source out for good. */
const MAX_REST_MS = 7 * 24 * 60 * 60 * 1000;

/** Why one try gave no page. */
export type Miss =
  | { readonly kind: 'closed'; readonly host: string; readonly closed: Closed }
  | { readonly kind: 'never'; readonly code: string; readonly message: string }
  | { readonly kind: 'again'; readonly code: string; readonly message: string; readonly afterMs?: number };

/** What is to be done about it. */
export type Step =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }
  | { readonly kind: 'later'; readonly code: string; readonly message: string; readonly untilMs: number };

export interface Tried {
  /** How many tries there were. */
  readonly tries: number;
  /** How long a wait that the host asked for is spent in place; WAIT_IN_PLACE_MS where it is absent. */
  readonly patienceMs?: number | undefined;
  readonly firstPauseMs: number;
  readonly now: number;
}

/** Retry-After in milliseconds: seconds or a date (RFC 9110 § 10.2.3). */
export function retryAfterMs(response: IncomingMessage): number | undefined {
  const header = response.headers['retry-after']?.trim();
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.min(MAX_REST_MS, Math.max(0, ms)) : undefined;
}

const instant = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

const later = (code: string, why: string, untilMs: number): Step => ({
  kind: 'later',
  code,
  untilMs,
  message: `${why} It may be asked again after ${instant(untilMs)}.`,
});

function afterClosed({ host, closed }: Extract<Miss, { kind: 'closed' }>, patienceMs: number, tried: Tried): Step {
  const { kind, untilMs, cause } = closed;
  if (kind === 'down') {
    const why = `${host} failed too often in a row and is left alone until ${instant(untilMs)}.`;
    return { kind: 'failed', code: 'host-unavailable', message: `${why} The last time: ${cause}` };
  }
  const ms = Math.max(0, untilMs - tried.now);
  if (ms <= patienceMs && tried.tries < MAX_WAITS) return { kind: 'wait', ms };
  return kind === 'full'
    ? later('host-busy', `${host} is busy with other requests of ours.`, untilMs)
    : later('asked-to-wait', `${host} asked to be left alone.`, untilMs);
}

/** What comes after a try that gave no page. Pauses grow, and chance picks from nothing up to them, so that many do not come at once. */
export function nextStep(miss: Miss, tried: Tried): Step {
  const { tries, now, firstPauseMs, patienceMs = WAIT_IN_PLACE_MS } = tried;
  if (miss.kind === 'closed') return afterClosed(miss, patienceMs, tried);
  const { code, message } = miss;
  if (miss.kind === 'never') return { kind: 'failed', code, message };
  const { afterMs = 0 } = miss;
  const isPatient = afterMs <= patienceMs;
  if (tries < MAX_TRIES && isPatient) {
    return { kind: 'wait', ms: miss.afterMs ?? Math.random() * firstPauseMs * 2 ** (tries - 1) };
  }
  if (code !== 'http-429' && isPatient) return { kind: 'failed', code, message };
  return later(code, message, now + Math.max(miss.afterMs ?? UNTOLD_REST_MS, patienceMs));
}
