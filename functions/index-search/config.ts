/** What index-search needs to know of its surroundings. */
import * as z from 'zod';

export const Config = z.object({
  TABLE_LEDGER: z.string().min(1),
  TABLE_CATALOGUE: z.string().min(1),
  BUCKET: z.string().min(1),
});
