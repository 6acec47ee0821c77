/** Two years, from and until, either of which may be left open. */
import type { JSX, TargetedEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSpeech } from '../../language.tsx';
import type { Span } from './address.ts';

interface SpanInputProps {
  /** Tells the fields of one page apart. */
  readonly name: string;
  readonly span: Span;
  readonly hint: string;
  readonly onChange: (span: Span) => void;
}

interface YearProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hintId: string;
  readonly onInput: (value: string) => void;
}

function Year({ id, label, value, hintId, onInput }: YearProps): JSX.Element {
  return (
    <div class="span-year">
      <label class="form-label" for={id}>
        {label}
      </label>
      <input
        class="form-input"
        id={id}
        inputMode="numeric"
        pattern="[0-9]{4}"
        maxLength={4}
        autocomplete="off"
        aria-describedby={hintId}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </div>
  );
}

const yearOf = (text: string): string | undefined => (/^\d{4}$/.test(text) ? text : undefined);

/** Taken over by the button: half a year is none, and each digit would be another question. */
export function SpanInput({ name, span, hint, onChange }: SpanInputProps): JSX.Element {
  const { say } = useSpeech();
  const [from, setFrom] = useState(span.from ?? '');
  const [until, setUntil] = useState(span.until ?? '');
  useEffect(() => {
    setFrom(span.from ?? '');
    setUntil(span.until ?? '');
  }, [span.from, span.until]);
  const submit = (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    onChange({ from: yearOf(from), until: yearOf(until) });
  };
  const hintId = `${name}-hint`;
  return (
    <form class="span-input" onSubmit={submit}>
      <Year id={`${name}-from`} label={say('map.year.from')} value={from} hintId={hintId} onInput={setFrom} />
      <Year id={`${name}-until`} label={say('map.year.until')} value={until} hintId={hintId} onInput={setUntil} />
      <button type="submit" class="button button-secondary">
        {say('map.year.apply')}
      </button>
      <p class="form-hint" id={hintId}>
        {hint}
      </p>
    </form>
  );
}
