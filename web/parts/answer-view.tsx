/** Shows what the API answered, or why there is nothing to show and what to do about it. */
import type { ComponentChildren, JSX } from 'preact';
import { codeOf, type Failure } from '../api/failure.ts';
import type { Answer } from '../api/use-answer.ts';
import { type Speech, useSpeech } from '../language.tsx';
import { Notice } from './notice.tsx';

interface Told {
  readonly title: string;
  readonly text: string;
}

function refusalText({ status, problem }: Extract<Failure, { kind: 'refused' }>, { say }: Speech): Told {
  const detail = problem.detail ?? problem.title;
  if (status === 401) return { title: say('state.unauthorised.title'), text: detail };
  if (status === 403) return { title: say('state.forbidden.title'), text: detail };
  if (status === 404) return { title: say('state.missing.title'), text: detail };
  if (status === 410) return { title: say('state.removed.title'), text: detail };
  if (status === 503) return { title: say('state.busy.title'), text: say('state.busy.text') };
  if (status >= 500) {
    return { title: say('state.failed.title'), text: say('state.failed.text', { id: problem.requestId ?? '–' }) };
  }
  return { title: say('state.failed.title'), text: detail };
}

/** What a failure is called, and what to do. */
export function failureText(failure: Failure, speech: Speech): Told {
  const { say } = speech;
  if (failure.kind === 'offline') return { title: say('state.offline.title'), text: say('state.offline.text') };
  if (failure.kind === 'unreachable') {
    return { title: say('state.unreachable.title'), text: say('state.unreachable.text') };
  }
  return refusalText(failure, speech);
}

/** Asking again would not help. */
const isFinal = (failure: Failure): boolean =>
  failure.kind === 'refused' && failure.status < 500 && failure.status !== 429 && codeOf(failure) !== 'unavailable';

function FailureNotice({ failure, again }: { readonly failure: Failure; readonly again: () => void }): JSX.Element {
  const speech = useSpeech();
  const { title, text } = failureText(failure, speech);
  return (
    <Notice kind="error" title={title} isNews>
      <p>{text}</p>
      {!isFinal(failure) && (
        <button type="button" class="button button-secondary" onClick={again}>
          {speech.say('state.retry')}
        </button>
      )}
    </Notice>
  );
}

interface AnswerViewProps<Value> {
  readonly answer: Answer<Value>;
  /** Draws the value. */
  readonly children: (value: Value) => ComponentChildren;
}

/** What was there stays there while something newer is loaded, or cannot be; then it is marked with its age. */
export function AnswerView<Value>({ answer, children }: AnswerViewProps<Value>): JSX.Element {
  const { say, ago } = useSpeech();
  const { held, kind, again } = answer;
  if (!held) {
    if (kind === 'failed') return <FailureNotice failure={answer.failure} again={again} />;
    return (
      <p class="loading" role="status">
        {say('state.loading')}
      </p>
    );
  }
  return (
    <>
      {kind === 'failed' && (
        <>
          <FailureNotice failure={answer.failure} again={again} />
          <p class="stale">{say('state.stale', { age: ago(held.at) })}</p>
        </>
      )}
      {children(held.value)}
    </>
  );
}
