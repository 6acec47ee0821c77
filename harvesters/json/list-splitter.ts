/** Finds the elements of a JSON document's lists in its bytes, so that a feed of 200 MB is never held as one text. */

/** Where in the page something starts; lines and columns count from 1, columns in bytes. */
export interface Position {
  readonly byte: number;
  readonly line: number;
  readonly column: number;
}

/** One element of a list, as its bytes. */
export interface Element {
  readonly kind: 'element';
  readonly list: string;
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly at: Position;
  /** True when it is longer than an element may be, and its end was not found. */
  readonly endless: boolean;
}

export type Piece = Element | { readonly kind: 'stray'; readonly what: 'comma' | 'bracket'; readonly at: Position };

/** Where the document stopped. */
export type Ending = 'whole' | 'cut' | 'empty';

/** What a splitter looks for; a path is the keys from the document's object down, with `/` between them. */
export interface Wanted {
  /** Paths of the lists that are split. A document that is a list itself is the list `top`. */
  readonly lists: readonly string[];
  /** The name of a document that is a list itself. */
  readonly top: string;
  /** Lists whose elements may stand in a list of their own (`result: [[…]]`), which is then split instead. */
  readonly nested?: readonly string[];
  /** Paths of values beside the lists whose JSON is kept as text. */
  readonly facts?: readonly string[];
}

/** A dataset of 10,749 distributions is some 5 MB; what is longer has lost its end and would fill the memory. */
const ELEMENT_BYTES = 32 * 1024 * 1024;
/** No name of a list is longer; longer keys are read past. */
const KEY_BYTES = 32;
/** Lists and facts stand at most this deep; without a bound, a page of brackets alone would fill the memory with keys. */
const PATH_DEPTH = 3;
/** A total or an error message is shorter; what is longer is kept up to here. */
const FACT_BYTES = 2000;
/** Stands for a key where there is none: in a list that is not split. */
const IN_LIST = '\u0000';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const NEWLINE = 0x0a;
const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
const isOpening = (byte: number): boolean => byte === 0x7b || byte === 0x5b;
const isClosing = (byte: number): boolean => byte === 0x7d || byte === 0x5d;

/** Splits one document. Give it the chunks in their order, take every piece before the next one, and ask for the ending last. */
export class ListSplitter {
  readonly #lists: ReadonlySet<string>;
  readonly #nested: ReadonlySet<string>;
  readonly #facts: ReadonlySet<string>;
  readonly #top: string;
  /** Nesting outside elements: 1 in the document's object. */
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Bytes of the current or last key of an object near the document's root; undefined while a value is read. */
  #key: number[] | undefined;
  /** The last key of each object on the way down, '' where none was read yet. */
  readonly #keys: string[] = [];
  /** The fact being read: its path, the depth it stands at, and its bytes. */
  #fact: { readonly path: string; readonly depth: number; readonly bytes: number[] } | undefined;
  readonly #found = new Map<string, string>();
  #list: string | undefined;
  /** How many lists of lists are open around the elements. */
  #nesting = 0;
  #next = new Map<string, number>();
  #afterComma = false;
  #parts: Uint8Array[] | undefined;
  #size = 0;
  /** Nesting inside the current element; -1 for an element that is no object or list. */
  #inner = 0;
  #at: Position = { byte: 0, line: 1, column: 1 };
  #offset = 0;
  #line = 1;
  #lineStart = 0;
  #started = false;
  #sawList = false;
  #again: { readonly bytes: Uint8Array; readonly at: Position } | undefined;

  constructor({ lists, top, nested = [], facts = [] }: Wanted) {
    this.#lists = new Set(lists);
    this.#top = top;
    this.#nested = new Set(nested);
    this.#facts = new Set(facts);
  }

  /** The JSON of a fact as it was written; undefined where the document has none, or not whole. */
  fact(path: string): string | undefined {
    return this.#found.get(path);
  }

  /** Whether one of the lists was found. */
  get sawList(): boolean {
    return this.#sawList;
  }

  /** The pieces that end in this chunk. */
  *push(chunk: Uint8Array): Generator<Piece> {
    let from = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index] ?? 0;
      if (byte === NEWLINE) {
        this.#line += 1;
        this.#lineStart = this.#offset + index + 1;
      }
      if (this.#inString) {
        this.#string(byte);
        continue;
      }
      if (this.#parts !== undefined) {
        const ended = this.#insideElement(byte);
        if (ended === 'no') continue;
        yield this.#closeElement(chunk.subarray(from, ended === 'with' ? index + 1 : index), false);
        yield* this.#repeat();
        from = index + 1;
        if (ended === 'with') continue;
      }
      if (isSpace(byte)) continue;
      if (this.#list === undefined) this.#outside(byte);
      else if (byte === COMMA) {
        if (this.#afterComma) yield this.#stray('comma', index);
        this.#afterComma = true;
      } else if (byte === 0x5d) {
        if (this.#afterComma) yield this.#stray('comma', index);
        this.#closeList();
      } else if (byte === 0x5b && this.#nested.has(this.#list)) {
        this.#nesting += 1;
        this.#afterComma = false;
      } else if (isClosing(byte)) yield this.#stray('bracket', index);
      else {
        this.#openElement(byte, index);
        from = index;
      }
    }
    if (this.#parts !== undefined) {
      const rest = chunk.subarray(from);
      this.#parts.push(rest);
      this.#size += rest.length;
      if (this.#size > ELEMENT_BYTES) {
        this.#offset += chunk.length;
        yield this.#closeElement(new Uint8Array(), true);
        yield* this.#repeat();
        return;
      }
    }
    this.#offset += chunk.length;
  }

  /**
   * Takes an element's bytes from some place on as if they came anew: what was read as one element is two, because the first
   * has lost its end. Call it before the next piece is taken.
   */
  restart(bytes: Uint8Array, at: Position): void {
    this.#again = { bytes, at };
  }

  /** The bytes of an element that the document ended in; the splitter is then outside of it. */
  cutElement(): Element | undefined {
    return this.#parts === undefined ? undefined : this.#closeElement(new Uint8Array(), false);
  }

  /** Takes up what `restart` gave after the document's end. */
  *rest(): Generator<Piece> {
    yield* this.#repeat();
  }

  /** How the document ended. A document whose lists all ended is whole, whatever is missing behind them. */
  get ending(): Ending {
    if (!this.#started) return 'empty';
    return this.#list === undefined && this.#parts === undefined && (this.#sawList || this.#depth === 0)
      ? 'whole'
      : 'cut';
  }

  #string(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inString = false;
    this.#keepFact(byte);
    if (this.#inString && this.#key !== undefined && this.#key.length <= KEY_BYTES) this.#key.push(byte);
    else if (!this.#inString && this.#key !== undefined) {
      this.#keys[this.#depth - 1] = String.fromCharCode(...this.#key);
      this.#key = undefined;
    }
  }

  /** Whether the element ends before this byte, with it, or not yet. */
  #insideElement(byte: number): 'no' | 'before' | 'with' {
    if (byte === QUOTE) this.#inString = true;
    else if (isOpening(byte)) this.#inner += 1;
    else if (this.#inner === 0) return byte === COMMA || isClosing(byte) ? 'before' : 'no';
    else if (isClosing(byte)) {
      this.#inner -= 1;
      if (this.#inner === 0) return 'with';
    }
    return 'no';
  }

  #outside(byte: number): void {
    this.#started = true;
    if (this.#fact?.depth === this.#depth && (byte === COMMA || isClosing(byte))) this.#endFact();
    else this.#keepFact(byte);
    const isNear = this.#depth > 0 && this.#depth <= PATH_DEPTH;
    if (byte === QUOTE) {
      this.#inString = true;
      if (isNear && this.#keys[this.#depth - 1] === '') this.#key = [];
    } else if (byte === COMMA) {
      if (isNear && this.#keys[this.#depth - 1] !== IN_LIST) this.#keys[this.#depth - 1] = '';
    } else if (isOpening(byte)) this.#open(byte);
    else if (isClosing(byte)) {
      this.#depth -= 1;
    } else if (byte === COLON) {
      this.#key = undefined;
      this.#beginFact();
    }
  }

  #open(byte: number): void {
    const isTopList = this.#depth === 0 && byte === 0x5b;
    const path = this.#path();
    if (isTopList || (byte === 0x5b && path !== undefined && this.#lists.has(path))) {
      this.#list = isTopList ? this.#top : path;
      this.#sawList = true;
      this.#afterComma = false;
    }
    this.#depth += 1;
    // Inside a list there are no keys: nothing below one that is not split has a path.
    if (this.#depth <= PATH_DEPTH) this.#keys[this.#depth - 1] = byte === 0x5b ? IN_LIST : '';
  }

  /** A list ends: one of the lists in it, or itself. */
  #closeList(): void {
    if (this.#nesting > 0) {
      this.#nesting -= 1;
      this.#afterComma = false;
      return;
    }
    this.#list = undefined;
    this.#depth -= 1;
    this.#key = undefined;
  }

  /** Where the document is now; undefined deeper than anything that is looked for. */
  #path(): string | undefined {
    return this.#depth <= PATH_DEPTH ? this.#keys.slice(0, Math.max(0, this.#depth)).join('/') : undefined;
  }

  #beginFact(): void {
    if (this.#fact !== undefined || this.#facts.size === 0) return;
    const path = this.#path();
    if (path !== undefined && this.#facts.has(path)) this.#fact = { path, depth: this.#depth, bytes: [] };
  }

  #keepFact(byte: number): void {
    if (this.#fact !== undefined && this.#fact.bytes.length < FACT_BYTES) this.#fact.bytes.push(byte);
  }

  #endFact(): void {
    if (this.#fact === undefined) return;
    const { path, bytes } = this.#fact;
    this.#found.set(path, Buffer.from(bytes).toString('utf8').trim());
    this.#fact = undefined;
  }

  #openElement(byte: number, index: number): void {
    this.#afterComma = false;
    this.#parts = [];
    this.#size = 0;
    this.#inner = isOpening(byte) ? 1 : 0;
    this.#inString = byte === QUOTE;
    this.#at = this.#position(index);
  }

  #closeElement(last: Uint8Array, endless: boolean): Element {
    const parts = this.#parts ?? [];
    const list = this.#list ?? '';
    const index = this.#next.get(list) ?? 0;
    this.#next.set(list, index + 1);
    this.#parts = undefined;
    this.#inString = false;
    this.#escaped = false;
    const bytes = parts.length === 0 ? last : Buffer.concat([...parts, last]);
    return { kind: 'element', list, index, bytes, at: this.#at, endless };
  }

  /** Scans what `restart` gave, if anything; the present chunk goes on behind it. */
  *#repeat(): Generator<Piece> {
    const again = this.#again;
    if (again === undefined) return;
    this.#again = undefined;
    const offset = this.#offset;
    this.#offset = again.at.byte;
    this.#line = again.at.line;
    this.#lineStart = again.at.byte - again.at.column + 1;
    yield* this.push(again.bytes);
    this.#offset = offset;
  }

  #stray(what: 'comma' | 'bracket', index: number): Piece {
    return { kind: 'stray', what, at: this.#position(index) };
  }

  #position(index: number): Position {
    const byte = this.#offset + index;
    return { byte, line: this.#line, column: byte - this.#lineStart + 1 };
  }
}
