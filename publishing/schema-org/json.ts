/** How things of schema.org are put together as JSON-LD, and how the document becomes text. */
import { isAbsoluteIri } from '#schemas/lexical-form.ts';
import { iriTerm, textTerm } from '../rdf/term.ts';

export type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };
export type Thing = { readonly [name: string]: Json };

/** A text with its language; a text whose language nobody said is a plain one. */
const languageText = (value: string, language: string): Json => {
  const term = textTerm(value, language);
  return term.language === undefined ? term.value : { '@language': term.language, '@value': term.value };
};

type Texts = Readonly<Record<string, string | readonly string[]>>;

/** Danish, then English, then what else there is: most of those who read the register's name know it in Danish. */
const inOrder = (texts: Texts): readonly string[] => [
  ...new Set(['da', 'en', ...Object.keys(texts)].filter((each) => Object.hasOwn(texts, each))),
];

/** Every text of a map, each with its language; blank ones say nothing. */
export const languageTexts = (texts: Texts | undefined): readonly Json[] =>
  inOrder(texts ?? {}).flatMap((language) =>
    [texts?.[language] ?? []]
      .flat()
      .filter((text) => text.trim() !== '')
      .map((text) => languageText(text, language)),
  );

const withoutRepeats = (values: readonly Json[]): readonly Json[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

/** A thing with what is known of it: nothing is left out, one value stands alone, and several in a list. */
export const thingOf = (
  type: string,
  iri: string | undefined,
  members: Readonly<Record<string, readonly Json[]>>,
): Thing => ({
  ...(iri !== undefined && isAbsoluteIri(iri) && { '@id': iriTerm(iri).value }),
  '@type': type,
  ...Object.fromEntries(
    Object.entries(members).flatMap(([name, values]) => {
      const [only, ...more] = withoutRepeats(values);
      if (only === undefined) return [];
      return [[name, more.length === 0 ? only : [only, ...more]]];
    }),
  ),
});

/**
 * The document as text. It may be put into a page as it is: no `<` in it can end the script element that it stands in, or
 * begin a comment there.
 */
export const jsonLdText = (document: Thing): string =>
  `${JSON.stringify(document, null, 2).replaceAll('<', '\\u003c')}\n`;
