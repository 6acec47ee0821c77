/** One subscription: how its deliveries go, what it is told, its secret, and sending again. */
import type { JSX, TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { English } from '../../parts/english.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ConsoleFrame } from './console-frame.tsx';
import { Deliveries } from './deliveries.tsx';
import { SubscriptionActs } from './subscription-acts.tsx';
import { draftOf, keptOf, type SubscriptionDraft } from './subscription-draft.ts';
import { SubscriptionFields } from './subscription-fields.tsx';
import { SubscriptionReplay } from './subscription-replay.tsx';
import { SubscriptionSecret } from './subscription-secret.tsx';
import type { Subscription } from './types.ts';

interface PartProps {
  readonly subscription: Subscription;
  readonly onDone: () => void;
}

function Filters({ filters }: Pick<Subscription, 'filters'>): JSX.Element {
  const { say } = useSpeech();
  const { types } = filters;
  const said = [
    ...(types ? [types.map((type) => say(`op.subscription.types.${type}`)).join(', ')] : []),
    ...(['source', 'owner', 'theme'] as const).flatMap((name) =>
      filters[name] === undefined ? [] : [`${say(`op.subscription.filter.${name}`)}: ${filters[name]}`],
    ),
  ];
  return <>{said.length === 0 ? say('op.subscription.filters.all') : said.join('; ')}</>;
}

function Trouble({ subscription: { reason, delivery } }: Pick<PartProps, 'subscription'>): JSX.Element {
  const { say, dateTime, number } = useSpeech();
  return (
    <>
      {reason && (
        <>
          <dt>{say('op.run.reason')}</dt>
          <dd>
            <English>{reason.detail}</English>
          </dd>
        </>
      )}
      {delivery?.failingSince && (
        <>
          <dt>{say('op.subscription.since')}</dt>
          <dd>
            {dateTime(delivery.failingSince)} ({say('op.subscription.attempts')}: {number(delivery.failedAttempts)})
          </dd>
        </>
      )}
      {delivery?.nextAttemptAt && (
        <>
          <dt>{say('op.subscription.next')}</dt>
          <dd>{dateTime(delivery.nextAttemptAt)}</dd>
        </>
      )}
    </>
  );
}

function Facts({ subscription }: Pick<PartProps, 'subscription'>): JSX.Element {
  const { say } = useSpeech();
  const { url, description, state, filters, delivery } = subscription;
  return (
    <dl class="facts">
      <dt>{say('op.subscription.url')}</dt>
      <dd>{url}</dd>
      <dt>{say('op.subscription.who')}</dt>
      <dd>{description ?? say('op.none')}</dd>
      <dt>{say('op.subscription.filters')}</dt>
      <dd>
        <Filters filters={filters} />
      </dd>
      <dt>{say('op.state')}</dt>
      <dd>{say(`op.subscription.state.${state}`)}</dd>
      <Trouble subscription={subscription} />
      <dt>{say('op.subscription.place')}</dt>
      <dd>{delivery?.cursor ?? say('op.none')}</dd>
    </dl>
  );
}

function Change({ subscription, onDone }: PartProps): JSX.Element {
  const { say } = useSpeech();
  const { id } = subscription;
  const [draft, setDraft] = useState(() => draftOf(subscription));
  const act = useAct(
    (asked: SubscriptionDraft) =>
      answerOf(api.PATCH('/v1/subscriptions/{id}', { params: { path: { id } }, body: keptOf(asked) })),
    onDone,
  );
  const send = (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    act.run(draft);
  };
  return (
    <section>
      <h2>{say('op.subscription.change')}</h2>
      <form onSubmit={send}>
        <SubscriptionFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
        <div class="button-row">
          <button type="submit" class="button button-primary" disabled={act.state.kind === 'working'}>
            {say('op.subscription.save')}
          </button>
        </div>
        <ActResult state={act.state}>{() => <p>{say('op.subscription.changed')}</p>}</ActResult>
      </form>
    </section>
  );
}

export function SubscriptionPage(): JSX.Element {
  const { say } = useSpeech();
  const { id = '' } = useRoute().params;
  const answer = useAnswer(`subscription ${id}`, (signal) =>
    answerOf(api.GET('/v1/subscriptions/{id}', { params: { path: { id } }, signal, cache: 'no-cache' })),
  );
  return (
    <ConsoleFrame>
      <PageHead title={say('op.subscription')} />
      <AnswerView answer={answer}>
        {(subscription) => (
          <>
            <Facts subscription={subscription} />
            <SubscriptionActs subscription={subscription} onDone={answer.again} />
            <Deliveries id={id} onDone={answer.again} />
            <SubscriptionReplay id={id} onDone={answer.again} />
            <SubscriptionSecret subscription={subscription} onDone={answer.again} />
            <Change subscription={subscription} onDone={answer.again} />
          </>
        )}
      </AnswerView>
    </ConsoleFrame>
  );
}
