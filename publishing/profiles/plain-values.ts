/** Values of a record as the JSON profiles write them: plain texts, codes, dates and web addresses. */
import { isAbsoluteIri } from '#schemas/lexical-form.ts';
import type { LanguageMap, RecordNode } from '#schemas/record.ts';
import { conceptByIri, findConcept } from '#schemas/vocabulary.ts';
import { iriTerm } from '../rdf/term.ts';

/** A language that a document of one language can be asked for in. */
export type DocumentLanguage = 'da' | 'en';

const OTHER: Readonly<Record<DocumentLanguage, DocumentLanguage>> = { da: 'en', en: 'da' };

type Texts = Readonly<Record<string, string | readonly string[]>>;

const isSaid = (texts: string | readonly string[] | undefined): boolean =>
  [texts ?? []].flat().some((text) => text.trim() !== '');

/** The language that a text is taken in: the one asked for, the other of the two, or whatever there is but blanks. */
export const languageOf = (texts: Texts, language: DocumentLanguage): string | undefined =>
  [language, OTHER[language], ...Object.keys(texts)].find((each) => Object.hasOwn(texts, each) && isSaid(texts[each]));

/** The text of a map in the language asked for, else in another; undefined where there is none but blanks. */
export const textIn = (texts: LanguageMap | undefined, language: DocumentLanguage): string | undefined => {
  const found = texts && languageOf(texts, language);
  return found === undefined ? undefined : texts?.[found]?.toWellFormed();
};

/** The list of a map in the language asked for, else in another, each text once. */
export const textsIn = (
  texts: Readonly<Record<string, readonly string[]>> | undefined,
  language: DocumentLanguage,
): readonly string[] => {
  const found = texts && languageOf(texts, language);
  const list = found === undefined ? [] : (texts?.[found] ?? []);
  return [...new Set(list.filter((text) => isSaid(text)).map((text) => text.toWellFormed()))];
};

/** The text no longer than a reader takes: cut behind its last whole word, with an ellipsis. */
export const shortened = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const cut = text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  return `${/^.*\S(?=\s+\S*$)/s.exec(cut)?.[0] ?? cut}…`;
};

/**
 * An address of the web as every reader can follow it, without letters that only an IRI may hold; undefined for a text, a
 * number or a script that stands where an address should.
 */
export const webAddress = (value: string): string | undefined => {
  if (!/^\s*https?:/i.test(value) || !isAbsoluteIri(value)) return undefined;
  const address = iriTerm(value).value;
  if (!URL.canParse(address)) return undefined;
  return /^[!-~]+$/.test(address) ? address : new URL(address).href;
};

/** The web addresses among values, each once. */
export const webAddresses = (values: readonly string[] | undefined): readonly string[] => [
  ...new Set((values ?? []).flatMap((value) => webAddress(value) ?? [])),
];

/** A year, month, day or instant of our time that a calendar could have; what an owner wrote in words is none. */
const CALENDAR_DATE =
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?)?)?$/;

/** A date that readers of JSON take; undefined for any other text. */
export const calendarDate = (value: string | undefined): string | undefined =>
  value !== undefined && CALENDAR_DATE.test(value) ? value : undefined;

/** The beginning and the end of a period, whichever is known. */
export const endsOf = (
  period: RecordNode<'Period'>,
): { readonly start: string | undefined; readonly end: string | undefined } => ({
  start: calendarDate(period.startDate ?? period.hasBeginning?.inXSDDate),
  end: calendarDate(period.endDate ?? period.hasEnd?.inXSDDate),
});

/** The tag of a language (BCP 47): of two letters where there is one; undefined for what the vocabulary does not list. */
export const languageCode = (iri: string): string | undefined => {
  const concept = conceptByIri('language', iri);
  return concept?.aliases?.find((alias) => /^[a-z]{2}$/.test(alias)) ?? concept?.code.toLowerCase();
};

const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/';

const bareMediaType = (written: string | undefined): string | undefined => {
  const found = written === undefined ? undefined : findConcept('media-type', written)?.iri;
  return found?.startsWith(MEDIA_TYPES) ? found.slice(MEDIA_TYPES.length) : undefined;
};

/** What an address of a distribution gives: its package before what is packed, its media type before what its format means. */
export const mediaTypeOf = (distribution: RecordNode<'Distribution'>): string | undefined =>
  bareMediaType(distribution.packageFormat) ??
  bareMediaType(distribution.compressFormat) ??
  bareMediaType(distribution.mediaType) ??
  bareMediaType(formatOf(distribution));

/** The name of a distribution's format, as `CSV`. */
export const formatOf = ({ format }: RecordNode<'Distribution'>): string | undefined =>
  format === undefined ? undefined : conceptByIri('file-type', format)?.code;
