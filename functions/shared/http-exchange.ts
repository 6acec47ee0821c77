/** One request and the head of its answer: guarded by address, bounded in time, ended by a signal. */
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { AddressGuard } from './address-guard.ts';
import { PageFault } from './http-failure.ts';
import type { HttpLimits } from './http-limits.ts';

/** No session is resumed: a server shows its certificate only when it is asked anew, and its end is to be told in time. */
const secureAgent = new HttpsAgent({ keepAlive: true, maxCachedSessions: 0 });

const agents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': secureAgent };

/** What ends an exchange before its own end: the caller's signal, or a fault in time, whichever comes first. */
export class Deadline {
  readonly limits: HttpLimits;
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout;
  readonly #stop = (): void => this.#controller.abort(this.#caller?.reason);

  constructor(limits: HttpLimits, caller: AbortSignal | undefined) {
    this.limits = limits;
    this.#caller = caller;
    this.#timer = setTimeout(
      () => this.pass(`The page was not whole after ${seconds(limits.totalMs)}.`),
      limits.totalMs,
    );
    if (caller?.aborted) this.#stop();
    else caller?.addEventListener('abort', this.#stop, { once: true });
  }

  /** Ends the exchange; what it was busy with throws the signal's reason. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The time for something has passed. */
  pass(message: string): void {
    this.#controller.abort(new PageFault('timeout', message, true));
  }

  /** The exchange has ended; without this a timer and a listener a request would be left behind. */
  done(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this.#stop);
  }
}

const seconds = (ms: number): string => `${ms / 1000} seconds`;

export interface Exchange {
  readonly url: URL;
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly guard: AddressGuard;
  /** Ends the exchange, also while its body is being read. */
  readonly deadline: Deadline;
  /** Certificates to trust beside those of the system. */
  readonly authorities?: readonly string[] | undefined;
}

/**
 * Sends a request and resolves with its answer, whose body is still to be read.
 * @throws RefusedAddress, Node's own errors, or the reason of the deadline's signal.
 */
export function exchange({ url, method, headers, body, guard, deadline, authorities }: Exchange) {
  guard.check(url);
  const { limits, signal } = deadline;
  const secure = url.protocol === 'https:';
  // A user name in an address would be sent as a password by Node; credentials are named in the source file.
  const target = new URL(url);
  target.username = '';
  target.password = '';
  const options = {
    method: method ?? 'GET',
    headers,
    lookup: guard.lookupFor(url),
    agent: agents[secure ? 'https:' : 'http:'],
    maxHeaderSize: limits.headerBytes,
    signal,
    ...(secure && authorities && { ca: [...authorities] }),
  };
  return new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = (secure ? httpsRequest : httpRequest)(target, options, resolve);
    const { connectMs, idleMs } = limits;
    const connecting = setTimeout(
      () => deadline.pass(`The host took no connection for ${seconds(connectMs)}.`),
      connectMs,
    );
    outgoing.on('socket', (socket) => {
      if (!socket.connecting) return clearTimeout(connecting);
      return socket.once('connect', () => clearTimeout(connecting));
    });
    outgoing.setTimeout(idleMs, () => deadline.pass(`The server said nothing for ${seconds(idleMs)}.`));
    outgoing.on('close', () => clearTimeout(connecting));
    outgoing.on('error', (error) => reject(signal.aborted ? signal.reason : error));
    outgoing.end(body);
  });
}

/** A body up to this size is read to its end although nobody wants it: the connection can then be used again. */
const SMALL_BYTES = 16 * 1024;

/** Lets go of an answer whose body nobody reads. */
export function discard(response: IncomingMessage): void {
  const bytes = response.statusCode === 304 ? 0 : Number(response.headers['content-length'] ?? Number.NaN);
  if (bytes <= SMALL_BYTES) response.resume();
  else response.destroy();
}
