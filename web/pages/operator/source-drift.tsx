/** Fields of web pages that yield far less than they did. */
import type { JSX } from 'preact';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { usePropertyNames } from '../../parts/use-property-names.ts';
import { ProblemItem } from './run-problems.tsx';

/** What a run calls it. */
const CODE = 'scraper-drift';

export function SourceDrift({ run, state }: { readonly run: string; readonly state: string }): JSX.Element {
  const { say } = useSpeech();
  const names = usePropertyNames();
  const answer = useAnswer(`drift ${run} ${state}`, (signal) =>
    answerOf(
      api.GET('/v1/runs/{id}/problems', {
        params: { path: { id: run }, query: { code: CODE } },
        signal,
        cache: 'no-cache',
      }),
    ),
  );
  return (
    <section>
      <h2>{say('op.source.drift')}</h2>
      <AnswerView answer={answer}>
        {({ groups }) => {
          const examples = groups.flatMap((group) => group.examples);
          if (examples.length === 0) return <p>{say('op.source.drift.none')}</p>;
          return (
            <ul class="plain-list">
              {examples.map((problem, index) => (
                <ProblemItem key={index} problem={problem} names={names} />
              ))}
            </ul>
          );
        }}
      </AnswerView>
    </section>
  );
}
