/** Values of a record that are not nodes, as RDF terms. */
import { dateDatatype, isAbsoluteIri } from '#schemas/lexical-form.ts';
import { namespaces } from '#schemas/namespaces.ts';
import type { LiteralRange, Property } from '#schemas/property.ts';
import type { LanguageMap } from '#schemas/record.ts';
import { iriTerm, literalTerm, type Term, textTerm } from './term.ts';

const xsd = (name: string): string => namespaces.xsd + name;

/** Places are written as WKT or as GeoJSON; the two look nothing alike. */
const datatypeOf = ({ datatype }: Property, value: string): string | undefined =>
  datatype?.endsWith('wktLiteral') === true && value.trimStart().startsWith('{')
    ? `${namespaces.geosparql}geoJSONLiteral`
    : datatype;

const single: Record<Exclude<LiteralRange, 'text' | 'texts'>, (row: Property, value: string) => Term> = {
  // An owner's address without a scheme is kept as the text that it is.
  iri: (_row, value) => (isAbsoluteIri(value) ? iriTerm(value) : literalTerm(value)),
  concept: (_row, value) => (isAbsoluteIri(value) ? iriTerm(value) : literalTerm(value)),
  literal: (row, value) => literalTerm(value, datatypeOf(row, value)),
  date: (_row, value) => literalTerm(value, dateDatatype(value)),
  duration: (_row, value) => literalTerm(value, xsd('duration')),
  integer: (_row, value) => literalTerm(value, xsd(value.startsWith('-') ? 'integer' : 'nonNegativeInteger')),
  decimal: (_row, value) => literalTerm(value, xsd('decimal')),
  boolean: (_row, value) => literalTerm(value, xsd('boolean')),
};

/** A number in digits: `String` writes very large and very small ones with an exponent, which no decimal has. */
const digits = (value: number): string => {
  const short = String(value);
  return short.includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : short;
};

const written = (value: unknown): string => (typeof value === 'number' ? digits(value) : String(value));

/** The terms of one property's value. `value` has been checked against the record's schema. */
export const literalTerms = (row: Property, range: LiteralRange, value: unknown): readonly Term[] => {
  if (range === 'text' || range === 'texts') {
    return Object.entries(value as LanguageMap | Record<string, readonly string[]>).flatMap(([language, texts]) =>
      [texts].flat().map((text) => textTerm(text, language)),
    );
  }
  return [value].flat().map((item) => single[range](row, written(item)));
};
