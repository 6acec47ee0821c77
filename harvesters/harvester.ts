/**
 * The port that every source format fills (docs/decisions/0001). A harvester does no input or output: it says which pages
 * to ask for, and reads a page that came back. One crawler fetches for all of them.
 */

import type * as z from 'zod';
import type { Page, PageRequest, Reading } from '#schemas/reading.ts';
import type { Source } from '#schemas/source.ts';

/** What earlier runs of a source saw. */
export interface Since {
  /** When this run began (ISO 8601): a source that tells its own time shows by it how far its clock is from ours. */
  readonly startedAt: string;
  /** When the last run that saw all it asked for began (ISO 8601): what changed before then is known. */
  readonly lastComplete: string;
  /** Whether everything is to be listed again, as only such a listing shows what is gone. */
  readonly fullDue: boolean;
}

/** Why a page did not come. */
export interface Failure {
  /** A code of `problemCodes`, or `http-` and the status. */
  readonly code: string;
  readonly message: string;
}

/** A reading of pages that were gathered, and the page that it stands on: the address that the page was asked for by. */
export interface Gathered {
  readonly page: string;
  readonly reading: Reading;
}

/** All pages of one source on their way to its records; it lives as long as they are put together. */
export interface Gathering {
  /** How long, in milliseconds, a page that says that it will never change is believed before it is asked for again. */
  readonly believedMs: number;
  /** Whether the source shows only what was said of late: what its pages of earlier runs said holds then too. */
  readonly isWindow: boolean;
  /** Takes a page; of two that say different things of one thing at one moment, the one with the higher place in the walk counts. */
  add(page: Page, place: number): Promise<void>;
  /** What all pages say together. */
  readings(): Iterable<Gathered>;
}

/** One source format. */
export interface Harvester {
  /** Raised whenever the same page would be read differently: pages kept as unchanged are then read again. */
  readonly version: number;
  /** The schema of the source's `settings`. */
  readonly settings: z.ZodType;
  /**
   * The pages that a run starts with.
   * @param since what earlier runs saw; undefined for a run that must see everything. A format that asks for changes only
   *   says so on its pages with the reading `scope`.
   */
  first(source: Source, since?: Since): readonly PageRequest[];
  /** For formats that can ask for changes only: the longest time, in milliseconds, between two listings of everything. */
  fullEvery?(source: Source): number;
  /**
   * Reads one page. Never throws for what a page says: any bytes give readings. Readings come while the body streams.
   * @param source with `settings` already parsed by this harvester's schema.
   */
  read(source: Source, page: Page): AsyncIterable<Reading>;
  /**
   * For sources whose pages make records only together, in whatever order they come: a feed of events, of which the latest
   * counts. `read` then names further pages and faults and no records; when the last page was read, all of them are added here
   * out of the archive, those that were not asked for again too. Undefined for a source whose pages stand for themselves.
   */
  gather?(source: Source): Gathering | undefined;
  /**
   * For formats that make one record of several pages: what there is to say when one of them did not come. The page counts
   * as not seen whatever is said, so nothing behind it can be missing. Without it, what a request carries is lost.
   */
  missed?(source: Source, request: PageRequest, failure: Failure): Iterable<Reading>;
}
