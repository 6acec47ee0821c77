/** The secret that a receiver's messages are signed with, and a new one in its place. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ShownOnce } from './shown-once.tsx';
import type { Subscription } from './types.ts';

interface SecretProps {
  readonly subscription: Subscription;
  readonly onDone: () => void;
}

function Active({ subscription: { secrets } }: Pick<SecretProps, 'subscription'>): JSX.Element {
  const { say, dateTime } = useSpeech();
  return (
    <ul>
      {secrets.map(({ createdAt, endsAt }) => (
        <li key={createdAt}>
          {endsAt === null
            ? say('op.subscription.secret.since', { time: dateTime(createdAt) })
            : say('op.subscription.secret.until', { time: dateTime(createdAt), end: dateTime(endsAt) })}
        </li>
      ))}
    </ul>
  );
}

export function SubscriptionSecret({ subscription, onDone }: SecretProps): JSX.Element {
  const { say, dateTime } = useSpeech();
  const { id } = subscription;
  const [isAsking, setAsking] = useState(false);
  const act = useAct(
    (revoke: boolean) =>
      answerOf(api.POST('/v1/subscriptions/{id}/secret', { params: { path: { id } }, body: { revoke } })),
    onDone,
  );
  const isWorking = act.state.kind === 'working';
  const question = {
    title: say('op.subscription.revoke.title'),
    text: say('op.subscription.revoke.text'),
    label: say('op.subscription.revoke'),
  };
  return (
    <section>
      <h2>{say('op.subscription.secrets')}</h2>
      <Active subscription={subscription} />
      <p>{say('op.subscription.rotate.text')}</p>
      <div class="button-row">
        <button type="button" class="button button-secondary" disabled={isWorking} onClick={() => act.run(false)}>
          {say('op.subscription.rotate')}
        </button>
        <button type="button" class="button button-secondary" disabled={isWorking} onClick={() => setAsking(true)}>
          {say('op.subscription.revoke')}
        </button>
      </div>
      <ActResult state={act.state}>
        {({ secret, previousEndsAt }) => (
          <>
            <p>{say('op.subscription.once')}</p>
            <ShownOnce label={say('op.subscription.rotated')} value={secret} />
            {previousEndsAt !== null && (
              <p>{say('op.subscription.rotated.until', { time: dateTime(previousEndsAt) })}</p>
            )}
          </>
        )}
      </ActResult>
      <ConfirmDialog
        question={isAsking ? question : undefined}
        onAnswer={(isConfirmed) => {
          setAsking(false);
          if (isConfirmed) act.run(true);
        }}
      />
    </section>
  );
}
