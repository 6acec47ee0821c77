/** JSON as people write it by hand: read where the strict parser gives up, with what was mended and what was lost. */
import { EXCERPT_LENGTH, type Place } from '#schemas/reading.ts';
import type { Damage } from './findings.ts';

/** Values within values. Without it a page of a million `[` would end the process with a full stack. */
const MAX_NESTING = 200;

/** What was read of a text that is not JSON. */
export interface RepairedJson {
  readonly value: unknown;
  /** The objects that are not whole: the innermost that was hit, and all that hold it. */
  readonly damaged: ReadonlyMap<object, Damage>;
  readonly repairs: readonly Damage[];
  /** Where the text ends too early, or could not be followed any further. */
  readonly broken: Damage | undefined;
}

/** Searches for the end of a damaged member that may fail. Each reads to the end of the page; brackets could ask for hundreds. */
const MAX_FAILED_SEARCHES = 8;

class JsonFault extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Reads JSON with comments, trailing and missing commas and raw control characters; skips an array's member that is beyond repair. */
export const repairJson = (text: string): RepairedJson => new JsonReader(text).read();

const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

class JsonReader {
  readonly #text: string;
  readonly #damaged = new Map<object, Damage>();
  readonly #repairs = new Map<string, Damage>();
  readonly #open: object[] = [];
  #at = 0;
  #failedSearches = 0;
  #broken: Damage | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  read(): RepairedJson {
    const value = this.#guarded();
    return { value, damaged: this.#damaged, repairs: [...this.#repairs.values()], broken: this.#broken };
  }

  #guarded(): unknown {
    try {
      const value = this.#value();
      this.#blanks();
      if (this.#broken === undefined && this.#at < this.#text.length) {
        this.#mended('text after the end was left out', this.#at);
      }
      return value;
    } catch (error) {
      if (!(error instanceof JsonFault)) throw error;
      this.#break(error);
      return this.#root;
    }
  }

  #root: unknown;

  #break(fault: JsonFault): void {
    const damage = this.#damage(fault);
    this.#broken ??= damage;
    for (const open of this.#open) if (!this.#damaged.has(open)) this.#damaged.set(open, damage);
  }

  #damage(fault: JsonFault): Damage {
    const code = fault.offset >= this.#text.length ? 'truncated' : 'syntax-error';
    const from = Math.max(0, Math.min(fault.offset, this.#text.length) - EXCERPT_LENGTH / 2);
    const excerpt = this.#text.slice(from, from + EXCERPT_LENGTH);
    return { code, message: fault.message, place: this.#place(fault.offset), excerpt };
  }

  /** The last place told: most are told in order, and counting lines from the start each time would take the square of a feed. */
  #told = { offset: 0, line: 1, start: 0 };

  #place(offset: number): Place {
    let { line, start } = offset < this.#told.offset ? { line: 1, start: 0 } : this.#told;
    for (let i = this.#text.indexOf('\n', start); i >= 0 && i < offset; i = this.#text.indexOf('\n', start)) {
      line++;
      start = i + 1;
    }
    this.#told = { offset, line, start };
    return { line, column: Math.min(offset, this.#text.length) - start + 1 };
  }

  /** Each kind of mending is told once a page. */
  #mended(message: string, offset: number): void {
    if (this.#repairs.has(message)) return;
    this.#repairs.set(message, { code: 'json-repaired', message, place: this.#place(offset) });
  }

  #blanks(): void {
    const text = this.#text;
    for (;;) {
      const character = text.charCodeAt(this.#at);
      if (character <= 32 || character === 0xfeff) this.#at++;
      else if (character === 47 && (text[this.#at + 1] === '/' || text[this.#at + 1] === '*')) this.#comment();
      else return;
    }
  }

  #comment(): void {
    const line = this.#text[this.#at + 1] === '/';
    this.#mended('comments were left out', this.#at);
    const end = this.#text.indexOf(line ? '\n' : '*/', this.#at + 2);
    this.#at = end < 0 ? this.#text.length : end + (line ? 1 : 2);
  }

  #value(): unknown {
    this.#blanks();
    const character = this.#text[this.#at];
    if (character === '{') return this.#object();
    if (character === '[') return this.#array();
    if (character === '"') return this.#string();
    const word = /[\w.+-]+/y;
    word.lastIndex = this.#at;
    const token = word.exec(this.#text)?.[0] ?? '';
    const end = this.#at + token.length;
    // A word that touches the end may be the beginning of another.
    if (end >= this.#text.length) throw new JsonFault('the text ends within a value', this.#text.length);
    const simple = { true: true, false: false, null: null, NaN: null, undefined: null }[token];
    if (simple === undefined && !/^-?\d/.test(token)) throw new JsonFault('a value was expected here', this.#at);
    const value = simple === undefined ? Number(token) : simple;
    if (Number.isNaN(value)) throw new JsonFault('a number was expected here', this.#at);
    this.#at = end;
    return value;
  }

  #enter(container: object): void {
    this.#root ??= container;
    if (this.#open.length >= MAX_NESTING) throw new JsonFault('too many brackets within brackets', this.#at);
    this.#attach?.(container);
    this.#attach = undefined;
    this.#open.push(container);
    this.#at++;
  }

  #leave(): void {
    this.#open.pop();
    this.#at++;
  }

  #object(): unknown {
    const object: Record<string, unknown> = {};
    this.#enter(object);
    for (;;) {
      this.#blanks();
      const character = this.#text[this.#at];
      if (character === '}') break;
      if (character === ',') this.#extraComma();
      else if (character === '"') this.#member(object);
      else throw new JsonFault('a name in quotes or "}" was expected here', this.#at);
    }
    this.#leave();
    return object;
  }

  #member(object: Record<string, unknown>): void {
    const name = this.#string();
    this.#blanks();
    if (this.#text[this.#at] !== ':') throw new JsonFault('":" was expected here', this.#at);
    this.#at++;
    this.#blanks();
    // Kept before it is read: if the text breaks off within it, what was read of it stands.
    this.#attach = (made) => setOwn(object, name, made);
    setOwn(object, name, this.#value());
    this.#separator('}');
  }

  #attach: ((made: object) => void) | undefined;

  #array(): unknown {
    const array: unknown[] = [];
    this.#enter(array);
    for (;;) {
      this.#blanks();
      const character = this.#text[this.#at];
      if (character === ']') break;
      if (character === ',') this.#extraComma();
      else this.#item(array);
    }
    this.#leave();
    return array;
  }

  #item(array: unknown[]): void {
    const start = this.#at;
    const depth = this.#open.length;
    try {
      this.#attach = undefined;
      array.push(this.#value());
      this.#separator(']');
    } catch (error) {
      if (!(error instanceof JsonFault)) throw error;
      const partial = this.#open[depth];
      const resumed = this.#endOfItem(start, error.offset);
      if (partial !== undefined && array.at(-1) !== partial) array.push(partial);
      if (resumed === undefined) throw error;
      const damage = this.#damage(error);
      for (const open of this.#open) if (!this.#damaged.has(open)) this.#damaged.set(open, damage);
      this.#open.length = depth;
      this.#at = resumed;
    }
  }

  /** Where the damaged member's brackets close, with a comma or the array's end behind them; a line's end closes any quote. */
  #endOfItem(start: number, fault: number): number | undefined {
    if (this.#failedSearches >= MAX_FAILED_SEARCHES) return undefined;
    const text = this.#text;
    let depth = 0;
    let quoted = false;
    for (let at = start; at < text.length; at++) {
      const character = text[at];
      if (quoted) {
        if (character === '\\') at++;
        else if (character === '"' || character === '\n') quoted = false;
      } else if (character === '"') quoted = true;
      else if (character === '{' || character === '[') depth++;
      else if (character === '}' || character === ']') {
        depth--;
        if (depth < 0) return at > fault ? at : undefined;
        if (depth === 0 && at >= fault && /^\s*[,\]]/.test(text.slice(at + 1, at + 200))) return at + 1;
      }
    }
    this.#failedSearches++;
    return undefined;
  }

  #extraComma(): void {
    this.#mended('commas with nothing behind them were left out', this.#at);
    this.#at++;
  }

  #separator(end: string): void {
    this.#blanks();
    const character = this.#text[this.#at];
    if (character === ',') {
      this.#at++;
      this.#blanks();
      if (this.#text[this.#at] === end) this.#mended('commas with nothing behind them were left out', this.#at);
    } else if (character !== end) {
      const missing = character === '"' || character === '{';
      if (!missing) throw new JsonFault(`"," or "${end}" was expected here`, this.#at);
      this.#mended('missing commas were put in', this.#at);
    }
  }

  #string(): string {
    const text = this.#text;
    const start = this.#at + 1;
    let parts = '';
    let from = start;
    let at = start;
    for (;;) {
      const character = text.charCodeAt(at);
      if (character === 34) break;
      if (Number.isNaN(character)) throw new JsonFault('the text ends within quotes', text.length);
      if (character === 92) {
        parts += text.slice(from, at);
        const [decoded, next] = this.#escape(at);
        parts += decoded;
        at = next;
        from = at;
      } else if (character < 32) {
        // A quote that is never closed swallows the next member's name; no text of a catalogue has a line break before one.
        if (character === 10 && /^\s*(?:"[^"\n]*"\s*:|[}\]])/.test(text.slice(at, at + 200))) {
          throw new JsonFault('a text is not closed at the end of its line', at);
        }
        this.#mended('control characters within quotes were read as they stand', at);
        at++;
      } else at++;
    }
    this.#at = at + 1;
    return parts + text.slice(from, at);
  }

  #escape(at: number): readonly [string, number] {
    const character = this.#text[at + 1] ?? '';
    const hex = this.#text.slice(at + 2, at + 6);
    if (character === 'u' && /^[0-9a-f]{4}$/i.test(hex)) return [String.fromCharCode(Number.parseInt(hex, 16)), at + 6];
    return [ESCAPES[character] ?? character, at + 2];
  }
}

/** `__proto__` as a name must stay a name. */
const setOwn = (object: Record<string, unknown>, name: string, value: unknown): void => {
  if (name === '__proto__') Object.defineProperty(object, name, { value, enumerable: true, configurable: true });
  else object[name] = value;
};
