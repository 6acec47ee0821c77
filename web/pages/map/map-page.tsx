/** The first page: search, and the registers that were found. */
import type { JSX, TargetedEvent } from 'preact';
import { useLocation } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { GradeMark } from '../../parts/grade-mark.tsx';
import { PageHead } from '../../parts/page-head.tsx';

export function MapPage(): JSX.Element {
  const { say, read, langOf, to } = useSpeech();
  const { query, path, route } = useLocation();
  const { q = '' } = query;
  const answer = useAnswer(`datasets ${q}`, (signal) =>
    answerOf(api.GET('/v1/datasets', { params: { query: { ...(q && { q }), limit: 50 } }, signal })),
  );
  const search = (event: TargetedEvent<HTMLInputElement>) => {
    const { value } = event.currentTarget;
    route(value === '' ? path : `${path}?q=${encodeURIComponent(value)}`, true);
  };
  return (
    <>
      <PageHead title={say('map.title')} />
      <div class="form-group">
        <label class="form-label" for="q">
          {say('map.search')}
        </label>
        <input class="form-input" id="q" type="search" value={q} onInput={search} autocomplete="off" />
      </div>
      <AnswerView answer={answer}>
        {({ items }) => (
          <ul class="register-list">
            {items.map(({ id, title, publisher, quality }) => (
              <li key={id}>
                <a href={to(`/registers/${id}`)} lang={langOf(title)}>
                  {read(title)}
                </a>{' '}
                <GradeMark letter={quality?.letter} />
                <p lang={langOf(publisher)}>{read(publisher)}</p>
              </li>
            ))}
          </ul>
        )}
      </AnswerView>
    </>
  );
}
