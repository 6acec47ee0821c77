/**
 * A backup of a data folder as one file: gzipped lines of JSON, the first of them saying what it is, the last that it is whole.
 * Large objects come in parts, so that nothing is in memory whole on either side.
 */
import { chmodSync, createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { packedText } from '#functions/shared/json-lines.ts';
import type { TableName } from '#infra/topology-shape.ts';
import { codeOf, NOT_ALL_WELL, Refusal, sentenceOf } from './refusal.ts';

/** To be raised when what lies in the file changes: an older program must not read half of it. */
const BACKUP_VERSION = 1;

export const Header = z.object({
  kind: z.literal('datalandkort-backup'),
  version: z.number().int(),
  takenAt: z.string(),
  /** The layout of the folder that it is of. */
  layout: z.number().int(),
  /** The place in the log that it stands at, and the catalogue's state there. */
  epoch: z.string(),
  seq: z.number().int(),
  count: z.number().int(),
  stateHash: z.string(),
  /** How far addresses were indexed; absent where they never were. What was measured of them cannot be had from the log. */
  checkedLinks: z.number().int().optional(),
  /** The folder's settings, with its secrets. */
  settings: z.unknown(),
});
export type Header = z.infer<typeof Header>;

export type Row = Record<string, AttributeValue>;

/** An item of a table; bytes in it are written as base64 under `B`. */
interface ItemLine {
  readonly table: TableName;
  readonly item: Row;
}

/** A part of an object; an object without any bytes has one empty part. */
interface PartLine {
  readonly object: string;
  readonly part: string;
  readonly isLast: boolean;
}

export type Line = ItemLine | PartLine;

const Attribute: z.ZodType<AttributeValue> = z.lazy(() =>
  z.union([
    z.object({ S: z.string() }),
    z.object({ N: z.string() }),
    z.object({ BOOL: z.boolean() }),
    z.object({ NULL: z.literal(true) }),
    z.object({ B: z.string() }).transform(({ B }) => ({ B: new Uint8Array(Buffer.from(B, 'base64')) })),
    z.object({ SS: z.array(z.string()) }),
    z.object({ L: z.array(Attribute) }),
    z.object({ M: z.record(z.string(), Attribute) }),
  ]),
) as z.ZodType<AttributeValue>;

const Read = z.union([
  z.object({
    table: z.enum(['ledger', 'catalogue', 'control', 'quality', 'webhooks']),
    item: z.record(z.string(), Attribute),
  }),
  z.object({ object: z.string(), part: z.string(), isLast: z.boolean() }),
  z.object({ end: z.object({ lines: z.number().int() }) }),
]);

/** Bytes as base64: JSON has no bytes. */
const written = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

const lineOf = (value: unknown): string => `${JSON.stringify(value, written)}\n`;

async function* textOf(header: Omit<Header, 'kind' | 'version'>, lines: AsyncIterable<Line>): AsyncGenerator<string> {
  let count = 0;
  yield lineOf({ kind: 'datalandkort-backup', version: BACKUP_VERSION, ...header } satisfies Header);
  for await (const line of lines) {
    count += 1;
    yield lineOf(line);
  }
  yield lineOf({ end: { lines: count } });
}

/** Into a file beside the wanted one first, so that half a backup never has its name. Only its owner may read it. */
export async function writeBackup(
  file: string,
  header: Omit<Header, 'kind' | 'version'>,
  lines: AsyncIterable<Line>,
): Promise<void> {
  const part = `${file}.part`;
  try {
    const out = createWriteStream(part, { mode: 0o600 });
    await pipeline(Readable.from(packedText(textOf(header, lines), 6)), out);
    chmodSync(part, 0o600);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    if (codeOf(error) === '') throw error;
    throw new Refusal(`${file} cannot be written: ${sentenceOf(error)}.`, NOT_ALL_WELL);
  }
}

const damaged = (file: string, why: string): Refusal => new Refusal(`${file} is no whole backup: ${why}.`);

function headerOf(file: string, text: string): Header {
  const parsed = Header.safeParse(JSON.parse(text));
  if (!parsed.success) throw damaged(file, 'its first line is not one of a backup');
  if (parsed.data.version <= BACKUP_VERSION) return parsed.data;
  throw new Refusal(
    `${file} was written by a newer datalandkort (backup version ${parsed.data.version}; this one reads up to ${BACKUP_VERSION}): restore it with that one.`,
  );
}

async function* rawLines(file: string): AsyncGenerator<string> {
  const unpacked = createReadStream(file).on('error', (error) => gunzip.destroy(error));
  const gunzip = createGunzip();
  unpacked.pipe(gunzip);
  try {
    yield* createInterface({ input: gunzip, crlfDelay: Number.POSITIVE_INFINITY });
  } finally {
    unpacked.destroy();
    gunzip.destroy();
  }
}

/** Whatever is wrong with a file in somebody's hands is said in a sentence. */
async function* told(file: string, lines: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* lines;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new Refusal(`There is no file ${file}.`);
    throw damaged(file, sentenceOf(error));
  }
}

/**
 * Reads a backup: what it says of itself first, then line for line.
 * @throws Refusal for a file that is none, is cut off or damaged, or is of a newer version.
 */
export async function readBackup<Result>(
  file: string,
  work: (header: Header, lines: AsyncIterable<Line>) => Promise<Result>,
): Promise<Result> {
  const lines = told(file, rawLines(file))[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done) throw damaged(file, 'it is empty');
  const header = headerOf(file, first.value);
  async function* rest(): AsyncGenerator<Line> {
    let count = 0;
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw damaged(file, 'its end is missing');
      const parsed = Read.safeParse(JSON.parse(value));
      if (!parsed.success) throw damaged(file, `line ${count + 2} is not one of a backup`);
      if ('end' in parsed.data) {
        if (parsed.data.end.lines !== count) throw damaged(file, 'lines of it are missing');
        return;
      }
      count += 1;
      yield parsed.data;
    }
  }
  return work(header, rest());
}
