/** The fields of a subscription: who is told, and of which changes. */
import type { JSX } from 'preact';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { changeTypes, type SubscriptionDraft } from './subscription-draft.ts';

interface FieldsProps {
  readonly draft: SubscriptionDraft;
  readonly onChange: (change: Partial<SubscriptionDraft>) => void;
}

interface TextProps extends FieldsProps {
  readonly name: 'url' | 'description';
}

const LABELS = { url: 'op.subscription.url', description: 'op.subscription.who' } as const;
const HINTS = { url: 'op.subscription.url.hint', description: 'op.subscription.who.hint' } as const;

function TextField({ name, draft, onChange }: TextProps): JSX.Element {
  const { say } = useSpeech();
  return (
    <div class="form-group">
      <label class="form-label" for={`subscription-${name}`}>
        {say(LABELS[name])}
      </label>
      <span class="form-hint" id={`subscription-${name}-hint`}>
        {say(HINTS[name])}
      </span>
      <input
        class="form-input"
        id={`subscription-${name}`}
        type="text"
        inputMode={name === 'url' ? 'url' : undefined}
        required={name === 'url'}
        autocomplete="off"
        aria-describedby={`subscription-${name}-hint`}
        value={draft[name]}
        onInput={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
      />
    </div>
  );
}

function Types({ draft, onChange }: FieldsProps): JSX.Element {
  const { say } = useSpeech();
  const { types } = draft;
  return (
    <>
      {changeTypes.map((type) => (
        <div key={type} class="form-group-checkbox">
          <input
            type="checkbox"
            id={`subscription-${type}`}
            class="form-checkbox checkbox-large"
            checked={types.includes(type)}
            onChange={({ currentTarget: { checked } }) =>
              onChange({ types: changeTypes.filter((one) => (one === type ? checked : types.includes(one))) })
            }
          />
          <label class="form-label" for={`subscription-${type}`}>
            {say(`op.subscription.types.${type}`)}
          </label>
        </div>
      ))}
    </>
  );
}

type Offered = readonly { readonly id: string; readonly name: Readonly<Record<string, string | undefined>> }[];

interface ChoiceProps extends FieldsProps {
  readonly name: 'source' | 'owner' | 'theme';
  readonly offered: Offered;
}

function Choice({ name, offered, draft, onChange }: ChoiceProps): JSX.Element {
  const { say, read } = useSpeech();
  const chosen = draft[name];
  // What was chosen once may be gone from the list, or not be there yet.
  const isListed = chosen === '' || offered.some(({ id }) => id === chosen);
  return (
    <div class="form-group">
      <label class="form-label" for={`subscription-${name}`}>
        {say(`op.subscription.filter.${name}`)}
      </label>
      <select
        class="form-select"
        id={`subscription-${name}`}
        value={chosen}
        onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
      >
        <option value="">{say('op.subscription.filter.any')}</option>
        {!isListed && <option value={chosen}>{chosen}</option>}
        {offered.map(({ id, name: called }) => (
          <option key={id} value={id}>
            {read(called) || id}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What can be chosen, each list as far as it could be had. */
async function loadOffered(signal: AbortSignal): Promise<Readonly<Record<ChoiceProps['name'], Offered>>> {
  const [sources, owners, themes] = await Promise.all([
    answerOf(api.GET('/v1/sources', { signal })),
    answerOf(api.GET('/v1/owners', { signal })),
    answerOf(api.GET('/v1/themes', { signal })),
  ]);
  return {
    source: sources.items.map(({ id, title }) => ({ id, name: title ?? {} })),
    owner: owners.items.map(({ id, name }) => ({ id, name })),
    theme: themes.items.map(({ id, label }) => ({ id, name: label })),
  };
}

export function SubscriptionFields(props: FieldsProps): JSX.Element {
  const { say } = useSpeech();
  const offered = useAnswer('offered filters', loadOffered).held?.value;
  return (
    <>
      <TextField name="url" {...props} />
      <TextField name="description" {...props} />
      <fieldset class="source-fields subscription-filters">
        <legend>{say('op.subscription.filters')}</legend>
        <Types {...props} />
        {(['source', 'owner', 'theme'] as const).map((name) => (
          <Choice key={name} name={name} offered={offered?.[name] ?? []} {...props} />
        ))}
      </fieldset>
    </>
  );
}
