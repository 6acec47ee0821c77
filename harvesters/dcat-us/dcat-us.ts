/** DCAT-US: data.json of Project Open Data 1.1, and of 3.0 where it is the same. One page holds the whole source. */
import { z } from 'zod';
import type { Harvester } from '#harvesters/harvester.ts';
import { EXCERPT_LENGTH, type Page, type Place, type Reading, type Repair } from '#schemas/reading.ts';
import { identifierOf, isObject, type JsonObject, recordOf } from './dataset-mapping.ts';
import { identifierIn, nextDatasetIn, readElement } from './element.ts';
import { type Element, ListSplitter, type Piece, type Position } from './list-splitter.ts';

/** Lists of a catalogue that hold datasets, or hold things that hold datasets. */
const LISTS = ['dataset', 'datasetSeries', 'service'] as const;
/** A document that loses the end of this many elements is not mended by finding the next beginning. */
const RECOVERIES = 50;

/** The settings of this format: none, and an unknown one is a mistake. */
const settings = z.strictObject({});

/**
 * Reads data.json. The catalogue is read as a stream, element by element: a bad element is a rejection with its place, and
 * its neighbours are kept; what is missing at the end makes the page broken.
 */
export const dcatUs: Harvester = {
  version: 1,
  settings,
  first: ({ url }) => [{ url, headers: { accept: 'application/json' } }],
  read: (_, page) => readPage(page),
};

async function* readPage(page: Page): AsyncGenerator<Reading> {
  const reader = new CatalogueReader();
  for await (const chunk of page.body) {
    yield* reader.read(chunk);
    if (reader.isBroken) return;
  }
  yield* reader.end();
}

class CatalogueReader {
  readonly #splitter = new ListSplitter(LISTS);
  #isStarted = false;
  #recoveries = 0;
  isBroken = false;

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
      yield this.#rejection(cut, 'The element has no end.', decodeLoosely(cut.bytes));
      yield* this.#take(this.#splitter.rest());
    }
    const { ending, sawList } = this.#splitter;
    if (ending === 'empty') yield this.#broken('truncated', 'The page is empty.');
    else if (ending === 'cut') yield this.#broken('truncated', 'The page ends before its lists do.');
    else if (!sawList) yield this.#broken('wrong-media', 'The page is JSON and has no list of datasets.');
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
    if (outcome.kind === 'value' && isObject(outcome.value)) {
      yield* readingsOf(element, outcome.value, outcome.repairs);
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
    const start = this.#recoveries < RECOVERIES ? nextDatasetIn(bytes) : undefined;
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
      identifier: identifierIn(text),
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

/** The records of one element: a dataset, or a series or service with the datasets that it holds. */
function* readingsOf(element: Element, object: JsonObject, codes: readonly string[]): Generator<Reading> {
  const place = placeOf(element, element.at);
  const repairs: Repair[] = codes.map((code) => ({ code, place }));
  if (element.list === 'service') {
    yield* heldDatasets(object, 'servesDataset', place);
    return;
  }
  const kind = element.list === 'datasetSeries' || object['@type'] === 'DatasetSeries' ? 'DatasetSeries' : 'Dataset';
  const { seriesMember, ...own } = object;
  yield { kind: 'record', record: recordOf(kind, kind === 'DatasetSeries' ? own : object, place, repairs) };
  if (kind === 'DatasetSeries' && seriesMember !== undefined) yield* heldDatasets(object, 'seriesMember', place);
}

function* heldDatasets(holder: JsonObject, key: string, place: Place): Generator<Reading> {
  const held = holder[key];
  const list = Array.isArray(held) ? held : [held];
  const series = key === 'seriesMember' ? (holder['@id'] ?? identifierOf(holder)) : undefined;
  for (const [index, dataset] of list.entries()) {
    // A plain name refers to a dataset that stands elsewhere.
    if (!isObject(dataset)) continue;
    const inner = { ...place, path: `${place.path}/${key}/${index}` };
    const described = series === undefined || series === null ? dataset : { inSeries: series, ...dataset };
    yield { kind: 'record', record: recordOf('Dataset', described, inner, []) };
  }
}
