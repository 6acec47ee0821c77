/**
 * Asks whether there is something at an address, with as little as possible: the head of the answer, or its first byte where
 * a server does not answer HEAD as it would answer a reader. A guest like the harvest: same guard, rules, pace and gate.
 */
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { ProbeAnswer } from '#quality/links/judge-link.ts';
import { admission, type Manners, noteAnswer } from './host-visit.ts';
import { bodyOf } from './http-body.ts';
import { Deadline, discard, exchange } from './http-exchange.ts';
import { failureOf } from './http-failure.ts';
import type { Crawler } from './http-fetcher.ts';
import { retryAfterMs } from './retry.ts';

/** A redirect chain longer than this is a loop in all but name. */
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** RFC 9110 § 15.4: the only two that say that the old address is not to be used again. */
const PERMANENT = new Set([301, 308]);

/** Answers to HEAD that a GET would be given as well; every other refusal is asked again as a reader would ask. */
const BELIEVED_REFUSALS = new Set([401, 410, 429]);
/** Faults of an exchange that may be the server's trouble with HEAD alone. */
const HEAD_FAULTS = new Set(['timeout', 'connection-reset', 'not-http', 'no-answer']);

/**
 * Faults that a host has and not its robots.txt alone: one whose rules cannot be had because it is not there is not there. Of
 * one that garbles its rules nothing is known, as we may not look.
 */
const ABSENT = new Set([
  'dns-failure',
  'connection-refused',
  'tls-failure',
  'timeout',
  'connection-reset',
  'no-answer',
]);

/** What one address may cost in exchanges; waits for the host's turn do not count. Without it a chain of slow servers holds a worker for long. */
const BUDGET_MS = 60_000;
/** A server that needs longer for the head of an answer is of no use to a reader. */
const EXCHANGE_MS = 30_000;

/** How much of a page is looked at for a field that takes a password: login forms stand near the top. */
const LOGIN_BYTES = 64 * 1024;
const PASSWORD_FIELD = /<input\s[^<>]{0,500}type\s{0,9}=\s{0,9}["']?password/i;

/** When to come again to a host that says 429 and not until when. */
const UNTOLD_REST_MS = 60_000;

export interface ProbeWish {
  readonly url: string;
  /** A file is expected and no page: a page is then looked at, as it may ask for a login. */
  readonly expectsFile: boolean;
  /** How a host wants to be asked; a redirect may lead to another, which said nothing of how the first is asked. */
  readonly mannersOf: (host: string) => Manners;
}

export interface LinkProber {
  /** Never throws, and always ends. */
  probe(wish: ProbeWish, signal: AbortSignal): Promise<ProbeAnswer>;
}

interface Asking {
  readonly method: 'HEAD' | 'GET';
  readonly range?: string;
}

/** One address through all its exchanges. */
interface Course {
  readonly wish: ProbeWish;
  readonly signal: AbortSignal;
  leftMs: number;
}

type Stop = Exclude<ProbeAnswer, { kind: 'answered' }>;

/** The head of one answer; its body is let go of, or its beginning was read. */
interface Head {
  readonly kind: 'head';
  readonly status: number;
  readonly location: string | undefined;
  readonly mediaType: string | null;
  readonly certificateEnds: number | null;
  readonly askAgainAt: number | null;
  readonly beginning: string;
}

const fault = ({ host }: URL, code: string, message: string): Stop => ({ kind: 'fault', host, code, message });

/** When the certificate that the server showed ends; null where it showed none. */
function certificateEnd({ socket }: IncomingMessage): number | null {
  if (!(socket instanceof TLSSocket)) return null;
  const ends = Date.parse(socket.getPeerCertificate().valid_to ?? '');
  return Number.isNaN(ends) ? null : ends;
}

const mediaTypeOf = ({ headers }: IncomingMessage): string | null =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase() || null;

const isPage = (mediaType: string | null): boolean =>
  mediaType === 'text/html' || mediaType === 'application/xhtml+xml';

/** The beginning of a body as text; what is broken in it is no matter here. */
async function beginningOf(response: IncomingMessage, deadline: Deadline): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of bodyOf(response, deadline, () => undefined)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= LOGIN_BYTES) break;
  }
  return Buffer.concat(chunks).toString('latin1');
}

/** A server that says when to come again means it, whatever it was asked for. */
const isDoubtful = (answer: ProbeAnswer): boolean =>
  answer.kind === 'answered'
    ? answer.status >= 400 && !BELIEVED_REFUSALS.has(answer.status) && answer.askAgainAt === null
    : answer.kind === 'fault' && HEAD_FAULTS.has(answer.code);

class PoliteProber implements LinkProber {
  readonly #crawler: Crawler;

  constructor(shared: Crawler) {
    this.#crawler = shared;
  }

  async probe(wish: ProbeWish, signal: AbortSignal): Promise<ProbeAnswer> {
    const course = { wish, signal, leftMs: BUDGET_MS };
    const first = await this.#follow(course, { method: 'HEAD' });
    const answer = isDoubtful(first) ? await this.#follow(course, { method: 'GET', range: 'bytes=0-0' }) : first;
    if (signal.aborted) return { kind: 'aborted' };
    if (answer.kind !== 'answered' || answer.status >= 400) return answer;
    if (!wish.expectsFile || !isPage(answer.mediaType)) return answer;
    const page = await this.#follow(course, { method: 'GET', range: `bytes=0-${LOGIN_BYTES - 1}` }, true);
    // What is known already stands when the closer look fails.
    return page.kind === 'answered' && page.status < 400 ? page : answer;
  }

  /** Asks, and goes where redirects lead. */
  async #follow(course: Course, asking: Asking, wantsBody = false): Promise<ProbeAnswer> {
    let url = new URL(course.wish.url);
    let movedTo: string | null = null;
    let isPermanent = true;
    const seen = new Set<string>();
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      if (seen.has(url.href))
        return fault(url, 'bad-redirect', `The page redirects in a circle that leads over ${url.href}.`);
      seen.add(url.href);
      const head = await this.#visit(course, url, asking, wantsBody);
      if (head.kind !== 'head') return head;
      const { status, location, mediaType, certificateEnds, askAgainAt, beginning } = head;
      if (!REDIRECTS.has(status) || location === undefined) {
        const showsLogin = PASSWORD_FIELD.test(beginning);
        const found = { mediaType, certificateEnds, askAgainAt, showsLogin };
        return { kind: 'answered', status, url: url.href, movedTo, ...found };
      }
      const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
      if (!next || !/^https?:$/.test(next.protocol))
        return fault(url, 'bad-redirect', 'The page redirects to what is no page.');
      isPermanent &&= PERMANENT.has(status);
      if (isPermanent) movedTo = next.href;
      url = next;
    }
    return fault(url, 'too-many-redirects', `The page redirects more than ${MAX_REDIRECTS} times.`);
  }

  /** One exchange, from the host's door to leaving it. Never throws. */
  async #visit(course: Course, url: URL, asking: Asking, wantsBody: boolean): Promise<Head | Stop> {
    const { gate } = this.#crawler;
    const closed = await gate.enter(url.host, course.signal);
    if (course.signal.aborted && !closed) gate.leave(url.host);
    if (course.signal.aborted) return { kind: 'aborted' };
    if (closed) {
      const message = closed.cause ?? `${url.host} is busy or asked to be left alone.`;
      return { kind: 'closed', host: url.host, untilMs: closed.untilMs, message };
    }
    try {
      return await this.#ask(course, url, asking, wantsBody);
    } catch (error) {
      if (course.signal.aborted) return { kind: 'aborted' };
      const { code, message, hostDown } = failureOf(error);
      if (hostDown) gate.failed(url.host, message);
      return fault(url, code, message);
    } finally {
      gate.leave(url.host);
    }
  }

  async #ask(course: Course, url: URL, asking: Asking, wantsBody: boolean): Promise<Head | Stop> {
    const { guard, limits, userAgent, authorities } = this.#crawler;
    const { signal, wish } = course;
    guard.check(url);
    const refused = await admission(this.#crawler, wish.mannersOf(url.host), { url, signal });
    if (refused) {
      const { code, cause = code, message } = refused;
      return fault(url, ABSENT.has(cause) ? cause : code, message);
    }
    if (course.leftMs <= 0) return fault(url, 'timeout', `There was no answer within ${BUDGET_MS / 1000} seconds.`);
    const totalMs = Math.min(limits.totalMs, EXCHANGE_MS, course.leftMs);
    const deadline = new Deadline({ ...limits, totalMs, idleMs: Math.min(limits.idleMs, EXCHANGE_MS) }, signal);
    const start = performance.now();
    const { method, range } = asking;
    const headers = { 'user-agent': userAgent, accept: '*/*', 'accept-encoding': 'identity', ...(range && { range }) };
    try {
      const response = await exchange({ url, method, headers, guard, deadline, authorities });
      return await this.#read(url, response, wantsBody ? deadline : undefined);
    } finally {
      course.leftMs -= performance.now() - start;
      deadline.done();
    }
  }

  /** @param deadline given when the beginning of the body is wanted. */
  async #read(url: URL, response: IncomingMessage, deadline: Deadline | undefined): Promise<Head | Stop> {
    const { gate } = this.#crawler;
    const status = response.statusCode ?? 0;
    const certificateEnds = certificateEnd(response);
    noteAnswer(gate, url.host, response);
    const afterMs = retryAfterMs(response);
    const restMs = status === 429 ? (afterMs ?? UNTOLD_REST_MS) : status === 503 ? afterMs : undefined;
    const askAgainAt = restMs === undefined ? null : Date.now() + restMs;
    if (askAgainAt !== null) gate.rest(url.host, askAgainAt);
    const wanted = deadline && status < 300 ? await beginningOf(response, deadline) : '';
    discard(response);
    if (status === 429 && askAgainAt !== null) {
      return { kind: 'closed', host: url.host, untilMs: askAgainAt, message: `${url.host} answered 429.` };
    }
    const { location } = response.headers;
    return {
      kind: 'head',
      status,
      location,
      mediaType: mediaTypeOf(response),
      certificateEnds,
      askAgainAt,
      beginning: wanted,
    };
  }
}

/** @param shared the crawler whose pace, rules and gate the probes go by. */
export const politeProber = (shared: Crawler): LinkProber => new PoliteProber(shared);
