/** The `csw` format: catalogue services for the web (CSW 2.0.2), with ISO 19139 or DCAT inside. */
import { createHash } from 'node:crypto';
import type { Harvester } from '#harvesters/harvester.ts';
import { readRdfUnit } from '#harvesters/xml/rdf-unit.ts';
import { attributeOf, localName, textOf, textsAt, type XmlElement } from '#harvesters/xml/xml-element.ts';
import type { XmlEvent } from '#harvesters/xml/xml-event.ts';
import { readXml } from '#harvesters/xml/xml-reader.ts';
import { EXCERPT_LENGTH, type Page, type Reading } from '#schemas/reading.ts';
import type { Source } from '#schemas/source.ts';
import { isoIdentifierOf, readIsoRecord } from './iso-record.ts';
import { type NextPage, nextPage } from './paging.ts';
import { type PageContext, pageContextOf, pageRequest } from './request.ts';
import { CswSettings } from './settings.ts';

const ISO = new Set(['MD_Metadata', 'MI_Metadata']);
const RDF = new Set(['RDF', 'Dataset', 'DatasetSeries', 'Catalog', 'CatalogRecord', 'Description']);
/** The protocol's own records, which a server sends that does not know the schema asked for. */
const DUBLIN_CORE = new Set(['Record', 'SummaryRecord', 'BriefRecord']);
const EXCEPTIONS = new Set(['Exception', 'ServiceException']);
const UNITS = new Set([...ISO, ...RDF, ...DUBLIN_CORE, ...EXCEPTIONS]);

/** What an answer can begin with; a single ISO document is a list of one. */
const ROOTS = new Set([
  'GetRecordsResponse',
  'GetRecordByIdResponse',
  'ExceptionReport',
  'ServiceExceptionReport',
  'Envelope',
]);

/**
 * Reads a catalogue service by GetRecords, page by page. A broken record costs only itself; where the server's word on the
 * next page does not fit what it sent, the list goes on by what it sent. Services are skipped and counted.
 */
export const csw: Harvester = {
  version: 1,
  settings: CswSettings,
  first: (source) => [pageRequest(source, { start: 1, before: null })],
  read: (source, page) => new CswReader(source, page).read(),
};

/** What SearchResults says of the list. */
interface Results {
  readonly matched: number | undefined;
  readonly returned: number | undefined;
  readonly next: number | undefined;
}

class CswReader {
  readonly #source: Source;
  readonly #page: Page;
  readonly #settings: CswSettings;
  readonly #context: PageContext;
  readonly #identifiers = createHash('sha256');
  #results: Results | undefined;
  #isRoot = true;
  #counted = 0;
  #sawException = false;

  constructor(source: Source, page: Page) {
    this.#source = source;
    this.#page = page;
    this.#settings = CswSettings.parse(source.settings);
    this.#context = pageContextOf(page.request);
  }

  async *read(): AsyncGenerator<Reading> {
    for await (const event of readXml(this.#page, UNITS)) {
      for await (const reading of this.#readingsOf(event)) {
        yield reading;
        if (reading.kind !== 'broken') continue;
        // The list's other pages may still be whole.
        if (this.#counted > 0) yield* this.#paging(false);
        return;
      }
    }
    yield* this.#end();
  }

  async *#readingsOf(event: XmlEvent): AsyncGenerator<Reading> {
    switch (event.kind) {
      case 'open':
        yield* this.#open(event);
        return;
      case 'unit':
        this.#isRoot = false;
        yield* this.#unit(event);
        return;
      case 'bad-unit':
        this.#isRoot = false;
        this.#counted += 1;
        yield badRecord(event);
        return;
      default:
        yield event;
    }
  }

  *#open({ name, attributes, place }: Extract<XmlEvent, { kind: 'open' }>): Generator<Reading> {
    if (this.#isRoot && !ROOTS.has(name)) {
      const message = `The page is XML and no answer of a catalogue service: it begins with <${name.slice(0, 100)}>.`;
      yield { kind: 'broken', code: 'wrong-media', message, place };
    }
    this.#isRoot = false;
    if (name !== 'SearchResults' || this.#results !== undefined) return;
    const number = (attribute: string): number | undefined => countIn(attributes, attribute);
    this.#results = {
      matched: number('numberOfRecordsMatched'),
      returned: number('numberOfRecordsReturned'),
      next: number('nextRecord'),
    };
    if (this.#results.matched !== undefined) yield { kind: 'total', count: this.#results.matched };
  }

  async *#unit(unit: Extract<XmlEvent, { kind: 'unit' }>): AsyncGenerator<Reading> {
    const { element, place } = unit;
    if (EXCEPTIONS.has(element.name)) {
      this.#sawException = true;
      if (this.#context.isProbe) return;
      yield { kind: 'broken', code: 'protocol-error', message: `The server says: ${wordsOf(element)}`, place };
      return;
    }
    this.#counted += 1;
    this.#identifiers.update(unit.source.text);
    if (ISO.has(element.name)) yield readIsoRecord(element, place, this.#settings.hierarchyLevels);
    else if (RDF.has(element.name)) yield* this.#rdf(unit);
    else {
      const message = `The server sends <${element.name}> and not the schema that it was asked for.`;
      yield {
        kind: 'rejection',
        code: 'unknown-metadata',
        identifier: textsAt(element, 'identifier')[0] ?? null,
        message,
        place,
      };
    }
  }

  async *#rdf(unit: Extract<XmlEvent, { kind: 'unit' }>): AsyncGenerator<Reading> {
    let isAny = false;
    let services = 0;
    for await (const reading of readRdfUnit(unit, this.#page.url)) {
      if (reading.kind === 'record' || reading.kind === 'rejection') isAny = true;
      if (reading.kind === 'problem' && reading.code === 'service-without-dataset') services += 1;
      else yield reading;
    }
    if (isAny) return;
    const message = services > 0 ? 'The record describes a service.' : 'The record holds no dataset.';
    yield { kind: 'skip', code: 'not-a-dataset', message, place: unit.place };
  }

  *#end(): Generator<Reading> {
    if (this.#results === undefined && this.#counted === 0 && !this.#sawException) {
      yield { kind: 'broken', code: 'wrong-media', message: 'The answer holds neither records nor an exception.' };
      return;
    }
    yield* this.#paging(true);
  }

  /** @param isWhole whether the page was read to its end; else what it held cannot be told from what was read. */
  *#paging(isWhole: boolean): Generator<Reading> {
    if (this.#results === undefined) return;
    const { start, before } = this.#context;
    const { matched, returned, next } = this.#results;
    const hash = this.#identifiers.digest('hex').slice(0, 16);
    if (isWhole && this.#counted > 0 && hash === before) {
      const message = `The page that starts at record ${start} holds the same records as the page before it.`;
      yield { kind: 'broken', code: 'page-loop', message };
      return;
    }
    const asked = this.#settings.maxRecords;
    // A page that breaks off cannot check the server's word: that is then taken where it leads forward.
    const following: NextPage =
      !isWhole && next !== undefined && next > start
        ? { start: next }
        : nextPage({ start, asked, counted: this.#counted, returned, matched, next });
    if (following.reason !== undefined) yield { kind: 'problem', code: 'paging-corrected', message: following.reason };
    if (following.start === null) return;
    yield {
      kind: 'page',
      request: pageRequest(this.#source, { start: following.start, before: hash, isProbe: following.isProbe }),
    };
  }
}

const countIn = (attributes: Readonly<Record<string, string>>, name: string): number | undefined => {
  for (const key in attributes) {
    const value = attributes[key]?.trim() ?? '';
    if (localName(key) === name && /^\d{1,12}$/.test(value)) return Number(value);
  }
  return undefined;
};

/** A record that is no XML from some place on; its identifier stands before that most often. */
const badRecord = ({ element, code, message, place, excerpt }: Extract<XmlEvent, { kind: 'bad-unit' }>): Reading => ({
  kind: 'rejection',
  code,
  identifier: isoIdentifierOf(element) ?? rdfIdentifierOf(element),
  message,
  place,
  excerpt,
});

/** The IRI of the first thing that a broken graph describes as a dataset. */
const rdfIdentifierOf = (element: XmlElement): string | null => {
  const dataset = element.name === 'Dataset' ? element : element.children.find(({ name }) => name === 'Dataset');
  return attributeOf(dataset, 'about') ?? null;
};

const wordsOf = (exception: XmlElement): string => {
  const texts = [...textsAt(exception, 'ExceptionText'), textOf(exception)].flatMap((text) => text ?? []);
  const code = attributeOf(exception, 'exceptionCode') ?? attributeOf(exception, 'code') ?? 'exception';
  return `${code}: ${texts.join(' ')}`.slice(0, 2 * EXCERPT_LENGTH);
};
