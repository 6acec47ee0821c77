/** The scripted owners: one server of HTTP and one of HTTPS, behind which every fault has a host of its own. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import tls from 'node:tls';
import { selfSigned } from '#test/self-signed.ts';
import type { Names } from './surroundings.ts';

/** How an owner answers a request. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** What an owner's page is, beside its body. */
export interface PageHead {
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | number>>;
}

/** Answers with one page, whatever was asked for. */
export const page =
  (body: string | Uint8Array, { type = 'text/turtle', status = 200, headers = {} }: PageHead = {}): Answer =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': type, ...headers }).end(body);

/** Answers by path and query; what is not named is not there. */
export const pages =
  (answers: Readonly<Record<string, Answer>>): Answer =>
  (request, response) =>
    (answers[request.url ?? ''] ?? page('', { status: 404 }))(request, response);

/** Answers the first requests so, and all later ones otherwise. */
export function firstTimes(times: number, first: Answer, later: Answer): Answer {
  let asked = 0;
  return (request, response) => {
    asked += 1;
    (asked <= times ? first : later)(request, response);
  };
}

/** Sends bytes as they are, without any rule of HTTP, and closes. */
export const raw =
  (bytes: string): Answer =>
  (request) =>
    void request.socket.end(bytes);

async function listen(server: Server, port: number): Promise<number> {
  // All loopback addresses, but 127.0.0.2 is not served by what listens on 127.0.0.1.
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  // Listening on a TCP port, so the address is no pipe's name.
  return (server.address() as AddressInfo).port;
}

/** An address of this machine on which nobody listens. */
export const NOBODY = '127.0.0.2';

export class Owners {
  readonly #answers = new Map<string, Answer>();
  #secureHost = '';
  readonly #robots = new Map<string, Answer>();
  readonly #trusted = selfSigned();
  readonly #plain = createServer((request, response) => this.#answer(request, response));
  readonly #secure = createSecureServer(
    { key: this.#trusted.key, cert: this.#trusted.certificate },
    (request, response) => this.#answer(request, response),
  );
  #ports = { plain: 0, secure: 0 };

  /** @param port where plain HTTP is served: an owner whose guest died must be found again where it was. */
  static async start(port = 0): Promise<Owners> {
    const owners = new Owners();
    owners.#secure.on('tlsClientError', () => undefined);
    owners.#ports = { plain: await listen(owners.#plain, port), secure: await listen(owners.#secure, 0) };
    tls.setDefaultCACertificates([owners.#trusted.certificate]);
    return owners;
  }

  /** The address of a source; its host comes to be known. */
  urlOf(source: string, path: string, names: Names): string {
    names.set(`${source}.test`, '127.0.0.1');
    return `http://${source}.test:${this.#ports.plain}${path}`;
  }

  /** The host whose answers are those of the one address behind TLS. */
  serveSecurely(host: string): void {
    this.#secureHost = host;
  }

  get port(): number {
    return this.#ports.plain;
  }

  /** The one address that is served over TLS. */
  get secureUrl(): string {
    return `https://localhost:${this.#ports.secure}/feed`;
  }

  /** From now on the host answers so. */
  answer(host: string, answer: Answer): void {
    this.#answers.set(host, answer);
  }

  /** What the host's robots.txt is from now on; there is none where it is undefined. */
  showRobots(host: string, answer: Answer | undefined): void {
    if (answer) this.#robots.set(host, answer);
    else this.#robots.delete(host);
  }

  /** Shows the certificate that is trusted, or one that nobody vouches for. */
  showCertificate(trusted: boolean): void {
    const { key, certificate } = trusted ? this.#trusted : selfSigned();
    this.#secure.setSecureContext({ key, cert: certificate });
  }

  stop(): void {
    for (const server of [this.#plain, this.#secure]) {
      server.closeAllConnections();
      server.close();
    }
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    request.socket.on('error', () => undefined);
    // A connection that is kept would outlive the change of a name, of a port or of a certificate.
    response.setHeader('connection', 'close');
    const named = request.headers.host?.split(':')[0] ?? '';
    const host = named === 'localhost' ? this.#secureHost : named;
    const robots = this.#robots.get(host) ?? page('', { status: 404 });
    if (request.url === '/robots.txt') return void robots(request, response);
    (this.#answers.get(host) ?? page('', { status: 404 }))(request, response);
  }
}
