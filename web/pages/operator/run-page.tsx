/** One run: its balance with the records behind it, what is wrong, what it asked for, what it changed, and what can be done. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ConsoleFrame } from './console-frame.tsx';
import { RunBalance } from './run-balance.tsx';
import { RunComparison } from './run-comparison.tsx';
import { RunDecision } from './run-decision.tsx';
import { RunDifference } from './run-difference.tsx';
import { RunFacts } from './run-facts.tsx';
import { RunProblems } from './run-problems.tsx';
import { RunRecords } from './run-records.tsx';
import { RunReplay } from './run-replay.tsx';
import { RunRequests } from './run-requests.tsx';
import type { Run } from './types.ts';

/** A run that is under way is looked at as often as its worker says how far it is. */
const RUNNING_MS = 3_000;

/** Ids of runs begin with that of their source, which has no dot. */
const sourceOf = (run: string): string => run.slice(0, run.indexOf('.'));

function RunView({ run, again }: { readonly run: Run; readonly again: () => void }): JSX.Element {
  const { say, to } = useSpeech();
  const isRunning = run.state === 'running';
  return (
    <>
      {isRunning && <p role="status">{say('op.run.live')}</p>}
      {run.preview && <p>{say('op.run.preview')}</p>}
      {run.replay && (
        <p>
          {say('op.run.replay-of')} <a href={to(`/operator/runs/${run.replay.of}`)}>{run.replay.of}</a>
        </p>
      )}
      <RunDecision run={run} onDecided={again} />
      <RunFacts run={run} />
      <RunBalance run={run} />
      <RunRecords run={run.id} />
      <RunComparison run={run} />
      <RunProblems run={run} />
      <RunDifference run={run} />
      <RunRequests run={run.id} isRunning={isRunning} />
      {!isRunning && !run.preview && <RunReplay run={run.id} />}
    </>
  );
}

export function RunPage(): JSX.Element {
  const { say } = useSpeech();
  const { id = '' } = useRoute().params;
  const [every, setEvery] = useState<number>();
  const answer = useAnswer(
    `run ${id}`,
    async (signal) => {
      const run = await answerOf(api.GET('/v1/runs/{id}', { params: { path: { id } }, signal, cache: 'no-cache' }));
      setEvery(run.endedAt === null ? RUNNING_MS : undefined);
      return run;
    },
    { every },
  );
  return (
    <ConsoleFrame>
      <PageHead title={say('op.run.title', { source: sourceOf(id) })} />
      <AnswerView answer={answer}>{(run) => <RunView key={run.id} run={run} again={answer.again} />}</AnswerView>
    </ConsoleFrame>
  );
}
