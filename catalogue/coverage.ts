/** How much of a source a run saw whole: only there can a record be missing (docs/decisions/0003). */
import type { Coverage } from '#schemas/run.ts';

/** A page as a run saw it. Failed pages are here too, with `whole: false`; pages that were never asked for are not. */
export interface PageSeen {
  readonly parent: string | null;
  /** `next` goes on with its parent's list; `child` starts a list of its own below it. */
  readonly relation: 'next' | 'child';
  /** Read to its end, and no record on it was left unnamed. */
  readonly whole: boolean;
  /** How many records the source says its list has; null where it does not say. */
  readonly claimed: number | null;
  /** How many records this page listed, rejected and duplicate ones too. */
  readonly listed: number;
  /** How many pages of their own it leads to, and did when it was last read whole; absent where it leads to none. */
  readonly links?: { readonly before: number; readonly after: number };
}

/** A list whose pages held fewer records than the source claims. */
interface ShortList {
  readonly page: string;
  readonly claimed: number;
  readonly listed: number;
}

/** A run's coverage. */
export interface Cover {
  readonly coverage: Coverage;
  readonly short: readonly ShortList[];
  /** Whether a record that was last seen on this page would have been seen in this run if the source still had it. */
  readonly isCovered: (home: string | null) => boolean;
}

/** A list: the pages that `next` joins. Records move between them freely, so they are whole together or not at all. */
interface List {
  readonly head: string;
  readonly above: string | undefined;
  whole: boolean;
  claimed: number;
  /** Records of the list, and of the lists below it once those are counted. */
  listed: number;
  /** Lists directly below that are not counted yet. */
  open: number;
}

/**
 * The coverage of a run. A list counts as whole when all its pages and everything below them are, and when it held as many
 * records as were claimed. A record is looked for where it was last seen: at its page, or, when that page is no longer
 * linked, at the nearest page above it that the run visited.
 * @param parentBefore the parent of a page as an earlier run knew it; undefined for a page that nobody knows.
 */
export const coverOf = (
  pages: ReadonlyMap<string, PageSeen>,
  parentBefore: (page: string) => string | null | undefined,
): Cover => {
  const heads = headsOf(pages);
  const lists = listsOf(pages, heads);
  const short = countUpwards(lists);
  let isComplete = pages.size > 0;
  for (const list of lists.values()) if (!list.whole) isComplete = false;
  let anyWhole = false;
  for (const page of pages.values()) if (page.whole) anyWhole = true;
  return {
    coverage: isComplete ? 'complete' : anyWhole ? 'partial' : 'none',
    short,
    isCovered: (home) => {
      const visited = nearestVisited(home, pages, parentBefore);
      // A record whose place nobody knows may be anywhere.
      if (visited === undefined) return isComplete;
      return lists.get(heads.get(visited) ?? visited)?.whole ?? false;
    },
  };
};

/** The first page of each page's list. Walked with loops: a chain of pages is longer than a call stack. */
const headsOf = (pages: ReadonlyMap<string, PageSeen>): Map<string, string> => {
  const heads = new Map<string, string>();
  for (const start of pages.keys()) {
    const path = new Set<string>();
    let key = start;
    while (!heads.has(key) && !path.has(key)) {
      path.add(key);
      const page = pages.get(key);
      if (page?.relation !== 'next' || page.parent === null || !pages.has(page.parent)) break;
      key = page.parent;
    }
    const head = heads.get(key) ?? key;
    for (const member of path) heads.set(member, head);
  }
  return heads;
};

const listsOf = (pages: ReadonlyMap<string, PageSeen>, heads: ReadonlyMap<string, string>): Map<string, List> => {
  const lists = new Map<string, List>();
  for (const [key, page] of pages) {
    const head = heads.get(key) ?? key;
    let list = lists.get(head);
    if (list === undefined) {
      const parent = pages.get(head)?.parent ?? null;
      const above = parent === null ? undefined : heads.get(parent);
      list = { head, above: above === head ? undefined : above, whole: true, claimed: 0, listed: 0, open: 0 };
      lists.set(head, list);
    }
    list.whole &&= page.whole;
    list.listed += page.listed;
    list.claimed = Math.max(list.claimed, page.claimed ?? 0);
  }
  for (const { above } of lists.values()) {
    const parent = above === undefined ? undefined : lists.get(above);
    if (parent !== undefined) parent.open += 1;
  }
  return lists;
};

/** Adds every list to the one above it, from the leaves up, and finds those that are shorter than claimed. */
const countUpwards = (lists: ReadonlyMap<string, List>): ShortList[] => {
  const short: ShortList[] = [];
  const ready = [...lists.values()].filter(({ open }) => open === 0);
  let counted = 0;
  for (let list = ready.pop(); list !== undefined; list = ready.pop()) {
    counted += 1;
    if (list.listed < list.claimed) {
      list.whole = false;
      short.push({ page: list.head, claimed: list.claimed, listed: list.listed });
    }
    const above = list.above === undefined ? undefined : lists.get(list.above);
    if (above === undefined) continue;
    above.whole &&= list.whole;
    above.listed += list.listed;
    above.open -= 1;
    if (above.open === 0) ready.push(above);
  }
  // Lists above each other in a circle are never counted; what such a source has cannot be told.
  if (counted < lists.size) for (const list of lists.values()) if (list.open > 0) list.whole = false;
  return short;
};

const nearestVisited = (
  home: string | null,
  pages: ReadonlyMap<string, PageSeen>,
  parentBefore: (page: string) => string | null | undefined,
): string | undefined => {
  const walked = new Set<string>();
  let key = home;
  while (key !== null && !walked.has(key)) {
    if (pages.has(key)) return key;
    walked.add(key);
    key = parentBefore(key) ?? null;
  }
  return undefined;
};
