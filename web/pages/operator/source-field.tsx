/** One field of the form for a source, with what is wrong about it. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { English } from '../../parts/english.tsx';
import { elementId, type Fault } from './source-draft.ts';
import type { Field } from './source-fields.ts';

interface SourceFieldProps {
  readonly field: Field;
  readonly value: string;
  readonly faults: readonly Fault[];
  /** What cannot be changed any more. */
  readonly isFixed: boolean;
  readonly onChange: (value: string) => void;
}

/** What a fault says, with its place below the field where that is not the field itself. */
export function FaultText({
  fault,
  pointer,
}: {
  readonly fault: Fault;
  readonly pointer: string | undefined;
}): JSX.Element {
  const { read } = useSpeech();
  const below = fault.pointer === pointer ? '' : `${fault.pointer}: `;
  return (
    <>
      {below}
      {read(fault.text)}
      {fault.detail !== undefined && (
        <>
          {' ('}
          <English>{fault.detail}</English>)
        </>
      )}
    </>
  );
}

function YesNo({ field, value, onChange }: SourceFieldProps): JSX.Element {
  const { say } = useSpeech();
  const id = elementId(field.pointer);
  return (
    <div class="form-group-checkbox">
      <input
        type="checkbox"
        id={id}
        class="form-checkbox checkbox-large"
        checked={value === 'true'}
        onChange={({ currentTarget }) => onChange(String(currentTarget.checked))}
      />
      <label class="form-label" for={id}>
        {say(field.label)}
      </label>
    </div>
  );
}

function Control({ field, value, faults, isFixed, onChange }: SourceFieldProps): JSX.Element {
  const { say } = useSpeech();
  const id = elementId(field.pointer);
  const describedBy = [field.hint && `${id}-hint`, faults.length > 0 && `${id}-error`].filter(Boolean).join(' ');
  const common = {
    id,
    value,
    'aria-invalid': faults.length > 0,
    'aria-describedby': describedBy || undefined,
  };
  if (field.choices) {
    return (
      <select {...common} class="form-select" onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {value === '' && <option value="" />}
        {field.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label === undefined ? choice.value : say(choice.label)}
          </option>
        ))}
      </select>
    );
  }
  const onInput = ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value);
  if (field.kind === 'json') {
    return <textarea {...common} class="form-input code" rows={8} spellcheck={false} onInput={onInput} />;
  }
  return (
    <input
      {...common}
      class="form-input"
      type="text"
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      readOnly={isFixed}
      required={field.isRequired}
      autocomplete="off"
      onInput={onInput}
    />
  );
}

export function SourceField(props: SourceFieldProps): JSX.Element {
  const { say } = useSpeech();
  const { field, faults } = props;
  const id = elementId(field.pointer);
  if (field.kind === 'yes-no') return <YesNo {...props} />;
  return (
    <div class={`form-group${faults.length > 0 ? ' form-error' : ''}`}>
      <label class="form-label" for={id}>
        {say(field.label)}
        {!field.isRequired && <span class="weight-normal"> {say('op.form.optional')}</span>}
      </label>
      {field.hint && (
        <span class="form-hint" id={`${id}-hint`}>
          {say(field.hint)}
        </span>
      )}
      {faults.length > 0 && (
        <span class="form-error-message" id={`${id}-error`}>
          <span class="sr-only">{say('op.error')} </span>
          {faults.map((fault) => (
            <span key={`${fault.pointer} ${fault.detail}`} class="fault-line">
              <FaultText fault={fault} pointer={field.pointer} />
            </span>
          ))}
        </span>
      )}
      <Control {...props} />
    </div>
  );
}
