/** Counts as pages write them: "5.400.000", "ca. 12 mio.", "about 1.5 million people". */

const multipliers: readonly (readonly [RegExp, number])[] = [
  [/^(?:mio|mill?|million(?:er|s)?)$/, 1_000_000],
  [/^(?:mia|mrd|milliard(?:er)?|billion)$/, 1_000_000_000],
  [/^(?:tusind(?:e)?|thousand)$/, 1000],
];

const about =
  '(?:ca\\.?|cirka|omkring|over|mere end|flere end|knap|godt|about|around|approximately|approx\\.?|more than|at least|mindst|op mod|nearly|some|>|~|≈)';
const pattern = new RegExp(`^(?:${about}\\s*)?(\\d[\\d.,\\s']*\\d|\\d)\\s*(\\p{L}+)?\\.?(.*)$`, 'u');

const grouped = (digits: string): number | undefined =>
  /^\d{1,3}([.,\s'])\d{3}(\1\d{3})*$/.test(digits) || /^\d+$/.test(digits)
    ? Number(digits.replace(/\D/g, ''))
    : undefined;

const decimal = (digits: string): number | undefined =>
  /^\d+([.,]\d{1,2})?$/.test(digits) ? Number(digits.replace(',', '.')) : grouped(digits);

/**
 * Reads a whole number. Words after it are let through ("5.400.000 personer"), a second number is not: then nobody can know
 * which one is meant. A decimal needs a multiplier ("12,5 mio."), for "1.234" alone is one thousand and more.
 */
export function readCount(text: string): number | undefined {
  const [, digits = '', word = '', rest = ''] = pattern.exec(text.toLowerCase().replace(/\s+/g, ' ').trim()) ?? [];
  if (digits === '' || /\d/.test(rest)) return undefined;
  const multiplier = multipliers.find(([name]) => name.test(word))?.[1];
  const number = multiplier === undefined ? grouped(digits.trim()) : decimal(digits.trim());
  const count = number === undefined ? undefined : Math.round(number * (multiplier ?? 1));
  return count !== undefined && Number.isSafeInteger(count) ? count : undefined;
}
