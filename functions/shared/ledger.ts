/**
 * The ledger: one append-only log of changes, and the truth that everything else is a view of (docs/decisions/0002).
 * Entries are numbered from 1 without a gap, `published` is strictly increasing, and no entry is ever changed.
 */
import type { ChangeDraft, LedgerEntry } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';

/** Where the log ends. `seq` 0 and `published` null say that it is empty. */
export interface LedgerHead {
  /** A log that was rebuilt gets another epoch, so that positions in the old one are known to be void. */
  readonly epoch: string;
  readonly seq: number;
  readonly published: string | null;
}

export interface Ledger {
  /**
   * Appends drafts in their order and gives them their numbers. Several writers may append at once; the drafts of one call
   * may then be parted at batch borders, never re-ordered. When it fails half-way, the batches before stand.
   * @param entries the record as of each draft, null for a deletion.
   * @throws TransientFailure when other writers won too often.
   */
  append(drafts: readonly ChangeDraft[], entries: readonly (CatalogueEntry | null)[]): Promise<LedgerEntry[]>;
  /**
   * The end of the log.
   * @param enough for one who only needs to know that the log goes so far: an end beyond it that was seen before will do, and
   * is not looked for again.
   */
  head(enough?: number): Promise<LedgerHead>;
  /** Entries after a number, ascending and without a gap, at most `limit`; consistent with every append that has returned. */
  read(after: number, limit: number): Promise<LedgerEntry[]>;
  payload(entry: LedgerEntry): Promise<CatalogueEntry | null>;
  /** Reads each object once, however many of the entries lie in it. */
  payloads(entries: readonly LedgerEntry[]): Promise<(CatalogueEntry | null)[]>;
}

/**
 * The time of an entry: now, or one millisecond after the entry before it when the clock stands still or went back.
 * A burst of more than a thousand entries a second therefore runs ahead of the clock.
 */
export const publishedAfter = (previous: string | null, now: number): string =>
  new Date(previous === null ? now : Math.max(now, Date.parse(previous) + 1)).toISOString();

/**
 * The number of the last entry published before an instant: where to read from for "everything since then".
 * A binary search, which `published` being strictly increasing allows: about 17 reads in a log of 100,000.
 */
export async function lastBefore(ledger: Pick<Ledger, 'head' | 'read'>, instant: number): Promise<number> {
  let low = 0;
  let high = (await ledger.head()).seq;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const [entry] = await ledger.read(middle - 1, 1);
    if (entry && Date.parse(entry.published) < instant) low = middle;
    else high = middle - 1;
  }
  return low;
}
