/** Signing in at a provider: the way there, and what comes of it when the provider has led back. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf, failureOf } from '../../api/failure.ts';
import { claimReturned } from '../../api/returned.ts';
import { keepSession, type Session } from '../../api/session.ts';
import { useSpeech } from '../../language.tsx';
import { English } from '../../parts/english.tsx';
import { Notice } from '../../parts/notice.tsx';
import { beginSignIn, completeSignIn, type Provider } from './openid.ts';
import { takePending } from './pending-sign-in.ts';
import { faultOf, SignInFault } from './sign-in-fault.ts';
import { wayBack } from './way-back.ts';

/** Asks the API of the token before it is kept: one that it does not take would lead round in a circle. */
async function accepted(session: Session): Promise<Session> {
  try {
    await answerOf(api.GET('/v1/me', { headers: { authorization: `Bearer ${session.token}` } }));
    return session;
  } catch (error) {
    const failure = failureOf(error);
    throw new SignInFault(failure.kind === 'refused' && failure.status === 401 ? 'not-accepted' : 'unreachable');
  }
}

function Fault({ fault: { kind, code }, host }: { readonly fault: SignInFault; readonly host: string }): JSX.Element {
  const { say } = useSpeech();
  return (
    <Notice kind="error" title={say('op.sign-in.failed')} isNews>
      <p>{say(`op.sign-in.failed.${kind}`)}</p>
      {code !== undefined && (
        <p>
          {say('op.sign-in.failed.code', { host })} <English>{code}</English>
        </p>
      )}
    </Notice>
  );
}

type State =
  | { readonly kind: 'idle' }
  /** On the way there, or making tokens of what came back. */
  | { readonly kind: 'working' }
  /** With the page that was asked for first, for the next attempt. */
  | { readonly kind: 'failed'; readonly fault: SignInFault; readonly next: string | undefined };

export function OpenIdSignIn({ provider }: { readonly provider: Provider }): JSX.Element {
  const { say, language } = useSpeech();
  const { query, route } = useLocation();
  const [state, set] = useState<State>({ kind: 'idle' });
  const host = new URL(provider.authorizationEndpoint).host;

  const complete = async (returned: URLSearchParams) => {
    const pending = takePending();
    set({ kind: 'working' });
    try {
      if (!pending) throw new SignInFault('not-begun');
      keepSession(await accepted(await completeSignIn(provider, returned, pending)));
      route(wayBack(pending.next, language), true);
    } catch (error) {
      set({ kind: 'failed', fault: faultOf(error), next: pending?.next });
    }
  };
  const begin = async () => {
    const next = (state.kind === 'failed' ? state.next : undefined) ?? wayBack(query.next, language);
    set({ kind: 'working' });
    try {
      location.assign(await beginSignIn(provider, language, next));
    } catch (error) {
      set({ kind: 'failed', fault: faultOf(error), next });
    }
  };
  useEffect(() => {
    const returned = claimReturned();
    if (returned) void complete(returned);
  }, []);
  // A browser that goes back shows the page as it was left: on the way there.
  useEffect(() => {
    const shown = ({ persisted }: PageTransitionEvent) => persisted && set({ kind: 'idle' });
    addEventListener('pageshow', shown);
    return () => removeEventListener('pageshow', shown);
  }, []);

  if (state.kind === 'working') return <p role="status">{say('op.sign-in.openid.working')}</p>;
  return (
    <>
      {state.kind === 'failed' && <Fault fault={state.fault} host={host} />}
      <p>{say('op.sign-in.openid.text', { host })}</p>
      <button type="button" class="button button-primary" onClick={() => void begin()}>
        {say('op.sign-in.send')}
      </button>
    </>
  );
}
