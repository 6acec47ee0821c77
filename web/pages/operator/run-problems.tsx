/** The problems of a run by their code, each with examples and where they stand. */
import type { JSX } from 'preact';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { English } from '../../parts/english.tsx';
import { type Names, pathText } from '../../parts/property-names.ts';
import { usePropertyNames } from '../../parts/use-property-names.ts';
import type { Run } from './types.ts';

type Problem = Run['problems'][number] & { readonly standing?: 'new' | 'still' | 'fixed' };

function Place({ place }: { readonly place: Problem['place'] }): JSX.Element | null {
  const { say } = useSpeech();
  if (!place) return null;
  const { page, line, column, path } = place;
  const at =
    line === undefined
      ? undefined
      : column === undefined
        ? say('op.problems.line', { line })
        : say('op.problems.place', { line, column });
  return <p class="stale">{[page, at, path].filter((part) => part !== undefined).join(', ')}</p>;
}

/** One problem: what, of which record, where, and the text that it is about. */
export function ProblemItem({ problem, names }: { readonly problem: Problem; readonly names: Names }): JSX.Element {
  const { say } = useSpeech();
  const { message, record, property, place, excerpt, standing } = problem;
  return (
    <li>
      <p>
        {standing && <strong>{say(`op.problems.${standing}`)}: </strong>}
        <English>{message}</English>
        {record !== undefined && ` (${record}${property === undefined ? '' : `, ${pathText(property, names)}`})`}
      </p>
      <Place place={place} />
      {excerpt !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll sideways, and has to be reached by keyboard then.
        <pre tabIndex={0}>{excerpt}</pre>
      )}
    </li>
  );
}

const standingsOf = ({ count, new: fresh, still, fixed }: Record<'count' | 'new' | 'still' | 'fixed', number>) => ({
  ...{ count, still, fixed },
  new: fresh,
});

export function RunProblems({ run }: { readonly run: Run }): JSX.Element {
  const { say, read } = useSpeech();
  const names = usePropertyNames();
  const answer = useAnswer(`problems ${run.id} ${run.state}`, (signal) =>
    answerOf(api.GET('/v1/runs/{id}/problems', { params: { path: { id: run.id } }, signal, cache: 'no-cache' })),
  );
  return (
    <section>
      <h2>{say('op.problems')}</h2>
      <AnswerView answer={answer}>
        {({ groups, complete }) => (
          <>
            {groups.length === 0 && <p>{say('op.problems.none')}</p>}
            {!complete && <p>{say('op.problems.partial')}</p>}
            {groups.map((group) => (
              <details key={group.code} class="problem-group">
                <summary>
                  {say(`op.severity.${group.severity}`)}: <English>{group.code}</English> –{' '}
                  {say('op.problems.count', standingsOf(group))}
                </summary>
                <p>{read(group.meaning)}</p>
                <ul class="plain-list">
                  {group.examples.map((problem, index) => (
                    <ProblemItem key={index} problem={problem} names={names} />
                  ))}
                </ul>
              </details>
            ))}
            {groups.length > 0 && (
              <p>
                <a href={`/v1/runs/${run.id}/problems.csv`}>{say('op.problems.csv')}</a>
              </p>
            )}
          </>
        )}
      </AnswerView>
    </section>
  );
}
