/** Periods written as one text. */
import { canonicalDate } from './date.ts';

/** A period; an end that is left out is open. */
interface WrittenPeriod {
  readonly start: string | undefined;
  readonly end: string | undefined;
}

const YEARS = /^(\d{4}) ?[-–—] ?(?:(\d{4})|present|now|nu)?$/i;
const OPEN: ReadonlySet<string> = new Set(['', '..', 'present', 'now', 'nu']);

/**
 * The period of `start/end`, of two years (`1977-2020`, `1977–`), or of one date, which then is both ends. `..` and nothing
 * are open ends. Undefined for everything else: half a period would say something that its owner did not.
 */
export const periodOf = (written: string): WrittenPeriod | undefined => {
  const text = written.trim();
  const years = YEARS.exec(text);
  if (years !== null) return { start: years[1], end: years[2] };
  const ends = text.split('/');
  // `01/31/2025` holds slashes and is one date.
  if (ends.length !== 2) return single(text);
  const [start, end] = ends.map(endOf);
  if (start === null || end === null || (start === undefined && end === undefined)) return undefined;
  return { start, end };
};

const endOf = (text: string): string | undefined | null => {
  const trimmed = text.trim();
  if (OPEN.has(trimmed.toLowerCase())) return undefined;
  return canonicalDate(trimmed)?.value ?? null;
};

const single = (text: string): WrittenPeriod | undefined => {
  const date = canonicalDate(text)?.value;
  return date === undefined ? undefined : { start: date, end: date };
};
