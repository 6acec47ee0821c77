/** The `oai-pmh` format: repositories that are harvested by the protocol of the Open Archives Initiative, version 2.0. */
import { createHash } from 'node:crypto';
import type { Harvester } from '#harvesters/harvester.ts';
import { attributeOf, textOf, textsAt, type XmlElement } from '#harvesters/xml/xml-element.ts';
import type { XmlEvent } from '#harvesters/xml/xml-event.ts';
import { readXml } from '#harvesters/xml/xml-reader.ts';
import { durationMs } from '#schemas/duration.ts';
import { EXCERPT_LENGTH, type Page, type Place, type Reading } from '#schemas/reading.ts';
import type { Source } from '#schemas/source.ts';
import {
  identifyRequest,
  type ListContext,
  listContextOf,
  listRequest,
  nextRequest,
  type Repository,
  sinceFor,
  sinceRunOf,
} from './context.ts';
import { badRecord, readOaiRecord } from './record.ts';
import { OaiSettings } from './settings.ts';

const UNITS = new Set(['record', 'resumptionToken', 'error']);
const IDENTIFY_UNITS = new Set(['responseDate', 'Identify', 'error']);

/** A token is sent back in an address; servers and proxies refuse those that are longer than this. */
const MAX_TOKEN = 8_000;

/**
 * Reads an OAI-PMH repository: Identify, then ListRecords page by page with the resumption token alone. A token that expired
 * starts the list over once. Records that the server marks as deleted are deletions; what a list of everything leaves out is
 * missing. A repository that tells of its deletions is asked for changes between two such lists.
 */
export const oaiPmh: Harvester = {
  version: 1,
  settings: OaiSettings,
  first: (source, since) => [identifyRequest(source, since)],
  fullEvery: ({ settings }) => durationMs(OaiSettings.parse(settings).fullEvery),
  read: (source, page) => {
    const list = listContextOf(page.request);
    return list === undefined ? readIdentify(source, page) : new ListReader(source, page, list).read();
  },
  *missed(source, request, { code }) {
    const list = listContextOf(request);
    // Some servers refuse `from` by a status in place of an answer.
    if (list === undefined || list.since === null || list.token !== null || !/^http-4(?!29)/.test(code)) return;
    yield* listAll(source, list);
  },
};

/** The list of everything in place of the changes, which the server does not give. */
function* listAll(source: Source, { repository }: ListContext, place?: Place): Generator<Reading> {
  const message = 'The server does not list changes since a moment; everything is asked for.';
  yield { kind: 'problem', code: 'from-refused', message, place };
  yield { kind: 'page', request: listRequest(source, repository, { since: null, attempt: 0 }) };
}

async function* readIdentify(source: Source, page: Page): AsyncGenerator<Reading> {
  let identify: XmlElement | undefined;
  let responseDate: string | undefined;
  let errors = '';
  const answer = new Answer();
  for await (const event of readXml(page, IDENTIFY_UNITS)) {
    const fault = faultOf(event) ?? answer.check(event) ?? timeFaultOf(event);
    if (fault !== undefined) yield fault;
    if (fault?.kind === 'broken') return;
    if (event.kind !== 'unit') continue;
    if (event.element.name === 'Identify') identify = event.element;
    else if (event.element.name === 'responseDate') responseDate = textOf(event.element);
    else if (event.element.name === 'error') errors += wordsOf(event.element);
  }
  const repository = repositoryOf(identify);
  if (identify === undefined || repository.deletedRecord === 'unknown') {
    const message = `Identify says nothing of ${identify === undefined ? 'the repository' : 'deleted records'}. ${errors}`;
    yield { kind: 'problem', code: 'identify-incomplete', message: message.trim() };
  }
  const since = sinceFor(source, repository, sinceRunOf(page.request), responseDate);
  yield { kind: 'page', request: listRequest(source, repository, { since, attempt: 0 }) };
}

const repositoryOf = (identify: XmlElement | undefined): Repository => {
  const policy = textsAt(identify, 'deletedRecord')[0]?.toLowerCase();
  const isKnown = policy === 'no' || policy === 'transient' || policy === 'persistent';
  return {
    deletedRecord: isKnown ? policy : 'unknown',
    granularity: textsAt(identify, 'granularity')[0]?.slice(0, 40) ?? 'YYYY-MM-DD',
  };
};

/** What the events of any page have in common: its faults. A broken record is a fault of its own and none of the page. */
const faultOf = (event: XmlEvent): Extract<Reading, { kind: 'problem' | 'broken' }> | undefined =>
  event.kind === 'problem' || event.kind === 'broken' ? event : undefined;

/** What stands before the answer itself is no part of it that could be done without. */
const timeFaultOf = (event: XmlEvent): Extract<Reading, { kind: 'broken' }> | undefined => {
  if (event.kind !== 'bad-unit' || event.element.name !== 'responseDate') return undefined;
  const { code, message, place, excerpt } = event;
  return { kind: 'broken', code, message, place, excerpt };
};

/** The server's own words of an error. */
const wordsOf = (error: XmlElement): string =>
  `${attributeOf(error, 'code') ?? 'error'}: ${textOf(error) ?? ''}`.slice(0, EXCERPT_LENGTH);

/** Whether the page is an answer of this protocol at all. */
class Answer {
  #isRoot = true;

  check(event: XmlEvent): Extract<Reading, { kind: 'broken' }> | undefined {
    if (event.kind !== 'open' || !this.#isRoot) return undefined;
    this.#isRoot = false;
    if (event.name === 'OAI-PMH') return undefined;
    const message = `The page is XML and no OAI-PMH answer: it begins with <${event.name.slice(0, 100)}>.`;
    return { kind: 'broken', code: 'wrong-media', message, place: event.place };
  }
}

/** Reads one page of the list. */
class ListReader {
  readonly #source: Source;
  readonly #page: Page;
  readonly #list: ListContext;
  readonly #settings: OaiSettings;
  readonly #answer = new Answer();
  #sawList = false;
  #sawError = false;
  #isUnannounced = false;
  readonly #records = createHash('sha256');
  #count = 0;
  #next: string | undefined;

  constructor(source: Source, page: Page, list: ListContext) {
    this.#source = source;
    this.#page = page;
    this.#list = list;
    this.#settings = OaiSettings.parse(source.settings);
  }

  async *read(): AsyncGenerator<Reading> {
    for await (const event of readXml(this.#page, UNITS)) {
      const fault = faultOf(event) ?? this.#answer.check(event);
      if (fault !== undefined) yield fault;
      if (fault?.kind === 'broken') {
        // A page that breaks off behind its token does not hide the pages after it.
        yield* this.#onward();
        return;
      }
      if (event.kind === 'open' && event.name === 'ListRecords') {
        this.#sawList = true;
        yield* this.#scope();
      } else if (event.kind === 'unit') yield* this.#unit(event);
      else if (event.kind === 'bad-unit') yield* this.#badUnit(event);
    }
    if (this.#sawList) yield* this.#onward();
    if (this.#sawList || this.#sawError) return;
    const message = 'The answer holds neither a list nor an error.';
    yield { kind: 'broken', code: 'wrong-media', message };
  }

  /** Said only of an answer that is one: a list of changes that is refused is no reason not to look for what is missing. */
  *#scope(): Generator<Reading> {
    if (this.#list.since !== null) yield { kind: 'scope', scope: 'changes-only' };
  }

  async *#unit(unit: Extract<XmlEvent, { kind: 'unit' }>): AsyncGenerator<Reading> {
    const { element, place } = unit;
    if (element.name === 'record') {
      this.#count += 1;
      this.#records.update(unit.source.text);
      for await (const reading of readOaiRecord(unit, this.#settings, this.#page.url)) {
        if (reading.kind === 'deletion') yield* this.#unannounced(place);
        yield reading;
      }
    } else if (element.name === 'resumptionToken') yield* this.#token(element, place);
    else if (element.name === 'error') yield* this.#error(element, place);
  }

  *#badUnit(bad: Extract<XmlEvent, { kind: 'bad-unit' }>): Generator<Reading> {
    const { element, code, message, place, excerpt } = bad;
    // Without its token the list cannot be gone on with.
    if (element.name === 'record') yield badRecord(bad);
    else yield { kind: 'broken', code, message, place, excerpt };
  }

  /** A deletion is the server's own word, also where it says that it keeps no note of deletions. */
  *#unannounced(place: Place): Generator<Reading> {
    if (this.#isUnannounced || this.#list.repository.deletedRecord !== 'no') return;
    this.#isUnannounced = true;
    const message = 'Identify says deletedRecord "no", and the list has deleted records.';
    yield { kind: 'problem', code: 'deletion-unannounced', message, place };
  }

  *#token(element: XmlElement, place: Place): Generator<Reading> {
    const size = attributeOf(element, 'completeListSize');
    if (size !== undefined && /^\d{1,15}$/.test(size)) yield { kind: 'total', count: Number(size) };
    const token = textOf(element);
    if (token === undefined) return;
    if (token === this.#list.token) {
      const message = 'The page names its own resumption token as that of the next page.';
      yield { kind: 'broken', code: 'page-loop', message, place, excerpt: token.slice(0, EXCERPT_LENGTH) };
    } else if (token.length > MAX_TOKEN) {
      const message = `The resumption token has ${token.length} letters; no server takes so long an address.`;
      yield { kind: 'broken', code: 'bad-address', message, place };
    } else this.#next = token;
  }

  *#onward(): Generator<Reading> {
    if (this.#next === undefined) return;
    const before = this.#count === 0 ? null : this.#records.digest('hex').slice(0, 16);
    if (before !== null && before === this.#list.before) {
      const message = 'The page holds the same records as the page before it.';
      yield { kind: 'broken', code: 'page-loop', message };
    } else yield { kind: 'page', request: nextRequest(this.#source, this.#list, { token: this.#next, before }) };
  }

  *#error(element: XmlElement, place: Place): Generator<Reading> {
    this.#sawError = true;
    const { since } = this.#list;
    const code = attributeOf(element, 'code')?.toLowerCase();
    const message = `The server says: ${wordsOf(element)}`;
    // Nothing matches: an empty list, and no fault. A list that goes on with this has come to its end.
    if (code === 'norecordsmatch') {
      yield* this.#scope();
      if (this.#list.token === null) yield { kind: 'total', count: 0 };
    } else if (code === 'badresumptiontoken' && this.#list.attempt === 0 && this.#list.token !== null) {
      yield { kind: 'problem', code: 'token-expired', message, place };
      yield { kind: 'page', request: listRequest(this.#source, this.#list.repository, { since, attempt: 1 }) };
    } else if (code === 'badargument' && since !== null && this.#list.token === null) {
      yield* listAll(this.#source, this.#list, place);
    } else {
      const isAgain = code === 'badresumptiontoken' && this.#list.token !== null;
      yield { kind: 'broken', code: isAgain ? 'token-expired-again' : 'protocol-error', message, place };
    }
  }
}
