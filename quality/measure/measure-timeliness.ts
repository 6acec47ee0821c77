/** How old data and description are, counted to a moment that is given. */
import type { Measurement } from '#schemas/assessment.ts';
import { promisedDays, saysFrequency } from './frequency-days.ts';
import { type Circumstances, distributionsOf, type Subject } from './subject.ts';

const DAY_MS = 86_400_000;

/** The last moment of a date of any precision: a year ends with its December. Undefined for what is no date. */
function endOf(date: string): number | undefined {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(date) ?? [];
  if (year !== undefined) return Date.UTC(Number(year), month === undefined ? 12 : Number(month)) - 1;
  const start = Date.parse(date);
  if (Number.isNaN(start)) return undefined;
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? start + DAY_MS - 1 : start;
}

/**
 * The latest of some dates that does not lie ahead, with a day's leave for time zones; undefined where there is none. A date of
 * this year or month alone lies behind, though its end does not.
 */
function latest(dates: readonly (string | null | undefined)[], now: number): number | undefined {
  const moments = dates
    .filter((date) => typeof date === 'string')
    .filter((date) => (Date.parse(date) || 0) <= now + DAY_MS)
    .map(endOf)
    .filter((moment) => moment !== undefined);
  return moments.length === 0 ? undefined : Math.min(now, Math.max(...moments));
}

const daysSince = (moment: number | undefined, now: number): number | null =>
  moment === undefined ? null : Math.floor((now - moment) / DAY_MS);

/** Days past the next update that was promised, 0 where it is not due; null where no promise or no date can be had. */
function overdueDays({ record }: Subject, updated: number | undefined, now: number): number | null {
  const promised = record.accrualPeriodicity === undefined ? undefined : promisedDays(record.accrualPeriodicity);
  if (promised === undefined || updated === undefined) return null;
  return Math.max(0, Math.ceil((now - updated) / DAY_MS - promised));
}

/** Never confirmed is longer ago than anything: so long ago that no rule lets it pass, and still a number that JSON holds. */
const NEVER_CONFIRMED_DAYS = 36_525;

function unconfirmedDays(lastConfirmed: string | null | undefined, now: number): number | null {
  if (lastConfirmed === undefined) return null;
  return daysSince(latest([lastConfirmed], now), now) ?? NEVER_CONFIRMED_DAYS;
}

export function measureTimeliness(subject: Subject, circumstances: Circumstances): Measurement[] {
  const { record } = subject;
  const now = Date.parse(circumstances.now);
  const changes = distributionsOf(subject).flatMap(({ modified, issued }) => [modified, issued]);
  const updated = latest([record.modified, ...changes], now);
  const signs = [record.modified, record.issued, ...changes, circumstances.lastConfirmed];
  const measured = (id: string, value: Measurement['value']): Measurement => ({
    metric: `timeliness.${id}`,
    on: 'dataset',
    value,
  });
  return [
    measured('frequency', saysFrequency(record.accrualPeriodicity)),
    measured('overdue', overdueDays(subject, updated, now)),
    measured('unconfirmed', unconfirmedDays(circumstances.lastConfirmed, now)),
    measured('age', daysSince(latest(signs, now), now)),
  ];
}
