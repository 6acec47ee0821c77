/**
 * The port that every source format fills (docs/decisions/0001). A harvester does no input or output: it says which pages
 * to ask for, and reads a page that came back. One crawler fetches for all of them.
 */

import type { z } from 'zod';
import type { Page, PageRequest, Reading } from '#schemas/reading.ts';
import type { Source } from '#schemas/source.ts';

/** One source format. */
export interface Harvester {
  /** Raised whenever the same page would be read differently: pages kept as unchanged are then read again. */
  readonly version: number;
  /** The schema of the source's `settings`. */
  readonly settings: z.ZodType;
  /** The pages that a run starts with. */
  first(source: Source): readonly PageRequest[];
  /**
   * Reads one page. Never throws for what a page says: any bytes give readings. Readings come while the body streams.
   * @param source with `settings` already parsed by this harvester's schema.
   */
  read(source: Source, page: Page): AsyncIterable<Reading>;
}
