/** Whether a value is of the kind that its row wants. What the record's schema has checked is not looked at again. */
import { dateDatatype, isAbsoluteIri } from '#schemas/lexical-form.ts';
import type { LiteralRange, Property } from '#schemas/property.ts';

const DURATION = /^-?P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;
const HEX = /^(?:[\da-f]{2})*$/i;

const isIri = (value: string | number): boolean => typeof value === 'string' && isAbsoluteIri(value);

const kinds: Partial<Record<LiteralRange, (value: string | number) => boolean>> = {
  iri: isIri,
  concept: isIri,
  date: (value) => dateDatatype(String(value)) !== undefined,
  duration: (value) => DURATION.test(String(value)),
  // All whole numbers that profiles ask for count something.
  integer: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
};

/** The test of a row's values; undefined where any value of the record's schema will do. */
export const isRightKind = ({ range, datatype }: Property): ((value: string | number) => boolean) | undefined => {
  if (datatype?.endsWith('#hexBinary') === true) return (value) => HEX.test(String(value));
  return (kinds as Readonly<Record<string, (value: string | number) => boolean>>)[range];
};
