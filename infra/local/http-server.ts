/** The HTTP side of the local host: finds the route, makes the event, calls the function, writes the answer. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Route } from '#infra/topology-shape.ts';
import { eventOf, type HttpResponse, responseOf } from './http-event.ts';
import { withoutInnerRedirect } from './inner-redirect.ts';
import type { Invoker } from './invoke.ts';

/** A body above this is refused with 413: it would be held in memory whole. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** Below this, compressing costs more than it saves. */
const COMPRESS_FROM_BYTES = 1024;

/** Text compresses well; images and archives are compressed already. */
const COMPRESSIBLE =
  /^(text\/|application\/(json|ld\+json|problem\+json|rdf\+xml|n-triples|n-quads|trig|xml|javascript|[a-z.-]+\+(json|xml)))/i;

/** Answers requests that are not for a function, such as the example sites; undefined when the path is not its own. */
export type Site = (method: string, target: string, request: IncomingMessage) => Promise<HttpResponse | undefined>;

export interface HttpServerOptions {
  readonly port: number;
  /** Asked at each request: the functions are loaded after the port is known, because their addresses hold it. */
  readonly routes: () => readonly { readonly route: Route; readonly invoke: Invoker }[];
  readonly site: Site;
  /** The address of the object store, once it is there: only this process can follow what leads to it. */
  readonly objects?: () => string | undefined;
  readonly onFailure: (error: unknown) => void;
}

export interface HttpServer {
  readonly port: number;
  /** Refuses new requests and resolves when those at work are answered. */
  stop(): Promise<void>;
}

/** A problem document (RFC 9457) for what never reaches a function; its type says no more than the status does. */
function problem(status: number, title: string): HttpResponse {
  const body = JSON.stringify({ type: 'about:blank', title, status });
  return { status, headers: { 'content-type': 'application/problem+json' }, body: Buffer.from(body) };
}

/** True when a route's pattern fits the path: `{name}` is one segment, `{name+}` one or more. */
export function fits(route: Route, method: string, path: string): boolean {
  if (route.method !== 'ANY' && route.method !== method) return false;
  const pattern = route.path
    .replace(/[.*?^$()|[\]\\]/g, '\\$&')
    .replace(/\{\w+\+\}/g, '.+')
    .replace(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(path);
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** True when Accept-Encoding takes the coding: `q=0` refuses it. */
const takes = (accepted: string, coding: string): boolean =>
  accepted.split(',').some((part) => {
    const [name, ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/(?<!\s)\s*;\s*/);
    return name === coding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });

/** Compresses a response that gains by it, with the best coding that the client takes. */
async function compressed(response: HttpResponse, accepted: string): Promise<HttpResponse> {
  const type = String(response.headers['content-type'] ?? '');
  if (response.headers['content-encoding'] || response.body.length < COMPRESS_FROM_BYTES || !COMPRESSIBLE.test(type)) {
    return response;
  }
  const { vary: varies = '' } = response.headers;
  const isNamed = /\baccept-encoding\b/i.test(String(varies));
  const vary = isNamed ? varies : [varies, 'accept-encoding'].filter(Boolean).join(', ');
  const coding = ['br', 'gzip'].find((name) => takes(accepted, name));
  if (!coding) return { ...response, headers: { ...response.headers, vary } };
  const body =
    coding === 'br'
      ? await brotlied(response.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : await gzipped(response.body);
  // The same representation in other bytes: a strong ETag would promise the same bytes.
  const { etag } = response.headers;
  const weak = typeof etag === 'string' && !etag.startsWith('W/') ? { etag: `W/${etag}` } : {};
  return { ...response, headers: { ...response.headers, ...weak, vary, 'content-encoding': coding }, body };
}

async function answer(options: HttpServerOptions, request: IncomingMessage): Promise<HttpResponse> {
  const asked = request.method ?? 'GET';
  const target = request.url ?? '/';
  const own = await options.site(asked, target, request);
  if (own) return own;
  // What HEAD tells is what GET would send: its length and its coding are known when there is a body.
  const method = asked === 'HEAD' ? 'GET' : asked;
  const path = target.split('?', 1)[0] ?? '/';
  const found = options.routes().find(({ route }) => fits(route, method, path));
  if (!found) return problem(404, 'There is nothing at this address.');
  const body = await readBody(request);
  if (!body) return problem(413, `The body is larger than ${MAX_BODY_BYTES} bytes.`);
  const remoteAddress = request.socket.remoteAddress ?? '';
  const event = eventOf(
    { method, target, headers: request.headers, body, remoteAddress, time: Date.now() },
    `${found.route.method} ${found.route.path}`,
  );
  return withoutInnerRedirect(responseOf(await found.invoke(event)), options.objects?.(), request.headers.range);
}

function write(response: ServerResponse, { status, headers, body, stream }: HttpResponse, withBody: boolean): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (stream) {
    response.writeHead(status);
    // A reader that leaves, or bytes that end too early: either way the connection is cut, which says so.
    pipeline(stream, response, () => undefined);
    return;
  }
  const bodyless = status === 204 || status === 304;
  // A function that left the body of a HEAD out has not said that there is none.
  if (!bodyless && (withBody || body.length > 0)) response.setHeader('content-length', body.length);
  response.writeHead(status);
  response.end(withBody && !bodyless ? body : undefined);
}

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      // Listening on a TCP port, so the address is no pipe's name.
      resolve((server.address() as AddressInfo).port);
    });
  });

/** Listens on the loopback interface. @throws the system's error (EADDRINUSE, EACCES) when the port cannot be had. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const server = createServer((request, response) => {
    answer(options, request)
      .then((result) => compressed(result, String(request.headers['accept-encoding'] ?? '')))
      .catch((error: unknown) => {
        options.onFailure(error);
        return problem(500, 'Something went wrong on our side; it has been noted.');
      })
      .then((result) => {
        // A body that was refused is not read to its end, so the connection cannot be used again.
        if (!request.complete) response.setHeader('connection', 'close');
        write(response, result, request.method !== 'HEAD');
      })
      .catch(options.onFailure);
  });
  const port = await listening(server, options.port);
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
