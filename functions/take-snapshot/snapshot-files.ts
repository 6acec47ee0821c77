/** The files of a snapshot: what each is called, and what writes it. */
import { createHash } from 'node:crypto';
import { packedText, readLines } from '#functions/shared/json-lines.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { labelOf, type SnapshotFile, type SnapshotFormat } from '#functions/shared/snapshot-store.ts';
import { writeParquet } from '#publishing/parquet/write-parquet.ts';
import { readRow, rowLine, type SnapshotRow } from '#publishing/snapshot-row.ts';
import { type Chunks, catalogueWriters } from '#publishing/write-catalogue.ts';

/** Smaller files for a moment longer: they are written once and fetched by everybody. */
const GZIP_LEVEL = 6;

/** Datasets in memory together. */
const CHUNK_ROWS = 100;

/** Characters of lines in memory together: a record may be 30 MB. */
const CHUNK_CHARACTERS = 8_000_000;

type Written = Pick<SnapshotFile, 'name' | 'mediaType' | 'compression'>;

/** The lines come first: the others are made from them. */
export const snapshotFiles: Readonly<Record<SnapshotFormat, Written>> = {
  jsonl: { name: 'catalogue.jsonl.gz', mediaType: 'application/x-ndjson', compression: 'gzip' },
  nq: { name: 'catalogue.nq.gz', mediaType: 'application/n-quads', compression: 'gzip' },
  jsonld: { name: 'catalogue.jsonld.gz', mediaType: 'application/ld+json', compression: 'gzip' },
  csv: { name: 'catalogue.csv.gz', mediaType: 'text/csv', compression: 'gzip' },
  parquet: { name: 'catalogue.parquet', mediaType: 'application/vnd.apache.parquet', compression: null },
};

async function* linesOf(rows: AsyncIterable<SnapshotRow>): AsyncGenerator<string> {
  for await (const row of rows) yield rowLine(row);
}

/** Lines that were written before, as rows again, some at a time. */
async function* chunksOf(lines: AsyncIterable<string>): Chunks<SnapshotRow> & AsyncGenerator<readonly SnapshotRow[]> {
  let chunk: SnapshotRow[] = [];
  let characters = 0;
  for await (const line of lines) {
    chunk.push(readRow(line));
    characters += line.length;
    if (chunk.length < CHUNK_ROWS && characters < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = [];
    characters = 0;
  }
  if (chunk.length > 0) yield chunk;
}

type Objects = Pick<ObjectStore, 'getStream' | 'putStream'>;

export interface Tally {
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes a stream of bytes and says how many they were and what their hash is. */
async function put(objects: Objects, key: string, file: Written, body: AsyncIterable<Uint8Array>): Promise<Tally> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  await objects.putStream(key, counted(), { contentType: labelOf(file) });
  return { bytes, sha256: hash.digest('hex') };
}

/** Writes the catalogue as lines of JSON, a pass over the datasets. */
export const putLines = (objects: Objects, key: string, rows: AsyncIterable<SnapshotRow>): Promise<Tally> =>
  put(objects, key, snapshotFiles.jsonl, packedText(linesOf(rows), GZIP_LEVEL));

/** Writes another format, a pass over the lines. */
export function putFormat(
  objects: Objects,
  { format, key, lines }: { format: Exclude<SnapshotFormat, 'jsonl'>; key: string; lines: string },
): Promise<Tally> {
  const chunks = chunksOf(readLines(objects, lines));
  const body = format === 'parquet' ? writeParquet(chunks) : packedText(catalogueWriters[format](chunks), GZIP_LEVEL);
  return put(objects, key, snapshotFiles[format], body);
}
