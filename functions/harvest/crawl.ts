/** Walks the pages of a source: fetches ahead, archives, and reads them one after the other in the order they were named. */
import type { Fetched, Fetcher } from '#functions/shared/fetcher.ts';
import type { PageArchive } from '#functions/shared/page-archive.ts';
import type { Failure } from '#harvesters/harvester.ts';
import type { ArchivedPage } from '#schemas/archived-page.ts';
import { problemCode } from '#schemas/problem-codes.ts';
import type { FrontierPage } from './frontier.ts';
import type { ArrivedPage, ReadContext } from './read-context.ts';
import { readMissed, readPage } from './read-page.ts';
import { canReuse, reusePage } from './reuse-page.ts';
import { note } from './session.ts';
import type { PageState } from './source-state.ts';

export interface CrawlPorts {
  readonly fetcher: Fetcher;
  readonly archive: PageArchive;
  readonly heartbeat: () => Promise<void>;
  readonly now: () => string;
  /** Whether there is time for another page before this invocation ends. */
  readonly hasTime: () => boolean;
  /** Whether what is on its way must be let go now, as the invocation is about to be cut off; never where it is absent. */
  readonly mustStop?: () => boolean;
  /** Asked when a host wants to be asked again later: whether the run can be put down until then. Absent: the page is missed. */
  readonly canWaitUntil?: (untilMs: number, isOurs: boolean) => boolean;
  /** Told of every page that came. */
  readonly pageCame?: () => void;
}

/** How often is looked whether a page on its way must be let go; a person who stopped the program waits for it. */
const LOOK_MS = 200;

export interface CrawlOptions {
  /** Reads pages also when they say that they are unchanged. */
  readonly force: boolean;
  /** How many pages may be on their way at once. */
  readonly concurrency: number;
}

/** A page on its way, with what was known of it. */
interface UnderWay {
  readonly page: FrontierPage;
  readonly known: PageState | undefined;
  readonly fetched: Promise<Fetched>;
}

/** Pages of a run whose requests are kept: the list is held until the run ends, and nobody looks at more. */
const PAGES_WITH_VISITS = 20_000;

const visitsOf = ({ archived }: ReadContext['session'], visits: Fetched['visits']): Pick<ArchivedPage, 'visits'> =>
  visits && visits.length > 0 && archived.length < PAGES_WITH_VISITS ? { visits: [...visits] } : {};

/** Notes under which name a page that is not read anew lies in the archive. */
function noteReused(
  { session }: ReadContext,
  ports: CrawlPorts,
  page: FrontierPage,
  { known, visits }: { readonly known: PageState; readonly visits: Fetched['visits'] },
): void {
  const { key, parent, request } = page;
  const { url = request.url, contentType = null, archive, sha256 } = known;
  const observedAt = ports.now();
  const made = visitsOf(session, visits);
  session.archived.push({ key, parent, request, url, contentType, archive, sha256, observedAt, ...made });
}

/** A page that says that it will never be another is believed anew from here on. */
function noteLasting({ state, touch }: ReadContext, ports: CrawlPorts, key: string, isImmutable = false): void {
  const page = state.pages.get(key);
  if (page === undefined || (page.lasting === undefined && !isImmutable)) return;
  state.pages.set(key, { ...page, lasting: ports.now() });
  touch();
}

/** Notes a page that did not come: what lies below it was not seen. Its reader may know what that means for a record. */
async function missed(
  context: ReadContext,
  ports: CrawlPorts,
  page: FrontierPage,
  failure: Failure & Pick<Fetched, 'visits'>,
): Promise<void> {
  const { code, message, visits } = failure;
  const { key, parent, request } = page;
  context.session.archived.push({
    ...{ key, parent, request, url: request.url, contentType: null, archive: null, sha256: null },
    observedAt: ports.now(),
    failure: { code, message },
    ...visitsOf(context.session, visits),
  });
  note(context.session, { code, severity: 'error', message, place: { page: page.request.url } });
  await readMissed(context, page, failure, ports.now());
}

async function readArrived(
  context: ReadContext,
  ports: CrawlPorts,
  { page, known }: UnderWay,
  fetched: Extract<Fetched, { kind: 'page' }>,
  force: boolean,
): Promise<void> {
  const { session, state, frontier, source } = context;
  const { body, url, contentType, validators, isImmutable } = fetched;
  if (frontier.repeatsBody(page.request, body.sha256)) {
    const { visits } = fetched;
    return missed(context, ports, page, { code: 'page-loop', message: problemCode('page-loop').en, visits });
  }
  if (!force && known && known.sha256 === body.sha256 && canReuse(context, known, page.request)) {
    session.run.notModified += 1;
    if (known.etag !== validators.etag || known.lastModified !== validators.lastModified) {
      const { etag: _etag, lastModified: _lastModified, ...rest } = known;
      state.pages.set(page.key, {
        ...rest,
        ...(validators.etag !== undefined && { etag: validators.etag }),
        ...(validators.lastModified !== undefined && { lastModified: validators.lastModified }),
      });
      context.touch();
    }
    noteReused(context, ports, page, { known, visits: fetched.visits });
    noteLasting(context, ports, page.key, isImmutable);
    return reusePage(context, page, known);
  }
  const archive = await ports.archive.keep(source.id, body);
  const arrived: ArrivedPage = {
    taken: page,
    url,
    contentType,
    validators,
    sha256: body.sha256,
    archive,
    observedAt: fetched.observedAt ?? ports.now(),
    isImmutable,
    body: body.open(),
  };
  const { key, parent, request } = page;
  const { sha256, observedAt } = arrived;
  const made = visitsOf(session, fetched.visits);
  session.archived.push({ key, parent, request, url, contentType, archive, sha256, observedAt, ...made });
  await readPage(context, arrived);
}

/** Works on a page that came; false when it is to be asked for again later. */
async function take(context: ReadContext, ports: CrawlPorts, underWay: UnderWay, force: boolean): Promise<boolean> {
  const { run } = context.session;
  const fetched = await underWay.fetched;
  run.requests += fetched.requests;
  run.bytesReceived += fetched.bytes;
  if (fetched.kind === 'aborted') return false;
  if (fetched.kind === 'later') {
    if (ports.canWaitUntil?.(fetched.untilMs, fetched.code === 'host-busy')) return false;
    const notBefore = new Date(fetched.untilMs).toISOString();
    if (run.notBefore === undefined || run.notBefore < notBefore) run.notBefore = notBefore;
  }
  if ((fetched.kind === 'page' || fetched.kind === 'not-modified') && fetched.requests > 0) ports.pageCame?.();
  await takeOutcome(context, ports, underWay, fetched, force);
  return true;
}

async function takeOutcome(
  context: ReadContext,
  ports: CrawlPorts,
  underWay: UnderWay,
  fetched: Exclude<Fetched, { kind: 'aborted' }>,
  force: boolean,
): Promise<void> {
  const { run } = context.session;
  if (fetched.kind === 'failed' || fetched.kind === 'later') return missed(context, ports, underWay.page, fetched);
  if (fetched.kind === 'not-modified') {
    // Validators are sent only for a page that can stand for itself, so what a server says to others is not believed.
    if (!underWay.known) {
      return missed(context, ports, underWay.page, {
        code: 'http-304',
        message: 'The server says "not modified" unasked.',
        visits: fetched.visits,
      });
    }
    noteReused(context, ports, underWay.page, { known: underWay.known, visits: fetched.visits });
    if (fetched.requests > 0) {
      run.notModified += 1;
      noteLasting(context, ports, underWay.page.key, fetched.isImmutable);
    }
    return reusePage(context, underWay.page, underWay.known);
  }
  try {
    await readArrived(context, ports, underWay, fetched, force);
  } finally {
    await fetched.body.dispose();
  }
}

/** Nobody reads this page any more. */
async function letBodyGo(fetched: Promise<Fetched>): Promise<void> {
  const late = await fetched;
  if (late.kind === 'page') await late.body.dispose();
}

/** Gives back what was on its way when the time ended. */
async function giveBack(context: ReadContext, underWay: readonly UnderWay[]): Promise<void> {
  for (const { page, fetched } of underWay.toReversed()) {
    context.frontier.putBack(page);
    await letBodyGo(fetched);
  }
}

/**
 * Fetches and reads until the frontier is empty or the time is up.
 * @returns true when the frontier is empty, false when pages are left for another invocation.
 */
export async function crawl(context: ReadContext, ports: CrawlPorts, options: CrawlOptions): Promise<boolean> {
  const letGo = new AbortController();
  const look = setInterval(() => {
    if (ports.mustStop?.()) letGo.abort();
  }, LOOK_MS);
  const underWay: UnderWay[] = [];
  try {
    return await walk(context, ports, options, { underWay, signal: letGo.signal });
  } catch (error) {
    letGo.abort();
    // What goes wrong with these is nobody's any more: the failure that ended the walk is told.
    await Promise.allSettled(underWay.map(({ fetched }) => letBodyGo(fetched)));
    throw error;
  } finally {
    clearInterval(look);
  }
}

/** What comes of a page that said that it will never be another. */
const UNASKED: Promise<Fetched> = Promise.resolve({ kind: 'not-modified', bytes: 0, requests: 0 });

/** Whether a page's word that it will never be another was heard so short ago that it is still believed. */
function isBelieved({ lasting }: PageState, believedMs: number, now: string): boolean {
  if (lasting === undefined) return false;
  const age = Date.parse(now) - Date.parse(lasting);
  return age >= 0 && age < believedMs;
}

async function walk(
  context: ReadContext,
  ports: CrawlPorts,
  options: CrawlOptions,
  { underWay, signal }: { readonly underWay: UnderWay[]; readonly signal: AbortSignal },
): Promise<boolean> {
  const believedMs = context.harvester.gather?.(context.source)?.believedMs ?? 0;
  /** Pages to be asked for again in another invocation. */
  const later: FrontierPage[] = [];
  const fill = (): void => {
    while (later.length === 0 && underWay.length < options.concurrency) {
      const page = context.frontier.take();
      if (!page) return;
      const state = options.force ? undefined : context.state.pages.get(page.key);
      const known = canReuse(context, state, page.request) ? state : undefined;
      const isKept = known !== undefined && isBelieved(known, believedMs, ports.now());
      underWay.push({ page, known, fetched: isKept ? UNASKED : ports.fetcher.fetch(page.request, known, signal) });
    }
  };
  for (;;) {
    if (!ports.hasTime()) {
      await giveBack(context, underWay);
      for (const page of later.toReversed()) context.frontier.putBack(page);
      return context.frontier.data.pending.length === 0;
    }
    fill();
    const next = underWay.shift();
    if (!next) {
      for (const page of later.toReversed()) context.frontier.putBack(page);
      return later.length === 0;
    }
    if (!(await take(context, ports, next, options.force))) later.push(next.page);
    await ports.heartbeat();
  }
}
