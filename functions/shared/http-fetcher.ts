/**
 * Fetches over HTTP as a good guest: named, guarded, paced, let in by the source's own credentials, bounded in time, bytes
 * and redirects, patient with servers that are busy.
 */
import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { PageRequest } from '#schemas/reading.ts';
import { VISITS_OF_PAGE, type Visit } from '#schemas/visit.ts';
import { type Access, openAccess } from './access.ts';
import type { AddressGuard } from './address-guard.ts';
import { askRobots } from './ask-robots.ts';
import type { Fetched, Fetcher, Validators } from './fetcher.ts';
import { type GateRules, gateRules, HostGate } from './host-gate.ts';
import { HostPace } from './host-pace.ts';
import { admission, type Manners, noteAnswer, sayingOf } from './host-visit.ts';
import { ACCEPTED_CODINGS, bodyOf } from './http-body.ts';
import { Deadline, discard, exchange } from './http-exchange.ts';
import { failureOf, PageFault } from './http-failure.ts';
import { type HttpLimits, httpLimits } from './http-limits.ts';
import { type Miss, nextStep, retryAfterMs, type Tried } from './retry.ts';
import { Robots } from './robots.ts';
import { spool } from './spool.ts';

/** A redirect chain longer than this is a loop in all but name. */
const MAX_REDIRECTS = 5;
/** Statuses that pass by themselves (RFC 9110; 425 RFC 8470; 429 RFC 6585). */
const PASSING_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface HttpFetcherSettings extends Manners {
  /** The way in of a source that asks for credentials. */
  readonly access?: Access | undefined;
  /** How long a wait that the host asked for is spent in place; more is answered with `later`. */
  readonly patienceMs?: number | undefined;
}

/** What all sources of a process share: pace, rules and health are a host's, not a source's. */
export interface Crawler {
  readonly guard: AddressGuard;
  readonly userAgent: string;
  readonly robots: Robots;
  readonly pace: HostPace;
  readonly gate: HostGate;
  readonly limits: HttpLimits;
  readonly authorities?: readonly string[] | undefined;
}

export interface CrawlerOptions {
  readonly limits?: HttpLimits | undefined;
  readonly gate?: GateRules | undefined;
  /** Certificates to trust beside those of the system. */
  readonly authorities?: readonly string[] | undefined;
}

/** @param userAgent names us and says where to complain, as RFC 9110 § 10.1.5 asks of robots. */
export function crawler(guard: AddressGuard, userAgent: string, options: CrawlerOptions = {}): Crawler {
  const { limits = httpLimits, gate = gateRules, authorities } = options;
  const robots = { guard, limits, userAgent, authorities };
  return {
    guard,
    userAgent,
    limits,
    authorities,
    robots: new Robots((url) => askRobots(url, robots), Date.now),
    // A clock that is set back must not make anybody wait for the time it was set back by.
    pace: new HostPace(
      () => performance.now(),
      (ms, signal) => wait(ms, undefined, { signal }),
    ),
    gate: new HostGate(Date.now, gate),
  };
}

/** What came of one try. */
type Outcome =
  | Miss
  | { readonly kind: 'page'; readonly page: Omit<Extract<Fetched, { kind: 'page' }>, 'bytes' | 'requests'> }
  | { readonly kind: 'not-modified'; readonly isImmutable?: boolean }
  | { readonly kind: 'redirect'; readonly url: URL; readonly keepsMethod: boolean };

interface Tally {
  requests: number;
  bytes: number;
  readonly visits: Visit[];
}

/** One page that is wanted, through all its tries. */
interface Wanted {
  readonly request: PageRequest;
  readonly validators: Validators | undefined;
  readonly signal: AbortSignal;
  readonly tally: Tally;
  renewed: boolean;
}

const markOf = ({ headers }: IncomingMessage): { isImmutable?: true } =>
  /(?:^|,)\s*immutable\s*(?:,|$)/i.test(headers['cache-control'] ?? '') ? { isImmutable: true } : {};

const never = (code: string, message: string): Miss => ({ kind: 'never', code, message });

class HttpFetcher implements Fetcher {
  readonly #crawler: Crawler;
  readonly #settings: HttpFetcherSettings;
  readonly #access: Access;
  readonly #patience: Pick<Tried, 'patienceMs' | 'firstPauseMs'>;
  /** Requests of this source that are with a host: the source waits for its own as long as they take. */
  readonly #inside = new Map<string, number>();

  constructor(shared: Crawler, settings: HttpFetcherSettings) {
    this.#crawler = shared;
    this.#settings = settings;
    this.#access = settings.access ?? openAccess;
    this.#patience = { patienceMs: settings.patienceMs, firstPauseMs: shared.limits.firstPauseMs };
  }

  async fetch(request: PageRequest, validators: Validators | undefined, signal?: AbortSignal): Promise<Fetched> {
    const tally: Tally = { requests: 0, bytes: 0, visits: [] };
    const wanted = { request, validators, signal: signal ?? new AbortController().signal, tally, renewed: false };
    for (let tries = 1; ; tries += 1) {
      const outcome = await this.#attempt(wanted);
      if (wanted.signal.aborted) {
        if (outcome.kind === 'page') await outcome.page.body.dispose();
        return { kind: 'aborted', ...tally };
      }
      if (outcome.kind === 'page') return { ...outcome.page, ...tally };
      if (outcome.kind === 'not-modified') return { ...outcome, ...tally };
      const step = nextStep(outcome, { ...this.#patience, tries, now: Date.now() });
      if (step.kind !== 'wait') {
        // One broken page says little of its host; one after the other they do.
        if (step.code === 'http-500') this.#crawler.gate.failed(new URL(request.url).host, step.message);
        return { ...step, message: this.#access.redact(step.message), ...tally };
      }
      // An aborted wait is seen at the next try.
      await wait(step.ms, undefined, { signal: wanted.signal }).catch(() => undefined);
    }
  }

  /** One try, through all redirects. Never throws. */
  async #attempt(wanted: Wanted): Promise<Exclude<Outcome, { kind: 'redirect' }>> {
    let url = new URL(wanted.request.url);
    let keepsMethod = true;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const outcome = await this.#visit(wanted, url, keepsMethod);
      if (outcome.kind !== 'redirect') return outcome;
      if (!/^https?:$/.test(outcome.url.protocol)) {
        return never('bad-redirect', `The page redirects to ${outcome.url.protocol} and not to a page.`);
      }
      url = outcome.url;
      keepsMethod &&= outcome.keepsMethod;
    }
    return never('too-many-redirects', `The page redirects more than ${MAX_REDIRECTS} times.`);
  }

  /** Waits at the host's door, asks, and leaves; what the visit says of the host's health is told to the gate. */
  async #visit(wanted: Wanted, url: URL, keepsMethod: boolean): Promise<Outcome> {
    const { gate } = this.#crawler;
    const own = this.#inside.get(url.host) ?? 0;
    const patience = own > 0 ? Number.POSITIVE_INFINITY : this.#settings.patienceMs;
    const closed = await gate.enter(url.host, wanted.signal, patience);
    if (closed) return { kind: 'closed', host: url.host, closed };
    this.#inside.set(url.host, (this.#inside.get(url.host) ?? 0) + 1);
    try {
      return await this.#ask(wanted, url, keepsMethod);
    } catch (error) {
      const { again, code, message, hostDown } = failureOf(error);
      if (hostDown && !wanted.signal.aborted) gate.failed(url.host, message);
      return { kind: again ? 'again' : 'never', code, message };
    } finally {
      this.#inside.set(url.host, (this.#inside.get(url.host) ?? 1) - 1);
      gate.leave(url.host);
    }
  }

  async #ask(wanted: Wanted, url: URL, keepsMethod: boolean): Promise<Outcome> {
    const { guard, limits, authorities } = this.#crawler;
    const { request, signal, tally } = wanted;
    guard.check(url);
    const refused = await admission(this.#crawler, this.#settings, { url, signal });
    if (refused) return never(refused.code, refused.message);
    const headers = await this.#headersFor(wanted, url);
    tally.requests += 1;
    const visit = this.#begin(tally, url);
    const asked = keepsMethod ? { method: request.method, body: request.body } : {};
    const deadline = new Deadline(limits, signal);
    try {
      const response = await exchange({ ...asked, url, headers, guard, deadline, authorities });
      visit.status = response.statusCode ?? null;
      return await this.#judge(wanted, url, response, deadline);
    } finally {
      deadline.done();
      visit.end();
    }
  }

  /** Notes a request that begins; what the access keeps secret does not stand in it. */
  #begin(tally: Tally, url: URL): { status: number | null; end(): void } {
    const at = new Date().toISOString();
    const started = performance.now();
    const before = tally.bytes;
    const shown = new URL(url);
    shown.username = '';
    shown.password = '';
    const address = this.#access.redact(shown.href);
    return {
      status: null,
      end() {
        const ms = Math.round(performance.now() - started);
        if (tally.visits.length >= VISITS_OF_PAGE) return;
        tally.visits.push({ url: address, at, ms, status: this.status, bytes: tally.bytes - before });
      },
    };
  }

  async #judge(wanted: Wanted, url: URL, response: IncomingMessage, deadline: Deadline): Promise<Outcome> {
    const status = response.statusCode ?? 0;
    noteAnswer(this.#crawler.gate, url.host, response);
    if (status >= 200 && status < 300) return this.#read(response, url, deadline, wanted.tally);
    discard(response);
    if (status === 304) return { kind: 'not-modified', ...markOf(response) };
    const { location } = response.headers;
    if (REDIRECTS.has(status) && location) {
      if (!URL.canParse(location, url.href)) return never('bad-redirect', 'The page redirects to what is no address.');
      return { kind: 'redirect', url: new URL(location, url), keepsMethod: status !== 303 };
    }
    return this.#refusal(wanted, url, response);
  }

  async #headersFor({ request, validators, signal }: Wanted, url: URL): Promise<Record<string, string>> {
    return {
      'user-agent': this.#crawler.userAgent,
      accept: '*/*',
      'accept-encoding': ACCEPTED_CODINGS,
      ...(validators?.etag && { 'if-none-match': validators.etag }),
      ...(validators?.lastModified && { 'if-modified-since': validators.lastModified }),
      ...request.headers,
      ...(await this.#access.headersFor(url, signal)),
    };
  }

  async #read(response: IncomingMessage, url: URL, deadline: Deadline, tally: Tally): Promise<Outcome> {
    const { headers } = response;
    const told = [url.href, headers['content-type'], headers.etag, headers['last-modified']].join('\n');
    if (this.#access.redact(told) !== told) {
      response.destroy();
      const message = 'The answer repeats the credentials that it was asked with; it was neither read nor kept.';
      throw new PageFault('credentials-echoed', message, false);
    }
    const bytes = bodyOf(response, deadline, (count) => {
      tally.bytes += count;
    });
    const body = await spool(this.#access.watch(bytes));
    const validators = { etag: headers.etag, lastModified: headers['last-modified'] };
    const contentType = headers['content-type'] ?? null;
    const page = { kind: 'page', url: url.href, contentType, validators, ...markOf(response), body } as const;
    return { kind: 'page', page };
  }

  /** An answer that is no page: whether it may pass, and when. */
  #refusal(wanted: Wanted, url: URL, response: IncomingMessage): Outcome {
    const status = response.statusCode ?? 0;
    const code = `http-${status}`;
    const message = sayingOf(response);
    if (status === 401 && !wanted.renewed && this.#access.renew()) {
      wanted.renewed = true;
      return { kind: 'again', code, message, afterMs: 0 };
    }
    if (!PASSING_STATUSES.has(status)) return never(code, message);
    const afterMs = retryAfterMs(response);
    if (afterMs !== undefined) this.#crawler.gate.rest(url.host, Date.now() + afterMs);
    return { kind: 'again', code, message, ...(afterMs !== undefined && { afterMs }) };
  }
}

/** @returns a fetcher for one source, at the source's pace and by its host's rules. */
export const httpFetcher = (shared: Crawler, settings: HttpFetcherSettings): Fetcher =>
  new HttpFetcher(shared, settings);
