/** JSON Feed 1.1. Readers drop extensions, so nothing stands in one that is needed. */
import { type NewsPage, newsTitle } from './news-page.ts';

export const writeJsonFeed = ({ language, items, self, previous, home }: NewsPage): string =>
  `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: newsTitle[language],
      home_page_url: home,
      feed_url: self,
      ...(previous !== null && { next_url: previous }),
      language,
      authors: [{ name: 'Datalandkort' }],
      items: items.map(({ id, url, type, published, title, summary }) => ({
        id,
        url,
        title,
        content_text: summary,
        date_published: published,
        tags: [type],
      })),
    },
    null,
    2,
  )}\n`;
