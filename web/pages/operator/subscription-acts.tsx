/** What can be done with a subscription at once: pause it, let it go on, try its receiver again, delete it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf, doneOf } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { Subscription } from './types.ts';

interface ActsProps {
  readonly subscription: Subscription;
  readonly onDone: () => void;
}

/** What the one button says, by how the subscription is. */
const SWITCHES = {
  active: 'op.subscription.pause',
  paused: 'op.subscription.resume',
  pending: 'op.subscription.try',
  disabled: 'op.subscription.try',
} as const;

export function SubscriptionActs({ subscription, onDone }: ActsProps): JSX.Element {
  const { say, to } = useSpeech();
  const { route } = useLocation();
  const { id, url, state } = subscription;
  const params = { path: { id } };
  const [isAsking, setAsking] = useState(false);
  const change = useAct(
    (next: 'active' | 'paused') => answerOf(api.PATCH('/v1/subscriptions/{id}', { params, body: { state: next } })),
    onDone,
  );
  const remove = useAct(
    (_sure: true) => doneOf(api.DELETE('/v1/subscriptions/{id}', { params })),
    () => route(to('/operator/subscriptions?deleted=1'), true),
  );
  const isWorking = change.state.kind === 'working' || remove.state.kind === 'working';
  const question = {
    title: say('op.subscription.delete.title'),
    text: say('op.subscription.delete.text', { url }),
    label: say('op.subscription.delete'),
  };
  return (
    <section>
      <h2>{say('op.subscription.acts')}</h2>
      <div class="button-row">
        <button
          type="button"
          class="button button-secondary"
          disabled={isWorking}
          onClick={() => change.run(state === 'active' ? 'paused' : 'active')}
        >
          {say(SWITCHES[state])}
        </button>
        <button type="button" class="button button-secondary" disabled={isWorking} onClick={() => setAsking(true)}>
          {say('op.subscription.delete')}
        </button>
      </div>
      <ActResult state={change.state}>{() => <p>{say('op.subscription.changed')}</p>}</ActResult>
      <ActResult state={remove.state}>{() => <p>{say('op.subscription.deleted')}</p>}</ActResult>
      <ConfirmDialog
        question={isAsking ? question : undefined}
        onAnswer={(isConfirmed) => {
          setAsking(false);
          if (isConfirmed) remove.run(true);
        }}
      />
    </section>
  );
}
