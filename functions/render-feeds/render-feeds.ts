/**
 * Freezes the pages of the DCAT-AP feed (docs/decisions/0029): follows the ledger from its own checkpoint and writes each
 * page once, in all formats, as soon as it is full and there is a change after it.
 */
import { type FeedPage, nextPage } from '#functions/shared/feed-page.ts';
import {
  type FeedState,
  type FeedStore,
  type FrozenPage,
  feedGeneration,
  feedStore,
  feedsCheckpoint,
} from '#functions/shared/feed-store.ts';
import { type Followed, type FollowPorts, followLedger } from '#functions/shared/follow-ledger.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { Addresses } from '#publishing/addresses.ts';
import { type FeedFormat, feedFormats, feedWriters } from '#publishing/ldes/write-feed.ts';

/** Entries in a step: two pages, each of them written in three formats, well within the hold. */
const STEP_ENTRIES = 200;

export interface RenderPorts extends FollowPorts {
  readonly ledger: Pick<Ledger, 'head' | 'read' | 'payloads'>;
  readonly objects: Pick<ObjectStore, 'get' | 'put'>;
  readonly addresses: Addresses;
}

/** The page's documents, marked as such that never change. */
function frozen(page: number, { events }: FeedPage, addresses: Addresses): FrozenPage {
  const node = { address: addresses.feedPage(page), immutable: true, links: [] };
  const documents = feedFormats.map((format) => [format, feedWriters[format]({ node, events }, addresses)]);
  // One for each format, by the line above.
  return { events, documents: Object.fromEntries(documents) as Record<FeedFormat, string> };
}

/** The state after a page was frozen. */
function after({ starts, position }: FeedState, page: FeedPage): FeedState {
  const [first] = page.events;
  if (!first) throw new Error('A page without members is not frozen.');
  return { starts: [...starts, { seq: position.seq + 1, published: first.published }], position: page.position };
}

/**
 * Freezes full pages up to a change, from where the frozen pages end and not from the checkpoint: a worker that died between
 * the two would else leave a hole. A page that ends at the change itself waits for the one after it (its successor).
 */
export async function freezeUpTo(ports: RenderPorts, store: FeedStore, last: number): Promise<void> {
  let state = await store.state();
  while (state.position.seq < last) {
    const page = await nextPage(ports, state);
    if (!page?.isFull || page.position.seq >= last) return;
    const next = after(state, page);
    await store.freeze(next.starts.length, frozen(next.starts.length, page, ports.addresses), next);
    state = next;
  }
}

/** The name of this consumer's checkpoint: one for each public address that pages were made under. */
export const feedsConsumer = ({ base }: Pick<Addresses, 'base'>): string => feedsCheckpoint(base);

/** Pages and their members are named by the log that they are of. */
export const inLog = (ports: RenderPorts, epoch: string): RenderPorts => ({
  ...ports,
  addresses: ports.addresses.inLog(epoch),
});

async function takeStep(ports: RenderPorts, last: number): Promise<void> {
  const { epoch } = await ports.ledger.head();
  await freezeUpTo(inLog(ports, epoch), feedStore(ports.objects, feedGeneration(epoch, ports.addresses.base)), last);
}

/** Freezes until the head is reached. */
export const renderFeeds = (ports: RenderPorts): Promise<Followed> =>
  followLedger(ports, {
    name: feedsConsumer(ports.addresses),
    stepEntries: STEP_ENTRIES,
    begin: async () => async (entries) => takeStep(ports, entries.at(-1)?.seq ?? 0),
  });
