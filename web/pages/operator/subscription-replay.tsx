/** Sending again from a place in the log. */
import type { JSX, TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';
import { BeginningField } from './beginning-field.tsx';
import { type Beginning, sinceOf } from './subscription-draft.ts';

/** Puts a subscription back, or ahead, to a place. */
export const replay = (id: string) => (since: string) =>
  answerOf(api.POST('/v1/subscriptions/{id}/replay', { params: { path: { id } }, body: { since } }));

export function SubscriptionReplay({ id, onDone }: { readonly id: string; readonly onDone: () => void }): JSX.Element {
  const { say } = useSpeech();
  const [beginning, setBeginning] = useState<Beginning>({ kind: 'at', at: '' });
  const act = useAct(replay(id), onDone);
  const send = (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    const since = sinceOf(beginning);
    if (since !== undefined) act.run(since);
  };
  return (
    <section>
      <h2>{say('op.subscription.replay')}</h2>
      <form onSubmit={send}>
        <BeginningField value={beginning} onChange={setBeginning} />
        <div class="button-row">
          <button type="submit" class="button button-secondary" disabled={act.state.kind === 'working'}>
            {say('op.subscription.replay')}
          </button>
        </div>
        <ActResult state={act.state}>{() => <p>{say('op.subscription.replayed')}</p>}</ActResult>
      </form>
    </section>
  );
}
