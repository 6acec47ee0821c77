/** The rows of the timeline: themes with the registers below them, and where on the axis their bars lie. */
import type { Span } from './address.ts';
import type { Mapped } from './map-document.ts';
import { coversSpan, type Stretch, stretchesOf } from './periods.ts';

export interface GroupRow {
  readonly kind: 'group';
  /** The code of the theme; '' of those without one. */
  readonly theme: string;
  readonly count: number;
  readonly isOpen: boolean;
}

export interface RegisterRow {
  readonly kind: 'register';
  readonly dataset: Mapped;
  /** Empty where no period is told. */
  readonly stretches: readonly Stretch[];
}

export type Row = GroupRow | RegisterRow;

const firstYear = ({ stretches: [first] }: RegisterRow): number =>
  first === undefined ? Number.POSITIVE_INFINITY : (first.from ?? Number.NEGATIVE_INFINITY);

/** The registers that cover a span, the earliest first; equal ones stay in the order in which the search gave them. */
export function registerRows(datasets: readonly Mapped[], covering: Span, now: number): readonly RegisterRow[] {
  const rows = datasets.map((dataset): RegisterRow => {
    return { kind: 'register', dataset, stretches: stretchesOf(dataset.periods) };
  });
  return rows
    .filter(({ stretches }) => coversSpan(stretches, covering, now))
    .sort((a, b) => (firstYear(a) === firstYear(b) ? 0 : firstYear(a) - firstYear(b)));
}

/** Groups rows by the first theme of each, the largest group first and those without a theme last. */
export function groupedRows(rows: readonly RegisterRow[], closed: ReadonlySet<string>): readonly Row[] {
  const groups = Map.groupBy(rows, ({ dataset }) => dataset.themes[0] ?? '');
  const bySize = [...groups].sort(
    ([a, inA], [b, inB]) => Number(a === '') - Number(b === '') || inB.length - inA.length || (a < b ? -1 : 1),
  );
  return bySize.flatMap(([theme, inside]): Row[] => {
    const isOpen = !closed.has(theme);
    return [{ kind: 'group', theme, count: inside.length, isOpen }, ...(isOpen ? inside : [])];
  });
}

export interface Axis {
  /** Its first year. */
  readonly from: number;
  /** The year at which it ends. */
  readonly until: number;
  /** The years with a line. */
  readonly ticks: readonly number[];
}

/** A slip of somebody's pen must not make everybody's bars a line: what lies outside is drawn to the edge. */
const EARLIEST = 1850;
const YEARS_AHEAD = 10;

/** Lines at most: more could not be read on a telephone. */
const TICKS = 8;
const STEPS = [1, 2, 5, 10, 20, 25, 50] as const;

/** An axis on which all of the rows fit, from a round year on. */
export function axisOf(rows: readonly RegisterRow[], now: number): Axis {
  const years = rows.flatMap(({ stretches }) =>
    stretches.flatMap(({ from, until }) => [from, until].filter((year) => year !== null)),
  );
  let [low, high] = [now - 10, now];
  for (const year of years) {
    low = Math.min(low, year);
    high = Math.max(high, year);
  }
  const from = Math.floor(Math.max(EARLIEST, low) / 10) * 10;
  const until = Math.min(now + YEARS_AHEAD, high) + 1;
  const step = STEPS.find((years) => (until - from) / years <= TICKS) ?? 50;
  const ticks: number[] = [];
  for (let year = Math.ceil(from / step) * step; year < until; year += step) ticks.push(year);
  return { from, until, ticks };
}

/** Where something lies on the axis, in per cent of its length. */
export interface Place {
  readonly start: number;
  readonly length: number;
}

const shareOf = (year: number, { from, until }: Axis): number =>
  (100 * (Math.min(until, Math.max(from, year)) - from)) / (until - from);

/** A bar goes from the beginning of its first year to the end of its last; an open end reaches to now. */
export function placeOf({ from, until }: Stretch, axis: Axis, now: number): Place {
  const start = shareOf(from ?? axis.from, axis);
  const end = shareOf((until ?? Math.max(now, from ?? now)) + 1, axis);
  return { start, length: Math.max(0.5, end - start) };
}

export interface Shown {
  readonly first: number;
  /** The place behind the last row. */
  readonly end: number;
}

/** Rows drawn above and below what is seen: as many as a turn of the wheel goes past before the next picture. */
const SPARE = 12;

/** The rows that are drawn of a list of rows of one height. */
export function shownRows(
  count: number,
  rowHeight: number,
  seen: { readonly top: number; readonly height: number },
): Shown {
  const first = Math.max(0, Math.floor(seen.top / rowHeight) - SPARE);
  return {
    first: Math.min(first, count),
    end: Math.min(count, Math.ceil((seen.top + seen.height) / rowHeight) + SPARE),
  };
}
