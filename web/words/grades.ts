/** What is said of a description's grade. */
import type { Word } from './word.ts';

export const gradeWords = {
  'grade.label': { da: 'Karakter', en: 'Grade' },
  'grade.none': { da: 'ikke bedømt', en: 'not graded' },
} as const satisfies Record<string, Word>;
