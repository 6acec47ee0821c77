/** Numbers and truth values, as registry owners write them. */

interface MappedNumber {
  readonly value: number;
  readonly repair?: string;
}

const DIGITS = /^\+?\d+$/;
/** Groups of three with one sign between them: Danish and English thousands. */
const GROUPED = /^\d{1,3}(?:([., \u00a0'])\d{3})(?:\1\d{3})*$/;
const WHOLE_DECIMAL = /^\+?\d+[.,]0*$/;
const FRACTIONAL_TYPE = /#(?:decimal|double|float)$/;

/**
 * A whole number of zero or more. Thousands' signs (`5.400.000`) and a decimal without fraction (`1024.0`) are repaired;
 * `1e3`, fractions, negative numbers and numbers that a double cannot hold exactly are refused.
 */
export const integerOf = (text: string, datatype?: string): MappedNumber | undefined => {
  const isFractional = datatype !== undefined && FRACTIONAL_TYPE.test(datatype);
  if (DIGITS.test(text)) return safe(text, false);
  if (WHOLE_DECIMAL.test(text)) return safe(text.replace(/[.,]0*$/, ''), true);
  // `1.024` as xsd:decimal is one and a bit; as a plain text it is a thousand.
  return !isFractional && GROUPED.test(text) ? safe(text.replace(/\D/g, ''), true) : undefined;
};

const safe = (digits: string, repaired: boolean): MappedNumber | undefined => {
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) return undefined;
  return repaired ? { value, repair: 'number-repaired' } : { value };
};

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const COMMA_DECIMAL = /^[+-]?\d+,\d+$/;

/** A decimal number; a comma as decimal sign is repaired. */
export const decimalOf = (text: string): MappedNumber | undefined => {
  if (DECIMAL.test(text)) return finite(Number(text));
  if (!COMMA_DECIMAL.test(text)) return undefined;
  const number = finite(Number(text.replace(',', '.')));
  return number && { ...number, repair: 'number-repaired' };
};

const finite = (value: number): MappedNumber | undefined => (Number.isFinite(value) ? { value } : undefined);

const truths: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['1', true],
  ['0', false],
  ['ja', true],
  ['nej', false],
  ['yes', true],
  ['no', false],
]);

/** A truth value, also in Danish and English words. */
export const booleanOf = (text: string): { readonly value: boolean } | undefined => {
  const value = truths.get(text.toLowerCase());
  return value === undefined ? undefined : { value };
};
