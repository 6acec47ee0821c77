/** What send-reports needs to know of its surroundings. */
import * as z from 'zod';

export const Config = z.object({
  TABLE_CATALOGUE: z.string().min(1),
  TABLE_CONTROL: z.string().min(1),
  TABLE_QUALITY: z.string().min(1),
  BUCKET: z.string().min(1),
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  /** What the links in owners' letters are signed with. */
  LINK_SECRET: z.string().min(32),
  /** Whom letters come from, as `Datalandkort <rapport@example.org>`; without it none are written. */
  MAIL_FROM: z.string().min(3).optional(),
  /** On one machine: the folder that letters are laid into instead of being sent. */
  MAIL_FOLDER: z.string().min(1).optional(),
  /** The configuration set by which SES tells of letters that come back. */
  MAIL_CONFIGURATION_SET: z.string().optional(),
});
