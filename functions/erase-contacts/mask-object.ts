/** One object of the bucket without the erased contacts: records by their structure, everything else by its bytes. */
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import type { IsErased } from '#catalogue/erased-contacts.ts';
import { holdsAddress, maskedBytes, textWithout } from '#functions/shared/masked-text.ts';
import type { ObjectLabels, ObjectStore } from '#functions/shared/object-store.ts';

type Bytes = AsyncIterable<Uint8Array>;

const unpacked = (packed: Bytes): Bytes => pipeline(Readable.from(packed), createGunzip(), () => undefined);

/** Fast rather than small, as everything of the bucket is packed. */
const packed = (bytes: Bytes): Bytes => pipeline(Readable.from(bytes), createGzip({ level: 1 }), () => undefined);

/** One that is packed says so by its name. */
const isPacked = (key: string): boolean => key.endsWith('.gz');

/** Payloads and pages of feeds are packed for themselves; the others are unpacked on the way to whoever asks the bucket. */
const labelsOf = (key: string): ObjectLabels => {
  if (!isPacked(key)) return { contentType: 'application/json' };
  return /^(payloads|feeds)\//.test(key) ? { contentType: 'application/gzip' } : { contentEncoding: 'gzip' };
};

/** Line by line, with the line's ends as they were: an empty line of a payload is a deletion's. */
async function* linesWithout(body: Bytes, isErased: IsErased): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield Buffer.from(`${textWithout(line, isErased)}\n`);
  }
  rest += decoder.decode();
  if (rest !== '') yield Buffer.from(textWithout(rest, isErased));
}

/** Pages are somebody else's bytes, and are masked and no more; all else is ours, in lines of JSON. */
const without = (key: string, body: Bytes, isErased: IsErased): Bytes =>
  key.startsWith('raw/') ? maskedBytes(body, isErased) : linesWithout(body, isErased);

/** Writes the object anew where it holds an erased address, under its name; says whether it did. */
export async function maskObject(
  objects: Pick<ObjectStore, 'getStream' | 'putStream'>,
  key: string,
  isErased: IsErased,
): Promise<boolean> {
  const opened = async (): Promise<Bytes> => {
    const stream = (await objects.getStream(key)) ?? Readable.from([]);
    return isPacked(key) ? unpacked(stream) : stream;
  };
  if (!(await holdsAddress(await opened(), isErased))) return false;
  const made = without(key, await opened(), isErased);
  await objects.putStream(key, isPacked(key) ? packed(made) : made, labelsOf(key));
  return true;
}
