/** The language of the page, which is the first part of its address, and everything that is said in it. */
import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext, useLayoutEffect, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { table, type WordKey } from './words/table.ts';
import { type Language, languages, numberText, type Values, wordText } from './words/word.ts';

/** A text as the API gives it: in the languages in which its owner wrote it; `und` is a text whose language nobody said. */
export type Translated = Readonly<Record<string, string | undefined>> | null | undefined;

/** In which of its languages a text is read: the page's, the other one of ours, else the first that there is. */
const chosen = (text: Translated, language: Language): string | undefined =>
  [language, language === 'da' ? 'en' : 'da', ...Object.keys(text ?? {})].find((key) => text?.[key] !== undefined);

/** For `lang`: nothing where it is the page's own language, or where nobody said which it is. */
const foreign = (key: string | undefined, language: Language): string | undefined =>
  key === language || key === 'und' ? undefined : key;

export interface Speech {
  readonly language: Language;
  /** A label, by its key. */
  readonly say: (key: WordKey, values?: Values) => string;
  /** What somebody else wrote: in this language, else in another one. */
  readonly read: (text: Translated) => string;
  /** The language in which `read` gives a text, for `lang`; undefined when it is the page's own. */
  readonly langOf: (text: Translated) => string | undefined;
  readonly number: (value: number) => string;
  /** A day, or a day and time of day, in the reader's own time zone. */
  readonly date: (instant: string) => string;
  readonly dateTime: (instant: string) => string;
  /** How long ago, in the largest unit that fits. */
  readonly ago: (instant: string | number) => string;
  /** The address of a page in this language: `to('/registers/x')`. */
  readonly to: (path: string) => string;
}

const LOCALES: Readonly<Record<Language, string>> = { da: 'da-DK', en: 'en-GB' };

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

function agoOf(instant: string | number, locale: string): string {
  const seconds = Math.round((new Date(instant).getTime() - Date.now()) / 1000);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, size] = UNITS.find(([, unitSize]) => Math.abs(seconds) >= unitSize) ?? (['second', 1] as const);
  return format.format(Math.round(seconds / size), unit);
}

/** Everything that is said in a language. */
function speechOf(language: Language): Speech {
  const locale = LOCALES[language];
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    language,
    say: (key, values) => wordText(table[key], language, values),
    read: (text) => text?.[chosen(text, language) ?? ''] ?? '',
    langOf: (text) => foreign(chosen(text, language), language),
    number: (value) => numberText(value, language),
    date: (instant) => day.format(new Date(instant)),
    dateTime: (instant) => time.format(new Date(instant)),
    ago: (instant) => agoOf(instant, locale),
    to: (path) => `/${language}${path}`,
  };
}

const speeches: Readonly<Record<Language, Speech>> = { da: speechOf('da'), en: speechOf('en') };

const Spoken = createContext<Speech>(speeches.da);

/** The language that an address names; undefined when it names none. */
export const languageOf = (path: string): Language | undefined =>
  languages.find((language) => path === `/${language}` || path.startsWith(`/${language}/`));

/** The same page in the other language, with its whole state. */
export const inOther = (url: string, language: Language): string =>
  url.replace(/^\/(da|en)(?=[/?#]|$)/, language === 'da' ? '/en' : '/da');

/** Says everything below it in the language of the address. */
export function Speaking({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { path } = useLocation();
  const speech = speeches[languageOf(path) ?? 'da'];
  useLayoutEffect(() => {
    document.documentElement.lang = speech.language;
  }, [speech]);
  return <Spoken.Provider value={useMemo(() => speech, [speech])}>{children}</Spoken.Provider>;
}

/** What is said on the page that asks. */
export const useSpeech = (): Speech => useContext(Spoken);
