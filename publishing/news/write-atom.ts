/** Atom (RFC 4287) with archived pages (RFC 5005). Deletions are entries like others: readers pass over `at:deleted-entry`. */
import { escapedXml } from '../rdf/write-rdf-xml.ts';
import type { NewsItem } from './news-item.ts';
import { type NewsPage, newsTitle } from './news-page.ts';

const link = (rel: string, href: string, type?: string): string =>
  `<link rel="${rel}" href="${escapedXml(href)}"${type === undefined ? '' : ` type="${type}"`}/>`;

const entry = ({ id, url, type, published, title, summary }: NewsItem): string =>
  `  <entry>
    <id>${escapedXml(id)}</id>
    <title>${escapedXml(title)}</title>
    <updated>${published}</updated>
    <published>${published}</published>
    ${link('alternate', url)}
    ${link('via', id, 'application/json')}
    <category term="${type}"/>
    <summary>${escapedXml(summary)}</summary>
  </entry>
`;

const ATOM = 'application/atom+xml';

/** A page as Atom. All pages have one id, that of the feed: they are parts of one document. */
export function writeAtom({ language, items, self, current, previous, isArchive, updated, home }: NewsPage): string {
  const head = [
    `<id>${escapedXml(current)}</id>`,
    `<title>${escapedXml(newsTitle[language])}</title>`,
    `<updated>${updated}</updated>`,
    '<author><name>Datalandkort</name></author>',
    link('self', self, ATOM),
    link('alternate', home),
    ...(isArchive ? ['<fh:archive/>', link('current', current, ATOM)] : []),
    ...(previous === null ? [] : [link('prev-archive', previous, ATOM)]),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="${language}">
  ${head.join('\n  ')}
${items.map(entry).join('')}</feed>
`;
}
