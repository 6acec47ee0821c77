/** The grade of a description: a letter, told by the letter and not by its colour. */
import type { JSX } from 'preact';
import { useSpeech } from '../language.tsx';

export function GradeMark({ letter }: { readonly letter: string | null | undefined }): JSX.Element {
  const { say } = useSpeech();
  if (!letter) return <span class="grade grade-none">{say('grade.none')}</span>;
  return (
    <span class={`grade grade-${letter.toLowerCase()}`}>
      <span class="visually-hidden">{say('grade.label')} </span>
      {letter}
    </span>
  );
}
