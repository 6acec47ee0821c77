/** One register. */
import type { JSX } from 'preact';
import { useRoute } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { PageHead } from '../../parts/page-head.tsx';

export function RegisterPage(): JSX.Element {
  const { read, langOf } = useSpeech();
  const { id = '' } = useRoute().params;
  const answer = useAnswer(`dataset ${id}`, (signal) =>
    answerOf(api.GET('/v1/datasets/{id}', { params: { path: { id } }, signal })),
  );
  return (
    <AnswerView answer={answer}>
      {({ record: { title, description } }) => (
        <>
          <PageHead title={read(title)} lang={langOf(title)} />
          <p lang={langOf(description)}>{read(description)}</p>
        </>
      )}
    </AnswerView>
  );
}
