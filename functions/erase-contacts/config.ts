/** What erase-contacts needs to know of its surroundings: all that may hold a contact. */
import * as z from 'zod';

export const Config = z.object({
  TABLE_LEDGER: z.string().min(1),
  TABLE_CATALOGUE: z.string().min(1),
  TABLE_CONTROL: z.string().min(1),
  TABLE_QUALITY: z.string().min(1),
  TABLE_WEBHOOKS: z.string().min(1),
  BUCKET: z.string().min(1),
  QUEUE_SEARCH_URL: z.url(),
  TOPIC_LEDGER_ARN: z.string().min(1),
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  /** Where letters are laid on one machine; on AWS, where they are sent, there is none. */
  MAIL_FOLDER: z.string().default(''),
});
