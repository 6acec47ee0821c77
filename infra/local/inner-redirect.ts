/**
 * On AWS an answer that is too large leads to S3, which hands it out itself. Here S3 is an engine of this process on a port
 * that nobody else knows or may reach, so the local host goes there for the reader.
 */
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { HttpResponse } from './http-event.ts';

/** What the engine says of the bytes and the reader has to know. */
const PASSED_ON = [
  'content-type',
  'content-length',
  'content-disposition',
  'cache-control',
  'etag',
  'accept-ranges',
  'content-range',
];

/** What holds for the packed bytes alone. */
const OF_PACKED = new Set(['content-length', 'content-range', 'accept-ranges']);

/** The answer, or what it leads to where that is the engine's. @param range the part that the reader asked for. */
export async function withoutInnerRedirect(
  answer: HttpResponse,
  engine: string | undefined,
  range: string | undefined,
): Promise<HttpResponse> {
  const { location } = answer.headers;
  if (engine === undefined || typeof location !== 'string' || !location.startsWith(`${engine}/`)) return answer;
  const found = await fetch(location, range === undefined ? {} : { headers: { range } });
  // What is packed in the store comes unpacked from here, so lengths and parts are not those of the bytes that follow.
  const isPacked = found.headers.has('content-encoding');
  const told = PASSED_ON.filter((name) => !isPacked || !OF_PACKED.has(name)).flatMap((name) => {
    const value = found.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  // The two declarations of a web stream, of browsers and of Node, name the same thing.
  const stream = found.body ? { stream: Readable.fromWeb(found.body as ReadableStream<Uint8Array>) } : {};
  return {
    status: found.status,
    headers: { 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff', ...Object.fromEntries(told) },
    body: Buffer.alloc(0),
    ...stream,
  };
}
