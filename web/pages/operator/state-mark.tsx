/** How a source or a run is: told by a word, and by a colour beside it. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import type { BoardSource, Run } from './types.ts';

type State = BoardSource['state'] | Run['state'];

const LOOKS: Readonly<Record<State, string>> = {
  well: 'well',
  succeeded: 'well',
  running: 'busy',
  new: 'busy',
  paused: 'quiet',
  partial: 'warned',
  held: 'warned',
  awaiting: 'warned',
  overdue: 'warned',
  failing: 'failed',
  failed: 'failed',
};

export function StateMark({ state }: { readonly state: State }): JSX.Element {
  const { say } = useSpeech();
  return <span class={`state-mark state-${LOOKS[state]}`}>{say(`op.state.${state}`)}</span>;
}
