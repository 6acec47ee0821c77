/** Sitemaps (https://www.sitemaps.org/protocol.html): addresses and when they changed, read in one pass over the text. */

/** By its protocol a sitemap has no more; what claims more would fill the crawler's frontier. */
const MAX_LOCATIONS = 50_000;

/** No address is longer; what is longer is a fault in the file. */
const MAX_ADDRESS = 4096;

/** One line of a sitemap. */
export interface Location {
  readonly kind: 'page' | 'sitemap';
  readonly url: string;
  /** As written: a date, or a date with a time. */
  readonly lastmod: string | undefined;
}

/** What a sitemap says. `fault` is set where it ends early or holds more than is read. */
export interface Sitemap {
  readonly locations: readonly Location[];
  readonly fault: { readonly code: string; readonly message: string } | undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of XML with its entities put in. */
export const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const textOf = (between: string): string =>
  decoded(between.replace(/<!--[^<>]*-->/g, '').replace(/<!\[CDATA\[|\]\]>/g, '')).trim();

/** Reads a sitemap or a sitemap index. Tags of other namespaces (images, videos, languages) are passed over. */
export const readSitemap = (xml: string): Sitemap => {
  const tags = /<(\/?)(?:([\w-]+):)?([\w-]+)(?![\w-])([^<>]*)>/g;
  const locations: Location[] = [];
  let open: { kind: Location['kind']; prefix: string | undefined; url?: string; lastmod?: string } | undefined;
  let before = 0;
  let isWhole = false;
  for (let tag = tags.exec(xml); tag !== null; tag = tags.exec(xml)) {
    const [, closing, prefix, name] = tag;
    if (closing === '' && (name === 'url' || name === 'sitemap')) {
      open = { kind: name === 'url' ? 'page' : 'sitemap', prefix };
    } else if (closing === '/' && open !== undefined && prefix === open.prefix) {
      if (name === 'loc') open.url ??= textOf(xml.slice(before, tag.index));
      else if (name === 'lastmod') open.lastmod ??= textOf(xml.slice(before, tag.index));
      else if (name === 'url' || name === 'sitemap') {
        const { kind, url, lastmod } = open;
        open = undefined;
        if (url === undefined || url === '' || url.length > MAX_ADDRESS) continue;
        if (locations.length >= MAX_LOCATIONS) return { locations, fault: tooMany };
        locations.push({ kind, url, lastmod });
      }
    }
    if (name === 'urlset' || name === 'sitemapindex') isWhole = closing === '/' || tag[4]?.endsWith('/') === true;
    before = tags.lastIndex;
  }
  return { locations, fault: isWhole ? undefined : cut };
};

/** Reads a sitemap that is a text file of an address a line. */
export const readAddressList = (text: string): Sitemap => {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && line.length <= MAX_ADDRESS);
  const locations = lines.slice(0, MAX_LOCATIONS).map((url) => ({ kind: 'page' as const, url, lastmod: undefined }));
  return { locations, fault: lines.length > MAX_LOCATIONS ? tooMany : undefined };
};

const tooMany = { code: 'too-many-links', message: `The sitemap names more than ${MAX_LOCATIONS} addresses.` };
const cut = { code: 'truncated', message: 'The sitemap ends before its end tag.' };
