/** One subscription: how its deliveries go, pausing it, and sending again. */
import type { JSX, TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { English } from '../../parts/english.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ConsoleFrame } from './console-frame.tsx';
import { DataTable } from './data-table.tsx';
import { PagedView } from './paged-view.tsx';
import type { Subscription } from './types.ts';

function Facts({ subscription }: { readonly subscription: Subscription }): JSX.Element {
  const { say, dateTime } = useSpeech();
  const { url, description, state, reason, delivery } = subscription;
  return (
    <dl class="facts">
      <dt>{say('op.subscription.url')}</dt>
      <dd>{url}</dd>
      <dt>{say('op.subscription.who')}</dt>
      <dd>{description ?? say('op.none')}</dd>
      <dt>{say('op.state')}</dt>
      <dd>{say(`op.subscription.state.${state}`)}</dd>
      {reason && (
        <>
          <dt>{say('op.run.reason')}</dt>
          <dd>
            <English>{reason.detail}</English>
          </dd>
        </>
      )}
      {delivery?.nextAttemptAt && (
        <>
          <dt>{say('op.subscription.next')}</dt>
          <dd>{dateTime(delivery.nextAttemptAt)}</dd>
        </>
      )}
    </dl>
  );
}

function Switch({
  subscription,
  onDone,
}: {
  readonly subscription: Subscription;
  readonly onDone: () => void;
}): JSX.Element {
  const { say } = useSpeech();
  const { id } = subscription;
  const isActive = subscription.state === 'active';
  const act = useAct(
    (state: 'active' | 'paused') =>
      answerOf(api.PATCH('/v1/subscriptions/{id}', { params: { path: { id } }, body: { state } })),
    onDone,
  );
  return (
    <>
      <button
        type="button"
        class="button button-secondary"
        disabled={act.state.kind === 'working'}
        onClick={() => act.run(isActive ? 'paused' : 'active')}
      >
        {say(isActive ? 'op.subscription.pause' : 'op.subscription.resume')}
      </button>
      <ActResult state={act.state}>{() => <p>{say('op.subscription.changed')}</p>}</ActResult>
    </>
  );
}

function SendAgain({ id, onDone }: { readonly id: string; readonly onDone: () => void }): JSX.Element {
  const { say } = useSpeech();
  const [since, setSince] = useState('');
  const act = useAct(
    (from: string) =>
      answerOf(api.POST('/v1/subscriptions/{id}/replay', { params: { path: { id } }, body: { since: from } })),
    onDone,
  );
  const send = (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    act.run(since.trim());
  };
  return (
    <form onSubmit={send}>
      <div class="form-group">
        <label class="form-label" for="since">
          {say('op.subscription.replay.since')}
        </label>
        <span class="form-hint" id="since-hint">
          {say('op.subscription.replay.hint')}
        </span>
        <input
          class="form-input"
          id="since"
          required
          aria-describedby="since-hint"
          value={since}
          onInput={({ currentTarget }) => setSince(currentTarget.value)}
        />
      </div>
      <button type="submit" class="button button-secondary" disabled={act.state.kind === 'working'}>
        {say('op.subscription.replay')}
      </button>
      <ActResult state={act.state}>{() => <p>{say('op.subscription.replayed')}</p>}</ActResult>
    </form>
  );
}

function Deliveries({ id }: { readonly id: string }): JSX.Element {
  const { say, dateTime, number } = useSpeech();
  const pages = usePages(`deliveries ${id}`, (cursor, signal) =>
    answerOf(
      api.GET('/v1/subscriptions/{id}/deliveries', {
        params: { path: { id }, query: { ...(cursor !== undefined && { cursor }) } },
        signal: signal ?? null,
      }),
    ),
  );
  const heads = ['type', 'attempt', 'outcome', 'status'] as const;
  return (
    <PagedView pages={pages} empty={say('op.deliveries.none')}>
      {(items) => (
        <DataTable
          label={say('op.deliveries')}
          heads={[say('op.at'), ...heads.map((head) => say(`op.deliveries.${head}`)), say('op.requests.time')]}
        >
          {items.map(({ at, webhookId, type, attempt, outcome, status, detail, durationMs }) => (
            <tr key={`${webhookId} ${attempt}`}>
              <th scope="row">{dateTime(at)}</th>
              <td>{type}</td>
              <td class="number">{number(attempt)}</td>
              <td>{say(`op.deliveries.${outcome}`)}</td>
              <td>
                {status} <English>{detail}</English>
              </td>
              <td class="number">{number(durationMs)} ms</td>
            </tr>
          ))}
        </DataTable>
      )}
    </PagedView>
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
            <Switch subscription={subscription} onDone={answer.again} />
            <h2>{say('op.subscription.replay')}</h2>
            <SendAgain id={id} onDone={answer.again} />
            <h2>{say('op.deliveries')}</h2>
            <Deliveries id={id} />
          </>
        )}
      </AnswerView>
    </ConsoleFrame>
  );
}
