/**
 * Stands before an engine, on the wire: the SDK's clients speak to it as they speak to the service, with their own retries,
 * and a rule says of each request whether it goes on, as it came or changed, and what comes back.
 */
import { Agent, createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32 } from 'node:zlib';
import { callOf, type EngineCall, errorText } from './engine-call.ts';

/** A request as it came, whole: the largest is a part of an upload, of some megabytes. */
export interface Asked {
  readonly call: EngineCall;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
  /** The connection is cut in place of the answer, or in the middle of its body. */
  readonly cut?: 'before' | 'within';
}

export type Proceed = (asked: Asked) => Promise<Answered>;

/** Deals with one request; `proceed` asks the engine. */
export type Rule = (asked: Asked, proceed: Proceed) => Promise<Answered>;

/** DynamoDB vouches for each body with its sum, and the SDK refuses one that has another. */
const SUM = 'x-amz-crc32';

/** Headers that belong to one connection, and not to what is sent over it. */
const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'expect']);

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const kept = (headers: Asked['headers']): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      if (value === undefined || OF_THE_CONNECTION.has(name)) return [];
      return [[name, typeof value === 'string' ? value : [...value]]];
    }),
  );

/** The service refuses, in its own words. */
export function refusal(call: EngineCall, name: string, status: number, message: string): Answered {
  const { type, text } = errorText(call, name, message);
  // The sum is that of the body, and is written with it.
  const vouched = call.service === 'dynamodb' && { [SUM]: '' };
  return { status, headers: { 'content-type': type, ...vouched }, body: Buffer.from(text) };
}

/** The same answer with another body. */
export const withBody = (answered: Answered, value: unknown): Answered => ({
  ...answered,
  body: Buffer.from(JSON.stringify(value)),
});

/** Asks the engine; who asked may leave before the answer is there, and then nobody waits for it any more. */
function asking(target: string, agent: Agent, left: AbortSignal): Proceed {
  const { hostname, port } = new URL(target);
  return ({ method, url, headers, body }) =>
    new Promise((resolve, reject) => {
      const passed = { ...kept(headers), 'content-length': String(body.length) };
      const upstream = send({ hostname, port, method, path: url, headers: passed, agent, signal: left }, (response) => {
        bytesOf(response).then(
          (bytes) => resolve({ status: response.statusCode ?? 500, headers: response.headers, body: bytes }),
          reject,
        );
      });
      upstream.on('error', reject);
      upstream.end(body);
    });
}

function write(response: ServerResponse, { status, headers, body, cut }: Answered, method: string | undefined): void {
  if (cut === 'before') return void response.destroy();
  // An answer to HEAD has the length of what GET would send, and no body.
  const length = method === 'HEAD' ? headers['content-length'] : String(body.length);
  const told = {
    ...kept(headers),
    // By this process's clock, which a test may turn: by another the SDK thinks that clocks differ, and asks again even for a 404.
    date: new Date(Date.now()).toUTCString(),
    ...(headers[SUM] !== undefined && { [SUM]: String(crc32(body)) }),
    ...(typeof length === 'string' && status !== 204 && status !== 304 && { 'content-length': length }),
  };
  response.writeHead(status, told);
  if (cut !== 'within') return void response.end(body);
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

async function pass(target: string, agent: Agent, rule: Rule, request: IncomingMessage, response: ServerResponse) {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const { method = 'GET', url = '/', headers } = request;
  const body = await bytesOf(request);
  const call = callOf({ method, path: url.split('?', 1)[0] ?? '/', headers, body });
  write(response, await rule({ call, method, url, headers, body }, asking(target, agent, gone.signal)), method);
}

export interface Proxy {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Listens on the loopback interface before the engine at `target`. */
export async function startProxy(target: string, rule: Rule): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer((request, response) => {
    // Whoever asked finds the connection cut: the engine is gone, or they are themselves.
    pass(target, agent, rule, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // Listening on a TCP port, so the address is no pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        agent.destroy();
      }),
  };
}
