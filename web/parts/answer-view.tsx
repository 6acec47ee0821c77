/** Shows what the API answered, or why there is nothing to show and what to do about it. */
import type { ComponentChildren, JSX } from 'preact';
import { codeOf, type Failure } from '../api/failure.ts';
import type { Answer } from '../api/use-answer.ts';
import { useSpeech } from '../language.tsx';
import { FailureNotice } from './failure-notice.tsx';

/** Asking again would not help. */
const isFinal = (failure: Failure): boolean =>
  failure.kind === 'refused' && failure.status < 500 && failure.status !== 429 && codeOf(failure) !== 'unavailable';

function Failed({ failure, again }: { readonly failure: Failure; readonly again: () => void }): JSX.Element {
  const { say } = useSpeech();
  return (
    <FailureNotice failure={failure}>
      {!isFinal(failure) && (
        <button type="button" class="button button-secondary" onClick={again}>
          {say('state.retry')}
        </button>
      )}
    </FailureNotice>
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
    if (kind === 'failed') return <Failed failure={answer.failure} again={again} />;
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
          <Failed failure={answer.failure} again={again} />
          <p class="stale">{say('state.stale', { age: ago(held.at) })}</p>
        </>
      )}
      {children(held.value)}
    </>
  );
}
