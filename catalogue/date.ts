/** Dates and durations. The precision that was written stays: a year is not the first of January. */

interface MappedDate {
  readonly value: string;
  readonly repair?: string;
}

const PLAIN_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** The form of nearly all dates of nearly all feeds, told apart before anything dearer is tried. */
export const isPlainDate = (text: string): boolean =>
  text.length === 10 && PLAIN_DATE.test(text) && (text.slice(8) <= '28' || isDay(text));

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isDay = (date: string): boolean => {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day >= 1 && day <= (month === 2 && !isLeap ? 28 : (DAYS[month - 1] ?? 0));
};

const YEAR_OR_MONTH = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/;
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})([Tt ]+)(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?([Zz]|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/;
const DATE_WITH_ZONE = /^(\d{4}-\d{2}-\d{2})(?:[Zz]|[+-]\d{2}:\d{2})$/;

/**
 * A date, date and time, month or year in its canonical form: UTC (`Z`) where the zone is known, no milliseconds where they
 * are zero. Other ways of writing are repaired where only one day can be meant; `03/04/2025` is two days and refused.
 */
export const canonicalDate = (text: string): MappedDate | undefined => {
  if (isPlainDate(text) || YEAR_OR_MONTH.test(text)) return { value: text };
  const time = DATE_TIME.exec(text);
  if (time !== null) return dateTimeOf(time);
  const zoned = DATE_WITH_ZONE.exec(text)?.[1];
  if (zoned !== undefined) return isDay(zoned) ? { value: zoned } : undefined;
  const value = dateInWords(text) ?? dateInFigures(text);
  return value === undefined ? undefined : { value, repair: 'date-repaired' };
};

const dateTimeOf = (parts: RegExpExecArray): MappedDate | undefined => {
  const [, day = '', separator, hour = '', minute = '', second = '00', fraction = '', zone] = parts;
  if (!isDay(day) || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const millis = `${fraction}000`.slice(0, 3);
  const local = `${day}T${hour}:${minute}:${second}${millis === '000' ? '' : `.${millis}`}`;
  const value = zone === undefined ? local : inUtc(local, zone);
  if (value === undefined) return undefined;
  return separator === 'T' ? { value } : { value, repair: 'date-repaired' };
};

const inUtc = (local: string, zone: string): string | undefined => {
  if (!/\d/.test(zone)) return `${local}Z`;
  const digits = zone.replace(':', '').padEnd(5, '0');
  const time = Date.parse(`${local}${digits.slice(0, 3)}:${digits.slice(3)}`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace('.000Z', 'Z');
};

const MONTHS: Readonly<Record<string, string>> = {
  jan: '01',
  feb: '02',
  mar: '03',
  apr: '04',
  maj: '05',
  may: '05',
  jun: '06',
  jul: '07',
  aug: '08',
  sep: '09',
  okt: '10',
  oct: '10',
  nov: '11',
  dec: '12',
};
const MONTH_WORD =
  '(januar|january|jan|februar|february|feb|marts|march|mar|april|apr|maj|may|juni|june|jun|juli|july|jul|august|aug|september|sept|sep|oktober|october|okt|oct|november|nov|december|dec)\\.?';
const DAY_MONTH_YEAR = new RegExp(`^(?:d\\.? ?)?(?:(\\d{1,2})(?:\\.|st|nd|rd|th)? )?${MONTH_WORD},? (\\d{4})$`, 'i');
const MONTH_DAY_YEAR = new RegExp(`^${MONTH_WORD} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i');

/** Danish and English months: `1. januar 2020`, `jan 2020`, `January 22, 2020`. */
const dateInWords = (text: string): string | undefined => {
  const danish = DAY_MONTH_YEAR.exec(text);
  const parts = danish ?? MONTH_DAY_YEAR.exec(text);
  if (parts === null) return undefined;
  const [day, word] = danish === null ? [parts[2], parts[1]] : [parts[1], parts[2]];
  const month = MONTHS[(word ?? '').slice(0, 3).toLowerCase()];
  return day === undefined ? `${parts[3]}-${month}` : valid(parts[3], month, day);
};

const valid = (year = '', month = '', day = ''): string | undefined => {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? date : undefined;
};

const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$|^(\d{4})(\d{2})(\d{2})$|^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})[-.] ?(\d{1,2})[-.] ?(\d{4})$/;
const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** Dots and hyphens put the day first (Danish); with slashes it is read only where one of the two cannot be a month. */
const dateInFigures = (text: string): string | undefined => {
  const yearFirst = YEAR_FIRST.exec(text)?.filter((part) => part !== undefined);
  if (yearFirst !== undefined) return valid(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return valid(dayFirst[3], dayFirst[2], dayFirst[1]);
  const [, one = '', other = '', year] = SLASHES.exec(text) ?? [];
  if (Number(one) > 12 || one === other) return valid(year, other, one);
  return Number(other) > 12 ? valid(year, one, other) : undefined;
};

const DURATION =
  /^P(?=\d|T\d)(?:\d+(?:\.\d+)?Y)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?W)?(?:\d+(?:\.\d+)?D)?(?:T(?=\d)(?:\d+(?:\.\d+)?H)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?S)?)?$/;

/** An ISO 8601 duration; the repeating form of data.json (`R/P1Y`) is read as the duration it repeats. */
export const canonicalDuration = (text: string): MappedDate | undefined => {
  const upper = text.toUpperCase();
  const value = upper.replace(/^R\d*\//, '');
  if (!DURATION.test(value)) return undefined;
  return value === text ? { value } : { value, repair: 'duration-repaired' };
};
