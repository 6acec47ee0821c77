/** The form of a source: checked, tried and previewed before it is kept. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type Act, useAct } from '../../api/use-act.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';
import { table, type WordKey } from '../../words/table.ts';
import { ErrorSummary } from './error-summary.tsx';
import { check, keep, preview, type Unsound } from './source-checks.ts';
import { type Draft, definitionOf, draftOf, type Fault, fieldOf, type Unreadable } from './source-draft.ts';
import { SourceField } from './source-field.tsx';
import { type Field, fieldGroups } from './source-fields.ts';
import { SourcePreviewView } from './source-preview.tsx';
import type { SourcePreview } from './types.ts';

/** Enough to judge by; the API reads no more than it can within its time. */
const PREVIEWED = 10;

type Step = 'check' | 'test' | 'preview' | 'save';

type Stepped =
  | Unsound
  | { readonly kind: 'sound' }
  | { readonly kind: 'previewed'; readonly preview: SourcePreview; readonly isTest: boolean }
  | { readonly kind: 'kept'; readonly id: string };

interface SourceFormProps {
  /** Undefined for a new source. */
  readonly base: unknown;
  /** The version that a change is made to; undefined for a new source. */
  readonly etag: string | undefined;
  readonly onKept: (id: string) => void;
}

const textOf = (key: WordKey): Fault['text'] => {
  const { da, en } = table[key];
  return { ...(typeof da === 'string' && { da }), ...(typeof en === 'string' && { en }) };
};

const faultOf = ({ pointer, kind }: Unreadable): Fault => ({
  pointer,
  text: textOf(kind === 'json' ? 'op.form.json' : 'op.form.not-number'),
});

/** What cannot be read here is told with what the API finds: one list, and one try fewer. */
async function checked(draft: Draft, base: unknown) {
  const { definition, unreadable } = definitionOf(draft, base);
  const found = await check(definition);
  if (unreadable.length === 0) return found;
  const faults = [...unreadable.map(faultOf), ...(found.kind === 'unsound' ? found.faults : [])];
  return { kind: 'unsound', faults } as const;
}

const stepper =
  (base: unknown, etag: string | undefined) =>
  async ({ step, draft }: { readonly step: Step; readonly draft: Draft }): Promise<Stepped> => {
    const found = await checked(draft, base);
    if (found.kind === 'unsound' || step === 'check') return found;
    if (step === 'save') return { kind: 'kept', id: await keep(found.definition, etag) };
    const isTest = step === 'test';
    return { kind: 'previewed', isTest, preview: await preview(found.definition, isTest ? 1 : PREVIEWED) };
  };

interface StepsProps {
  readonly act: Act<{ readonly step: Step; readonly draft: Draft }, Stepped>;
  readonly draft: Draft;
  readonly isNew: boolean;
}

function Steps({ act, draft, isNew }: StepsProps): JSX.Element {
  const { say } = useSpeech();
  const isWorking = act.state.kind === 'working';
  return (
    <div class="button-row">
      {(['check', 'test', 'preview'] as const).map((step) => (
        <button
          key={step}
          type="button"
          class="button button-secondary"
          disabled={isWorking}
          onClick={() => act.run({ step, draft })}
        >
          {say(`op.form.${step}`)}
        </button>
      ))}
      <button type="submit" class="button button-primary" disabled={isWorking}>
        {say(isNew ? 'op.form.add' : 'op.form.save')}
      </button>
    </div>
  );
}

function Outcome({ act }: Pick<StepsProps, 'act'>): JSX.Element {
  const { say } = useSpeech();
  return (
    <ActResult state={act.state}>
      {(value) => (
        <>
          {value.kind === 'unsound' && <p>{say('op.form.faults', { count: value.faults.length })}</p>}
          {value.kind === 'sound' && <p>{say('op.form.sound')}</p>}
          {value.kind === 'kept' && <p>{say('op.source.saved')}</p>}
          {value.kind === 'previewed' && <SourcePreviewView preview={value.preview} isTest={value.isTest} />}
        </>
      )}
    </ActResult>
  );
}

const NONE: readonly Fault[] = [];

export function SourceForm({ base, etag, onKept }: SourceFormProps): JSX.Element {
  const { say } = useSpeech();
  const [draft, setDraft] = useState(() => draftOf(base));
  const act = useAct(stepper(base, etag), (value) => value.kind === 'kept' && onKept(value.id));
  const isNew = etag === undefined;
  const faults = act.state.kind === 'done' && act.state.value.kind === 'unsound' ? act.state.value.faults : NONE;
  const propsOf = (field: Field) => ({
    field,
    value: draft[field.pointer] ?? '',
    faults: faults.filter(({ pointer }) => fieldOf(pointer) === field.pointer),
    isFixed: !isNew && field.pointer === '/id',
    onChange: (value: string) => setDraft((before) => ({ ...before, [field.pointer]: value })),
  });
  const save = (event: Event) => {
    event.preventDefault();
    act.run({ step: 'save', draft });
  };
  return (
    <form onSubmit={save} noValidate>
      {faults.length > 0 && <ErrorSummary faults={faults} />}
      {fieldGroups.map(({ label, fields }) => (
        <fieldset key={label} class="source-fields">
          <legend>{say(label)}</legend>
          {fields.map((field) => (
            <SourceField key={field.pointer} {...propsOf(field)} />
          ))}
        </fieldset>
      ))}
      <Steps act={act} draft={draft} isNew={isNew} />
      <Outcome act={act} />
    </form>
  );
}
