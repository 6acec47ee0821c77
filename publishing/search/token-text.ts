/** Gathers the words of texts into what the index takes: plain words with spaces between them. */
import { partsOf, wordsOf } from './fold.ts';

/** Words in one column of one dataset: a description of a hundred pages is not searched to its end. */
const COLUMN_WORDS = 20_000;

/** What is gathered of one dataset over all of its columns. */
export class TokenText {
  /** Each word and how it is written, for those who begin to type it or mistype it. */
  readonly words = new Map<string, string>();
  readonly #kept = new Set<string>();
  readonly #parts = new Set<string>();

  /** The words of texts as one column. Of `once` only the first of equal words counts: tables repeat theirs in every column. */
  column(texts: Iterable<string>, { once = false, parts = false } = {}): string {
    const column: string[] = [];
    const seen = new Set<string>();
    for (const text of texts) {
      for (const { folded, kept } of wordsOf(text)) {
        if (column.length >= COLUMN_WORDS) return column.join(' ');
        if (once && seen.has(folded)) continue;
        seen.add(folded);
        column.push(folded);
        if (!this.words.has(folded)) this.words.set(folded, kept);
        if (kept !== folded) this.#kept.add(kept);
        if (parts) for (const part of partsOf(folded)) this.#parts.add(part);
      }
    }
    return column.join(' ');
  }

  /** Words with letters that were folded, as written. */
  kept(): string {
    return [...this.#kept].join(' ');
  }

  /** Inner parts of words, for those columns whose compounds are opened. */
  parts(): string {
    return [...this.#parts].slice(0, COLUMN_WORDS).join(' ');
  }
}
