/** A set of waiting changes as a text, in Danish or English: what an operator reads before deciding about it. */
import type { PropertyDifference, RecordDifference } from '#schemas/difference.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';

export type TextLanguage = 'da' | 'en';

const words = {
  da: {
    Create: 'ny',
    Update: 'ændret',
    Delete: 'fjernes',
    returns: 'vender tilbage',
    nothing: 'ingen værdi',
    kind: 'art',
    unmapped: 'uden plads i tabellen',
    more: 'Flere poster følger på næste side.',
  },
  en: {
    Create: 'new',
    Update: 'changed',
    Delete: 'removed',
    returns: 'returns',
    nothing: 'no value',
    kind: 'kind',
    unmapped: 'without a place in the table',
    more: 'More records follow on the next page.',
  },
} as const;

const SIGNS = { Create: '+', Update: '~', Delete: '-' } as const;

/** Longer values are cut: a text is read, and the JSON has them whole. */
const VALUE_LENGTH = 300;

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value on one line: texts with their language, lists with semicolons, nodes as their properties. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join('; ');
  if (!isTable(value)) return String(value).replaceAll(/\s+/g, ' ');
  const parts = Object.entries(value).map(([key, part]) => (key === 'und' ? shown(part) : `${key}: ${shown(part)}`));
  return parts.length > 1 ? `{ ${parts.join(' | ')} }` : parts.join('');
}

const cut = (text: string): string => (text.length > VALUE_LENGTH ? `${text.slice(0, VALUE_LENGTH)} …` : text);

function labelOf(property: string, language: TextLanguage): string {
  if (property === 'kind' || property === 'unmapped') return words[language][property];
  return propertyByKey('Dataset', property)?.label[language] ?? property;
}

function propertyLines(type: RecordDifference['type'], change: PropertyDifference, language: TextLanguage): string[] {
  const label = labelOf(change.property, language);
  const text = (value: unknown) => (value === undefined ? `(${words[language].nothing})` : cut(shown(value)));
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
