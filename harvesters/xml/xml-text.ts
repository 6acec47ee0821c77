/** A page's bytes as the text of an XML document: charset, what the page really is, and characters that XML does not allow. */
import { utf8Stream } from '#harvesters/rdf/charset.ts';
import { SNIFF_BYTES, sniff } from '#harvesters/rdf/sniff.ts';
import { EXCERPT_LENGTH, type Page, type Place } from '#schemas/reading.ts';

/** Something wrong with the page that belongs to none of its records. */
export interface XmlFault {
  readonly kind: 'problem' | 'broken';
  readonly code: string;
  readonly message: string;
  readonly place?: Place | undefined;
  readonly excerpt?: string | undefined;
}

/** Bytes that are read at once. Without it a page that comes in one piece would stand as a tree in memory, whole. */
const PIECE_BYTES = 64 * 1024;

/** Letters of a reference such as `&oslash;`. A longer name is none; without it a page of one `&` would be held whole. */
const REFERENCE_LENGTH = 48;

/** What has to be seen whole to be judged: a reference, and the two ends of a CDATA section. */
const UNFINISHED = new RegExp(`&[^;&<]{0,${REFERENCE_LENGTH}}$|<[![A-Z]{0,8}$|\\]{1,2}$`);

/** CDATA sections, in which an ampersand stands for itself, and ampersands that begin no reference. */
const LONE_AMPERSAND = /<!\[CDATA\[|\]\]>|&(?!(?:#\d{1,8}|#x[\da-f]{1,7}|[a-z_][\w.-]{0,40});)/gi;

const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/gi;

/**
 * The text of a page, piece by piece, with what was found wrong with it. Ends after a `broken` fault: what came is no XML.
 * Never throws for what the bytes say; an error of the body itself goes to the caller.
 */
export async function* readXmlText(page: Page): AsyncGenerator<string | XmlFault> {
  const text = new XmlText(page.contentType);
  for await (const chunk of page.body) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      yield* text.push(chunk.subarray(at, at + PIECE_BYTES));
      if (text.isBroken) return;
    }
  }
  yield* text.end();
}

class XmlText {
  readonly #contentType: string | null;
  readonly #decoder = new TextDecoder();
  #head: Uint8Array[] = [];
  #headBytes = 0;
  #utf8: ReturnType<typeof utf8Stream> | undefined;
  #rest = '';
  #controls = false;
  #inCdata = false;
  #ampersands = 0;
  isBroken = false;

  constructor(contentType: string | null) {
    this.#contentType = contentType;
  }

  *push(chunk: Uint8Array): Generator<string | XmlFault> {
    if (this.#utf8 !== undefined) {
      yield* this.#give(this.#decoder.decode(this.#utf8.push(chunk), { stream: true }), false);
      return;
    }
    // The owner of the body may use the chunk's memory again.
    this.#head.push(chunk.slice());
    this.#headBytes += chunk.length;
    if (this.#headBytes >= SNIFF_BYTES) yield* this.#start();
  }

  *end(): Generator<string | XmlFault> {
    if (this.#utf8 === undefined) yield* this.#start();
    if (this.isBroken || this.#utf8 === undefined) return;
    yield* this.#give(this.#decoder.decode(this.#utf8.end()), true);
    const { finding } = this.#utf8;
    if (finding !== undefined) yield { kind: 'problem', code: 'charset-corrected', message: finding };
    if (this.#ampersands > 0) {
      const message = `${this.#ampersands} ampersands that stand for themselves were read as such`;
      yield { kind: 'problem', code: 'ampersand-repaired', message };
    }
    if (this.#controls) {
      yield { kind: 'problem', code: 'control-character', message: 'control characters were taken out' };
    }
  }

  *#start(): Generator<string | XmlFault> {
    const raw = Buffer.concat(this.#head);
    this.#head = [];
    this.#utf8 = utf8Stream(raw, this.#contentType);
    const first = this.#utf8.push(raw);
    const head = Buffer.from(first.subarray(0, SNIFF_BYTES)).toString('utf8');
    const found = sniff(head, this.#contentType);
    // RDF/XML is what this sniffer calls any XML whose root is not HTML's.
    if (found !== 'rdfxml' || !head.trimStart().startsWith('<')) {
      this.isBroken = true;
      yield wrongMedia(found, head, this.#contentType);
      return;
    }
    yield* this.#give(this.#decoder.decode(first, { stream: true }).trimStart(), false);
  }

  *#give(text: string, isLast: boolean): Generator<string> {
    const whole = this.#rest + text;
    const cut = isLast
      ? whole.length
      : whole.length - (UNFINISHED.exec(whole.slice(-REFERENCE_LENGTH))?.[0].length ?? 0);
    this.#rest = whole.slice(cut);
    const given = this.#withAmpersands(whole.slice(0, cut));
    if (given === '') return;
    if (given.search(CONTROL) < 0) yield given;
    else {
      this.#controls = true;
      yield given.replace(CONTROL, '');
    }
  }

  /** An ampersand alone is the most common slip of all; a parser would look for the end of its name through the whole page. */
  #withAmpersands(text: string): string {
    if (!text.includes('&') && !text.includes('<![') && !this.#inCdata) return text;
    return text.replace(LONE_AMPERSAND, (found) => {
      if (found.length > 1) this.#inCdata = found.startsWith('<');
      if (found.length > 1 || this.#inCdata) return found;
      this.#ampersands += 1;
      return '&amp;';
    });
  }
}

const wrongMedia = (found: string, head: string, contentType: string | null): XmlFault => {
  const what = { html: 'an HTML page', empty: 'an empty page' }[found] ?? 'no XML';
  return {
    kind: 'broken',
    code: 'wrong-media',
    message: `The page is ${what} (Content-Type ${contentType ?? 'missing'}).`,
    place: { line: 1, column: 1 },
    excerpt: head.trimStart().slice(0, EXCERPT_LENGTH),
  };
};
