/** Where the entry of the feed leads: to every page while they are few, by way of index nodes when they are many. */
import type { Addresses } from '../addresses.ts';
import type { FeedLink } from './feed-node.ts';

/** Pages that an index node leads to; also how many pages must be there before it is made. */
const BLOCK_PAGES = 100;

/** Pages that the entry leads to by itself: each is two relations, and followers ask for the entry every few minutes. */
const DIRECT_PAGES = 200;

/** @param starts the times of the first members of all pages, the one that still grows included. */
function pageLink(page: number, starts: readonly string[], addresses: Addresses): FeedLink {
  return { node: addresses.feedPage(page), from: starts[page - 1] ?? '', to: starts[page] };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

/** Index nodes that can be: only of blocks whose pages are all frozen, so that they never change. */
export const fullBlocks = (starts: readonly string[]): number => Math.floor((starts.length - 1) / BLOCK_PAGES);

/** The links of an index node, 1 being that of the first hundred pages. */
export const indexLinks = (block: number, starts: readonly string[], addresses: Addresses): FeedLink[] =>
  range((block - 1) * BLOCK_PAGES + 1, block * BLOCK_PAGES).map((page) => pageLink(page, starts, addresses));

/** The links of the entry. Each page has one way to it, so a page is linked here or from an index node, never from both. */
export function entryLinks(starts: readonly string[], addresses: Addresses): FeedLink[] {
  const blocks = starts.length > DIRECT_PAGES ? fullBlocks(starts) : 0;
  const indexed = range(1, blocks).map((block) => ({
    node: addresses.feedIndex(block),
    from: starts[(block - 1) * BLOCK_PAGES] ?? '',
    to: starts[block * BLOCK_PAGES],
  }));
  const direct = range(blocks * BLOCK_PAGES + 1, starts.length).map((page) => pageLink(page, starts, addresses));
  return [...indexed, ...direct];
}
