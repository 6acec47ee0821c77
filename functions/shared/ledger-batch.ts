/** How the ledger cuts drafts into batches, and how a batch's payload object is written and read. Values only. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ChangeDraft, LedgerEntry, PayloadPlace } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { PermanentFailure } from './failures.ts';
import { publishedAfter } from './ledger.ts';
import { currentVersion, recordKinds, upgraded } from './record-version.ts';

/** Entries in a batch: a reader fetches a batch whole, so larger ones would cost those who want one entry. */
export const BATCH_ENTRIES = 100;

/** JSON of a batch's entries: DynamoDB refuses an item over 400 KB, keys and the other attributes included. */
const BATCH_BYTES = 350_000;

/** Payload of a batch before compression: readers unpack it in memory, and a small function has little of it. */
const PAYLOAD_BYTES = 16_000_000;

/** What `seq`, `published` and the payload's address add to a draft's JSON. */
const NUMBERING_BYTES = 250;

/** A run of drafts that goes into the log as one item, with the lines of its payload object. */
export interface Batch {
  readonly drafts: readonly ChangeDraft[];
  /** One line a draft, empty for a deletion. */
  readonly lines: readonly string[];
}

/** Cuts drafts into batches by number, by size of the item and by size of the payload. */
export function* batchesOf(
  drafts: readonly ChangeDraft[],
  entries: readonly (CatalogueEntry | null)[],
): Generator<Batch> {
  let batch: { drafts: ChangeDraft[]; lines: string[] } = { drafts: [], lines: [] };
  let bytes = 0;
  let payloadBytes = 0;
  for (const [index, draft] of drafts.entries()) {
    const line = lineOf(draft, entries[index]);
    const draftBytes = Buffer.byteLength(JSON.stringify(draft)) + NUMBERING_BYTES;
    const full =
      batch.drafts.length === BATCH_ENTRIES ||
      bytes + draftBytes > BATCH_BYTES ||
      payloadBytes + line.length > PAYLOAD_BYTES;
    if (full && batch.drafts.length > 0) {
      yield batch;
      batch = { drafts: [], lines: [] };
      bytes = 0;
      payloadBytes = 0;
    }
    batch.drafts.push(draft);
    batch.lines.push(line);
    bytes += draftBytes;
    payloadBytes += line.length;
  }
  if (batch.drafts.length > 0) yield batch;
}

/** A deletion carries no record, everything else does: a follower could not apply it otherwise. */
function lineOf(draft: ChangeDraft, entry: CatalogueEntry | null | undefined): string {
  if ((draft.type === 'Delete') !== (entry === null)) {
    throw new PermanentFailure(`The ${draft.type} of ${draft.dataset} ${entry ? 'carries' : 'lacks'} a record.`);
  }
  return entry ? JSON.stringify(entry) : '';
}

/** The version of the records that are written now, where it is not the first. */
const VERSION = currentVersion(recordKinds.entry);
const WRITTEN = VERSION > 1 ? { version: VERSION } : {};

/** The batch as entries of the log, numbered after the head. `key` is null when the batch has no payload object. */
export function numbered(
  { drafts, lines }: Batch,
  head: { readonly seq: number; readonly published: string | null },
  place: { readonly now: number; readonly key: string | null },
): LedgerEntry[] {
  let { published } = head;
  return drafts.map((draft, line) => {
    published = publishedAfter(published, place.now);
    const payload = place.key !== null && lines[line] !== '' ? { key: place.key, line, ...WRITTEN } : null;
    return { ...draft, seq: head.seq + 1 + line, published, payload };
  });
}

const gzipBytes = promisify(gzip);
const gunzipBytes = promisify(gunzip);

/** The payload object's bytes. Level 1: the highest level saves a fifth of the bytes for six times the time. */
export const packed = (lines: readonly string[]): Promise<Uint8Array> => gzipBytes(lines.join('\n'), { level: 1 });

/** The lines of a payload object; a line is only parsed by those who want it. */
export const unpacked = async (bytes: Uint8Array): Promise<string[]> =>
  (await gunzipBytes(bytes)).toString().split('\n');

/**
 * The record of a line. It was written from a typed record, and is not parsed by its schema: that would cost each reader more than the
 * reading.
 * @throws TransientFailure for a record of a newer version.
 */
export const entryIn = (line: string, { version = 1 }: Pick<PayloadPlace, 'version'>): CatalogueEntry =>
  upgraded(recordKinds.entry, JSON.parse(line), version) as CatalogueEntry;
