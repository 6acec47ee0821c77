/** What is known of the addresses that live datasets name, and who names them: kept by `check-links`, read by everybody. */
import type { LinkKind, LinkState, LinkStatus } from '#quality/links/link-status.ts';
import type { LinkUse } from '#quality/links/record-links.ts';

/** The mentions of an address in one dataset. */
export interface DatasetUses {
  readonly dataset: string;
  readonly uses: readonly LinkUse[];
}

/** Which addresses to list. With neither source nor dataset they come in the order of their last change. */
export interface LinkListing {
  readonly state?: LinkState | undefined;
  readonly kind?: LinkKind | undefined;
  readonly source?: string | undefined;
  readonly dataset?: string | undefined;
  /** The `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface LinkPage {
  readonly links: readonly LinkStatus[];
  /** Null at the end of the list. A page may be short of its limit, or empty, before the end: few of many were looked for. */
  readonly next: string | null;
}

/** Addresses whose state or kind changed, each with its last change only, the oldest first. */
interface LinkChanges {
  readonly links: readonly LinkStatus[];
  /** Where to go on; the same as before when nothing has changed. */
  readonly cursor: string;
  readonly hasMore: boolean;
}

/** What scores and the API read. */
export interface LinkStatuses {
  /** By the addresses as given, also with a fragment; none for those that no live dataset names or that are no web addresses. */
  get(urls: readonly string[]): Promise<Map<string, LinkStatus>>;
  list(listing: LinkListing): Promise<LinkPage>;
  /**
   * @param since an instant (ISO 8601) or the cursor of the page before. The clocks of two workers may differ: whoever must
   * not miss a change begins a few minutes before the last one it saw.
   */
  changedSince(since: string, limit: number): Promise<LinkChanges>;
  /** Who names an address, by the datasets' ids, at most `limit`. */
  usesOf(url: string, limit: number): Promise<readonly DatasetUses[]>;
  /** What a dataset names, by place in the record. */
  linksOf(dataset: string): Promise<readonly LinkUse[]>;
}

/** What the ledger's consumer writes. */
export interface LinkIndex {
  /** Says what datasets name now, each at most once; addresses that nobody names any more are forgotten. Doing it twice is harmless. */
  replace(changes: readonly DatasetUses[], now: number): Promise<void>;
  /** Forgets all: the log is read anew. */
  clear(): Promise<void>;
}

/** A host with links. */
export interface LinkHost {
  readonly host: string;
  /** Epoch milliseconds until which it asked to be left alone; 0 where it did not. */
  readonly restUntil: number;
}

/** What the checker reads and writes. */
export interface LinkChecks extends Pick<LinkStatuses, 'usesOf'> {
  hosts(): Promise<readonly LinkHost[]>;
  /** The addresses of a host that are due, the longest due first. */
  due(host: string, now: number, limit: number): Promise<readonly LinkStatus[]>;
  /** False when the address is not named any more, or another worker checked it meanwhile. */
  save(next: LinkStatus, before: LinkStatus): Promise<boolean>;
  rest(host: string, untilMs: number): Promise<void>;
}
