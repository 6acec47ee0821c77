/** What stands around every page of the console: its menu, who is signed in, and the way to sign in for who is not. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useReducer } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { paths } from '#client/api-types.ts';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { endSession, hasEnded, onSession, personOf, tokenOf } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import type { WordKey } from '../../words/table.ts';
import { signOut } from './sign-out.ts';
import { signInPath } from './way-back.ts';

const PAGES: readonly (readonly [path: string, label: WordKey])[] = [
  ['/operator', 'op.nav.overview'],
  ['/operator/sources', 'op.nav.sources'],
  ['/operator/runs', 'op.nav.runs'],
  ['/operator/dead-letters', 'op.nav.letters'],
  ['/operator/subscriptions', 'op.nav.subscriptions'],
  ['/operator/links', 'op.nav.links'],
  ['/operator/audit', 'op.nav.audit'],
];

function Menu(): JSX.Element {
  const { say, to } = useSpeech();
  const { path } = useLocation();
  const isHere = (page: string) =>
    path === to(page) || (page !== '/operator' && path.startsWith(`${to(page)}/`)) || path === `${to(page)}/`;
  return (
    <nav class="console-menu" aria-label={say('op.menu')}>
      <ul class="sidemenu">
        {PAGES.map(([page, label]) => (
          <li key={page} class={isHere(page) ? 'active current' : ''}>
            <a class="nav-link" href={to(page)} aria-current={path === to(page) ? 'page' : undefined}>
              <span>{say(label)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The token of who is signed in, and anew whenever somebody signs in or out. */
function useToken(): string | undefined {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => onSession(() => redraw(undefined as never)), []);
  return tokenOf();
}

/** Leads to where one signs in, and from there back to this page. */
function ToSignIn({ isUnknown }: { readonly isUnknown: boolean }): null {
  const { url, route } = useLocation();
  useLayoutEffect(() => {
    if (isUnknown) endSession();
    route(signInPath(url, hasEnded()), true);
  }, [isUnknown, url, route]);
  return null;
}

function SignOut(): JSX.Element {
  const { say, language } = useSpeech();
  return (
    <button type="button" class="button button-tertiary" onClick={() => signOut(language)}>
      {say('op.sign-out')}
    </button>
  );
}

function Forbidden({ name }: { readonly name: string }): JSX.Element {
  const { say, to } = useSpeech();
  const { url } = useLocation();
  const isPerson = personOf() !== undefined;
  return (
    <>
      <PageHead title={say('op.title')} />
      <Notice kind="warning" title={say('op.forbidden.title')} isNews>
        <p>{say(isPerson ? 'op.forbidden.person' : 'op.forbidden.text', { name })}</p>
        <p>
          {isPerson ? <SignOut /> : <a href={signInPath(url, false)}>{say('op.sign-in.title')}</a>} ·{' '}
          <a href={to('/')}>{say('nav.map')}</a>
        </p>
      </Notice>
    </>
  );
}

type Me = paths['/v1/me']['get']['responses'][200]['content']['application/json'];

/** What somebody is called here: by what the provider calls a person, else by what acts are noted under. */
const nameOf = ({ name }: Me): string => personOf()?.name || name;

function Who({ me }: { readonly me: Me }): JSX.Element {
  const { say } = useSpeech();
  if (me.by === 'operator-token') return <>{say('op.signed-in.token')}</>;
  return <>{say('op.signed-in', { name: nameOf(me) })}</>;
}

/** Shows a page of the console to operators; leads others to where they sign in. */
export function ConsoleFrame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const token = useToken();
  const me = useAnswer(token && 'me', (signal) => answerOf(api.GET('/v1/me', { signal })));
  const isUnknown = me.kind === 'failed' && me.failure.kind === 'refused' && me.failure.status === 401;
  if (token === undefined || isUnknown) return <ToSignIn isUnknown={isUnknown} />;
  const known = me.held?.value;
  if (known && !known.operator) return <Forbidden name={nameOf(known)} />;
  return (
    <div class="console">
      <div class="console-side">
        <Menu />
        <p class="console-who">
          {known && <Who me={known} />} <SignOut />
        </p>
      </div>
      <div class="console-page">{children}</div>
    </div>
  );
}
