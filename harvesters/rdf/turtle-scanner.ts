/** The terms of Turtle, TriG, N-Triples and N-Quads, read from bytes: no text becomes a string that need not. */
import { namespaces } from '#schemas/namespaces.ts';
import type { Findings } from './findings.ts';
import type { Term, TripleGraph } from './graph.ts';
import { isAbsoluteIri, repairIri, resolveIri } from './iri.ts';

/** Thrown where the bytes at hand end within a term; one object, because a stack for each chunk would be waste. */
export const needMore = new Error('more bytes are needed');

/** Thrown where the text does not follow the grammar. */
export class TurtleFault extends Error {
  readonly offset: number;
  readonly atEnd: boolean;
  constructor(message: string, offset: number, atEnd = false) {
    super(message);
    this.offset = offset;
    this.atEnd = atEnd;
  }
}

const code = (character: string): number => character.charCodeAt(0);
const NEWLINE = 10;
const QUOTE = code('"');
const HASH = code('#');
const DOT = code('.');
const COLON = code(':');
const LESS = code('<');
const GREATER = code('>');
const AT = code('@');
const BACKSLASH = code('\\');
const CARET = code('^');
const UNDERSCORE = code('_');

/** What a byte may be part of. */
const NAME = 1;
const LOCAL = 2;
const BAD_IN_IRI = 4;
/** What may stand right behind a prefixed name. A slash does not end one: the name before it would be another's. */
const AFTER_NAME = 8;
const classes = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  const character = String.fromCharCode(byte);
  if (byte > 127 || /[\w-]/.test(character)) classes[byte] = NAME | LOCAL;
  if (/[.:%]/.test(character)) classes[byte] = LOCAL;
  if (byte <= 32 || /[<>"{}|^`\\]/.test(character)) classes[byte] = (classes[byte] ?? 0) | BAD_IN_IRI;
  if (byte <= 32 || /[;,.()[\]{}<"'#]/.test(character)) classes[byte] = (classes[byte] ?? 0) | AFTER_NAME;
}

/** Room for the local name behind each namespace; a longer one is put together in a buffer of its own. */
const LOCAL_ROOM = 512;

interface Prefix {
  readonly name: Uint8Array;
  readonly buffer: Buffer;
  readonly length: number;
}

const XSD = namespaces.xsd;
const xsdString = `${XSD}string`;

const ESCAPES: Record<string, string> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' };

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gs, (_, short, long, one: string | undefined) => {
    if (one !== undefined) return ESCAPES[one] ?? one;
    const point = Number.parseInt(short ?? long, 16);
    return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
  });

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** A window over the bytes of the page, and the terms that stand in it. */
export class TurtleScanner {
  bytes: Buffer = Buffer.allocUnsafeSlow(1 << 17);
  position = 0;
  end = 0;
  final = false;
  line = 1;
  base: string;
  /** Repairs made since the last taken: the parser knows which node they belong to. */
  readonly repairs: { code: string; value: string; line: number }[] = [];
  readonly graph: TripleGraph;
  readonly findings: Findings;
  readonly #prefixes: (Prefix[] | undefined)[] = [];
  readonly #xsdString: Term;

  constructor(graph: TripleGraph, findings: Findings, base: string) {
    this.graph = graph;
    this.findings = findings;
    this.base = base;
    this.#xsdString = graph.termOf(xsdString);
  }

  /** Puts a chunk behind what is left of the earlier ones. */
  append(chunk: Uint8Array): void {
    const left = this.end - this.position;
    const size = left + chunk.length + 1;
    const target = size > this.bytes.length ? Buffer.allocUnsafeSlow(size * 2) : this.bytes;
    target.set(this.bytes.subarray(this.position, this.end), 0);
    target.set(chunk, left);
    this.bytes = target;
    this.position = 0;
    this.end = left + chunk.length;
    // No scan runs past this byte, so none has to ask at each step whether it is at the end.
    target[this.end] = 0;
  }

  /** Skips blanks and comments. */
  skipBlanks(): void {
    const bytes = this.bytes;
    let at = this.position;
    for (;;) {
      const byte = bytes[at] ?? 0;
      if (byte === NEWLINE) this.line++;
      else if (byte === HASH) {
        const newline = bytes.indexOf(NEWLINE, at);
        if (newline < 0 || newline >= this.end) {
          if (!this.final) throw needMore;
          at = this.end;
          break;
        }
        at = newline;
        continue;
      } else if (byte > 32 || at >= this.end) break;
      at++;
    }
    this.position = at;
  }

  /** The next byte that is not blank, or 0 at the end of the page. */
  peek(): number {
    this.skipBlanks();
    if (this.position >= this.end) {
      if (!this.final) throw needMore;
      return 0;
    }
    return this.bytes[this.position] ?? 0;
  }

  fault(message: string, offset = this.position): TurtleFault {
    return new TurtleFault(message, offset, offset >= this.end);
  }

  definePrefix(name: string, iri: string): void {
    const bytes = Buffer.from(name);
    const namespace = Buffer.from(iri);
    const buffer = Buffer.alloc(namespace.length + LOCAL_ROOM);
    buffer.set(namespace);
    const slot = bucketOf(bytes, 0, bytes.length);
    const bucket = this.#prefixes[slot] ?? [];
    this.#prefixes[slot] = bucket;
    const known = bucket.findIndex((prefix) => bytes.equals(prefix.name));
    const prefix = { name: bytes, buffer, length: namespace.length };
    if (known < 0) bucket.push(prefix);
    else bucket[known] = prefix;
  }

  /** A word of letters, such as `a`, `true` or `PREFIX`, without taking it. */
  word(): string {
    let at = this.position;
    while ((classes[this.bytes[at] ?? 0] ?? 0) & NAME) at++;
    this.#needBeyond(at);
    return this.bytes.toString('latin1', this.position, at);
  }

  iri(): Term {
    const text = this.#plainIri();
    if (text >= 0) return text;
    return this.graph.termOf(this.iriText());
  }

  /** An IRI between angle brackets as a string: for directives, and for what has to be resolved or mended. */
  iriText(): string {
    const start = this.position + 1;
    let at = start;
    for (let byte = this.bytes[at] ?? 0; byte !== GREATER; byte = this.bytes[++at] ?? 0) {
      if (at >= this.end) this.#endWithin('an address');
      if (byte === NEWLINE) throw this.fault('an address is not closed', at);
    }
    this.position = at + 1;
    const written = this.bytes.toString('utf8', start, at);
    const text = written.includes('\\') ? unescaped(written) : written;
    const mended = repairIri(text);
    if (mended !== text) this.repairs.push({ code: 'iri-repaired', value: text, line: this.line });
    return isAbsoluteIri(mended) ? mended : resolveIri(mended, this.base);
  }

  /** The usual case, an absolute IRI of legal characters, straight from the bytes; -1 for all others, with nothing taken. */
  #plainIri(): Term {
    const bytes = this.bytes;
    const start = this.position + 1;
    let at = start;
    while (!((classes[bytes[at] ?? 0] ?? 0) & BAD_IN_IRI)) at++;
    if (bytes[at] !== GREATER) return -1;
    let scheme = start;
    while ((classes[bytes[scheme] ?? 0] ?? 0) & NAME) scheme++;
    if (bytes[scheme] !== COLON || scheme === start) return -1;
    this.position = at + 1;
    return this.graph.term(bytes, start, at);
  }

  prefixedName(asSubject = false): Term {
    const bytes = this.bytes;
    const start = this.position;
    let colon = start;
    while ((classes[bytes[colon] ?? 0] ?? 0) & NAME || bytes[colon] === DOT) colon++;
    if (bytes[colon] !== COLON) {
      this.#needBeyond(colon);
      throw this.fault('a term was expected here');
    }
    let at = colon + 1;
    while ((classes[bytes[at] ?? 0] ?? 0) & LOCAL) at++;
    if (bytes[at] === BACKSLASH) at = this.#escapedLocal(at);
    this.#needBeyond(at);
    while (bytes[at - 1] === DOT && at - 1 > colon) at--;
    if (!((classes[bytes[at] ?? 0] ?? 0) & AFTER_NAME)) throw this.fault('this character cannot stand in a name', at);
    const prefix = this.#prefix(start, colon, asSubject);
    this.position = at;
    if (prefix === undefined) return this.graph.term(bytes, start, at);
    return this.#named(prefix, colon + 1, at);
  }

  #named(prefix: Prefix, from: number, to: number): Term {
    const local = this.bytes.subarray(from, to);
    if (local.length > LOCAL_ROOM || local.indexOf(BACKSLASH) >= 0) {
      const text = local.toString('utf8').replace(/\\(.)/gs, '$1');
      return this.graph.termOf(prefix.buffer.toString('utf8', 0, prefix.length) + text);
    }
    const { buffer, length } = prefix;
    for (let i = from, j = length; i < to; i++, j++) buffer[j] = this.bytes[i] ?? 0;
    return this.graph.term(buffer, 0, length + to - from);
  }

  #escapedLocal(from: number): number {
    let at = from;
    for (;;) {
      if (this.bytes[at] === BACKSLASH) at += 2;
      else if ((classes[this.bytes[at] ?? 0] ?? 0) & LOCAL) at++;
      else return Math.min(at, this.end);
    }
  }

  #prefix(start: number, end: number, asSubject: boolean): Prefix | undefined {
    const bucket = this.#prefixes[bucketOf(this.bytes, start, end)];
    if (bucket !== undefined) {
      for (const prefix of bucket) if (sameBytes(prefix.name, this.bytes, start, end)) return prefix;
    }
    const name = this.bytes.toString('utf8', start, end);
    const known = (namespaces as Record<string, string>)[name];
    if (known === undefined) {
      // As a value the name is kept as written; as the name of a record it would change as soon as the owner mends the page.
      if (asSubject) throw this.fault(`the prefix "${name}" is not declared`, start);
      this.repairs.push({ code: 'prefix-unknown', value: `${name}:`, line: this.line });
      return undefined;
    }
    this.definePrefix(name, known);
    this.findings.problem({
      code: 'prefix-supplied',
      message: `the prefix "${name}" is not declared; it was taken to mean ${known}`,
      place: { line: this.line },
    });
    return this.#prefix(start, end, asSubject);
  }

  blankLabel(): Term {
    const bytes = this.bytes;
    let at = this.position + 2;
    while ((classes[bytes[at] ?? 0] ?? 0) & NAME || bytes[at] === DOT) at++;
    this.#needBeyond(at);
    while (bytes[at - 1] === DOT) at--;
    if (at <= this.position + 2 || bytes[this.position + 1] !== COLON)
      throw this.fault('a name was expected after "_:"');
    const term = this.graph.term(bytes, this.position, at);
    this.position = at;
    return term;
  }

  /** An IRI, a prefixed name or a blank node's label, whichever stands here. */
  named(asSubject = false): Term {
    const byte = this.peek();
    if (byte === LESS) return this.iri();
    if (byte === UNDERSCORE) {
      if (this.position + 1 >= this.end) this.#endWithin('a blank node');
      if (this.bytes[this.position + 1] === COLON) return this.blankLabel();
    }
    if (byte === 0 && this.position >= this.end) throw this.fault('the text ends within a statement');
    return this.prefixedName(asSubject);
  }

  /** A quoted literal with its language or datatype. */
  literal(): Term {
    const bytes = this.bytes;
    const quote = bytes[this.position] ?? QUOTE;
    const start = this.position;
    const line = this.line;
    if (start + 2 >= this.end && !this.final) throw needMore;
    const long = bytes[start + 1] === quote && bytes[start + 2] === quote;
    const from = start + (long ? 3 : 1);
    const to = long ? this.#longEnd(from, quote) : this.#shortEnd(from, quote);
    const plain = this.#plainText;
    this.position = to + (long ? 3 : 1);
    const tag = this.#tag();
    if (plain) return this.graph.literal(bytes, from, to, tag);
    const text = unescaped(bytes.toString('utf8', from, to));
    const clean = text.replace(CONTROL, '');
    if (clean !== text) this.repairs.push({ code: 'control-character', value: clean, line });
    return this.graph.literalOf(clean, tag);
  }

  /** Whether the string just scanned can be taken as its bytes stand. */
  #plainText = true;

  #shortEnd(from: number, quote: number): number {
    const bytes = this.bytes;
    let plain = true;
    let at = from;
    for (let byte = bytes[at] ?? 0; byte !== quote; byte = bytes[++at] ?? 0) {
      if (byte === BACKSLASH) {
        plain = false;
        at++;
      } else if (byte < 32 || byte === 127) {
        if (at >= this.end) this.#endWithin('a text');
        if (byte === NEWLINE) throw this.fault('a text is not closed at the end of its line', at);
        plain = false;
      }
    }
    // A backslash before the last byte takes the scan past the end.
    if (at >= this.end) this.#endWithin('a text');
    this.#plainText = plain;
    return at;
  }

  #longEnd(from: number, quote: number): number {
    const bytes = this.bytes;
    let plain = true;
    let lines = 0;
    let at = from;
    for (;;) {
      const byte = bytes[at] ?? 0;
      if (byte === quote && bytes[at + 1] === quote && bytes[at + 2] === quote) break;
      if (at >= this.end) this.#endWithin('a text');
      if (byte === NEWLINE) lines++;
      else if (byte === BACKSLASH) {
        plain = false;
        at++;
      } else if (byte < 32 || byte === 127) plain = false;
      at++;
    }
    if (at + 3 >= this.end && !this.final) throw needMore;
    if (at + 2 >= this.end) this.#endWithin('a text');
    // Up to two more quotes may stand before the three that close.
    while (bytes[at + 3] === quote) at++;
    this.line += lines;
    this.#plainText = plain;
    return at;
  }

  #tag(): number {
    const bytes = this.bytes;
    if (this.position >= this.end && !this.final) throw needMore;
    const byte = bytes[this.position];
    if (byte === AT) {
      let at = this.position + 1;
      let upper = false;
      for (let b = bytes[at] ?? 0; (classes[b] ?? 0) & NAME; b = bytes[++at] ?? 0) upper ||= b >= 65 && b <= 90;
      this.#needBeyond(at);
      const start = this.position;
      this.position = at;
      // Language tags are compared without regard to case (BCP 47 § 2.1.1).
      if (upper) return this.graph.tagOf(this.graph.termOf(bytes.toString('latin1', start, at).toLowerCase()));
      return this.graph.tagOf(this.graph.term(bytes, start, at));
    }
    if (byte !== CARET) return 0;
    if (this.position + 1 >= this.end && !this.final) throw needMore;
    if (bytes[this.position + 1] !== CARET) throw this.fault('"^^" was expected here');
    this.position += 2;
    const datatype = this.named();
    return datatype === this.#xsdString ? 0 : this.graph.tagOf(datatype);
  }

  /** A number without quotes. */
  number(): Term {
    const bytes = this.bytes;
    let at = this.position;
    for (let byte = bytes[at] ?? 0; isNumeric(byte); byte = bytes[++at] ?? 0);
    this.#needBeyond(at);
    while (bytes[at - 1] === DOT) at--;
    const text = bytes.toString('latin1', this.position, at);
    if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) throw this.fault('a value was expected here');
    this.position = at;
    const type = /[eE]/.test(text) ? 'double' : text.includes('.') ? 'decimal' : 'integer';
    return this.graph.literalOf(text, this.graph.tagOf(this.graph.termOf(XSD + type)));
  }

  boolean(text: string): Term {
    this.position += text.length;
    return this.graph.literalOf(text, this.graph.tagOf(this.graph.termOf(`${XSD}boolean`)));
  }

  /** A term is known to be over only when something stands behind it. */
  #needBeyond(at: number): void {
    if (at >= this.end && !this.final) throw needMore;
  }

  #endWithin(what: string): never {
    if (!this.final) throw needMore;
    throw new TurtleFault(`the text ends within ${what}`, this.end, true);
  }
}

const isNumeric = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) || byte === DOT || byte === 43 || byte === 45 || byte === 69 || byte === 101;

const bucketOf = (bytes: Uint8Array, start: number, end: number): number =>
  end === start ? 0 : ((bytes[start] ?? 0) * 7 + (bytes[end - 1] ?? 0) * 3 + (end - start)) & 255;

const sameBytes = (name: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean => {
  if (name.length !== end - start) return false;
  for (let i = 0; i < name.length; i++) if (name[i] !== bytes[start + i]) return false;
  return true;
};
