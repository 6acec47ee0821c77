/** What watch needs to know of its surroundings. */
import * as z from 'zod';
import { everyQueue, queueVariables } from '#functions/shared/queue-variables.ts';

export const Config = z.object({
  TABLE_LEDGER: z.string().min(1),
  TABLE_CATALOGUE: z.string().min(1),
  TABLE_CONTROL: z.string().min(1),
  TABLE_QUALITY: z.string().min(1),
  TABLE_WEBHOOKS: z.string().min(1),
  BUCKET: z.string().min(1),
  ...queueVariables(everyQueue),
  /** Whose feed it is that is frozen. */
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  /** The namespace of the figures in CloudWatch; empty where nobody reads them off the log. */
  METRICS: z.string().default(''),
});
