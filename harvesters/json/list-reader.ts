/** Reads the records of a JSON page as a stream: a bad element is a rejection with its place, and its neighbours are kept. */
import { EXCERPT_LENGTH, type Place, type Reading, type Repair } from '#schemas/reading.ts';
import { nextRecordIn, readElement } from './element.ts';
import { type Element, ListSplitter, type Piece, type Position, type Wanted } from './list-splitter.ts';
import { isObject, type JsonObject } from './value.ts';

/** A document that loses the end of this many elements is not mended by finding the next beginning. */
const RECOVERIES = 50;

/** What a format says about its pages. */
export interface ListFormat extends Wanted {
  /** The readings of one element that was read. */
  readonly readingsOf: (element: ReadObject) => Iterable<Reading>;
  /** Whether an object is a record and not one of its parts: where reading goes on behind an element that lost its end. */
  readonly isRecord: (object: JsonObject) => boolean;
  /** The identifier that an unreadable element seems to have. */
  readonly identifierIn: (text: string) => string | null;
  /** What a whole page without any of the lists is; `fact` gives what stands beside them. */
  readonly withoutLists: (fact: (path: string) => string | undefined) => Extract<Reading, { kind: 'broken' }>;
}

/** An element as its object. */
export interface ReadObject {
  readonly list: string;
  readonly object: JsonObject;
  readonly place: Place;
  readonly repairs: readonly Repair[];
}

/** Reads one page: every chunk in its order, then its end. Any bytes give readings. */
export class ListReader {
  readonly #format: ListFormat;
  readonly #splitter: ListSplitter;
  #isStarted = false;
  #recoveries = 0;
  /** How many elements were met, readable or not. */
  elements = 0;
  isBroken = false;

  constructor(format: ListFormat) {
    this.#format = format;
    this.#splitter = new ListSplitter(format);
  }

  /** What stands beside the lists, once the page was read. */
  fact(path: string): string | undefined {
    return this.#splitter.fact(path);
  }

  *read(chunk: Uint8Array): Generator<Reading> {
    const bytes = this.#isStarted ? chunk : withoutMark(chunk);
    if (!this.#isStarted) {
      const first = bytes.find((byte) => byte > 0x20);
      if (first === undefined) return;
      this.#isStarted = true;
      // `{` or `[`: anything else is an error page, a login page or another format.
      if (first !== 0x7b && first !== 0x5b) {
        yield this.#broken('wrong-media', 'The page is no JSON: it starts with something else.', excerptOf(bytes));
        return;
      }
    }
    yield* this.#take(this.#splitter.push(bytes));
  }

  *end(): Generator<Reading> {
    for (let cut = this.#splitter.cutElement(); cut !== undefined; cut = this.#splitter.cutElement()) {
      if (!this.#resumeAfter(cut)) {
        yield this.#broken(
          'truncated',
          `The page ends within element ${cut.index} of "${cut.list}".`,
          excerptOf(cut.bytes.subarray(-EXCERPT_LENGTH)),
          placeOf(cut, cut.at),
        );
        return;
      }
      this.elements += 1;
      yield this.#rejection(cut, 'The element has no end.', decodeLoosely(cut.bytes));
      yield* this.#take(this.#splitter.rest());
    }
    const { ending, sawList } = this.#splitter;
    if (ending === 'empty') yield this.#broken('truncated', 'The page is empty.');
    else if (ending === 'cut') yield this.#broken('truncated', 'The page ends before its lists do.');
    else if (!sawList) {
      this.isBroken = true;
      yield this.#format.withoutLists((path) => this.#splitter.fact(path));
    }
  }

  *#take(pieces: Generator<Piece>): Generator<Reading> {
    for (const piece of pieces) {
      if (piece.kind === 'element') yield* this.#element(piece);
      else yield strayProblem(piece.what, piece.at);
      if (this.isBroken) return;
    }
  }

  *#element(element: Element): Generator<Reading> {
    const outcome = readElement(element.bytes);
    this.elements += 1;
    if (outcome.kind === 'value' && isObject(outcome.value)) {
      const place = placeOf(element, element.at);
      const repairs = outcome.repairs.map((code) => ({ code, place }));
      yield* this.#format.readingsOf({ list: element.list, object: outcome.value, place, repairs });
      return;
    }
    if (outcome.kind === 'value') {
      yield this.#rejection(element, 'The element is no object.', JSON.stringify(outcome.value));
      return;
    }
    yield this.#rejection(element, outcome.message, outcome.text, outcome.offset);
    if (!this.#resumeAfter(element) && element.endless) {
      yield this.#broken(
        'syntax-error',
        'An element has no end, and no other begins after it.',
        undefined,
        placeOf(element, element.at),
      );
    }
  }

  /** Goes on with the next dataset inside a bad element's bytes, if there is one. */
  #resumeAfter({ bytes, at }: Element): boolean {
    const start = this.#recoveries < RECOVERIES ? nextRecordIn(bytes, this.#format.isRecord) : undefined;
    if (start === undefined) return false;
    this.#recoveries += 1;
    this.#splitter.restart(bytes.subarray(start), positionIn(bytes, at, start));
    return true;
  }

  #rejection(element: Element, message: string, text: string, offset = 0): Reading {
    const at = positionIn(Buffer.from(text), element.at, Buffer.byteLength(text.slice(0, offset)));
    return {
      kind: 'rejection',
      code: 'syntax-error',
      identifier: this.#format.identifierIn(text),
      message: `${message.slice(0, EXCERPT_LENGTH)} (byte ${at.byte})`,
      place: placeOf(element, at),
      excerpt: text.slice(Math.max(0, offset - EXCERPT_LENGTH / 2), offset + EXCERPT_LENGTH / 2),
    };
  }

  #broken(code: string, message: string, excerpt?: string, place?: Place): Reading {
    this.isBroken = true;
    return { kind: 'broken', code, message, excerpt, place };
  }
}

const withoutMark = (chunk: Uint8Array): Uint8Array =>
  chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;

const decodeLoosely = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const excerptOf = (bytes: Uint8Array): string =>
  decodeLoosely(bytes.subarray(0, EXCERPT_LENGTH * 2))
    .trim()
    .slice(0, EXCERPT_LENGTH);

const placeOf = ({ list, index }: Element, at: Position): Place => ({
  line: at.line,
  column: at.column,
  path: `/${list}/${index}`,
});

const positionIn = (bytes: Uint8Array, { byte, line, column }: Position, offset: number): Position => {
  let [lines, lineStart] = [line, 1 - column];
  for (let index = bytes.indexOf(0x0a); index >= 0 && index < offset; index = bytes.indexOf(0x0a, index + 1)) {
    lines += 1;
    lineStart = index + 1;
  }
  return { byte: byte + offset, line: lines, column: offset - lineStart + 1 };
};

const strayProblem = (what: 'comma' | 'bracket', at: Position): Reading => ({
  kind: 'problem',
  code: 'json-repaired',
  message: `A ${what} too many stands between the elements; it was passed over (byte ${at.byte}).`,
  place: { line: at.line, column: at.column },
});
