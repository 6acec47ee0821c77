/** A property's value as answers tell it that compare two: whole for a program, and as a text for a person. */
import { valueText } from '#publishing/value-text.ts';

/** Characters of JSON: a table of ten thousand variables is read at its own address and not in a comparison. */
const VALUE_LENGTH = 20_000;

/** Null where there is no value; one that is too long is left out, and its text begins it. */
export function toldValue(property: string, value: unknown) {
  if (value === undefined) return null;
  const isLong = JSON.stringify(value).length > VALUE_LENGTH;
  const text = { da: valueText(property, value, 'da'), en: valueText(property, value, 'en') };
  return { ...(isLong ? { omitted: true } : { value }), text };
}
