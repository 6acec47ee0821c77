/** Dates as numbers that compare: 19770101. Owners write years, months and days; each has a first and a last day. */

/** A period without a start, or without an end, reaches to these. */
export const FIRST_DAY = 0;
export const LAST_DAY = 99_991_231;

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

/** The first day of a date, month or year; undefined for what is none. */
export function firstDay(date: string | undefined): number | undefined {
  const [, year, month = '01', day = '01'] = DATE.exec(date ?? '') ?? [];
  return year === undefined ? undefined : Number(year + month + day);
}

/** The last day of a date, month or year. No month has more than 31 days, and nothing lies between the 28th and the 31st but days. */
export function lastDay(date: string | undefined): number | undefined {
  const [, year, month = '12', day = '31'] = DATE.exec(date ?? '') ?? [];
  return year === undefined ? undefined : Number(year + month + day);
}
