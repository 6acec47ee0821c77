/** What the first page says. */
import type { Word } from './word.ts';

export const mapWords = {
  'map.title': { da: 'Find danske sundhedsdata', en: 'Find Danish health data' },
  'map.search': { da: 'Søg i registre og variabler', en: 'Search registers and variables' },
} as const satisfies Record<string, Word>;
