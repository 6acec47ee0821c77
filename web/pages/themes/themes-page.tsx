/** What the catalogue is about. */
import type { JSX } from 'preact';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Said } from '../../parts/said.tsx';

/** Each theme leads to the map of its registers. */
export function ThemesPage(): JSX.Element {
  const { say, to } = useSpeech();
  const answer = useAnswer('themes', (signal) => answerOf(api.GET('/v1/themes', { signal })));
  return (
    <>
      <PageHead title={say('themes.title')} />
      <p class="lead">{say('themes.lead')}</p>
      <AnswerView answer={answer}>
        {({ items }) => (
          <ul class="found-list">
            {items.map(({ id, label, datasets, owners }) => (
              <li key={id}>
                <a href={to(`/?theme=${encodeURIComponent(id)}`)}>
                  <Said text={label} />
                </a>
                <p>
                  {say('themes.registers', { count: datasets })}, {say('themes.owners', { count: owners })}
                </p>
              </li>
            ))}
            {items.length === 0 && <li>{say('state.empty')}</li>}
          </ul>
        )}
      </AnswerView>
    </>
  );
}
