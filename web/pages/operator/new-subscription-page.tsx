/** Making a subscription: what the receiver answered is told, and its key and secret are shown this once. */
import type { JSX, TargetedEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { paths } from '#client/api-types.ts';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';
import { English } from '../../parts/english.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { BeginningField } from './beginning-field.tsx';
import { ConsoleFrame } from './console-frame.tsx';
import { ShownOnce } from './shown-once.tsx';
import { type Beginning, emptyDraft, keptOf, type SubscriptionDraft, sinceOf } from './subscription-draft.ts';
import { SubscriptionFields } from './subscription-fields.tsx';

type Made = paths['/v1/subscriptions']['post']['responses'][201]['content']['application/json'];

interface Asked {
  readonly draft: SubscriptionDraft;
  readonly since: string;
}

/** The receiver is asked before the answer comes, so this takes as long as it does. */
function make({ draft, since }: Asked): Promise<Made> {
  const { url, description, filters } = keptOf(draft);
  const body = { url, filters, since, ...(description !== null && { description }) };
  return answerOf(api.POST('/v1/subscriptions', { body }));
}

function MadeView({ made }: { readonly made: Made }): JSX.Element {
  const { say, to } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), []);
  const isActive = made.state === 'active';
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {say('op.subscription.made')}
      </h2>
      <Notice kind={isActive ? 'success' : 'warning'}>
        <p>{say(isActive ? 'op.subscription.made.active' : 'op.subscription.made.pending')}</p>
        {made.reason && (
          <p>
            <English>{made.reason.detail}</English>
          </p>
        )}
      </Notice>
      <p>{say('op.subscription.once')}</p>
      <ShownOnce label={say('op.subscription.key')} value={made.key} />
      <ShownOnce label={say('op.subscription.secret')} value={made.secret} />
      <p>
        <a class="button button-primary" href={to(`/operator/subscriptions/${made.id}`)}>
          {say('op.subscription.go')}
        </a>
      </p>
    </>
  );
}

export function NewSubscriptionPage(): JSX.Element {
  const { say } = useSpeech();
  const [draft, setDraft] = useState(emptyDraft);
  const [beginning, setBeginning] = useState<Beginning>({ kind: 'now', at: '' });
  const act = useAct(make);
  const { state } = act;
  const send = (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    const since = sinceOf(beginning);
    if (since !== undefined) act.run({ draft, since });
  };
  return (
    <ConsoleFrame>
      <PageHead title={say('op.subscriptions.add')} />
      {state.kind === 'done' ? (
        <MadeView made={state.value} />
      ) : (
        <form onSubmit={send}>
          <SubscriptionFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
          <BeginningField value={beginning} onChange={setBeginning} />
          <div class="button-row">
            <button type="submit" class="button button-primary" disabled={state.kind === 'working'}>
              {say('op.subscription.create')}
            </button>
          </div>
          <ActResult state={state}>{() => null}</ActResult>
        </form>
      )}
    </ConsoleFrame>
  );
}
