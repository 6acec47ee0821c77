/** Whether texts have what was asked, for lists that are short enough to be gone through: as the search has it, but for its index. */
import { PART_LENGTH, wordsOf } from './fold.ts';
import { termsOf } from './query.ts';

/** A term is the beginning of a word, however few letters of it are typed yet, or lies inside of one where it is long enough. */
const has = (word: string, term: string): boolean =>
  word.startsWith(term) || (term.length >= PART_LENGTH && word.includes(term));

/** Takes texts that have every term of a question among them; a question of nothing but signs takes none. */
export function matcherOf(question: string): (texts: readonly string[]) => boolean {
  const terms = termsOf(question).map(({ folded }) => folded);
  return (texts) => {
    const words = texts.flatMap((text) => [...wordsOf(text)].map(({ folded }) => folded));
    return terms.length > 0 && terms.every((term) => words.some((word) => has(word, term)));
  };
}
