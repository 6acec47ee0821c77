/** What note-bounces needs to know of its surroundings. */
import * as z from 'zod';

export const Config = z.object({
  TABLE_CONTROL: z.string().min(1),
  TABLE_QUALITY: z.string().min(1),
  QUEUE_BOUNCES_URL: z.url(),
});
