/**
 * Every code that a run reports, with what it means and what the owner can do, in English and Danish. Codes are stable:
 * owners filter by them and runs are compared by them, so a code is never renamed or given another meaning.
 */
import type { Severity } from './problem.ts';

interface ProblemCode {
  readonly severity: Severity;
  readonly en: string;
  readonly da: string;
}

export const problemCodes = {
  // Pages
  'wrong-media': {
    severity: 'error',
    en: 'The page is not in the format of the source; an error page or a login page may have been sent instead.',
    da: 'Siden har ikke kildens format; måske blev der sendt en fejlside eller en login-side.',
  },
  truncated: {
    severity: 'error',
    en: 'The page ends before its end; what came before it was read.',
    da: 'Siden slutter for tidligt; det, der kom før, er læst.',
  },
  'syntax-error': {
    severity: 'error',
    en: 'The text does not follow the rules of its format at this place.',
    da: 'Teksten følger ikke formatets regler på dette sted.',
  },
  // Records
  'no-identity': {
    severity: 'error',
    en: 'The record has no identifier, address or landing page to know it by the next time.',
    da: 'Posten har hverken identifikator, adresse eller destinationsside at kende den på næste gang.',
  },
  'unknown-value': {
    severity: 'warning',
    en: 'The value is not in the vocabulary of this property; it was kept as written.',
    da: 'Værdien findes ikke i egenskabens ordforråd; den er beholdt, som den var skrevet.',
  },
} as const satisfies Record<string, ProblemCode>;

export type KnownProblemCode = keyof typeof problemCodes;

/** What is known of a code; a code that an older version wrote is told by its own name. */
export const problemCode = (code: string): ProblemCode =>
  (problemCodes as Record<string, ProblemCode>)[code] ?? { severity: 'warning', en: code, da: code };
