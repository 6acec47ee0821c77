/** What a label is: its Danish and its English, with places for values (`{name}`), and forms for one and for several. */

export type Language = 'da' | 'en';

/** Danish first: it is what a browser gets that asks for neither. */
export const languages: readonly Language[] = ['da', 'en'];

/** A text, or one that depends on a number. */
type Form = string | { readonly one: string; readonly other: string };

export type Word = Readonly<Record<Language, Form>>;

/** Values for the places of a label; `count` also chooses between its forms. */
export type Values = Readonly<Record<string, string | number>>;

const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  da: new Intl.NumberFormat('da-DK'),
  en: new Intl.NumberFormat('en-GB'),
};

/** A number as it is read in a language. */
export const numberText = (value: number, language: Language): string => numbers[language].format(value);

/** The text of a label in a language. */
export function wordText(word: Word, language: Language, values: Values = {}): string {
  const form = word[language];
  const text = typeof form === 'string' ? form : values.count === 1 ? form.one : form.other;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? numberText(value, language) : value;
  });
}
