/** The terms of RDF, and the rules by which values of a record become terms that every parser takes. */
export type Subject =
  | { readonly kind: 'iri'; readonly value: string }
  | { readonly kind: 'blank'; readonly value: string };
export type Literal = {
  readonly kind: 'literal';
  readonly value: string;
  readonly language?: string | undefined;
  /** Absent for a plain string. */
  readonly datatype?: string | undefined;
};
export type Term = Subject | Literal;

export interface Triple {
  readonly subject: Subject;
  readonly predicate: string;
  readonly object: Term;
}

/** Two triples have the same key exactly when they are the same triple: no part but the last can hold a space. */
export const tripleKey = ({ subject, predicate, object }: Triple): string =>
  `${subject.kind} ${subject.value} ${predicate} ${object.kind} ${object.kind === 'literal' ? `${object.language ?? ''}^${object.datatype ?? ''} ` : ''}${object.value}`;

const percent = (character: string): string =>
  [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');

/**
 * Everything that RFC 3987 lets stand in no part of an IRI: spaces, quotes, braces, controls, private and reserved code
 * points, a bracket, a percent sign that begins no escape.
 */
const notInIri =
  /[^\w\-.~:/?#@!$&'()*+,;=%\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\u{10000}-\u{1fffd}\u{20000}-\u{2fffd}\u{30000}-\u{3fffd}]|%(?![\da-f]{2})/giu;

/** An IRI in which every character that may not stand in one is percent-encoded; so is a second `#`. */
const safeIri = (iri: string): string => {
  const [start = '', ...fragments] = iri.trim().toWellFormed().split('#');
  const whole = fragments.length === 0 ? start : `${start}#${fragments.join('%23')}`;
  return whole.replace(notInIri, percent);
};

export const iriTerm = (iri: string): Subject => ({ kind: 'iri', value: safeIri(iri) });

export const literalTerm = (value: string, datatype?: string): Literal => ({
  kind: 'literal',
  value: value.toWellFormed(),
  datatype,
});

/** Language, script and region of BCP 47: what catalogues use of it, and all that every parser takes. */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i;

/** The tag of a text's language, or undefined for a text whose language was not said (`und`) or cannot be a tag. */
const languageTag = (language: string): string | undefined =>
  language !== 'und' && LANGUAGE_TAG.test(language) ? language.toLowerCase() : undefined;

export const textTerm = (value: string, language: string): Literal => ({
  kind: 'literal',
  value: value.toWellFormed(),
  language: languageTag(language),
});
