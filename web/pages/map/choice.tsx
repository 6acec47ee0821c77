/** A choice of one among few. */
import type { JSX } from 'preact';

interface ChoiceProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string>({ id, label, value, options, onChange }: ChoiceProps<Value>): JSX.Element {
  const choose = (text: string) => {
    const chosen = options.find(([one]) => one === text);
    if (chosen) onChange(chosen[0]);
  };
  return (
    <div class="form-group choice">
      <label class="form-label" for={id}>
        {label}
      </label>
      <select class="form-select" id={id} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
