/** What somebody else wrote, as text, in a language in which it is there. */
import type { JSX } from 'preact';
import { type Translated, useSpeech } from '../language.tsx';

/** Marked with its language where that is not the page's. */
export function Said({ text }: { readonly text: Translated }): JSX.Element {
  const { read, langOf } = useSpeech();
  return <span lang={langOf(text)}>{read(text)}</span>;
}
