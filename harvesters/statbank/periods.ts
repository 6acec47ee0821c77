/** The StatBank's codes of periods: `2024`, `2024M01`, `2024K1`, `2024U05`, `2024H1`, `2024M01D15`, and spans `1981:1985`. */

/** The first and the last day of the data, and how fine their periods are. */
export interface Span {
  readonly start: string;
  readonly end: string;
  readonly resolution: string | undefined;
}

interface Days {
  readonly start: Date;
  readonly end: Date;
}

const CODE = /^(\d{4})(?:([MKQHU])(\d{1,2}))?(?:D(\d{1,2}))?$/;
const MONTHS: Readonly<Record<string, number>> = { M: 1, K: 3, Q: 3, H: 6 };
const RESOLUTIONS: Readonly<Record<string, string>> = { M: 'P1M', K: 'P3M', Q: 'P3M', H: 'P6M', U: 'P1W', '': 'P1Y' };
const DAY = 86_400_000;

/** From the first to the last of the periods, in whatever order; undefined where one of them is of no known form. */
export const spanOf = (codes: readonly string[]): Span | undefined => {
  const days = codes.map(daysOf);
  const resolutions = new Set(codes.map(resolutionOf));
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const one of days) {
    if (one === undefined) return undefined;
    start = Math.min(start, one.start.getTime());
    end = Math.max(end, one.end.getTime());
  }
  if (!Number.isFinite(start) || !Number.isFinite(end)) return undefined;
  const [resolution] = resolutions.size === 1 ? resolutions : [];
  return { start: isoDay(start), end: isoDay(end), resolution };
};

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

const resolutionOf = (code: string): string | undefined => {
  const match = CODE.exec(code);
  if (match === null) return undefined;
  return match[4] === undefined ? RESOLUTIONS[match[2] ?? ''] : 'P1D';
};

const daysOf = (code: string): Days | undefined => {
  const [first = '', last, ...more] = code.split(':');
  if (last !== undefined) {
    const [start, end] = more.length > 0 ? [] : [daysOf(first), daysOf(last)];
    return start === undefined || end === undefined ? undefined : { start: start.start, end: end.end };
  }
  const [, year, unit = '', part, day] = CODE.exec(first) ?? [];
  if (year === undefined) return undefined;
  if (unit === 'U') return weekOf(Number(year), Number(part));
  const months = MONTHS[unit] ?? 12;
  const month = unit === '' ? 0 : (Number(part) - 1) * months;
  if (month < 0 || month >= 12) return undefined;
  if (day !== undefined) {
    const date = new Date(Date.UTC(Number(year), month, Number(day)));
    return { start: date, end: date };
  }
  return {
    start: new Date(Date.UTC(Number(year), month, 1)),
    end: new Date(Date.UTC(Number(year), month + months, 0)),
  };
};

/** A week of ISO 8601: the first is the one with 4 January in it. */
const weekOf = (year: number, week: number): Days | undefined => {
  if (week < 1 || week > 53) return undefined;
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY + (week - 1) * 7 * DAY;
  return { start: new Date(monday), end: new Date(monday + 6 * DAY) };
};
