/** Values that say that there is no value. */

const placeholders = new Set([
  '',
  '-',
  '--',
  '–',
  'na',
  'n/a',
  'n.a.',
  'nan',
  'null',
  'none',
  'nil',
  'undefined',
  'tbd',
]);

/** The longest placeholder: longer texts are not looked at, as this is asked of every value. */
const LONGEST_PLACEHOLDER = 9;

/** Whether a written text stands for "no value": empty, `NA`, `null`, `-`, or a redaction mark as data.json prescribes. */
export const isAbsent = (text: string): boolean => {
  if (text.length > LONGEST_PLACEHOLDER) return isRedacted(text) || isBlank(text);
  return placeholders.has(text.trim().toLowerCase()) || isRedacted(text);
};

const isRedacted = (text: string): boolean => text.startsWith('[[REDACTED');

const isBlank = (text: string): boolean => text.charCodeAt(0) <= 0x20 && text.trim() === '';
