/** The page of the DCAT-AP feed that follows the frozen ones, made from the log: shown as it grows, frozen when it is full. */
import type { Addresses } from '#publishing/addresses.ts';
import { charactersOf } from '#publishing/ldes/bounded-payload.ts';
import type { FeedEvent } from '#publishing/ldes/feed-event.ts';
import { type FeedPosition, FeedTimeline, timeAfter } from '#publishing/ldes/feed-timeline.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import type { FeedState } from './feed-store.ts';
import type { Ledger } from './ledger.ts';
import { payloadChunks } from './payload-chunks.ts';

/** Changes in a page. Together with what they bring along a page has more members than that. */
const PAGE_CHANGES = 100;

/** Characters of a page's triples above which it takes no further change: it must fit into one answer, packed. */
const PAGE_CHARACTERS = 6_000_000;

export interface FeedPage {
  readonly events: readonly FeedEvent[];
  /** Where the feed stands after the page. */
  readonly position: FeedPosition;
  /** It takes no further change. */
  readonly isFull: boolean;
}

interface PagePorts {
  readonly ledger: Pick<Ledger, 'read' | 'payloads'>;
  readonly addresses: Addresses;
}

/** Where a page that follows begins; undefined while the log has nothing for it. */
export async function nextStart({ ledger }: Pick<PagePorts, 'ledger'>, { position }: FeedState) {
  const [first] = await ledger.read(position.seq, 1);
  return first && { seq: first.seq, published: timeAfter(position.published, first.published) };
}

/** Reads the page after the frozen ones, whole or as far as the log goes; undefined while there is nothing for it. */
export async function nextPage(
  { ledger, addresses }: PagePorts,
  { position }: FeedState,
): Promise<FeedPage | undefined> {
  const changes = await ledger.read(position.seq, PAGE_CHANGES);
  if (changes.length === 0) return undefined;
  const timeline = new FeedTimeline(addresses, position);
  const events: FeedEvent[] = [];
  let left = PAGE_CHARACTERS;
  for await (const [change, entry] of withRecords(ledger, changes)) {
    const taken = timeline.take(change, entry);
    events.push(...taken);
    left -= taken.reduce((sum, { payload }) => sum + charactersOf(payload), 0);
    if (left <= 0) return { events, position: timeline.position, isFull: true };
  }
  return { events, position: timeline.position, isFull: changes.length === PAGE_CHANGES };
}

async function* withRecords(ledger: Pick<Ledger, 'payloads'>, changes: readonly LedgerEntry[]) {
  for (const portion of payloadChunks(changes, PAGE_CHANGES)) {
    const records = await ledger.payloads(portion);
    for (const [index, change] of portion.entries()) yield [change, records[index] ?? null] as const;
  }
}
