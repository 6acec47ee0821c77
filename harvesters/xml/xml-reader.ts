/**
 * XML pages that are lists: the elements of some names are handed out as trees, one after the other, and all others are only
 * passed by. A page is held in memory one such element at a time. No entity and no external reference is ever resolved.
 */
import { SaxesParser } from 'saxes';
import type { Page, Place } from '#schemas/reading.ts';
import { type Ancestor, declarationsOf, escaped } from './declarations.ts';
import { htmlEntities } from './html-entities.ts';
import { type LinePlace, TextWindow } from './text-window.ts';
import { localName, type XmlElement } from './xml-element.ts';
import type { Attributes, XmlEvent } from './xml-event.ts';
import { readXmlText } from './xml-text.ts';

/** Elements within elements. Without it a page of a million open tags would be kept whole. */
const MAX_DEPTH = 500;

/** Letters of one record. Without it a record that never ends would be held until the memory is full. */
const MAX_UNIT_LENGTH = 32 * 1024 * 1024;

/** Elements of one record: each costs some hundred bytes, and short ones are many in few letters. */
const MAX_UNIT_ELEMENTS = 400_000;

/** Letters in which the end of a broken record is looked for: all of them are looked through again as more come. */
const MAX_SEARCH = 8 * 1024 * 1024;

/** Blanks between an end tag's name and its bracket; a tag with more is passed over for the next. */
const MAX_TAG_BLANKS = 64;

/** A page with more broken records than this is another thing than we take it for. */
const MAX_RECOVERIES = 50;

/** Thrown by our own handlers to leave saxes, which itself would go on after a fault. */
class Fault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Reads a page. Elements whose local name is in `units` and that stand in no other such element come as trees. A fault
 * inside one costs that one (`bad-unit`); a fault elsewhere, or too many, is `broken`, and nothing comes after that.
 * Never throws for what the page says; an error of the body itself (a lost connection) goes to the caller.
 */
export async function* readXml(page: Page, units: ReadonlySet<string>): AsyncGenerator<XmlEvent> {
  const reader = new XmlReader(units);
  for await (const piece of readXmlText(page)) {
    if (typeof piece !== 'string') {
      yield piece;
      if (piece.kind === 'broken') return;
      continue;
    }
    reader.push(piece);
    yield* reader.take();
    if (reader.isOver) return;
  }
  reader.end();
  yield* reader.take();
}

interface Unit {
  readonly name: string;
  readonly root: XmlElement;
  readonly open: XmlElement[];
  /** Where it starts, in letters from the start of the page. */
  readonly start: number;
  readonly place: Place;
  count: number;
  isTooLarge: boolean;
}

/** Where a parser started to read, for one that took over after a broken record. */
interface Origin {
  readonly position: number;
  readonly line: number;
  readonly lineStart: number;
}

class XmlReader {
  readonly #units: ReadonlySet<string>;
  readonly #ancestors: Ancestor[] = [];
  #xml: SaxesParser<{ xmlns: false; position: true }>;
  #origin: Origin = { position: 0, line: 0, lineStart: 0 };
  #events: XmlEvent[] = [];
  #unit: Unit | undefined;
  /** The record that was closed last, and where: saxes closes an element before it says that the end tag is another's. */
  #closed: { readonly unit: Unit; readonly position: number } | undefined;
  readonly #text = new TextWindow();
  /** What ends the search for a place to go on at, and from where on it is looked for; undefined while all is well. */
  #search: { readonly pattern: RegExp; readonly unit: Unit; from: number } | undefined;
  #recoveries = 0;
  #sawRoot = false;
  #isMute = false;
  #isEnding = false;
  #entitiesTold = false;
  isOver = false;

  constructor(units: ReadonlySet<string>) {
    this.#units = units;
    this.#xml = this.#newParser();
  }

  push(text: string): void {
    if (this.isOver) return;
    this.#text.add(text);
    if (this.#search === undefined) this.#guarded(() => this.#xml.write(text));
    this.#resume();
    this.#forget();
  }

  end(): void {
    if (this.isOver) return;
    this.#isEnding = true;
    if (this.#search !== undefined)
      this.#break('truncated', 'The page ends within a record that cannot be read.', this.#place());
    else this.#guarded(() => this.#xml.close());
    this.isOver = true;
  }

  take(): XmlEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  #newParser(): SaxesParser<{ xmlns: false; position: true }> {
    const xml = new SaxesParser({ xmlns: false, position: true });
    xml.on('error', (error) => {
      const message = error.message.replace(/^\d+:\d+:\s*/, '');
      throw new Fault(/entity/.test(message) ? 'xml-entities' : 'syntax-error', message);
    });
    xml.on('doctype', (doctype) => {
      if (/<!ENTITY/i.test(doctype)) throw new Fault('xml-entities', 'The page declares entities; none is resolved.');
    });
    xml.on('opentagstart', ({ name }) => this.#begin(name));
    // Without `xmlns` saxes gives attributes as plain texts; its type does not tell the two apart.
    xml.on('opentag', ({ name, attributes }) => this.#open(name, attributes as Attributes));
    xml.on('closetag', () => this.#close());
    xml.on('text', (text) => this.#addText(text));
    xml.on('cdata', (text) => this.#addText(text));
    this.#supplyEntities(xml.ENTITIES);
    return xml;
  }

  /** Names of HTML's for single characters: harmless, common, and told. */
  #supplyEntities(known: Record<string, string>): void {
    for (const name of Object.keys(htmlEntities)) {
      Object.defineProperty(known, name, { get: () => this.#supplied(name), configurable: true });
    }
  }

  #supplied(name: string): string {
    if (!this.#entitiesTold) {
      const message = `the entity &${name}; is HTML's and not declared; it was read as HTML has it`;
      this.#events.push({ kind: 'problem', code: 'entity-supplied', message, place: this.#place() });
    }
    this.#entitiesTold = true;
    return htmlEntities[name] ?? '';
  }

  #begin(qualified: string): void {
    if (this.#isMute || this.#unit !== undefined || !this.#units.has(localName(qualified))) return;
    const start = this.#text.bracketBefore(this.#position());
    const place = this.#placeOf(start);
    const root: XmlElement = { name: localName(qualified), attributes: {}, children: [], text: '', line: place.line };
    this.#unit = { name: qualified, root, open: [], start, place, count: 0, isTooLarge: false };
  }

  #open(qualified: string, attributes: Attributes): void {
    if (this.#isMute) return;
    const unit = this.#unit;
    const depth = this.#ancestors.length + (unit?.open.length ?? 0);
    if (depth >= MAX_DEPTH) throw new Fault('nested-too-deep', `More than ${MAX_DEPTH} elements stand in each other.`);
    const name = localName(qualified);
    if (unit !== undefined) {
      this.#openInside(unit, name, attributes);
      return;
    }
    this.#sawRoot = true;
    this.#ancestors.push({ name: qualified, declarations: declarationsOf(this.#ancestors.at(-1), attributes) });
    this.#events.push({ kind: 'open', name, attributes, place: this.#place() });
  }

  #openInside(unit: Unit, name: string, attributes: Attributes): void {
    const parent = unit.open.at(-1);
    const line = parent === undefined ? unit.root.line : this.#origin.line + this.#xml.line;
    const element: XmlElement = { name, attributes, children: [], text: '', line };
    if (parent === undefined) Object.assign(unit.root, { attributes });
    else if (!unit.isTooLarge) {
      parent.children.push(element);
      if (name === 'br') parent.text += '\n';
    }
    unit.open.push(parent === undefined ? unit.root : element);
    if (++unit.count > MAX_UNIT_ELEMENTS) unit.isTooLarge = true;
  }

  #addText(text: string): void {
    const element = this.#unit?.open.at(-1);
    if (element !== undefined && this.#unit?.isTooLarge === false) element.text += text;
  }

  #close(): void {
    const unit = this.#unit;
    if (unit === undefined) {
      this.#ancestors.pop();
      return;
    }
    unit.open.pop();
    if (unit.open.length > 0) return;
    this.#unit = undefined;
    this.#closed = { unit, position: this.#position() };
    this.#sawRoot = true;
    const { root: element, place } = unit;
    if (unit.isTooLarge || this.#position() - unit.start > MAX_UNIT_LENGTH) {
      const message = `The record is larger than ${MAX_UNIT_LENGTH} letters or ${MAX_UNIT_ELEMENTS} elements.`;
      this.#events.push({ kind: 'bad-unit', element, code: 'record-too-large', message, place });
      return;
    }
    const text = this.#text.between(unit.start, this.#position());
    const declarations = this.#ancestors.at(-1)?.declarations ?? '';
    this.#events.push({ kind: 'unit', element, place, source: { text, declarations } });
  }

  #position(): number {
    return this.#origin.position + this.#xml.position;
  }

  #place(): Place {
    const { line, lineStart } = this.#origin;
    const column = this.#xml.line === 1 ? this.#position() - lineStart : this.#xml.column;
    return { line: line + this.#xml.line, column: Math.max(0, column) + 1 };
  }

  /** The place of a tag's bracket, told once its name is read: a name may end its line. */
  #placeOf(start: number): { line: number; column: number } {
    const { line = 1, column = 1 } = this.#place();
    const back = this.#position() - start;
    return column > back ? { line, column: column - back } : { line: line - 1, column: 1 };
  }

  #guarded(parse: () => void): void {
    try {
      parse();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#fail(error);
    }
  }

  #fail({ code, message }: Fault): void {
    const place = this.#place();
    this.#reopen(message);
    const unit = this.#unit;
    if (unit === undefined && this.#sawRoot && this.#ancestors.length === 0) {
      const told = `After the page's end stands something more, which was passed over: ${message}`;
      this.#events.push({ kind: 'problem', code: 'text-after-end', message: told, place });
      this.isOver = true;
      return;
    }
    const excerpt = this.#text.excerptAt(this.#isEnding ? this.#text.end : this.#position());
    // A record that the page's end cuts is no broken record: the rest of the page is gone with it.
    if (this.#isEnding || unit === undefined || ++this.#recoveries > MAX_RECOVERIES) {
      const told =
        this.#recoveries > MAX_RECOVERIES ? `More than ${MAX_RECOVERIES} records cannot be read. ${message}` : message;
      this.#break(this.#isEnding ? 'truncated' : code, told, place, excerpt);
      return;
    }
    this.#events.push({ kind: 'bad-unit', element: unit.root, code, message, place, excerpt });
    const name = escaped(unit.name);
    const pattern = new RegExp(`</${name}\\s*>|<${name}(?=[\\s/>])`, 'g');
    this.#search = { pattern, unit, from: unit.start + 1 };
    this.#unit = undefined;
  }

  /** Takes a record back that another element's end tag closed: its own is missing. */
  #reopen(message: string): void {
    if (this.#unit !== undefined || this.#closed?.position !== this.#position()) return;
    if (!message.startsWith('unexpected close tag')) return;
    this.#events.pop();
    this.#unit = this.#closed.unit;
  }

  /** Looks for the end of the broken record, or for the beginning of the next, and goes on there with a fresh parser. */
  #resume(): void {
    while (this.#search !== undefined && !this.isOver) {
      const { pattern, unit, from } = this.#search;
      const match = this.#text.find(pattern, from);
      if (match === undefined) {
        this.#searchOn(this.#search);
        return;
      }
      const place = match.at + (match.found.startsWith('</') ? match.found.length : 0);
      const { line = 1, column = 1 } = unit.place;
      this.#goOnAt(place, this.#text.lineOf(place, unit.start, { line, lineStart: unit.start - column + 1 }));
    }
  }

  /** The elements around the records are opened again, so that their end tags fit. */
  #goOnAt(place: number, { line, lineStart }: LinePlace): void {
    const prefix = this.#ancestors.map(({ name }) => `<${name}>`).join('');
    this.#search = undefined;
    this.#text.forgetBefore(place);
    this.#xml = this.#newParser();
    this.#origin = { position: place - prefix.length, line: line - 1, lineStart };
    this.#isMute = true;
    this.#guarded(() => this.#xml.write(prefix));
    this.#isMute = false;
    this.#guarded(() => this.#xml.write(this.#text.between(place)));
  }

  /** Nothing to go on at yet: the search waits for more, but not for ever. */
  #searchOn(search: { readonly unit: Unit; from: number }): void {
    if (this.#text.length > MAX_SEARCH) {
      this.#break('record-too-large', `A broken record has no end within ${MAX_SEARCH} letters.`, this.#place());
    } else search.from = Math.max(search.from, this.#text.end - search.unit.name.length - MAX_TAG_BLANKS);
  }

  /** Lets go of text that nobody will ask for: all before an open record, or before a tag that is still being read. */
  #forget(): void {
    if (this.#search !== undefined) return;
    const unit = this.#unit;
    if (unit !== undefined && this.#text.end - unit.start > MAX_UNIT_LENGTH) unit.isTooLarge = true;
    const { end } = this.#text;
    this.#text.forgetBefore(unit === undefined || unit.isTooLarge ? this.#text.bracketBefore(end + 1) : unit.start);
  }

  #break(code: string, message: string, place: Place, excerpt?: string): void {
    this.#events.push({ kind: 'broken', code, message, place, excerpt });
    this.isOver = true;
  }
}
