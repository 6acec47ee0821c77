/** Asks from when on changes are sent. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { type Beginning, beginnings } from './subscription-draft.ts';

interface BeginningFieldProps {
  readonly value: Beginning;
  readonly onChange: (value: Beginning) => void;
}

export function BeginningField({ value, onChange }: BeginningFieldProps): JSX.Element {
  const { say } = useSpeech();
  return (
    <>
      <div class="form-group">
        <label class="form-label" for="beginning">
          {say('op.subscription.begin')}
        </label>
        <select
          class="form-select"
          id="beginning"
          value={value.kind}
          onChange={({ currentTarget }) =>
            onChange({ ...value, kind: beginnings.find((kind) => kind === currentTarget.value) ?? 'now' })
          }
        >
          {beginnings.map((kind) => (
            <option key={kind} value={kind}>
              {say(`op.since.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      {value.kind === 'at' && (
        <div class="form-group">
          <label class="form-label" for="beginning-at">
            {say('op.since.when')}
          </label>
          <input
            class="form-input"
            id="beginning-at"
            type="datetime-local"
            required
            value={value.at}
            onInput={({ currentTarget }) => onChange({ ...value, at: currentTarget.value })}
          />
        </div>
      )}
    </>
  );
}
