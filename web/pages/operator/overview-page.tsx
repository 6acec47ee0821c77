/** How everything is: troubles first, worst first. */
import type { JSX } from 'preact';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { English } from '../../parts/english.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { sizeText } from '../../parts/size-text.ts';
import { ConsoleFrame } from './console-frame.tsx';
import { EngineRoom } from './engine-room.tsx';
import { SourceBoard } from './source-board.tsx';
import { Troubles } from './troubles.tsx';
import type { Overview } from './types.ts';

/** A source that breaks has to be named within a minute; the API allows for asking this often. */
const EVERY_MS = 10_000;

function RunningNow({ sources }: { readonly sources: Overview['sources'] }): JSX.Element {
  const { say, read, langOf, ago, to, number } = useSpeech();
  const running = sources.flatMap((source) => (source.running ? [{ ...source, now: source.running }] : []));
  if (running.length === 0) return <p>{say('op.overview.running.none')}</p>;
  return (
    <ul class="plain-list">
      {running.map(({ id, title, now }) => (
        <li key={id}>
          <a href={to(`/operator/runs/${now.run}`)} lang={langOf(title)}>
            {read(title) || id}
          </a>
          {': '}
          {say('op.overview.progress', {
            listed: now.listed,
            requests: now.requests,
            bytes: sizeText(now.bytesReceived, number),
            age: ago(now.startedAt),
          })}
        </li>
      ))}
    </ul>
  );
}

/** Sources that fail, by what their failure is called. */
function Causes({ sources }: { readonly sources: Overview['sources'] }): JSX.Element {
  const { say, read, langOf, to } = useSpeech();
  const byCode = new Map<string, Overview['sources'][number][]>();
  for (const source of sources) {
    if (source.failure) byCode.set(source.failure.code, [...(byCode.get(source.failure.code) ?? []), source]);
  }
  if (byCode.size === 0) return <p>{say('op.overview.causes.none')}</p>;
  return (
    <dl class="facts">
      {[...byCode].map(([code, failing]) => (
        <>
          <dt key={code}>
            <a href={`/problems/${code}`}>
              <English>{code}</English>
            </a>
          </dt>
          <dd>
            {failing.map(({ id, title }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <a href={to(`/operator/sources/${id}`)} lang={langOf(title)}>
                  {read(title) || id}
                </a>
              </span>
            ))}
          </dd>
        </>
      ))}
    </dl>
  );
}

export function OverviewPage(): JSX.Element {
  const { say, ago } = useSpeech();
  const answer = useAnswer('overview', (signal) => answerOf(api.GET('/v1/overview', { signal })), { every: EVERY_MS });
  return (
    <ConsoleFrame>
      <PageHead title={say('op.nav.overview')} />
      <AnswerView answer={answer}>
        {(overview) => (
          <>
            <Troubles overview={overview} />
            <h2>{say('op.overview.running')}</h2>
            <RunningNow sources={overview.sources} />
            <h2>{say('op.overview.board')}</h2>
            <SourceBoard sources={overview.sources} />
            <h2>{say('op.overview.causes')}</h2>
            <Causes sources={overview.sources} />
            <h2>{say('op.overview.behind')}</h2>
            <EngineRoom overview={overview} />
            <p class="stale">{say('op.overview.as-of', { age: ago(overview.at) })}</p>
          </>
        )}
      </AnswerView>
    </ConsoleFrame>
  );
}
