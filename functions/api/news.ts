/**
 * `/v1/feeds/atom.xml` and `/v1/feeds/feed.json`: the changes as people read them. A page is a hundred changes of the log; one
 * that is followed by another is an archive and never changes.
 */
import * as z from 'zod';
import { payloadChunks } from '#functions/shared/payload-chunks.ts';
import { type NewsItem, type NewsLanguage, newsItem, newsLanguages, type Told } from '#publishing/news/news-item.ts';
import type { NewsPage } from '#publishing/news/news-page.ts';
import { writeAtom } from '#publishing/news/write-atom.ts';
import { writeJsonFeed } from '#publishing/news/write-json-feed.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { LogNumber, logNumber } from './log-numbers.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { CHANGING, IMMUTABLE, linkHeader, type Reply, text } from './reply.ts';
import { type ApiRequest, parseQuery } from './request.ts';

type NewsPorts = Pick<ApiPorts, 'links' | 'ledger'>;

/** Changes in a page. */
const PAGE_CHANGES = 100;

/** What a feed of a log without any change says of its time: no reader takes a feed without one. */
const NO_CHANGE = '1970-01-01T00:00:00.000Z';

const Language = z.enum(newsLanguages).default('da');
export const AtomQuery = z.strictObject({ lang: Language });
export const JsonQuery = z.strictObject({ lang: Language, page: LogNumber.optional() });

/** Each change with its record; a deletion with the last record that there was, for people know a dataset by its name. */
async function told({ ledger }: NewsPorts, changes: readonly LedgerEntry[]): Promise<Told[]> {
  const described = await Promise.all(
    changes.map(async (change) => {
      if (change.type !== 'Delete' || change.previous === null) return change;
      const [before] = await ledger.read(change.previous - 1, 1);
      return before ?? change;
    }),
  );
  const records: (CatalogueEntry | null)[] = [];
  for (const portion of payloadChunks(described, PAGE_CHANGES)) records.push(...(await ledger.payloads(portion)));
  return changes.map((change, index) => ({ change, entry: records[index] ?? null }));
}

interface Wanted {
  readonly language: NewsLanguage;
  /** The newest page when it is undefined. */
  readonly number: number | undefined;
  readonly addressOf: (page: number | undefined) => string;
}

/** @throws Refusal `not-found` for a page that is no archive yet. */
async function readPage(ports: NewsPorts, { language, number, addressOf }: Wanted): Promise<NewsPage> {
  const { ledger, links } = ports;
  const { seq } = await ledger.head();
  const newest = Math.max(1, Math.ceil(seq / PAGE_CHANGES));
  if (number !== undefined && number >= newest) {
    throw new Refusal('not-found', { detail: 'There is no archive of this number yet.' });
  }
  const page = number ?? newest;
  const changes = await ledger.read((page - 1) * PAGE_CHANGES, PAGE_CHANGES);
  const items: NewsItem[] = (await told(ports, changes)).map((one) =>
    newsItem(one, language, { id: links.change(one.change.seq), url: links.datasetIri(one.change.dataset) }),
  );
  return {
    language,
    items: items.reverse(),
    self: addressOf(number),
    current: addressOf(undefined),
    previous: page > 1 ? addressOf(page - 1) : null,
    isArchive: number !== undefined,
    updated: changes.at(-1)?.published ?? NO_CHANGE,
    home: links.catalogue,
  };
}

/** English has an address of its own; Danish is what one gets without asking. */
const asked = (language: NewsLanguage): string | undefined => (language === 'da' ? undefined : language);

function replyOf(page: NewsPage, body: string, type: string): Reply {
  const others = page.previous === null ? [] : [{ href: page.previous, rel: 'prev-archive' }];
  const link = linkHeader([{ href: page.self, rel: 'self' }, ...others]);
  const headers = { link, 'content-language': page.language };
  return text(body, { type, cache: page.isArchive ? IMMUTABLE : CHANGING, headers });
}

/** `/v1/feeds/atom.xml` and, with a number, `/v1/feeds/atom/{n}.xml`. */
export async function showAtom(ports: NewsPorts, request: ApiRequest): Promise<Reply> {
  const { lang } = parseQuery(AtomQuery, request.query);
  const { archive } = request.params;
  const asArchive = archive === undefined ? undefined : logNumber(archive, ports.links);
  if (archive !== undefined && asArchive?.suffix !== 'xml') throw new Refusal('not-found');
  const page = await readPage(ports, {
    language: lang,
    number: asArchive?.number,
    addressOf: (number) =>
      ports.links.to(
        number === undefined ? '/v1/feeds/atom.xml' : `/v1/feeds/atom/${ports.links.numbered(number)}.xml`,
        {
          lang: asked(lang),
        },
      ),
  });
  return replyOf(page, writeAtom(page), 'application/atom+xml; charset=utf-8');
}

/** `/v1/feeds/feed.json`, older pages by `?page=`. */
export async function showJsonFeed(ports: NewsPorts, request: ApiRequest): Promise<Reply> {
  const { lang, page: wanted } = parseQuery(JsonQuery, request.query);
  const number = wanted === undefined ? undefined : logNumber(wanted, ports.links)?.number;
  const addressOf = (page: number | undefined) =>
    ports.links.to('/v1/feeds/feed.json', {
      lang: asked(lang),
      ...(page !== undefined && { page: ports.links.numbered(page) }),
    });
  const page = await readPage(ports, { language: lang, number, addressOf });
  return replyOf(page, writeJsonFeed(page), 'application/feed+json; charset=utf-8');
}
