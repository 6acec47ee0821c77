/** A set of waiting changes as a text, in Danish or English: what an operator reads before deciding about it. */
import type { PropertyDifference, RecordDifference } from '#schemas/difference.ts';
import { propertyLabel, type TextLanguage, valueText } from './value-text.ts';

const words = {
  da: {
    Create: 'ny',
    Update: 'ændret',
    Delete: 'fjernes',
    returns: 'vender tilbage',
    nothing: 'ingen værdi',
    more: 'Flere poster følger på næste side.',
  },
  en: {
    Create: 'new',
    Update: 'changed',
    Delete: 'removed',
    returns: 'returns',
    nothing: 'no value',
    more: 'More records follow on the next page.',
  },
} as const;

const SIGNS = { Create: '+', Update: '~', Delete: '-' } as const;

function propertyLines(type: RecordDifference['type'], change: PropertyDifference, language: TextLanguage): string[] {
  const label = propertyLabel(change.property)[language];
  const text = (value: unknown) =>
    value === undefined ? `(${words[language].nothing})` : valueText(change.property, value, language);
  if (type === 'Create') return [`    ${label}: ${text(change.after)}`];
  return [`    ${label}`, `      - ${text(change.before)}`, `      + ${text(change.after)}`];
}

const titleOf = ({ title }: RecordDifference, language: TextLanguage): string =>
  title[language] ?? title.und ?? Object.values(title)[0] ?? '';

/** One record: what becomes of it, its id and title, and each property with its value before and after. */
export function differenceText(difference: RecordDifference, language: TextLanguage): string {
  const { type, id, returns, changed } = difference;
  const what = words[language][returns ? 'returns' : type];
  const head = `${SIGNS[type]} ${id} (${what}) ${titleOf(difference, language)}`.trimEnd();
  return [head, ...changed.flatMap((change) => propertyLines(type, change, language)), ''].join('\n');
}

/** The line that ends a text which does not hold the whole set. */
export const moreText = (language: TextLanguage): string => `… ${words[language].more}\n`;
