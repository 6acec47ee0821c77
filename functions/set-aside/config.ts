/** What set-aside needs to know of its surroundings. */
import * as z from 'zod';

export const Config = z.object({
  TABLE_CONTROL: z.string().min(1),
  BUCKET: z.string().min(1),
});
