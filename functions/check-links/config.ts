/** What check-links needs to know of its surroundings. */
import { z } from 'zod';

export const Config = z.object({
  TABLE_LEDGER: z.string().min(1),
  TABLE_CONTROL: z.string().min(1),
  TABLE_QUALITY: z.string().min(1),
  BUCKET: z.string().min(1),
  PUBLIC_URL: z.url(),
  /** A mail address at which owners reach whoever runs this: every server that is asked is told it. */
  CONTACT: z.email().or(z.literal('')).default(''),
  /** Host names or addresses, comma-separated, that the address guard lets through. */
  ALLOW_HOSTS: z
    .string()
    .default('')
    .transform((hosts) =>
      hosts
        .split(',')
        .map((host) => host.trim())
        .filter(Boolean),
    ),
});
