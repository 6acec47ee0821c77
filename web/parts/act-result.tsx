/** How something that was asked for ended: told in words, and read out. */
import type { ComponentChildren, JSX } from 'preact';
import { codeOf, type Failure } from '../api/failure.ts';
import type { ActState } from '../api/use-act.ts';
import { type Speech, useSpeech } from '../language.tsx';
import { table, type WordKey } from '../words/table.ts';
import { failureText } from './answer-view.tsx';
import { English } from './english.tsx';
import { Notice } from './notice.tsx';

const isWord = (key: string): key is WordKey => Object.hasOwn(table, key);

/** What to do about a refusal, where the console knows. */
function adviceOf(failure: Failure, { say }: Speech): string | undefined {
  const key = `op.refused.${codeOf(failure)}`;
  return isWord(key) ? say(key) : undefined;
}

function ActFailure({ failure }: { readonly failure: Failure }): JSX.Element {
  const speech = useSpeech();
  const advice = adviceOf(failure, speech);
  const { title, text } = failureText(failure, speech);
  return (
    <Notice kind="error" title={title} isNews>
      {advice === undefined ? <p>{failure.kind === 'refused' ? <English>{text}</English> : text}</p> : <p>{advice}</p>}
    </Notice>
  );
}

interface ActResultProps<Value> {
  readonly state: ActState<Value>;
  /** What is said once it is done. */
  readonly children: (value: Value) => ComponentChildren;
}

/** A live region that is always there, so that what comes into it is read out. */
export function ActResult<Value>({ state, children }: ActResultProps<Value>): JSX.Element {
  const { say } = useSpeech();
  return (
    <>
      <div role="status" class="act-result">
        {state.kind === 'working' && <p>{say('op.working')}</p>}
        {state.kind === 'done' && children(state.value)}
      </div>
      {state.kind === 'failed' && <ActFailure failure={state.failure} />}
    </>
  );
}
