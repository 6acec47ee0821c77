/** Texts and codes of ISO 19139, where each value stands in an element of its own inside the element that names it. */
import { attributeOf, childOf, childrenOf, elementsAt, textOf, type XmlElement } from '#harvesters/xml/xml-element.ts';
import { literal, type RawValue } from '#schemas/reading.ts';

/** The language of a record's plain texts, and of its other texts by the reference they are marked with (`#EN`). */
export interface Locales {
  readonly main: string | undefined;
  readonly others: ReadonlyMap<string, string>;
}

/** The tag of a language code: ISO 19139 writes three letters, texts are marked with two. */
const tagOf = (code: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(code.slice(0, 35))[0];
  } catch {
    return undefined; // no tag at all; there is no test for one but this
  }
};

/** What a code element says: its code value, or its text where it has none. */
export const codeOf = (element: XmlElement | undefined): string | undefined => {
  const code = element?.children[0];
  return attributeOf(code, 'codeListValue') ?? textOf(code) ?? textOf(element);
};

/** The languages that a record declares. */
export const localesOf = (metadata: XmlElement): Locales => {
  const others = new Map<string, string>();
  for (const locale of elementsAt(metadata, 'locale', 'PT_Locale')) {
    const tag = tagOf(codeOf(childOf(locale, 'languageCode')) ?? '');
    const id = attributeOf(locale, 'id');
    if (id !== undefined && tag !== undefined) others.set(id.toLowerCase(), tag);
  }
  return { main: tagOf(codeOf(childOf(metadata, 'language')) ?? ''), others };
};

/** The text in an element: a character string, an anchor, or whatever single element holds it. */
export const textIn = (element: XmlElement | undefined): string | undefined => {
  for (const child of element?.children ?? []) {
    if (child.name === 'PT_FreeText') continue;
    const text = textOf(child);
    if (text !== undefined) return text;
  }
  return textOf(element);
};

/** The address behind an element's text. */
export const hrefIn = (element: XmlElement | undefined): string | undefined =>
  attributeOf(childOf(element, 'Anchor'), 'href') ?? attributeOf(element, 'href');

/** An element's text in all the languages that it stands in. */
export const freeTexts = (element: XmlElement | undefined, locales: Locales): RawValue[] => {
  const main = textIn(element);
  const values: RawValue[] = main === undefined ? [] : [literal(main, locales.main)];
  for (const localised of elementsAt(element, 'PT_FreeText', 'textGroup', 'LocalisedCharacterString')) {
    const text = textOf(localised);
    const reference = attributeOf(localised, 'locale')?.replace(/^#/, '').toLowerCase() ?? '';
    const language = locales.others.get(reference) ?? tagOf(/^[a-z]{2,3}(?=$|[-_])/.exec(reference)?.[0] ?? '');
    // The main language's own text is often repeated among the others.
    if (text !== undefined && !(text === main && language === locales.main)) values.push(literal(text, language));
  }
  return values;
};

/** The texts of all children of a name. */
export const textsIn = (element: XmlElement | undefined, name: string): string[] =>
  childrenOf(element, name).flatMap((child) => textIn(child) ?? []);
