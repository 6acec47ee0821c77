/** What canary needs to know of its surroundings. */
import * as z from 'zod';

export const Config = z.object({
  BUCKET: z.string().min(1),
  /** Where the API is asked, as anybody would: its public address, or on one machine its own. */
  FOLLOW_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  /** The namespace of the figures in CloudWatch; empty where nobody reads them off the log. */
  METRICS: z.string().default(''),
});
