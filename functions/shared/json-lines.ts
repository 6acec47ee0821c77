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

/** Writes values as lines; nothing is to be seen under the key before the last of them. */
export async function writeLines(
  objects: Pick<ObjectStore, 'putStream'>,
  key: string,
  values: AsyncIterable<unknown> | Iterable<unknown>,
): Promise<void> {
  async function* lines(): AsyncGenerator<string> {
    for await (const value of values) yield `${JSON.stringify(value)}\n`;
  }
  // What goes wrong in the values reaches the reader of the packed bytes.
  const packed = pipeline(Readable.from(lines()), createGzip(), () => undefined);
  await objects.putStream(key, packed, { contentEncoding: 'gzip' });
}
