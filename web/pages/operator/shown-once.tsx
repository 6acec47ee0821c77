/** A secret that is shown once: it stands in a field that can be copied, and nowhere else. */
import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useAct } from '../../api/use-act.ts';
import { useSpeech } from '../../language.tsx';

interface ShownOnceProps {
  readonly label: string;
  readonly value: string;
}

export function ShownOnce({ label, value }: ShownOnceProps): JSX.Element {
  const { say } = useSpeech();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const act = useAct((text: string) => navigator.clipboard.writeText(text));
  const { kind } = act.state;
  const copy = () => {
    field.current?.select();
    act.run(value);
  };
  return (
    <div class="form-group shown-once">
      <label class="form-label" for={id}>
        {label}
      </label>
      <div class="button-row">
        <input ref={field} class="form-input" id={id} readOnly value={value} spellcheck={false} />
        <button type="button" class="button button-secondary" onClick={copy}>
          {say('op.subscription.copy')}
          <span class="visually-hidden"> {label}</span>
        </button>
      </div>
      <p role="status">
        {kind === 'done' && say('op.subscription.copied')}
        {kind === 'failed' && say('op.subscription.not-copied')}
      </p>
    </div>
  );
}
