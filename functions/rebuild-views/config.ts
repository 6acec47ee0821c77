/** What rebuild-views needs to know of its surroundings: what the functions that keep the views need, together. */
import * as z from 'zod';

export const Config = z.object({
  TABLE_LEDGER: z.string().min(1),
  TABLE_CATALOGUE: z.string().min(1),
  TABLE_CONTROL: z.string().min(1),
  TABLE_QUALITY: z.string().min(1),
  BUCKET: z.string().min(1),
  QUEUE_SEARCH_URL: z.url(),
  /** Stands in every address of pages and snapshots. */
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
});
