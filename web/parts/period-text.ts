/** A period in words. */
import type { Speech } from '../language.tsx';
import type { Span } from './timeline.ts';

const UTC = { timeZone: 'UTC' } as const;

/** A date as exactly as it was written: a year stays a year, a month a month. */
export function dateText(date: string, { language, date: day }: Speech): string {
  const instant = new Date(date);
  if (Number.isNaN(instant.getTime())) return date;
  if (date.includes('T')) return day(date);
  const locale = language === 'da' ? 'da-DK' : 'en-GB';
  // A day without a time of day is the same day everywhere.
  if (/^\d{4}-\d{2}$/.test(date)) return instant.toLocaleDateString(locale, { ...UTC, month: 'long', year: 'numeric' });
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? instant.toLocaleDateString(locale, { ...UTC, dateStyle: 'long' }) : date;
}

/** `since 1977`, `1977 to 2018`; empty for a period that says neither. */
export function periodText({ from, until }: Span, speech: Speech): string {
  const values = { from: from ? dateText(from, speech) : '', until: until ? dateText(until, speech) : '' };
  if (from && until) return speech.say('period.both', values);
  if (from) return speech.say('period.from', values);
  return until ? speech.say('period.until', values) : '';
}
