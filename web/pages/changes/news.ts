/** The JSON Feed of changes, as a page reads it. */

export interface News {
  readonly id: string;
  /** The register that changed; undefined where the feed leads elsewhere. */
  readonly register: string | undefined;
  readonly title: string;
  readonly text: string;
  readonly published: string;
}

export interface NewsPage {
  readonly items: readonly News[];
  /** The number of the page before this one in time; null at the beginning of the log. */
  readonly cursor: string | null;
}

const field = (value: unknown, key: string): string => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : '';
};

const newsOf = (item: unknown): News => ({
  id: field(item, 'id'),
  register: /\/id\/dataset\/([a-z0-9.-]+)$/.exec(field(item, 'url'))?.[1],
  title: field(item, 'title'),
  text: field(item, 'content_text'),
  published: field(item, 'date_published'),
});

/** Reads a page of the feed: what has no name or no time is passed over. */
export function readNews(feed: unknown): NewsPage {
  const items: unknown = typeof feed === 'object' && feed !== null ? Reflect.get(feed, 'items') : undefined;
  const news = (Array.isArray(items) ? items : []).map(newsOf);
  const next = /[?&]page=(\d+)/.exec(field(feed, 'next_url'))?.[1];
  return { items: news.filter(({ id, published }) => id !== '' && published !== ''), cursor: next ?? null };
}

/** The day of an instant where the reader is, as `2026-11-26`. */
const dayOf = (instant: string): string => new Date(instant).toLocaleDateString('sv-SE');

/** Days in the order in which they come, each with what happened on it. */
export function groupByDay(
  items: readonly News[],
): readonly { readonly day: string; readonly items: readonly News[] }[] {
  return [...Map.groupBy(items, ({ published }) => dayOf(published))].map(([day, group]) => ({ day, items: group }));
}
