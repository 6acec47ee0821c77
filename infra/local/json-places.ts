/**
 * Reads JSON and remembers where each value stands, so that a fault in a file can be named by line and column.
 * JSON.parse gives no place for some faults, and lets the last of two equal keys win without a word.
 */

/** Line and column, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export class JsonFault extends Error {
  override readonly name = 'JsonFault';
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

export interface PlacedJson {
  readonly value: unknown;
  /** The place of the value at a path of keys and indices; of the nearest value above it when there is none. */
  place(path: readonly PropertyKey[]): Place;
}

/** Deeper nesting than any source file needs; without it a hostile file would exhaust the stack. */
const MAX_DEPTH = 100;

const placeAt = (text: string, offset: number): Place => {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
};

const pathKey = (path: readonly PropertyKey[]): string => JSON.stringify(path.map(String));

/** A literal, a number or a string, whole. What may not stand in a string is left to JSON.parse. */
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])|"(?:[^"\\]|\\[\s\S])*"/y;

/** The value of a literal, a number or a string; undefined when it is none. */
function scalarOf(written: string | undefined): { readonly value: unknown } | undefined {
  try {
    return written === undefined ? undefined : { value: JSON.parse(written) };
  } catch {
    // A text with a line break or an unknown escape in it; the caller knows the place.
    return undefined;
  }
}

class Reader {
  readonly places = new Map<string, number>();
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readAll(): unknown {
    const value = this.#value([]);
    this.#space();
    if (this.#at < this.#text.length) this.#fail('more follows after the end of the JSON value');
    return value;
  }

  #fail(message: string, offset = this.#at): never {
    throw new JsonFault(message, placeAt(this.#text, offset));
  }

  #space(): void {
    while (/[ \t\r\n]/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #peek(): string {
    this.#space();
    return this.#text[this.#at] ?? '';
  }

  #take(character: string, wanted: string): void {
    const found = this.#peek();
    if (found !== character)
      this.#fail(found ? `${wanted} is expected here, not ${found}` : `the file ends where ${wanted} is expected`);
    this.#at += 1;
  }

  #value(path: readonly PropertyKey[]): unknown {
    const first = this.#peek();
    if (path.length > MAX_DEPTH) this.#fail('the file is nested too deeply');
    this.places.set(pathKey(path), this.#at);
    if (first === '{') return this.#object(path);
    if (first === '[') return this.#array(path);
    return this.#scalar(first);
  }

  #scalar(first: string): unknown {
    SCALAR.lastIndex = this.#at;
    const [written] = SCALAR.exec(this.#text) ?? [];
    const read = scalarOf(written);
    if (written !== undefined && read) {
      this.#at += written.length;
      return read.value;
    }
    if (first === '"')
      this.#fail('this text has no end on its line, or a character in it must be written with a backslash');
    return this.#fail(first ? `a value is expected here, not ${first}` : 'the file ends where a value is expected');
  }

  #object(path: readonly PropertyKey[]): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    this.#take('{', '{');
    while (this.#peek() !== '}') {
      if (entries.size > 0) this.#take(',', 'a comma or }');
      if (this.#peek() !== '"') this.#fail('a key in double quotes is expected here');
      const start = this.#at;
      const key = String(this.#scalar('"'));
      if (entries.has(key)) this.#fail(`the key "${key}" is written twice`, start);
      this.#take(':', 'a colon');
      entries.set(key, this.#value([...path, key]));
    }
    this.#take('}', '}');
    return Object.fromEntries(entries);
  }

  #array(path: readonly PropertyKey[]): unknown[] {
    const items: unknown[] = [];
    this.#take('[', '[');
    while (this.#peek() !== ']') {
      if (items.length > 0) this.#take(',', 'a comma or ]');
      items.push(this.#value([...path, items.length]));
    }
    this.#take(']', ']');
    return items;
  }
}

/** @throws JsonFault at the first place where the text is not JSON. */
export function readJson(text: string): PlacedJson {
  // A byte order mark, as some editors write, is not part of the text.
  const body = text.replace(/^\uFEFF/, '');
  const reader = new Reader(body);
  const value = reader.readAll();
  return {
    value,
    place(path) {
      let offset: number | undefined;
      for (let length = path.length; offset === undefined && length >= 0; length -= 1) {
        offset = reader.places.get(pathKey(path.slice(0, length)));
      }
      return placeAt(body, offset ?? 0);
    },
  };
}
