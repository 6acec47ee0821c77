/** How something that was asked for ended: told in words, and read out. */
import type { ComponentChildren, JSX } from 'preact';
import { codeOf, type Failure } from '../api/failure.ts';
import type { ActState } from '../api/use-act.ts';
import { type Speech, useSpeech } from '../language.tsx';
import { table, type WordKey } from '../words/table.ts';
import { FailureNotice } from './failure-notice.tsx';

const isWord = (key: string): key is WordKey => Object.hasOwn(table, key);

/** What to do about a refusal, where the console knows. */
function adviceOf(failure: Failure, { say }: Speech): string | undefined {
  const key = `op.refused.${codeOf(failure)}`;
  return isWord(key) ? say(key) : undefined;
}

interface ActResultProps<Value> {
  readonly state: ActState<Value>;
  /** What is said once it is done. */
  readonly children: (value: Value) => ComponentChildren;
}

/** A live region that is always there, so that what comes into it is read out. */
export function ActResult<Value>({ state, children }: ActResultProps<Value>): JSX.Element {
  const speech = useSpeech();
  return (
    <>
      <div role="status" class="act-result">
        {state.kind === 'working' && <p>{speech.say('op.working')}</p>}
        {state.kind === 'done' && children(state.value)}
      </div>
      {state.kind === 'failed' && <FailureNotice failure={state.failure} advice={adviceOf(state.failure, speech)} />}
    </>
  );
}
