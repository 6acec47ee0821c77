/** A page that a run read, and where its bytes lie: enough to read it again without asking the source. */
import * as z from 'zod';
import type { PageRequest } from './reading.ts';
import { Visit } from './visit.ts';

const Request = z.custom<PageRequest>((value) => typeof value === 'object' && value !== null && 'url' in value);

/** One line of `runs/{id}/pages.jsonl.gz`, in the order in which the pages were read. */
export const ArchivedPage = z.object({
  key: z.string(),
  /** The page that named it; null for those that the run began with. */
  parent: z.string().nullable(),
  request: Request,
  /** After redirects. */
  url: z.string(),
  contentType: z.string().nullable(),
  /** Null for a page that did not come; `failure` says why. */
  archive: z.string().nullable(),
  sha256: z.string().nullable(),
  observedAt: z.string(),
  failure: z.object({ code: z.string(), message: z.string() }).optional(),
  /** The requests that were made for it; absent for a page that needed none, for replays, and in older lists. */
  visits: z.array(Visit).optional(),
});
export type ArchivedPage = z.infer<typeof ArchivedPage>;
