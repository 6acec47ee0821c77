/** What render-feeds needs to know of its surroundings. */
import * as z from 'zod';

export const Config = z.object({
  TABLE_LEDGER: z.string().min(1),
  TABLE_CATALOGUE: z.string().min(1),
  BUCKET: z.string().min(1),
  /** Stands in every address of the pages: they are written once, and must not hold a host's own name. */
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
});
