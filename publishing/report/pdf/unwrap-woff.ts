/**
 * A font out of its WOFF wrapping (W3C WOFF 1.0, §§ 3–5). The PDF library reads WOFF too, but inflates a table of it anew for
 * each letter, which took nine tenths of a report's time.
 */
import { inflateSync } from 'node:zlib';

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

interface FontTable {
  readonly tag: Buffer;
  readonly checksum: number;
  readonly data: Buffer;
}

function tableAt(woff: Buffer, at: number): FontTable {
  const offset = woff.readUInt32BE(at + 4);
  const packed = woff.readUInt32BE(at + 8);
  const bytes = woff.subarray(offset, offset + packed);
  // A table that would not have become smaller lies there as it is.
  const data = packed === woff.readUInt32BE(at + 12) ? bytes : inflateSync(bytes);
  return { tag: woff.subarray(at, at + 4), checksum: woff.readUInt32BE(at + 16), data };
}

function sfntHeader(flavour: Buffer, count: number): Buffer {
  const header = Buffer.alloc(SFNT_HEADER);
  const selector = Math.floor(Math.log2(count));
  const range = 2 ** selector * SFNT_ENTRY;
  flavour.copy(header);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(range, 6);
  header.writeUInt16BE(selector, 8);
  header.writeUInt16BE(count * SFNT_ENTRY - range, 10);
  return header;
}

/** Tables begin at multiples of four bytes. */
const padded = (length: number): number => Math.ceil(length / 4) * 4;

export function unwrapWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => tableAt(woff, WOFF_HEADER + index * WOFF_ENTRY));
  let offset = SFNT_HEADER + count * SFNT_ENTRY;
  const entries = tables.map(({ tag, checksum, data }) => {
    const entry = Buffer.alloc(SFNT_ENTRY);
    tag.copy(entry);
    entry.writeUInt32BE(checksum, 4);
    entry.writeUInt32BE(offset, 8);
    entry.writeUInt32BE(data.length, 12);
    offset += padded(data.length);
    return entry;
  });
  const bodies = tables.map(({ data }) => Buffer.concat([data], padded(data.length)));
  return Buffer.concat([sfntHeader(woff.subarray(4, 8), count), ...entries, ...bodies]);
}
