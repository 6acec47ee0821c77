/**
 * What a check makes of what was known of an address, and when the address is checked next. One failure says little: an
 * address is dead when it failed on three occasions over two days at least.
 */
import { createHash } from 'node:crypto';
import { type LinkState, type LinkStatus, type Sighting, verdictOf } from './link-status.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Fewer could all fall into one bad night. */
const DEAD_AFTER_FAILURES = 3;
/** A server that is moved over a weekend's maintenance window is back by then in most cases. */
const DEAD_AFTER_MS = 2 * DAY_MS;
/** Checks that are kept of an address: a month of a failing one, half a year of one that works. */
const HISTORY = 30;

/** A failing address is asked daily; the hours on top, by its hash, keep those that failed together apart. */
const FAILING_SPREAD_MS = 2 * HOUR_MS;
/** A dead address may be mended any day, and its owner wants to see it; after this long nobody seems to be at it. */
const DEAD_DAILY_MS = 30 * DAY_MS;
/** What works is asked once a week, by its hash a day sooner or later. */
const WEEK_MS = 7 * DAY_MS;
const WEEK_SPREAD_MS = 2 * DAY_MS;
/** What was postponed is not asked again sooner, and not later than after a week whatever the host says. */
const POSTPONED_MS = HOUR_MS;
/** A host whose rules cannot be had is not to be asked for anything, and each look at it asks for the rules. */
const RULES_POSTPONED_MS = DAY_MS;

/** From 0 to 1, the same for an address each time. */
function shareOf(url: string): number {
  return createHash('sha256').update(url).digest().readUInt32BE(0) / 2 ** 32;
}

function stateAfter(before: LinkStatus, failures: number, firstFailure: number, now: number): LinkState {
  // What is dead stays so until it answers.
  if (before.state === 'dead') return 'dead';
  return failures >= DEAD_AFTER_FAILURES && now - firstFailure >= DEAD_AFTER_MS ? 'dead' : 'failing';
}

type Standing = Pick<LinkStatus, 'state' | 'failures' | 'firstFailure' | 'lastOk'>;

/** How the address stands after the sighting. */
function standingAfter(before: LinkStatus, sighting: Sighting, now: number): Standing {
  const at = new Date(now).toISOString();
  const { state, failures, firstFailure, lastOk } = before;
  const verdict = verdictOf(sighting.kind);
  if (verdict === 'alive') return { state: 'ok', failures: 0, firstFailure: null, lastOk: at };
  if (verdict === 'barred') return { state: 'unknown', failures: 0, firstFailure: null, lastOk };
  if (verdict === 'postponed') return { state, failures, firstFailure, lastOk };
  const first = firstFailure ?? at;
  const count = failures + 1;
  return { state: stateAfter(before, count, Date.parse(first), now), failures: count, firstFailure: first, lastOk };
}

/** When the address is to be asked next, in epoch milliseconds. */
function dueAfter(url: string, { state, firstFailure }: Standing, sighting: Sighting, now: number): number {
  const share = shareOf(url);
  const weekly = now + WEEK_MS + (share - 0.5) * WEEK_SPREAD_MS;
  const asked = Math.min(sighting.askAgainAt ?? 0, now + WEEK_MS);
  const pause = sighting.kind === 'robots-unreachable' ? RULES_POSTPONED_MS : POSTPONED_MS;
  if (verdictOf(sighting.kind) === 'postponed') return Math.max(now + pause, asked);
  const daily = now + DAY_MS + share * FAILING_SPREAD_MS;
  const isFresh = now - Date.parse(firstFailure ?? '') < DEAD_DAILY_MS;
  if (state === 'failing' || (state === 'dead' && isFresh)) return Math.max(daily, asked);
  const ends = sighting.certificateEnds === null ? Number.POSITIVE_INFINITY : Date.parse(sighting.certificateEnds);
  // The day after the certificate's end is when it is worth a look.
  return Math.max(Math.min(weekly, Math.max(ends, daily)), asked);
}

/** The status after a check. A postponed check leaves what was known, and stands as its last kind only where nothing was. */
export function afterCheck(before: LinkStatus, sighting: Sighting, now: number): LinkStatus {
  const at = new Date(now).toISOString();
  const standing = standingAfter(before, sighting, now);
  const due = new Date(dueAfter(before.url, standing, sighting, now)).toISOString();
  const { kind, status, message, movedTo, certificateEnds, mediaType } = sighting;
  const history = [{ at, kind, status }, ...before.history].slice(0, HISTORY);
  if (verdictOf(kind) === 'postponed') {
    if (before.state !== 'unknown') return { ...before, checkedAt: at, due, history };
    return { ...before, kind, status, message, checkedAt: at, due, history };
  }
  const isOther = standing.state !== before.state || kind !== before.kind;
  return {
    ...before,
    ...standing,
    kind,
    status,
    message,
    movedTo,
    certificateEnds,
    mediaType,
    checkedAt: at,
    changedAt: isOther ? at : before.changedAt,
    due,
    history,
  };
}
