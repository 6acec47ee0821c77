/** What is new in the catalogue, the newest first. */
import type { JSX } from 'preact';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { dateText } from '../../parts/period-text.ts';
import { ShowMore } from '../../parts/show-more.tsx';
import { groupByDay, type News, readNews } from './news.ts';

function NewsItem({ news }: { readonly news: News }): JSX.Element {
  const { to } = useSpeech();
  return (
    <li>
      <h3 class="found-name">
        {news.register === undefined ? news.title : <a href={to(`/registers/${news.register}`)}>{news.title}</a>}
      </h3>
      <p>{news.text}</p>
    </li>
  );
}

/** Where else they can be followed. */
function Follow(): JSX.Element {
  const { say, language } = useSpeech();
  return (
    <p>
      {say('changes.follow')} <a href={`/v1/feeds/atom.xml?lang=${language}`}>Atom</a>,{' '}
      <a href={`/v1/feeds/feed.json?lang=${language}`}>JSON Feed</a>, <a href="/v1/feeds/dcat-ap">LDES</a>.{' '}
      {say('changes.webhooks')} <a href="/docs">{say('footer.api')}</a>.
    </p>
  );
}

/** The feed that readers of news get, as a page. */
export function ChangesPage(): JSX.Element {
  const speech = useSpeech();
  const { say, language } = speech;
  const pages = usePages(`news ${language}`, async (cursor, signal) => {
    const query = { lang: language, ...(cursor && { page: cursor }) };
    const feed = await answerOf<unknown>(
      api.GET('/v1/feeds/feed.json', { params: { query }, headers: { accept: 'application/feed+json' }, signal }),
    );
    return readNews(feed);
  });
  return (
    <>
      <PageHead title={say('changes.title')} />
      <Follow />
      <AnswerView answer={pages.first}>
        {() => (
          <>
            {groupByDay(pages.items).map(({ day, items }) => (
              <section key={day} aria-labelledby={`day-${day}`}>
                <h2 id={`day-${day}`}>{dateText(day, speech)}</h2>
                <ul class="day-list">
                  {items.map((news) => (
                    <NewsItem key={news.id} news={news} />
                  ))}
                </ul>
              </section>
            ))}
            {pages.items.length === 0 ? <p>{say('state.empty')}</p> : <ShowMore pages={pages} />}
          </>
        )}
      </AnswerView>
    </>
  );
}
