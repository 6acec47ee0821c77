/**
 * Fetches over HTTP as a good guest: named, guarded, paced, bounded in time, bytes and redirects, patient with servers
 * that are busy.
 */
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { PageRequest } from '#schemas/reading.ts';
import { type AddressGuard, RefusedAddress } from './address-guard.ts';
import type { Fetched, Fetcher, Validators } from './fetcher.ts';
import { HostPace } from './host-pace.ts';
import { ROBOTS_BYTES, Robots, type RobotsAnswer } from './robots.ts';
import { spool } from './spool.ts';

/** A redirect chain longer than this is a loop in all but name. */
const MAX_REDIRECTS = 5;
/** A server silent for this long is not answering; without a limit a run would wait until its worker is cut off. */
const IDLE_MS = 30_000;
/** The largest page: five times the largest feed known to us (200 MB), far below a function's temporary disk. */
const MAX_BODY_BYTES = 1024 * 1024 * 1024;
/** A first try and two more: what fails three times in a minute is left to the next run. */
const MAX_TRIES = 3;
const FIRST_PAUSE_MS = 500;
/** A longer Retry-After is left to the next run: waiting it out would hold the source's lease for nothing. */
const MAX_RETRY_AFTER_MS = 60_000;

/** Statuses that pass by themselves (RFC 9110; 425 RFC 8470; 429 RFC 6585). */
const PASSING_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Our product token: what owners name in their robots.txt. */
const PRODUCT = 'Datalandkort';

export interface HttpFetcherSettings {
  readonly requestsPerSecond: number;
  readonly respectRobots: boolean;
}

/** One exchange: an answer to pass on, or a reason to try again or give up. */
type Answer =
  | { readonly kind: 'response'; readonly response: IncomingMessage; readonly url: string }
  | { readonly kind: 'again' | 'never'; readonly code: string; readonly message: string; readonly afterMs?: number };

class BodyTooLarge extends Error {}

const agents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) };

const headersFor = (request: PageRequest, validators: Validators | undefined, userAgent: string) => ({
  'user-agent': userAgent,
  accept: '*/*',
  'accept-encoding': 'gzip, br, deflate',
  ...(validators?.etag && { 'if-none-match': validators.etag }),
  ...(validators?.lastModified && { 'if-modified-since': validators.lastModified }),
  ...request.headers,
});

function send(
  url: URL,
  request: PageRequest,
  headers: Record<string, string>,
  guard: AddressGuard,
): Promise<IncomingMessage> {
  guard.check(url);
  const secure = url.protocol === 'https:';
  const options = {
    method: request.method ?? 'GET',
    headers,
    lookup: guard.lookupFor(url),
    agent: agents[secure ? 'https:' : 'http:'],
  };
  return new Promise((resolve, reject) => {
    const outgoing = (secure ? httpsRequest : httpRequest)(url, options, resolve);
    outgoing.setTimeout(IDLE_MS, () => outgoing.destroy(new Error(`no answer for ${IDLE_MS / 1000} seconds`)));
    outgoing.on('error', reject);
    outgoing.end(request.body);
  });
}

/** Retry-After in milliseconds: seconds or a date (RFC 9110 § 10.2.3). */
function retryAfterMs(response: IncomingMessage): number | undefined {
  const header = response.headers['retry-after'];
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

async function* decoded(response: IncomingMessage, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase();
  const decoder =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : undefined;
  response.on('data', (chunk: Buffer) => count(chunk.length));
  if (decoder) response.on('error', (error) => decoder.destroy(error)).pipe(decoder);
  let bytes = 0;
  for await (const chunk of decoder ?? response) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new BodyTooLarge(`the page is larger than ${MAX_BODY_BYTES} bytes`);
    yield chunk;
  }
}

const failureOf = (error: unknown): Extract<Answer, { kind: 'again' | 'never' }> => {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RefusedAddress) return { kind: 'never', code: 'address-refused', message };
  if (error instanceof BodyTooLarge) return { kind: 'never', code: 'page-too-large', message };
  return { kind: 'again', code: 'no-answer', message: `The server could not be reached: ${message}.` };
};

function judged(response: IncomingMessage, url: string): Answer {
  const status = response.statusCode ?? 0;
  if ((status >= 200 && status < 300) || status === 304) return { kind: 'response', response, url };
  response.resume();
  const message = `The server answered ${status} ${response.statusMessage ?? ''}`.trimEnd();
  if (!PASSING_STATUSES.has(status)) return { kind: 'never', code: `http-${status}`, message: `${message}.` };
  const afterMs = retryAfterMs(response);
  return { kind: 'again', code: `http-${status}`, message: `${message}.`, ...(afterMs !== undefined && { afterMs }) };
}

/** Asks for a host's rules. Never throws: a host that does not answer is an answer, too. */
async function askRobots(url: string, guard: AddressGuard, userAgent: string): Promise<RobotsAnswer> {
  try {
    const response = await send(new URL(url), { url }, headersFor({ url }, undefined, userAgent), guard);
    const status = response.statusCode ?? 0;
    if (status < 200 || status >= 300) {
      response.resume();
      return status >= 500 ? { kind: 'unreachable', message: `robots.txt answered ${status}` } : { kind: 'none' };
    }
    let text = '';
    for await (const chunk of decoded(response, () => undefined)) {
      text += Buffer.from(chunk).toString('utf8');
      if (text.length >= ROBOTS_BYTES) break;
    }
    return { kind: 'text', text: text.slice(0, ROBOTS_BYTES) };
  } catch (error) {
    if (error instanceof RefusedAddress) return { kind: 'none' };
    return { kind: 'unreachable', message: error instanceof Error ? error.message : String(error) };
  }
}

/** What all sources of a process share: pace and rules are a host's, not a source's. */
export interface Crawler {
  readonly guard: AddressGuard;
  readonly userAgent: string;
  readonly robots: Robots;
  readonly pace: HostPace;
}

/** @param userAgent names us and says where to complain, as RFC 9110 § 10.1.5 asks of robots. */
export const crawler = (guard: AddressGuard, userAgent: string): Crawler => ({
  guard,
  userAgent,
  robots: new Robots((url) => askRobots(url, guard, userAgent), Date.now),
  pace: new HostPace(Date.now, wait),
});

/** @returns a fetcher for one source, at the source's pace and by its host's rules. */
export function httpFetcher(
  { guard, userAgent, robots, pace }: Crawler,
  { requestsPerSecond, respectRobots }: HttpFetcherSettings,
): Fetcher {
  const intervalMs = 1000 / requestsPerSecond;

  /** Waits for the host's turn; a reason when the host does not want the address read. */
  async function admitted(url: URL): Promise<Answer | undefined> {
    guard.check(url);
    const permission = respectRobots ? await robots.permission(url, PRODUCT) : { kind: 'allowed' as const, delayMs: 0 };
    if (permission.kind === 'disallowed') {
      const message = `The host's robots.txt does not let ${PRODUCT} read ${url.href}.`;
      return { kind: 'never', code: 'robots-disallowed', message };
    }
    if (permission.kind === 'unreachable') {
      const message = `The host's robots.txt could not be had (${permission.message}), so nothing may be read from it yet.`;
      return { kind: 'again', code: 'robots-unreachable', message };
    }
    await pace.turn(url.host, Math.max(intervalMs, permission.delayMs));
    return undefined;
  }

  async function exchange(request: PageRequest, validators: Validators | undefined, sent: () => void): Promise<Answer> {
    const headers = headersFor(request, validators, userAgent);
    let url = new URL(request.url);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const refused = await admitted(url);
      if (refused) return refused;
      sent();
      const response = await send(url, request, headers, guard);
      const { location } = response.headers;
      const redirects = [301, 302, 303, 307, 308].includes(response.statusCode ?? 0);
      if (!redirects || !location) return judged(response, url.href);
      response.resume();
      url = new URL(location, url);
      if (!/^https?:$/.test(url.protocol)) {
        return {
          kind: 'never',
          code: 'bad-redirect',
          message: `The page redirects to ${url.protocol} and not to a page.`,
        };
      }
    }
    return {
      kind: 'never',
      code: 'too-many-redirects',
      message: `The page redirects more than ${MAX_REDIRECTS} times.`,
    };
  }

  async function attempt(
    request: PageRequest,
    validators: Validators | undefined,
    tally: { requests: number; bytes: number },
  ): Promise<Fetched | Extract<Answer, { kind: 'again' | 'never' }>> {
    try {
      const answer = await exchange(request, validators, () => {
        tally.requests += 1;
      });
      if (answer.kind !== 'response') return answer;
      const { response, url } = answer;
      if (response.statusCode === 304) {
        response.resume();
        return { kind: 'not-modified', ...tally };
      }
      const body = await spool(
        decoded(response, (bytes) => {
          tally.bytes += bytes;
        }),
      );
      return {
        kind: 'page',
        url,
        contentType: response.headers['content-type'] ?? null,
        validators: { etag: response.headers.etag, lastModified: response.headers['last-modified'] },
        body,
        ...tally,
      };
    } catch (error) {
      return failureOf(error);
    }
  }

  return {
    async fetch(request, validators) {
      const tally = { requests: 0, bytes: 0 };
      for (let tries = 1; ; tries += 1) {
        const outcome = await attempt(request, validators, tally);
        if (outcome.kind === 'page' || outcome.kind === 'not-modified' || outcome.kind === 'failed') return outcome;
        const pauseMs = outcome.afterMs ?? FIRST_PAUSE_MS * 2 ** (tries - 1) * (0.5 + Math.random());
        if (outcome.kind === 'never' || tries === MAX_TRIES || pauseMs > MAX_RETRY_AFTER_MS) {
          return { kind: 'failed', code: outcome.code, message: outcome.message, ...tally };
        }
        await wait(pauseMs);
      }
    },
  };
}
