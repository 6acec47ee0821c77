/** What one page says, put into the run: its records, its further pages, and whether it was seen whole. */
import { datasetId, keyOfIdentifier } from '#catalogue/identity.ts';
import { keptId } from '#catalogue/rename.ts';
import type { Failure } from '#harvesters/harvester.ts';
import { problemCode } from '#schemas/problem-codes.ts';
import {
  EXCERPT_LENGTH,
  type Page,
  type PageRequest,
  type Place,
  type RawRecord,
  type Reading,
} from '#schemas/reading.ts';
import type { RunRecord } from '#schemas/run.ts';
import { type FrontierPage, pageKey } from './frontier.ts';
import {
  type ArrivedPage,
  contextOf,
  costOf,
  markSeen,
  type ReadContext,
  readerOf,
  relationOf,
  sameRunOutcome,
} from './read-context.ts';
import { note, type Session } from './session.ts';
import { linksOf } from './source-state.ts';
import { placeText, takeRecord } from './take-record.ts';

type Rejection = Extract<Reading, { kind: 'rejection' }>;

/** The page as far as its records tell of it; one that did not come has no archive. */
type PageOfRecords = Pick<ArrivedPage, 'taken' | 'url' | 'observedAt'> & { readonly archive: string | null };

/**
 * What requests carry is kept with their page, so that it can stand for itself when it is unchanged. A page whose requests
 * carry more than this is read again instead: else the state of a source of 10,000 pages would be gigabytes.
 */
const KEPT_CONTEXT_LENGTH = 32 * 1024;

const contextLength = (requests: readonly PageRequest[]): number =>
  requests.reduce((length, { context }) => length + (context === undefined ? 0 : JSON.stringify(context).length), 0);

/** One page being read. */
export class PageReader {
  readonly #context: ReadContext;
  readonly #page: PageOfRecords;
  readonly #records: string[] = [];
  readonly #pages: PageRequest[] = [];
  #claimed: number | null = null;
  #listed = 0;
  #whole = true;
  /** False for a page that lists only what changed: it is nobody's home, and what is not on it is not missing. */
  #listsAll = true;
  /** Whether the page would say the same again without being read: nothing in it wants to be told anew. */
  #plain = true;
  #isLasting = false;

  constructor(context: ReadContext, page: PageOfRecords) {
    this.#context = context;
    this.#page = page;
  }

  async read(arrived: ArrivedPage): Promise<void> {
    const { source, harvester } = this.#context;
    const { taken, url, contentType, body, isImmutable } = arrived;
    const page: Page = { request: taken.request, url, contentType, body, isImmutable };
    for await (const reading of harvester.read(source, page)) await this.take(reading);
    this.#close(arrived);
  }

  async readMissed(failure: Failure): Promise<void> {
    const { source, harvester } = this.#context;
    this.#whole = false;
    for (const reading of harvester.missed?.(source, this.#page.taken.request, failure) ?? []) await this.take(reading);
    this.#setSeen();
  }

  /** False once something of the page was lost that cannot be named. */
  get isWhole(): boolean {
    return this.#whole;
  }

  async take(reading: Reading): Promise<void> {
    switch (reading.kind) {
      case 'record':
        return this.#takeRecord(reading);
      case 'page':
        return this.#takePage(reading.request);
      case 'deletion':
        this.#plain = false;
        this.#listed += 1;
        this.#takeDeletion(reading.identifier);
        return;
      case 'rejection':
        return this.#reject(reading);
      case 'skip':
        this.#listed += 1;
        this.#note(reading.code, reading.message, reading.place);
        return;
      case 'scope':
        this.#listsAll = false;
        this.#context.session.run.scope = reading.scope;
        return;
      case 'lasting':
        this.#isLasting = true;
        return;
      case 'total':
        this.#claimed = Math.max(this.#claimed ?? 0, reading.count);
        return;
      case 'problem':
        this.#note(reading.code, reading.message, reading.place);
        return;
      case 'broken':
        this.#whole = false;
        this.#note(reading.code, reading.message, reading.place, reading.excerpt);
        return;
    }
  }

  async #takeRecord({ record }: Extract<Reading, { kind: 'record' }>): Promise<void> {
    const { source, session, state, writer, done, isErased } = this.#context;
    const { taken, observedAt } = this.#page;
    const { url, archive } = this.#beginningOf(record);
    const result = takeRecord(record, {
      source,
      run: session.run.id,
      page: url,
      pageKey: this.#listsAll ? taken.key : null,
      archive,
      observedAt,
      stateOf: (id) => state.records.get(id),
      isErased,
      ...(session.run.replay && { updateCause: 'mapping-changed' as const }),
    });
    if (result.kind === 'rejected') {
      const { code, message, identifier } = result;
      this.#reject({ kind: 'rejection', code, message, identifier, place: record.place });
      return;
    }
    const { id, identifier, outcome, changed, change } = result;
    const place = placeText(record.place);
    const row = { id, identifier, page: url, ...(place !== null && { place }) };
    this.#listed += 1;
    if (session.seen.has(id)) {
      this.#plain = false;
      session.rows.push({ ...row, outcome: 'duplicate', reason: 'listed before in this run' });
      return;
    }
    session.seen.set(id, taken.key);
    this.#records.push(id);
    for (const problem of result.problems) {
      const { code, severity } = { code: problem.code, severity: problemCode(problem.code).severity };
      const { property, value, message } = problem;
      note(session, {
        code,
        severity,
        record: id,
        message,
        ...(property !== undefined && { property }),
        ...(value !== undefined && { excerpt: value }),
        ...(place !== null && { place: { page: url, path: place } }),
      });
    }
    if (change) {
      const reason = changed.length > 0 && { reason: changed.join(' ') };
      session.rows.push({ ...row, ...outcomeOf(session, outcome), ...reason });
      if (!this.#listsAll) this.#outdate(change.state.home);
      await writer.add(change);
      return;
    }
    session.rows.push({ ...row, outcome: sameRunOutcome(done.get(id)) });
    this.#learn(id, result.match);
    this.#seen(id);
  }

  /** Older states do not know how their records are known again; an unchanged record says it as well as a changed one. */
  #learn(id: string, match: string | undefined): void {
    const { state, touch } = this.#context;
    const record = state.records.get(id);
    if (!record || record.match === match) return;
    state.records.set(id, { ...record, match });
    touch();
  }

  /** What the last listing showed on this page is older than what is known now: it cannot stand for itself any more. */
  #outdate(home: string | null): void {
    const { pages } = this.#context.state;
    const page = home === null ? undefined : pages.get(home);
    if (page?.reusable === true) pages.set(page.key, { ...page, reusable: false });
  }

  /** The page that tells where a record comes from: this one, or the one on which it began. */
  #beginningOf({ page }: RawRecord): Pick<PageOfRecords, 'url' | 'archive'> {
    if (page === undefined) return this.#page;
    const key = pageKey({ url: page.asked });
    const began = key === undefined ? undefined : this.#context.state.pages.get(key);
    return { url: page.url, archive: began?.archive ?? null };
  }

  /** Notes in the state that an unchanged record was seen; nothing is touched when all was so already. */
  #seen(id: string): void {
    markSeen(this.#context, id, this.#listsAll ? this.#page.taken.key : null);
  }

  /** The source's word that an identifier is gone is no word about a dataset that goes on under another. */
  #takeDeletion(identifier: string): void {
    const { state, session } = this.#context;
    const own = datasetId(this.#context.source.id, keyOfIdentifier(identifier));
    const id = this.#idOf(own);
    if ((state.records.get(id)?.knownAs ?? id) === own) session.deletions.add(id);
  }

  #takePage(request: PageRequest): void {
    const { frontier } = this.#context;
    this.#pages.push(request);
    const cost = costOf(frontier.offer(request, this.#page.taken.key));
    if (cost === undefined) return;
    this.#whole = false;
    this.#note(cost, `${problemCode(cost).en} (${request.url.slice(0, EXCERPT_LENGTH)})`);
  }

  #reject({ code, message, identifier, place, excerpt }: Rejection): void {
    const { source, session } = this.#context;
    this.#plain = false;
    this.#listed += 1;
    const id = identifier === null ? null : this.#idOf(datasetId(source.id, keyOfIdentifier(identifier)));
    // A record that cannot be named may be any of those that seem to be missing.
    if (id === null) this.#whole = false;
    else if (!session.seen.has(id)) session.seen.set(id, this.#page.taken.key);
    const at = placeText(place);
    session.rows.push({
      outcome: 'rejected',
      id,
      identifier,
      reason: code,
      page: this.#page.url,
      ...(at !== null && { place: at }),
    });
    this.#note(code, message, place, excerpt, id ?? identifier ?? undefined);
  }

  /** The id under which the record of an identifier is kept. */
  #idOf(own: string): string {
    return keptId(own, (id) => this.#context.state.records.get(id));
  }

  #note(code: string, message: string, place?: Place, excerpt?: string, record?: string): void {
    this.#plain = false;
    note(this.#context.session, {
      code,
      severity: problemCode(code).severity,
      message,
      place: {
        page: this.#page.url,
        ...(place?.line !== undefined && { line: place.line }),
        ...(place?.column !== undefined && { column: place.column }),
        ...(place?.path !== undefined && { path: place.path }),
      },
      ...(excerpt !== undefined && { excerpt }),
      ...(record !== undefined && { record }),
    });
  }

  #setSeen(): void {
    const { taken } = this.#page;
    this.#context.session.pages.set(taken.key, {
      parent: taken.parent,
      relation: relationOf(taken.request),
      whole: this.#whole,
      claimed: this.#claimed,
      listed: this.#listed,
    });
  }

  #close({ taken, url, contentType, sha256, archive, validators, observedAt }: ArrivedPage): void {
    const { state, source, harvester, touch } = this.#context;
    this.#setSeen();
    // Asked for since another moment, the next run's page has another address: kept only for what it changed.
    if (!this.#listsAll && this.#listed === 0) return;
    // What a feed said on the page when it was whole still holds; what it said behind the fault is not known.
    if (!this.#whole && harvester.gather?.(source) && state.pages.has(taken.key)) return;
    touch();
    const context = contextOf(taken.request);
    const isKept = contextLength(this.#pages) <= KEPT_CONTEXT_LENGTH;
    const links = this.#countLinks(taken.key);
    state.pages.set(taken.key, {
      key: taken.key,
      parent: taken.parent,
      relation: relationOf(taken.request),
      reader: readerOf(source, harvester),
      ...(context !== undefined && { context }),
      reusable: this.#whole && this.#plain && isKept && this.#listsAll,
      ...(!this.#listsAll && { changesOnly: true }),
      ...(this.#isLasting && { lasting: observedAt }),
      ...(validators.etag !== undefined && { etag: validators.etag }),
      ...(validators.lastModified !== undefined && { lastModified: validators.lastModified }),
      sha256,
      archive,
      url,
      contentType,
      records: this.#records,
      pages: isKept ? this.#pages : [],
      total: this.#claimed,
      // Believed only when the run ends without drift; a run that dies before then has not said anything about it.
      ...(this.#context.heldBack && links.after < links.before && { links: links.before }),
    });
  }

  /** The pages that this one leads to, now and when that was last believed. */
  #countLinks(key: string): { before: number; after: number } {
    const { session, state } = this.#context;
    const after = this.#pages.filter(({ relation }) => relation === 'child').length;
    const links = { before: linksOf(state.pages.get(key)), after };
    const seen = session.pages.get(key);
    if (seen && (links.before > 0 || links.after > 0)) session.pages.set(key, { ...seen, links });
    return links;
  }
}

/** What a change counts as: itself, or held where the run waits for approval. */
const outcomeOf = (
  { run }: Session,
  outcome: 'created' | 'updated' | 'unchanged' | 'returned',
): Pick<RunRecord, 'outcome' | 'waits'> =>
  run.waiting && outcome !== 'unchanged' ? { outcome: 'held', waits: outcome } : { outcome };

/** Reads a page that came. Never throws for what the page says. */
export const readPage = (context: ReadContext, page: ArrivedPage): Promise<void> =>
  new PageReader(context, page).read(page);

/** Takes what the reader says of a page that did not come; the page stands in the run as not seen, and its state is kept. */
export const readMissed = (
  context: ReadContext,
  taken: FrontierPage,
  failure: Failure,
  observedAt: string,
): Promise<void> =>
  new PageReader(context, { taken, url: taken.request.url, archive: null, observedAt }).readMissed(failure);
