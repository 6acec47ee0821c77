/** What stands around every page of the console: its menu, who is signed in, and the way to sign in for who is not. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useReducer } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { keepToken, onSession, tokenOf } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import type { WordKey } from '../../words/table.ts';
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
function ToSignIn({ hasEnded }: { readonly hasEnded: boolean }): null {
  const { url, route } = useLocation();
  useLayoutEffect(() => {
    if (hasEnded) keepToken(undefined);
    route(signInPath(url, hasEnded), true);
  }, [hasEnded, url, route]);
  return null;
}

function Forbidden({ name }: { readonly name: string }): JSX.Element {
  const { say, to } = useSpeech();
  const { url } = useLocation();
  return (
    <>
      <PageHead title={say('op.title')} />
      <Notice kind="warning" title={say('op.forbidden.title')} isNews>
        <p>{say('op.forbidden.text', { name })}</p>
        <p>
          <a href={signInPath(url, false)}>{say('op.sign-in.title')}</a> · <a href={to('/')}>{say('nav.map')}</a>
        </p>
      </Notice>
    </>
  );
}

/** Shows a page of the console to operators; leads others to where they sign in. */
export function ConsoleFrame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { say } = useSpeech();
  const token = useToken();
  const me = useAnswer(token && 'me', (signal) => answerOf(api.GET('/v1/me', { signal })));
  const isUnknown = me.kind === 'failed' && me.failure.kind === 'refused' && me.failure.status === 401;
  if (token === undefined || isUnknown) return <ToSignIn hasEnded={isUnknown} />;
  const known = me.held?.value;
  if (known && !known.operator) return <Forbidden name={known.name} />;
  return (
    <div class="console">
      <div class="console-side">
        <Menu />
        <p class="console-who">
          {known && say('op.signed-in', { name: known.name })}{' '}
          <button type="button" class="button button-tertiary" onClick={() => keepToken(undefined)}>
            {say('op.sign-out')}
          </button>
        </p>
      </div>
      <div class="console-page">{children}</div>
    </div>
  );
}
