/** Texts by language. */
import type { RawValue } from '#schemas/reading.ts';
import type { Findings } from './findings.ts';
import { stripMarkup } from './markup.ts';
import { rawText } from './raw-text.ts';

/** No description is longer; a page taken for a description by mistake is, and would be sent to every reader of a list. */
const TEXT_LENGTH = 100_000;

/** A text whose language the owner did not say. */
const UNDETERMINED = 'und';

/** ISO 639-2 and -3 codes that feeds use where a language tag has two letters. */
const shortTags: Readonly<Record<string, string>> = {
  dan: 'da',
  eng: 'en',
  deu: 'de',
  ger: 'de',
  swe: 'sv',
  nor: 'no',
  nob: 'nb',
  fra: 'fr',
  fre: 'fr',
};

const bases = new Map<string, string>();
/** Language tags of feeds are few; a feed that makes them up must not fill the memory with them. */
const REMEMBERED_TAGS = 1000;
const LONGEST_TAG = 35;

/** The base language of a tag in lower case: `da-DK` is `da`; what is no tag is `und`. */
const baseLanguage = (tag: string | undefined): string => {
  // No tag of the registry is longer; a text in its place must not be remembered.
  if (tag === undefined || tag.length > LONGEST_TAG) return UNDETERMINED;
  const known = bases.get(tag);
  if (known !== undefined) return known;
  const base = /^[a-z]{2,3}(?=$|[-_@])/.exec(tag.trim().toLowerCase())?.[0] ?? UNDETERMINED;
  const short = shortTags[base] ?? base;
  if (bases.size < REMEMBERED_TAGS) bases.set(tag, short);
  return short;
};

const NEEDS_COLLAPSING = /[\t\n\r\f\v\u00a0\u2028\u2029\ufeff]| {2}|^ | $/;
const WHITE_SPACE = /[\s\u00a0\ufeff]+/g;

/** Runs of white space as one space: feeds break lines where their editors did. */
export const collapse = (text: string): string =>
  NEEDS_COLLAPSING.test(text) ? text.replace(WHITE_SPACE, ' ').trim() : text;

/** The text, cut where it is longer than a record holds. */
export const bounded = (findings: Findings, name: string, text: string): string => {
  if (text.length <= TEXT_LENGTH) return text;
  findings.problem('text-too-long', name, `${text.length} characters`);
  return text.slice(0, TEXT_LENGTH);
};

/** One text as the record holds it: plain, collapsed, bounded; undefined when nothing is left of it. */
const plainText = (findings: Findings, name: string, written: string): string | undefined => {
  const text = bounded(findings, name, written);
  const stripped = stripMarkup(text);
  const plain = collapse(stripped);
  if (stripped !== text) findings.repaired('markup-stripped', name, text, plain);
  return plain === '' ? undefined : plain;
};

/** A text without a tag is in the language that its source says its untagged texts are in. */
const languageOf = (findings: Findings, value: RawValue): string => {
  const tagged = value.kind === 'literal' ? baseLanguage(value.language) : UNDETERMINED;
  return tagged === UNDETERMINED ? findings.textLanguage : tagged;
};

/** The text of a value; a node is no text and stays beside the record. */
const textOf = (findings: Findings, name: string, value: RawValue): string | undefined => {
  if (value.kind !== 'node') return plainText(findings, name, value.value);
  findings.refuse('node-for-text', name, value);
  return undefined;
};

/** A map of one text a language. Of several texts in one language the first in canonical order is kept, the others beside. */
export const oneTextALanguage = (
  findings: Findings,
  name: string,
  values: readonly RawValue[],
): Record<string, string> | undefined => {
  const texts: Record<string, string> = {};
  let found = false;
  for (const value of values.length === 1 ? values : inOrder(values)) {
    const text = textOf(findings, name, value);
    if (text === undefined) continue;
    found = true;
    const language = languageOf(findings, value);
    const kept = texts[language];
    if (kept === undefined) texts[language] = text;
    else if (kept !== text) findings.refuse('several-texts', name, value);
  }
  return found ? texts : undefined;
};

const inOrder = (values: readonly RawValue[]): RawValue[] =>
  [...values].sort((one, other) => {
    const [left, right] = [rawText(one), rawText(other)];
    return left < right ? -1 : left > right ? 1 : 0;
  });

/** A map of a set of texts a language. A lone literal with semicolons or commas is a list that its owner wrote as one text. */
export const languageTexts = (
  findings: Findings,
  name: string,
  values: readonly RawValue[],
): Record<string, string[]> | undefined => {
  const texts: Record<string, string[]> = {};
  let found = false;
  for (const value of values) {
    const text = textOf(findings, name, value);
    if (text === undefined) continue;
    found = true;
    const language = languageOf(findings, value);
    texts[language] ??= [];
    if (values.length === 1) texts[language].push(...splitList(findings, name, text));
    else texts[language].push(text);
  }
  if (values.length > 1) for (const language in texts) texts[language] = [...new Set(texts[language])];
  return found ? texts : undefined;
};

const splitList = (findings: Findings, name: string, text: string): string[] => {
  const separator = text.includes(';') ? ';' : ',';
  if (!text.includes(separator)) return [text];
  const parts = [...new Set(text.split(separator).map((part) => part.trim()))].filter((part) => part !== '');
  if (parts.length === 0) return [text];
  findings.repaired('list-split', name, text, parts.join(' | '));
  return parts;
};
