/** What a term that stands nowhere was probably meant to be: words of the file that one slip makes of it. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as z from 'zod';
import { BEHIND, writtenAs } from '#publishing/search/fold.ts';
import { beginningWithin, isOneEdit, untouched } from '#publishing/search/one-edit.ts';
import { foundBy, type Term, wholeWord } from '#publishing/search/query.ts';

/** Shorter words are one slip away from too many others. */
const LENGTH = 4;
/** Words that are looked at for a term, at each end. Words that share half of a long word are few; of a short one, many. */
const CANDIDATES = 3000;
/** Corrections of a term that are searched for. */
const CORRECTIONS = 5;

/** Rows as arrays, for there may be thousands. */
type WordRow = [folded: string, shown: string];

interface Correction {
  readonly form: string;
  readonly shown: string;
  readonly count: number;
  readonly whole: boolean;
}

const backwards = (word: string): string => [...word].reverse().join('');

export interface CorrectedTerms {
  readonly terms: readonly Term[];
  /** The whole question as it was probably meant; null when nothing was corrected. */
  readonly didYouMean: string | null;
}

export class SearchCorrections {
  readonly #byStart: StatementSync;
  readonly #byEnd: StatementSync;
  readonly #count: StatementSync;
  readonly #stands: StatementSync;

  /** @param table the full-text table whose terms are corrected; @param vocabulary its words. */
  constructor(database: DatabaseSync, table: string, vocabulary: string) {
    this.#byStart = database.prepare(
      `select folded, shown from word where folded >= ? and folded < ? limit ${CANDIDATES}`,
    );
    this.#byEnd = database.prepare(
      `select folded, shown from word where reversed >= ? and reversed < ? limit ${CANDIDATES}`,
    );
    this.#byStart.setReturnArrays(true);
    this.#byEnd.setReturnArrays(true);
    this.#count = database.prepare(`select doc from ${vocabulary} where term = ?`);
    this.#stands = database.prepare(`select 1 from ${table} where ${table} match ? limit 1`);
  }

  #candidates(written: string): WordRow[] {
    const whole = untouched(written);
    const start = written.slice(0, whole);
    const end = backwards(written).slice(0, whole);
    const rows = [...this.#byStart.all(start, start + BEHIND), ...this.#byEnd.all(end, end + BEHIND)];
    // The columns are those of the statements; the type of all rows of all statements does not say so.
    return [...new Map(rows as unknown as WordRow[])];
  }

  #countOf(folded: string): number {
    return z.object({ doc: z.number() }).optional().parse(this.#count.get(folded))?.doc ?? 0;
  }

  /** The best first: whole words before beginnings, frequent before rare. */
  #correctionsOf(written: string): Correction[] {
    const found = this.#candidates(written).flatMap(([folded, shown]) => {
      const whole = isOneEdit(written, folded);
      const form = whole ? folded : beginningWithin(written, folded);
      return form === undefined ? [] : [{ form, shown, whole, count: this.#countOf(folded) }];
    });
    return found
      .filter(({ count }) => count > 0)
      .sort((a, b) => Number(b.whole) - Number(a.whole) || b.count - a.count || (a.form < b.form ? -1 : 1));
  }

  /** The whole word first: its rows need not be put together with those of all words that begin with it. */
  #isThere(term: Term): boolean {
    return [wholeWord(term), foundBy([term])].some((expression) => this.#stands.get(expression) !== undefined);
  }

  #correct(term: Term): { readonly term: Term; readonly shown: string } {
    const asWritten = { term, shown: term.kept ?? term.folded };
    if (term.folded.length < LENGTH || this.#isThere(term)) return asWritten;
    const corrections = this.#correctionsOf(term.folded);
    const [best] = corrections;
    if (!best) return asWritten;
    const forms = [...new Set(corrections.map(({ form }) => form))].slice(0, CORRECTIONS);
    return { term: { ...term, corrections: forms }, shown: writtenAs(best.shown, best.form) };
  }

  /** The terms, each that stands nowhere with what it may have been meant to be. */
  corrected(terms: readonly Term[]): CorrectedTerms {
    const corrected = terms.map((term) => this.#correct(term));
    const isChanged = corrected.some(({ term }) => term.corrections.length > 0);
    return {
      terms: corrected.map(({ term }) => term),
      didYouMean: isChanged ? corrected.map(({ shown }) => shown).join(' ') : null,
    };
  }
}
