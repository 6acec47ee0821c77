/** A text of the search with what was found in it marked. */
import type { JSX } from 'preact';
import { partsOf } from './marked-text.ts';

/** @param html a highlight of the API; no tag of it becomes an element but `<mark>`. */
export function Highlight({ html }: { readonly html: string }): JSX.Element {
  return <>{partsOf(html).map(({ text, isMarked }, place) => (isMarked ? <mark key={place}>{text}</mark> : text))}</>;
}
