/** All sources. */
import type { JSX } from 'preact';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ConsoleFrame } from './console-frame.tsx';
import { SourceBoard } from './source-board.tsx';

export function SourcesPage(): JSX.Element {
  const { say, to } = useSpeech();
  const answer = useAnswer('overview', (signal) => answerOf(api.GET('/v1/overview', { signal })));
  return (
    <ConsoleFrame>
      <PageHead title={say('op.nav.sources')}>
        <p>
          <a class="button button-primary" href={to('/operator/sources/new')}>
            {say('op.sources.add')}
          </a>
        </p>
      </PageHead>
      <AnswerView answer={answer}>
        {({ sources }) => (sources.length === 0 ? <p>{say('op.sources.none')}</p> : <SourceBoard sources={sources} />)}
      </AnswerView>
    </ConsoleFrame>
  );
}
