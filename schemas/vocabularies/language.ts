/**
 * Languages: the EU authority table (ISO 639-3 in upper case). A row is code, ISO 639-1 (empty where there is none), Danish
 * name, English name, and aliases: the language's own name and the older ISO 639-2 code.
 */
import { type ConceptRow, euVocabulary, type Vocabulary } from './vocabulary-tables.ts';

type LanguageRow = readonly [code: string, iso: string, da: string, en: string, ...aliases: string[]];

const languages: readonly LanguageRow[] = [
  ['DAN', 'da', 'dansk', 'Danish', 'dk'],
  ['ENG', 'en', 'engelsk', 'English'],
  ['DEU', 'de', 'tysk', 'German', 'ger', 'deutsch'],
  ['SWE', 'sv', 'svensk', 'Swedish', 'svenska'],
  ['NOR', 'no', 'norsk', 'Norwegian'],
  ['NOB', 'nb', 'norsk bokmål', 'Norwegian Bokmål', 'bokmål'],
  ['NNO', 'nn', 'nynorsk', 'Norwegian Nynorsk', 'norsk nynorsk'],
  ['FIN', 'fi', 'finsk', 'Finnish', 'suomi'],
  ['ISL', 'is', 'islandsk', 'Icelandic', 'ice', 'íslenska'],
  ['FAO', 'fo', 'færøsk', 'Faroese', 'føroyskt'],
  ['KAL', 'kl', 'grønlandsk', 'Greenlandic', 'kalaallisut'],
  ['SME', 'se', 'nordsamisk', 'Northern Sami'],
  ['BUL', 'bg', 'bulgarsk', 'Bulgarian', 'български'],
  ['CES', 'cs', 'tjekkisk', 'Czech', 'cze', 'čeština'],
  ['ELL', 'el', 'græsk', 'Greek', 'gre', 'ελληνικά'],
  ['EST', 'et', 'estisk', 'Estonian', 'eesti'],
  ['FRA', 'fr', 'fransk', 'French', 'fre', 'français'],
  ['GLE', 'ga', 'irsk', 'Irish', 'gaeilge'],
  ['HRV', 'hr', 'kroatisk', 'Croatian', 'hrvatski'],
  ['HUN', 'hu', 'ungarsk', 'Hungarian', 'magyar'],
  ['ITA', 'it', 'italiensk', 'Italian', 'italiano'],
  ['LAV', 'lv', 'lettisk', 'Latvian', 'latviešu'],
  ['LIT', 'lt', 'litauisk', 'Lithuanian', 'lietuvių'],
  ['MLT', 'mt', 'maltesisk', 'Maltese', 'malti'],
  ['NLD', 'nl', 'nederlandsk', 'Dutch', 'dut', 'nederlands', 'hollandsk'],
  ['POL', 'pl', 'polsk', 'Polish', 'polski'],
  ['POR', 'pt', 'portugisisk', 'Portuguese', 'português'],
  ['RON', 'ro', 'rumænsk', 'Romanian', 'rum', 'română'],
  ['SLK', 'sk', 'slovakisk', 'Slovak', 'slo', 'slovenčina'],
  ['SLV', 'sl', 'slovensk', 'Slovenian', 'slovene', 'slovenščina'],
  ['SPA', 'es', 'spansk', 'Spanish', 'español'],
  ['SQI', 'sq', 'albansk', 'Albanian', 'shqip'],
  ['ARA', 'ar', 'arabisk', 'Arabic'],
  ['BEN', 'bn', 'bengali', 'Bengali'],
  ['BOS', 'bs', 'bosnisk', 'Bosnian', 'bosanski'],
  ['CAT', 'ca', 'catalansk', 'Catalan', 'català'],
  ['CYM', 'cy', 'walisisk', 'Welsh', 'wel', 'cymraeg'],
  ['EUS', 'eu', 'baskisk', 'Basque', 'baq', 'euskara'],
  ['FAS', 'fa', 'persisk', 'Persian', 'per', 'farsi'],
  ['GLG', 'gl', 'galicisk', 'Galician', 'galego'],
  ['HEB', 'he', 'hebraisk', 'Hebrew'],
  ['HIN', 'hi', 'hindi', 'Hindi'],
  ['HYE', 'hy', 'armensk', 'Armenian', 'arm'],
  ['IND', 'id', 'indonesisk', 'Indonesian'],
  ['JPN', 'ja', 'japansk', 'Japanese'],
  ['KAT', 'ka', 'georgisk', 'Georgian', 'geo'],
  ['KOR', 'ko', 'koreansk', 'Korean'],
  ['KUR', 'ku', 'kurdisk', 'Kurdish'],
  ['LAT', 'la', 'latin', 'Latin'],
  ['LTZ', 'lb', 'luxembourgsk', 'Luxembourgish'],
  ['MKD', 'mk', 'makedonsk', 'Macedonian', 'mac'],
  ['RUS', 'ru', 'russisk', 'Russian', 'русский'],
  ['SOM', 'so', 'somalisk', 'Somali'],
  ['SRP', 'sr', 'serbisk', 'Serbian', 'srpski'],
  ['SWA', 'sw', 'swahili', 'Swahili'],
  ['TAM', 'ta', 'tamilsk', 'Tamil'],
  ['THA', 'th', 'thailandsk', 'Thai'],
  ['TUR', 'tr', 'tyrkisk', 'Turkish', 'türkçe'],
  ['UKR', 'uk', 'ukrainsk', 'Ukrainian', 'українська'],
  ['URD', 'ur', 'urdu', 'Urdu'],
  ['VIE', 'vi', 'vietnamesisk', 'Vietnamese'],
  ['ZHO', 'zh', 'kinesisk', 'Chinese', 'chi'],
  ['MUL', '', 'flersproget', 'multilingual', 'multiple languages'],
];

const rows: readonly ConceptRow[] = languages.map(([code, iso, da, en, ...aliases]) => [
  code,
  da,
  en,
  ...(iso === '' ? [] : [iso]),
  ...aliases,
]);

/** "en-US" and "da_DK" name a language and a region. */
const withoutRegion = (folded: string): string => folded.replace(/^([a-z]{2,3})[-_][a-z0-9]{2,4}$/, '$1');

export const language: Vocabulary = euVocabulary('language', rows, {
  otherBases: [
    'http://id.loc.gov/vocabulary/iso639-1/',
    'http://id.loc.gov/vocabulary/iso639-2/',
    'http://lexvo.org/id/iso639-1/',
    'http://lexvo.org/id/iso639-3/',
  ],
  simplify: withoutRegion,
});
