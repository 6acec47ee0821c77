/** All that is wrong with a form, above it: it takes the focus, and each fault leads to its field. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSpeech } from '../../language.tsx';
import { elementId, type Fault, fieldOf } from './source-draft.ts';
import { FaultText } from './source-field.tsx';
import { fields } from './source-fields.ts';

function FaultLink({ fault }: { readonly fault: Fault }): JSX.Element {
  const { say } = useSpeech();
  const pointer = fieldOf(fault.pointer);
  const field = fields.find((candidate) => candidate.pointer === pointer);
  if (pointer === undefined || !field) return <FaultText fault={fault} pointer={undefined} />;
  const id = elementId(pointer);
  const go = (event: Event) => {
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
  return (
    <a href={`#${id}`} onClick={go}>
      {say(field.label)}: <FaultText fault={fault} pointer={pointer} />
    </a>
  );
}

export function ErrorSummary({ faults }: { readonly faults: readonly Fault[] }): JSX.Element {
  const { say } = useSpeech();
  const summary = useRef<HTMLDivElement>(null);
  // Anew for each list of faults: who tries again without success is told so again.
  useEffect(() => {
    if (faults.length > 0) summary.current?.focus();
  }, [faults]);
  return (
    <div ref={summary} class="alert alert-error" role="alert" tabIndex={-1}>
      <div class="alert-body">
        <h2 class="alert-heading">{say('op.form.faults', { count: faults.length })}</h2>
        <ul class="plain-list">
          {faults.map((fault) => (
            <li key={`${fault.pointer} ${fault.detail}`}>
              <FaultLink fault={fault} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
