/** When a run was, how it went, and what it took. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { English } from '../../parts/english.tsx';
import { sizeText } from '../../parts/size-text.ts';
import { secondsText, usdText } from './measures.ts';
import { StateMark } from './state-mark.tsx';
import type { Run } from './types.ts';

function Ended({ run: { endedAt, seconds, cost } }: { readonly run: Run }): JSX.Element {
  const { say, dateTime, language } = useSpeech();
  return (
    <>
      {endedAt !== null && (
        <>
          <dt>{say('op.run.ended')}</dt>
          <dd>{dateTime(endedAt)}</dd>
        </>
      )}
      {seconds !== null && (
        <>
          <dt>{say('op.run.took')}</dt>
          <dd>{secondsText(seconds, language)}</dd>
        </>
      )}
      {cost && (
        <>
          <dt>{say('op.run.cost')}</dt>
          <dd>{say('op.run.cost.text', { usd: usdText(cost.usd, language) })}</dd>
        </>
      )}
    </>
  );
}

export function RunFacts({ run }: { readonly run: Run }): JSX.Element {
  const { say, dateTime, to, number } = useSpeech();
  const { source, state, reason, startedAt, coverage, requests, bytesReceived, notModified } = run;
  return (
    <dl class="facts">
      <dt>{say('op.state')}</dt>
      <dd>
        <StateMark state={state} />
      </dd>
      {/* Of a run that is held it stands with the decision. */}
      {reason !== undefined && state !== 'held' && (
        <>
          <dt>{say('op.run.reason')}</dt>
          <dd>
            <English>{reason}</English>
          </dd>
        </>
      )}
      <dt>{say('op.run.id')}</dt>
      <dd>{run.id}</dd>
      <dt>{say('op.source')}</dt>
      <dd>
        <a href={to(`/operator/sources/${source}`)}>{source}</a>
      </dd>
      <dt>{say('op.run.started')}</dt>
      <dd>{dateTime(startedAt)}</dd>
      <Ended run={run} />
      <dt>{say('op.run.coverage')}</dt>
      <dd>{say(`op.run.coverage.${coverage}`)}</dd>
      <dt>{say('op.run.traffic')}</dt>
      <dd>{say('op.run.traffic.text', { requests, bytes: sizeText(bytesReceived, number), same: notModified })}</dd>
    </dl>
  );
}
