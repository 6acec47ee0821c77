/** Signing in by a token that somebody has. */
import type { JSX, TargetedEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf, type Failure } from '../../api/failure.ts';
import { keepToken } from '../../api/session.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpeech } from '../../language.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { WordKey } from '../../words/table.ts';
import { wayBack } from './way-back.ts';

/** Who a token is of; it is kept only if it lets its bearer in. */
async function signIn(token: string): Promise<{ readonly operator: boolean }> {
  const me = await answerOf(api.GET('/v1/me', { headers: { authorization: `Bearer ${token}` } }));
  if (me.operator) keepToken(token);
  return me;
}

const isUnknown = (failure: Failure): boolean => failure.kind === 'refused' && failure.status === 401;

interface Fault {
  readonly text: string;
}

function TokenField({
  fault,
  field,
}: {
  readonly fault: Fault | undefined;
  readonly field: { current: HTMLInputElement | null };
}): JSX.Element {
  const { say } = useSpeech();
  return (
    <div class={`form-group${fault ? ' form-error' : ''}`}>
      <label class="form-label" for="token">
        {say('op.sign-in.token')}
      </label>
      <span class="form-hint" id="token-hint">
        {say('op.sign-in.kept')}
      </span>
      {fault && (
        <span class="form-error-message" id="token-error" role="alert">
          <span class="sr-only">{say('op.error')} </span>
          {fault.text}
        </span>
      )}
      <input
        ref={field}
        class="form-input"
        id="token"
        type="password"
        autocomplete="off"
        spellcheck={false}
        aria-invalid={fault !== undefined}
        aria-describedby={fault ? 'token-hint token-error' : 'token-hint'}
      />
    </div>
  );
}

/** @param label what the button is called, which stands beside another one where people sign in at a provider. */
export function TokenSignIn({ label }: { readonly label: WordKey }): JSX.Element {
  const { say, language } = useSpeech();
  const { query, route } = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<WordKey>();
  const act = useAct(signIn, ({ operator }) => {
    if (operator) route(wayBack(query.next, language), true);
    else setFault('op.sign-in.not-operator');
  });
  const { state } = act;
  const send = (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    const token = field.current?.value.trim() ?? '';
    setFault(token === '' ? 'op.sign-in.missing' : undefined);
    if (token !== '') act.run(token);
    field.current?.focus();
  };
  const unknown = state.kind === 'failed' && isUnknown(state.failure) ? 'op.sign-in.unknown' : undefined;
  const shown = fault ?? unknown;
  return (
    <>
      <p>{say('op.sign-in.text')}</p>
      <form onSubmit={send} noValidate>
        <TokenField fault={shown && { text: say(shown) }} field={field} />
        {state.kind === 'failed' && !unknown && <FailureNotice failure={state.failure} />}
        <button type="submit" class="button button-primary" disabled={state.kind === 'working'}>
          {say(state.kind === 'working' ? 'op.working' : label)}
        </button>
      </form>
    </>
  );
}
