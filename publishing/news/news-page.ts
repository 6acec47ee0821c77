/** A page of news: the newest one, or an archive that never changes (RFC 5005). */
import type { NewsItem, NewsLanguage } from './news-item.ts';

export interface NewsPage {
  readonly language: NewsLanguage;
  /** Newest first. */
  readonly items: readonly NewsItem[];
  /** The address of this document. */
  readonly self: string;
  /** The address of the newest page: the feed that people subscribe to. */
  readonly current: string;
  /** The archive before this page. */
  readonly previous: string | null;
  readonly isArchive: boolean;
  /** When the page last changed. */
  readonly updated: string;
  /** The address of the catalogue. */
  readonly home: string;
}

export const newsTitle = {
  da: 'Datalandkort: nyt om danske sundhedsdata',
  en: 'Datalandkort: news of Danish health data',
} as const;
