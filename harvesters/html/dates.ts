/** Dates, years and periods as Danish and English pages write them, to ISO 8601. Undefined means: not readable. */

const months = [
  ['januar', 'january', 'jan'],
  ['februar', 'february', 'feb'],
  ['marts', 'march', 'mar'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const monthNumbers = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const monthPattern = [...monthNumbers.keys()].join('|');

/** A date of any grain; no capture groups, so that it can stand inside larger patterns. */
const datePattern = `\\d{4}-\\d{2}-\\d{2}|\\d{4}-\\d{2}(?![\\d])|\\d{1,2}[-./]\\d{1,2}[-./]\\d{4}|(?:\\d{1,2}\\.?[\\s-]+)?(?:${monthPattern})\\.?[\\s-]+\\d{4}|(?:${monthPattern})\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{4}`;

const pad = (number: number | string): string => String(number).padStart(2, '0');

const realDay = (year: string, month: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(Number(year), month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? `${year}-${pad(month)}-${pad(day)}`
    : undefined;
};

/** Health data are not older than this, and a number below it is no year. */
const FIRST_YEAR = 1500;
const LAST_YEAR = 2200;

const inRange = (date: string | undefined): string | undefined => {
  const year = Number(date?.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? date : undefined;
};

/** "3. maj 2024", "3-maj-2024", "May 3, 2024", "maj 2024". */
function inWords(written: string): string | undefined {
  const dayFirst = /^(?:(?<day>\d{1,2})\.?[\s-]+)?(?<month>\p{L}+)\.?[\s-]+(?<year>\d{4})$/u.exec(written);
  const monthFirst = /^(?<month>\p{L}+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/u.exec(written);
  const { day, month = '', year = '' } = (dayFirst ?? monthFirst)?.groups ?? {};
  const number = monthNumbers.get(month);
  if (number === undefined) return undefined;
  return day === undefined ? `${year}-${pad(number)}` : realDay(year, number, Number(day));
}

function readOne(written: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(written);
  if (iso?.[1] && iso[2]) {
    const month = Number(iso[2]);
    if (iso[3]) return realDay(iso[1], month, Number(iso[3]));
    return month >= 1 && month <= 12 ? written : undefined;
  }
  const numbers = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(written);
  if (numbers?.[3]) return realDay(numbers[3], Number(numbers[2]), Number(numbers[1]));
  return inWords(written) ?? (/^\d{4}$/.test(written) ? written : undefined);
}

const tidy = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:]+/, '')
    .replace(/(?<![\s.;,])[\s.;,]+$/, '')
    .trim();

/** Reads one date ("3. maj 2024", "03-05-2024 af ABC", "2024"): a full date, a month or a year. */
export function readDate(text: string): string | undefined {
  const match = new RegExp(
    `^(?:d\\.|den|on)?\\s*(${datePattern})(?:\\s*(?:\\(.*\\)|(?:af|by|kl\\.?|at)\\s.*|t\\d.*))?$`,
    'i',
  ).exec(tidy(text));
  return inRange(readOne(match?.[1] ?? ''));
}

/** A period; an end that is not there is open. */
export interface PeriodValue {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

const from = '(?:fra og med|fra|f\\.?o\\.?m\\.?|siden|starting(?: in| from)?|from|since|between|mellem|startende)';
const to = '(?:-+>?|/|til og med|t\\.?o\\.?m\\.?|til|to|until|through|og|and|frem til)';
const onwards = '(?:og frem(?:efter)?|og fremefter|frem|ff|onwards?|and onwards?|\\+)';
const open =
  '(?:i dag|dags dato|d\\.?d|nu|now|today|present|the present|ongoing|løbende|fortløbende|gælder stadig|stadig|stadig aktiv|still valid|current|\\.\\.+|…)';

const periodPatterns: readonly RegExp[] = [
  `^${from} (?<start>${datePattern})(?: ?${onwards})?$`,
  `^(?:${from} )?(?<start>${datePattern}) ?${to} ?(?:(?<end>${datePattern})|${open})?$`,
  `^(?:${from} )?(?<start>${datePattern}) ?-? ?${open}$`,
  `^gyldig fra:? ?(?<start>${datePattern})[ ,;]*gyldig til:? ?(?:(?<end>${datePattern})|${open})?$`,
  `^valid from:? ?(?<start>${datePattern})[ ,;]*valid to:? ?(?:(?<end>${datePattern})|${open})?$`,
  `^(?:til og med|t\\.?o\\.?m\\.?|til|until|to|indtil) (?<end>${datePattern})$`,
  `^(?<start>${datePattern}) ?${onwards}$`,
].map((pattern) => new RegExp(pattern));

const openPattern = new RegExp(`^(?:${open}|-)$`);

/** True for the words that stand where an end would: "gælder stadig", "nu", "ongoing". */
export const saysOpen = (text: string): boolean => openPattern.test(tidy(text));

const notAPeriod = (start: string | undefined, end: string | undefined): boolean =>
  start !== undefined && end !== undefined && start.slice(0, 4) > end.slice(0, 4);

/** Reads a period ("1977-", "1943 – 2016", "fra 1995", "siden 1. maj 1970"). A single date is a period of its own length. */
export function readPeriod(text: string): PeriodValue | undefined {
  const written = tidy(text);
  const single = inRange(readOne(written));
  if (single) return { start: single, end: single };
  for (const pattern of periodPatterns) {
    const groups = pattern.exec(written)?.groups;
    if (!groups) continue;
    const start = inRange(readOne(groups.start ?? ''));
    const end = inRange(readOne(groups.end ?? ''));
    const unread = (groups.start && !start) || (groups.end && !end);
    return unread || notAPeriod(start, end) ? undefined : { start, end };
  }
  return undefined;
}
