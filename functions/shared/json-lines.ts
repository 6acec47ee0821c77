/** Gzipped lines of JSON in the object store, a line at a time: a list may be far larger than what is wanted of it. */
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import type { ObjectStore } from './object-store.ts';

/** A reader that stops early ends the source too; what goes wrong in it reaches that reader, so the callback has nothing to say. */
const unpacked = (packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  pipeline(Readable.from(packed), createGunzip(), () => undefined);

/** The lines of an object that are not empty; none for an object that is not there. */
export async function* readLines(objects: Pick<ObjectStore, 'getStream'>, key: string): AsyncGenerator<string> {
  const stream = await objects.getStream(key);
  if (!stream) return;
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of unpacked(stream)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield line;
  }
  if (rest !== '') yield rest;
}

/** Bytes given to the packer at a time: for each line by itself, handing it over cost more than packing it. */
const CHUNK_BYTES = 64 * 1024;

/** Joins pieces of a text into larger ones. */
async function* joined(
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece;
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes < CHUNK_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}

/** A text that comes in pieces, gzipped. What goes wrong in the pieces reaches the reader of the packed bytes. */
export const packedText = (
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  level: number,
): AsyncIterable<Uint8Array> => pipeline(Readable.from(joined(pieces)), createGzip({ level }), () => undefined);

/** Writes a text that comes in pieces, gzipped; nothing is to be seen under the key before the last of them. */
export async function writeText(
  objects: Pick<ObjectStore, 'putStream'>,
  key: string,
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  // Fast rather than small: most of these objects are replaced soon.
  await objects.putStream(key, packedText(pieces, 1), { contentEncoding: 'gzip' });
}

async function* linesOf(values: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  for await (const value of values) yield `${JSON.stringify(value)}\n`;
}

/** Writes values as lines; nothing is to be seen under the key before the last of them. */
export const writeLines = (
  objects: Pick<ObjectStore, 'putStream'>,
  key: string,
  values: AsyncIterable<unknown> | Iterable<unknown>,
): Promise<void> => writeText(objects, key, linesOf(values));
