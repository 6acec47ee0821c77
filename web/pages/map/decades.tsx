/** How many registers have data from each decade; choosing one narrows the period to it. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import type { Span } from './address.ts';
import type { Facets } from './use-search.ts';

interface DecadesProps {
  readonly counts: Facets['period'];
  readonly span: Span;
  readonly onChange: (span: Span) => void;
}

/** Pressed again, a decade lets the period go. */
export function Decades({ counts, span, onChange }: DecadesProps): JSX.Element | null {
  const { number } = useSpeech();
  if (counts.length === 0) return null;
  return (
    <ul class="decades">
      {counts.map(({ from, to, count }) => {
        const isChosen = span.from === from && span.until === to;
        const next = isChosen ? { from: undefined, until: undefined } : { from, until: to };
        return (
          <li key={from}>
            <button type="button" class="decade" aria-pressed={isChosen} onClick={() => onChange(next)}>
              {from}–{to} <span class="filter-count">({number(count)})</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
