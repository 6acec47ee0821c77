/** One element of a list: its JSON, repaired where only one thing can be meant. */
import { isObject, type JsonObject } from './value.ts';

/** An element that was read, and how its text had to be repaired. */
export interface ReadElement {
  readonly kind: 'value';
  readonly value: unknown;
  readonly repairs: readonly string[];
}

/** An element that no repair makes readable; `offset` is where in its text the fault was noticed. */
export interface BadElement {
  readonly kind: 'bad';
  readonly message: string;
  readonly offset: number;
  readonly text: string;
}

/** Values within values. What reads them calls itself at each level, and a deep element would end the run with a full stack. */
const MAX_DEPTH = 200;

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** What servers send that do not know UTF-8; every byte means something in it. */
const windows1252 = new TextDecoder('windows-1252');

/** Reads an element's bytes. Never throws: any bytes are a value or a bad element. */
export const readElement = (bytes: Uint8Array): ReadElement | BadElement => {
  const repairs: string[] = [];
  const text = decoded(bytes, repairs);
  const first = parsed(text);
  if ('value' in first && isTooDeep(first.value, MAX_DEPTH)) {
    return { kind: 'bad', message: `More than ${MAX_DEPTH} values stand in each other.`, offset: 0, text };
  }
  if ('value' in first) return { kind: 'value', value: first.value, repairs };
  const mended = withoutCommonFaults(text);
  const second = mended === text ? first : parsed(mended);
  if ('value' in second && !isTooDeep(second.value, MAX_DEPTH)) {
    return { kind: 'value', value: second.value, repairs: [...repairs, 'json-repaired'] };
  }
  return { kind: 'bad', message: first.message, offset: Math.min(offsetIn(first.message, text), text.length), text };
};

/** Looks no deeper than it is told, so that it does not fill the stack itself. */
const isTooDeep = (value: unknown, left: number): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (left === 0) return true;
  for (const part of Object.values(value)) if (isTooDeep(part, left - 1)) return true;
  return false;
};

const decoded = (bytes: Uint8Array, repairs: string[]): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    repairs.push('encoding-repaired');
    return windows1252.decode(bytes);
  }
};

/** A text's JSON value, or why it has none. */
export const parsed = (text: string): { readonly value: unknown } | { readonly message: string } => {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
};

const offsetIn = (message: string, text: string): number => {
  const position = /at position (\d+)/.exec(message)?.[1];
  return position === undefined ? text.length : Number(position);
};

const CONTROL_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * The text without commas before a closing bracket, and with line breaks and tabs in strings escaped: the faults of feeds
 * that are put together by hand or by string templates.
 */
const withoutCommonFaults = (text: string): string => {
  let mended = '';
  let from = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (inString && unit === 0x5c) index += 1;
    else if (unit === 0x22) inString = !inString;
    else if (inString && unit < 0x20) {
      mended += text.slice(from, index) + (CONTROL_ESCAPES[text.charAt(index)] ?? ' ');
      from = index + 1;
    } else if (!inString && unit === 0x2c && closesNext(text, index + 1)) {
      mended += text.slice(from, index);
      from = index + 1;
    }
  }
  return mended + text.slice(from);
};

const closesNext = (text: string, start: number): boolean => {
  let index = start;
  while (index < text.length && text.charCodeAt(index) <= 0x20) index += 1;
  return index < text.length && '}]'.includes(text.charAt(index));
};

/** How many beginnings of objects are tried before the rest is given up: a bad megabyte must not cost minutes. */
const TRIALS = 2000;
const BETWEEN_OBJECTS = /\}\s*,\s*(?=\{\s*")/g;

/**
 * Where the next record starts in the bytes of an element that has lost its end; undefined when none does. Bytes are read
 * as Latin-1 here, one character a byte, since only the structure matters.
 * @param isRecord whether an object is a record, and not one of its parts.
 */
export const nextRecordIn = (bytes: Uint8Array, isRecord: (object: JsonObject) => boolean): number | undefined => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  BETWEEN_OBJECTS.lastIndex = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const match = BETWEEN_OBJECTS.exec(text);
    if (match === null) return undefined;
    const start = match.index + match[0].length;
    const end = objectEnd(text, start);
    if (end !== undefined && isRecordText(text.slice(start, end), isRecord)) return start;
  }
  return undefined;
};

const objectEnd = (text: string, start: number): number | undefined => {
  let depth = 0;
  let inString = false;
  for (let index = start; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (inString && unit === 0x5c) index += 1;
    else if (unit === 0x22) inString = !inString;
    else if (!inString && (unit === 0x7b || unit === 0x5b)) depth += 1;
    else if (!inString && (unit === 0x7d || unit === 0x5d)) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return undefined;
};

const isRecordText = (text: string, isRecord: (object: JsonObject) => boolean): boolean => {
  const outcome = parsed(text);
  return 'value' in outcome && isObject(outcome.value) && isRecord(outcome.value);
};

/** The text of a key, wherever it stands, in an element that cannot be read: what the element seems to be called. */
export const textNamed = (key: string, text: string): string | null => {
  const found = new RegExp(`"${key}"\\s*:\\s*("(?:[^"\\\\]|\\\\.){1,500}")`).exec(text)?.[1];
  const outcome = parsed(found ?? 'null');
  return 'value' in outcome && typeof outcome.value === 'string' ? outcome.value : null;
};
