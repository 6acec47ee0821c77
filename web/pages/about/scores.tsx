/** Every metric with its points, as the API tells them: what is counted and what is told cannot differ. */
import type { JSX } from 'preact';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { GradeMark } from '../../parts/grade-mark.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';

const loadMetrics = (signal: AbortSignal) => answerOf(api.GET('/metrics', { signal }));

type Metrics = Awaited<ReturnType<typeof loadMetrics>>;

function Grade({ metrics }: { readonly metrics: Metrics }): JSX.Element {
  const { say, read, number } = useSpeech();
  const { weights, bands } = metrics.grade;
  return (
    <>
      <ScrollTable label={say('about.bands')} heads={[say('grade.label'), say('about.from')]}>
        {bands.map(({ letter, from }) => (
          <tr key={letter}>
            <th scope="row">
              <GradeMark letter={letter} />
            </th>
            <td>{number(Math.round(from * 100))} %</td>
          </tr>
        ))}
      </ScrollTable>
      <ScrollTable label={say('quality.parts')} heads={[say('quality.set'), say('quality.weight')]}>
        {weights.map(({ set, weight }) => (
          <tr key={set}>
            <th scope="row">{read(metrics.sets[set])}</th>
            <td>{number(weight)}</td>
          </tr>
        ))}
      </ScrollTable>
    </>
  );
}

type ScoreSet = Metrics['scores'][number];

function SetDetails({ metrics, score }: { readonly metrics: Metrics; readonly score: ScoreSet }): JSX.Element {
  const { say, read, number } = useSpeech();
  const labels = new Map(metrics.items.map(({ id, label }) => [id, label]));
  const name = read(metrics.sets[score.set]);
  const heads = [say('about.metric'), say('about.dimension'), say('about.points')];
  return (
    <details class="history-details">
      <summary>
        {name} ({say('about.metrics', { count: score.parts.length })})
      </summary>
      <ScrollTable label={name} heads={heads}>
        {score.parts.map(({ metric, dimension, points, notAssessed }) => (
          <tr key={metric}>
            <th scope="row">{read(labels.get(metric)) || metric}</th>
            <td>{read(metrics.dimensions[dimension])}</td>
            <td>
              {number(Math.round(points * 100) / 100)}
              {notAssessed && <span> ({read(notAssessed)})</span>}
            </td>
          </tr>
        ))}
      </ScrollTable>
    </details>
  );
}

/** How the grade is made, and of what. */
export function Scores(): JSX.Element {
  const { say } = useSpeech();
  const answer = useAnswer('metrics', loadMetrics);
  return (
    <>
      <p class="prose">{say('about.scores.text')}</p>
      <AnswerView answer={answer}>
        {(metrics) => (
          <>
            <Grade metrics={metrics} />
            <h3>{say('about.metric.all')}</h3>
            {metrics.scores.map((score) => (
              <SetDetails key={score.set} metrics={metrics} score={score} />
            ))}
          </>
        )}
      </AnswerView>
    </>
  );
}
