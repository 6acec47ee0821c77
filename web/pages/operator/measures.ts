/** How the console says spans of time and money. */
import { type Language, numberText } from '../../words/word.ts';

/** Seconds as `7,2 s` or `3 min 20 s`. */
export function secondsText(seconds: number, language: Language): string {
  if (seconds < 60) return `${numberText(Math.round(seconds * 10) / 10, language)} s`;
  return `${numberText(Math.floor(seconds / 60), language)} min ${Math.round(seconds % 60)} s`;
}

const PARTS = [
  ['D', { da: ['dag', 'dage'], en: ['day', 'days'] }],
  ['H', { da: ['time', 'timer'], en: ['hour', 'hours'] }],
  ['M', { da: ['minut', 'minutter'], en: ['minute', 'minutes'] }],
  ['S', { da: ['sekund', 'sekunder'], en: ['second', 'seconds'] }],
] as const;

/** An ISO duration as `PT24H`, as `hver 24 timer`; what is none is said as it is. */
export function everyText(every: string, language: Language): string {
  const said = PARTS.flatMap(([letter, names]) => {
    const count = new RegExp(`(\\d+)${letter}`).exec(every)?.[1];
    if (count === undefined) return [];
    return [`${count} ${names[language][Number(count) === 1 ? 0 : 1]}`];
  });
  const each = language === 'da' ? 'hver' : 'every';
  return `${each} ${said.length > 0 ? said.join(' ') : every}`;
}

const prices = {
  da: new Intl.NumberFormat('da-DK', { maximumSignificantDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 }),
};

/** Two digits, wherever they begin: a run costs some ten-thousandths of a dollar. */
export const usdText = (usd: number, language: Language): string => prices[language].format(usd);
