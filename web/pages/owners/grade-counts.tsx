/** How many descriptions have which grade. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { GradeMark } from '../../parts/grade-mark.tsx';

const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;

/** Grades that nothing has are left out. */
export function GradeCounts({ letters }: { readonly letters: Readonly<Record<string, number>> }): JSX.Element {
  const { number } = useSpeech();
  return (
    <span class="grade-counts">
      {LETTERS.filter((letter) => (letters[letter] ?? 0) > 0).map((letter) => (
        <span key={letter} class="grade-count">
          <GradeMark letter={letter} /> {number(letters[letter] ?? 0)}{' '}
        </span>
      ))}
    </span>
  );
}
