/** What a value must look like to stand as an IRI or as a date: the writers type it by this, and the checks judge it by this. */
import { namespaces } from './namespaces.ts';

/**
 * Whether a value can stand as an IRI by itself: documents have no base that a relative one could resolve against, and a
 * web address without a proper host is refused by parsers.
 */
export const isAbsoluteIri = (value: string): boolean =>
  /^\s*https?:/i.test(value)
    ? /^\s*https?:\/\/[^/\s[\]@]/i.test(value) && URL.canParse(value.trim())
    : /^\s*[a-z][a-z0-9+.-]*:[^/\s]/i.test(value);

const datePrecisions: readonly (readonly [RegExp, string])[] = [
  [/^-?\d{4}$/, 'gYear'],
  [/^-?\d{4}-\d{2}$/, 'gYearMonth'],
  [/^-?\d{4}-\d{2}-\d{2}$/, 'date'],
  [/^-?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/, 'dateTime'],
];

/** The datatype of a date by its precision (year, month, day, moment); undefined for what is none of them and stays a text. */
export const dateDatatype = (value: string): string | undefined => {
  const type = datePrecisions.find(([pattern]) => pattern.test(value))?.[1];
  return type === undefined ? undefined : namespaces.xsd + type;
};
