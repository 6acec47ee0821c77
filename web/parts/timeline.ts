/** Where periods lie on a line of years. */

/** Years or dates as they were written; null or absent is open. */
export interface Span {
  readonly from?: string | null | undefined;
  readonly until?: string | null | undefined;
}

interface Bar {
  /** From the left edge, 0 to 1. */
  readonly start: number;
  readonly width: number;
  readonly opensLeft: boolean;
  readonly opensRight: boolean;
}

export interface Timeline {
  readonly first: number;
  readonly last: number;
  readonly bars: readonly Bar[];
  /** Years to write below the line, with their places. */
  readonly marks: readonly { readonly year: number; readonly at: number }[];
}

/** A bar that is narrower is not seen. */
const NARROWEST = 0.01;

/** An open beginning is drawn so many years before the first that is known. */
const OPEN_YEARS = 5;

/** The year of a date such as `1977`, `1977-05` or `1977-05-01T…`; undefined where it has none. */
export function yearOf(date: string | null | undefined): number | undefined {
  const year = /^-?\d{4}/.exec(date ?? '')?.[0];
  return year === undefined ? undefined : Number(year);
}

const marksOf = (first: number, last: number): Timeline['marks'] => {
  const step = [1, 2, 5, 10, 20, 50, 100].find((years) => (last - first) / years <= 5) ?? 200;
  const begin = Math.ceil(first / step) * step;
  const count = Math.floor((last - begin) / step) + 1;
  const years = Array.from({ length: Math.max(count, 0) }, (_, place) => begin + place * step);
  return years.map((year) => ({ year, at: (year - first) / (last - first) }));
};

const yearsOf = (spans: readonly Span[]) =>
  spans
    .map(({ from, until }) => ({ from: yearOf(from), until: yearOf(until) }))
    .filter(({ from, until }) => from !== undefined || until !== undefined);

/**
 * Lays periods on one line, each to the end of its last year.
 * @param now the year that an open period is drawn to.
 * @param all the periods that lines beside each other share their years with.
 * @returns undefined when no period says a year.
 */
export function timelineOf(spans: readonly Span[], now: number, all = spans): Timeline | undefined {
  const known = yearsOf(spans);
  const shared = yearsOf(all);
  const years = shared.flatMap(({ from, until }) => [from, until]).filter((year) => year !== undefined);
  if (known.length === 0 || years.length === 0) return undefined;
  const opensLeft = shared.some(({ from }) => from === undefined);
  const first = Math.min(...years) - (opensLeft ? OPEN_YEARS : 0);
  const last = Math.max(now, ...years) + 1;
  const bars = known.map(({ from, until }) => {
    const start = ((from ?? first) - first) / (last - first);
    const end = ((until ?? last - 1) + 1 - first) / (last - first);
    const width = Math.max(end - start, NARROWEST);
    return { start, width, opensLeft: from === undefined, opensRight: until === undefined };
  });
  return { first, last, bars: bars.toSorted((one, other) => one.start - other.start), marks: marksOf(first, last) };
}

/** The years between two periods of which none says anything; sorted. */
export function breaksOf(spans: readonly Span[]): readonly { readonly from: number; readonly until: number }[] {
  const known = spans
    .map(({ from, until }) => ({ from: yearOf(from) ?? -Infinity, until: yearOf(until) ?? Infinity }))
    .toSorted((one, other) => one.from - other.from);
  const breaks: { from: number; until: number }[] = [];
  let covered = known[0]?.until ?? Infinity;
  for (const { from, until } of known) {
    if (from > covered + 1) breaks.push({ from: covered + 1, until: from - 1 });
    covered = Math.max(covered, until);
  }
  return breaks;
}
