/** A page's bytes: what they are by their beginning, and unpacked where a sitemap was stored as a gzip file. */
import { constants, gunzipSync } from 'node:zlib';
import { SNIFF_BYTES, sniff } from '#harvesters/rdf/sniff.ts';
import type { Page } from '#schemas/reading.ts';

/** A sitemap may be 50 MB by its protocol. What a page of a few kilobytes may unfold to ends here. */
const MAX_BYTES = 64 * 1024 * 1024;

/** What a page is. A `feed` is RDF in any serialisation. */
type PageKind = 'sitemap' | 'address-list' | 'html' | 'feed' | 'empty' | 'other';

/** A page whose kind is known, with its body still to be read. */
export interface OpenedPage {
  readonly kind: PageKind;
  /** The first bytes, as text. */
  readonly head: string;
  readonly body: AsyncIterable<Uint8Array>;
  /** Set when the page could not be unpacked, or not to its end. */
  readonly fault: { readonly code: string; readonly message: string } | undefined;
}

/** Looks at the beginning of a page; the body is given on unread, whole. */
export async function openPage(page: Page): Promise<OpenedPage> {
  const chunks = page.body[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let length = 0;
  while (length < SNIFF_BYTES) {
    const next = await chunks.next();
    if (next.done === true) break;
    // The owner of the body may use the chunk's memory again.
    head.push(next.value.slice());
    length += next.value.length;
  }
  const first = Buffer.concat(head);
  if (first[0] === 0x1f && first[1] === 0x8b) return unpacked(page, first, chunks);
  return { ...kindOf(first, page.contentType), body: chained(first, chunks), fault: undefined };
}

async function* chained(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* single(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The bytes of a body up to MAX_BYTES; undefined when it is longer. */
export async function wholeBody(body: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MAX_BYTES) return undefined;
    chunks.push(chunk.slice());
  }
  return Buffer.concat(chunks);
}

async function unpacked(page: Page, first: Uint8Array, rest: AsyncIterator<Uint8Array>): Promise<OpenedPage> {
  const packed = await wholeBody(chained(first, rest));
  const { bytes, fault } = packed === undefined ? tooLarge(page.url) : gunzip(packed, page.url);
  // A stored gzip file is served as such: its type says nothing of what is in it.
  const contentType = /gzip/i.test(page.contentType ?? '') ? null : page.contentType;
  return { ...kindOf(bytes, contentType), body: single(bytes), fault };
}

interface Unpacked {
  readonly bytes: Buffer;
  readonly fault: OpenedPage['fault'];
}

const tooLarge = (url: string): Unpacked => ({
  bytes: Buffer.alloc(0),
  fault: { code: 'page-too-large', message: `${url} is longer than ${MAX_BYTES} bytes.` },
});

/** What is in a gzip file; of one that ends early what is there, with the fault told. */
function gunzip(packed: Buffer, url: string): Unpacked {
  try {
    return { bytes: gunzipSync(packed, { maxOutputLength: MAX_BYTES }), fault: undefined };
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') return tooLarge(url);
  }
  const fault = { code: 'truncated', message: `${url} is a gzip file that ends before its end.` };
  try {
    const bytes = gunzipSync(packed, { maxOutputLength: MAX_BYTES, finishFlush: constants.Z_SYNC_FLUSH });
    return { bytes, fault };
  } catch {
    // Neither whole nor a beginning: the bytes are no gzip behind their first two.
    return { bytes: Buffer.alloc(0), fault: { code: 'syntax-error', message: `${url} is no readable gzip file.` } };
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

const SITEMAP = /<(?:[\w-]+:)?(?:urlset|sitemapindex)[\s>]/;
const ADDRESS_LINE = /^https?:\/\/[^\s<>"]+$/;
const MARKUP = /<(?:html|head|body|main|article|section|div|p|h1|script|title|span|a)[\s>]/i;

const kindOf = (bytes: Uint8Array, contentType: string | null): { kind: PageKind; head: string } => {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const head = Buffer.from(bytes.subarray(0, SNIFF_BYTES))
    .toString(utf16 ? 'utf16le' : 'utf8')
    .replace(/^\ufeff/, '');
  return { kind: kindOfText(head, contentType), head };
};

const kindOfText = (head: string, contentType: string | null): PageKind => {
  const serialisation = sniff(head, contentType);
  if (serialisation === 'empty') return 'empty';
  if (/^\s*</.test(head) && SITEMAP.test(head) && !/<html[\s>]/i.test(head)) return 'sitemap';
  if (ADDRESS_LINE.test(head.trimStart().split(/\r?\n/, 1)[0]?.trim() ?? '')) return 'address-list';
  if (serialisation === 'html') return 'html';
  const isHtml = /html/i.test(contentType ?? '');
  if (serialisation === 'unknown') return isHtml && MARKUP.test(head) ? 'html' : 'other';
  if (serialisation !== 'rdfxml') return 'feed';
  if (/<(?:\w+:)?RDF[\s>]/.test(head)) return 'feed';
  return isHtml || MARKUP.test(head) ? 'html' : 'other';
};
