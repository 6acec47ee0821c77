/** Where operators sign in: at the provider, where there is one, and by a token. */
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { OpenIdSignIn } from './openid-sign-in.tsx';
import { TokenSignIn } from './token-sign-in.tsx';

export function SignInPage(): JSX.Element {
  const { say } = useSpeech();
  const { query } = useLocation();
  const ways = useAnswer('sign-in', (signal) => answerOf(api.GET('/v1/sign-in', { signal })));
  return (
    <>
      <PageHead title={say('op.sign-in.title')} />
      {query.ended && <Notice kind="info" title={say('op.sign-in.ended')} />}
      <AnswerView answer={ways}>
        {({ openid, token }) => (
          <>
            {openid && <OpenIdSignIn provider={openid} />}
            {openid && token && (
              <details class="other-way">
                <summary>{say('op.sign-in.by-token')}</summary>
                <TokenSignIn label="op.sign-in.by-token" />
              </details>
            )}
            {!openid && <TokenSignIn label="op.sign-in.send" />}
          </>
        )}
      </AnswerView>
    </>
  );
}
