/** What assess-datasets needs to know of its surroundings. */
import * as z from 'zod';

export const Config = z.object({
  TABLE_LEDGER: z.string().min(1),
  TABLE_CATALOGUE: z.string().min(1),
  TABLE_CONTROL: z.string().min(1),
  TABLE_QUALITY: z.string().min(1),
  BUCKET: z.string().min(1),
  QUEUE_SEARCH_URL: z.url(),
});
