/** A page's bytes as UTF-8, whatever charset its owner wrote: header → byte order mark → XML declaration → the bytes themselves. */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** A decoder of one page's bytes to UTF-8. */
export interface Utf8Stream {
  push(chunk: Uint8Array): Uint8Array;
  end(): Uint8Array;
  /** What was assumed against what the page says, once known. */
  readonly finding: string | undefined;
}

const NOTHING = new Uint8Array(0);

/** What bytes are in that are not UTF-8 and that nobody named: the usual charset of Danish servers. */
const FALLBACK = 'windows-1252';

/** Charsets of texts; iconv also knows base64 and the like, which a header may not choose for us. */
const TEXT_CHARSET = /^(?:utf-?(?:8|16)|iso|latin|windows|cp|ascii|us-ascii|mac|koi8|gb|big5|shift|euc)/i;

const markOf = (head: Uint8Array): { charset: string; length: number } | undefined => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { charset: 'utf-8', length: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { charset: 'utf-16be', length: 2 };
  return undefined;
};

const known = (charset: string | undefined): string | undefined =>
  charset !== undefined && TEXT_CHARSET.test(charset) && iconv.encodingExists(charset)
    ? charset.toLowerCase()
    : undefined;

const ofHeader = (contentType: string | null): string | undefined =>
  known(/;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1]);

const ofDeclaration = (head: Uint8Array): string | undefined => {
  const text = Buffer.from(head.subarray(0, 200)).toString('latin1');
  const named = known(/^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(text)?.[1]);
  // A declaration that can be read byte by byte is not in a charset of two bytes a letter, whatever it says.
  return named?.startsWith('utf-16') ? undefined : named;
};

/** UTF-16 without a mark: every second byte of the first letters is zero. */
const ofZeros = (head: Uint8Array): string | undefined => {
  if (head.length < 4) return undefined;
  if (head[0] !== 0 && head[1] === 0 && head[3] === 0) return 'utf-16le';
  return head[0] === 0 && head[1] !== 0 && head[2] === 0 ? 'utf-16be' : undefined;
};

const isUtf8Name = (charset: string): boolean => /^(?:utf-?8|us-ascii|ascii)$/.test(charset);

/** @param head the page's first bytes, which are also given to `push`. */
export const utf8Stream = (head: Uint8Array, contentType: string | null): Utf8Stream => {
  const mark = markOf(head);
  // A mark cannot stand there by chance; a header often does.
  const charset = mark?.charset ?? ofZeros(head) ?? ofHeader(contentType) ?? ofDeclaration(head) ?? 'utf-8';
  return isUtf8Name(charset) ? new CheckedUtf8(mark?.length ?? 0) : new Recoded(charset);
};

class Recoded implements Utf8Stream {
  readonly finding = undefined;
  readonly #decoder: iconv.DecoderStream;

  constructor(charset: string) {
    this.#decoder = iconv.getDecoder(charset, { stripBOM: true });
  }

  push(chunk: Uint8Array): Uint8Array {
    return Buffer.from(this.#decoder.write(Buffer.from(chunk)));
  }

  end(): Uint8Array {
    return Buffer.from(this.#decoder.end() ?? '');
  }
}

/** Lets UTF-8 through; from the first byte that is none on, it reads windows-1252, unless real UTF-8 stood before. */
class CheckedUtf8 implements Utf8Stream {
  finding: string | undefined;
  #skip: number;
  #sawUtf8 = false;
  #recoded: Recoded | undefined;
  /** The first bytes of a letter that the last chunk ended within. */
  #rest: Uint8Array = NOTHING;

  constructor(skip: number) {
    this.#skip = skip;
  }

  push(chunk: Uint8Array): Uint8Array {
    const fresh = this.#skip > 0 ? chunk.subarray(this.#skip) : chunk;
    this.#skip = Math.max(0, this.#skip - chunk.length);
    if (this.#recoded !== undefined) return this.#recoded.push(fresh);
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, fresh]) : fresh;
    const cut = bytes.length - unfinished(bytes);
    this.#rest = bytes.slice(cut);
    return this.#checked(bytes.subarray(0, cut));
  }

  end(): Uint8Array {
    const rest = this.#rest;
    this.#rest = NOTHING;
    return this.#recoded?.end() ?? this.#checked(rest);
  }

  /** The first letter beyond ASCII decides: in windows-1252 it is hardly ever followed as UTF-8 asks. */
  #checked(bytes: Uint8Array): Uint8Array {
    if (!this.#sawUtf8) {
      const first = bytes.findIndex((byte) => byte > 127);
      if (first < 0) return bytes;
      if (!isUtf8(bytes.subarray(first, first + bytesOfLetter(bytes[first] ?? 0)))) return this.#switch(bytes);
      this.#sawUtf8 = true;
    }
    if (isUtf8(bytes)) return bytes;
    this.finding ??= `some bytes are not UTF-8; they were read as ${FALLBACK}`;
    return mixed(bytes);
  }

  #switch(bytes: Uint8Array): Uint8Array {
    this.finding = `the page is not in UTF-8; it was read as ${FALLBACK}`;
    this.#recoded = new Recoded(FALLBACK);
    const rest = this.#rest;
    this.#rest = NOTHING;
    return Buffer.concat([this.#recoded.push(bytes), this.#recoded.push(rest)]);
  }
}

/** The letters that are UTF-8 as they are, and each byte that begins none as the fallback has it: pages put together from two. */
const mixed = (bytes: Uint8Array): Uint8Array => {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = bytesOfLetter(bytes[at] ?? 0);
    if (isUtf8(bytes.subarray(at, at + length))) {
      at += length;
      continue;
    }
    parts.push(bytes.subarray(from, at), Buffer.from(iconv.decode(Buffer.from([bytes[at] ?? 0]), FALLBACK)));
    at += 1;
    from = at;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
};

/** How many bytes a letter has whose first byte this is. */
const bytesOfLetter = (byte: number): number => (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1);

/** How many bytes at the end begin a letter of several bytes that is not whole yet. */
const unfinished = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return bytesOfLetter(byte) > back ? back : 0;
  }
  return 0;
};
