/** The years in which a register has data: what its bar on the timeline is drawn from, and what a list says of it. */
import type { Span } from './address.ts';

interface Period {
  readonly from: string | null;
  readonly until: string | null;
}

/** Years without a break; null is open: nobody says when it began, or it goes on. */
export interface Stretch {
  readonly from: number | null;
  readonly until: number | null;
}

const yearOf = (date: string | null): number | null => {
  const [year] = /^\d{4}/.exec(date ?? '') ?? [];
  return year === undefined ? null : Number(year);
};

const startOf = ({ from }: Stretch): number => from ?? Number.NEGATIVE_INFINITY;
const endOf = ({ until }: Stretch): number => until ?? Number.POSITIVE_INFINITY;

const later = (a: Stretch, b: Stretch): number | null => (endOf(a) >= endOf(b) ? a.until : b.until);

/** The stretches of a register's periods, in order. Periods that overlap, or follow each other from year to year, are one. */
export function stretchesOf(periods: readonly Period[]): readonly Stretch[] {
  const years = periods
    .map(({ from, until }) => ({ from: yearOf(from), until: yearOf(until) }))
    .filter((one) => (one.from !== null || one.until !== null) && startOf(one) <= endOf(one))
    .sort((a, b) => (startOf(a) === startOf(b) ? 0 : startOf(a) - startOf(b)));
  const joined: Stretch[] = [];
  for (const next of years) {
    const last = joined.at(-1);
    if (last && startOf(next) <= endOf(last) + 1) joined[joined.length - 1] = { ...last, until: later(last, next) };
    else joined.push(next);
  }
  return joined;
}

/** The years between the stretches. */
export const breaksOf = (stretches: readonly Stretch[]): readonly Stretch[] =>
  stretches.slice(1).map(({ from }, place) => {
    const before = stretches[place]?.until ?? null;
    return { from: before === null ? null : before + 1, until: from === null ? null : from - 1 };
  });

/**
 * Whether one stretch has the whole of a span: a break in it is a break for whoever needs those years. A span without an end
 * reaches to now, one without a start is its last year alone.
 */
export function coversSpan(stretches: readonly Stretch[], { from, until }: Span, now: number): boolean {
  if (from === undefined && until === undefined) return true;
  const last = until === undefined ? now : Number(until);
  const first = from === undefined ? last : Number(from);
  return stretches.some((one) => startOf(one) <= first && endOf(one) >= last);
}

interface PeriodWords {
  /** What stands for the end of something that goes on. */
  readonly now: string;
  /** What stands for a beginning that nobody says. */
  readonly unknown: string;
}

/** As it is read: `1977–1993, 1997–nu`; one year stands alone. */
export const periodText = (stretches: readonly Stretch[], { now, unknown }: PeriodWords): string =>
  stretches
    .map(({ from, until }) => (from !== null && from === until ? `${from}` : `${from ?? unknown}–${until ?? now}`))
    .join(', ');
