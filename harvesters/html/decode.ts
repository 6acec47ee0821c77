/** Bytes of a page to text: the byte order mark, then the header, then the page's own word, then what the bytes allow. */
import iconv from 'iconv-lite';

/** A page over this size is no register page; without the bound one address could fill a worker's memory. */
export const MAX_PAGE_BYTES = 10 * 1024 * 1024;

/** Where a page names its charset: browsers look in the first kilobyte. */
const META_WINDOW = 1024;

/** What a page was decoded as; `overruled` is a charset that was named and that the bytes do not follow. */
export interface Decoded {
  readonly text: string;
  readonly charset: string;
  readonly overruled: string | undefined;
}

/** The bytes of a body, or undefined when it is longer than MAX_PAGE_BYTES; the rest is then left unread. */
export async function readBytes(body: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > MAX_PAGE_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const markOf = (bytes: Buffer): string | undefined => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
};

const namedIn = (text: string | null): string | undefined =>
  /charset\s*=\s*(?:["']\s*)?([\w-]+)/i.exec(text ?? '')?.[1]?.toLowerCase();

const isUtf8 = (bytes: Buffer): boolean => {
  // `isUtf8` of node:buffer would do as well; TextDecoder keeps this room free of the platform.
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false; // the only way a fatal decoder can say no
  }
};

/** Browsers read all of these as windows-1252, and pages that name them mean it. */
const latin = new Set(['iso-8859-1', 'latin1', 'latin-1', 'us-ascii', 'ascii']);

const fallback = (bytes: Buffer): string => (isUtf8(bytes) ? 'utf-8' : 'windows-1252');

const trusted = (charset: string, bytes: Buffer): boolean =>
  /^utf-?8$/.test(charset) ? isUtf8(bytes) : iconv.encodingExists(charset);

/** Decodes a page. A charset that is named but unknown, or not followed by the bytes, is overruled and told. */
export function decode(bytes: Buffer, contentType: string | null): Decoded {
  const mark = markOf(bytes);
  const named = mark ?? namedIn(contentType) ?? namedIn(bytes.toString('latin1', 0, META_WINDOW));
  const usable = named !== undefined && trusted(named, bytes);
  const charset = usable ? (latin.has(named) ? 'windows-1252' : named) : fallback(bytes);
  return { text: iconv.decode(bytes, charset), charset, overruled: named === undefined || usable ? undefined : named };
}
