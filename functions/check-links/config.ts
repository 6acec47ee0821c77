/** What check-links needs to know of its surroundings. */
import * as z from 'zod';
import { Contact, HostList } from '#functions/shared/host-list.ts';

export const Config = z.object({
  TABLE_LEDGER: z.string().min(1),
  TABLE_CONTROL: z.string().min(1),
  TABLE_QUALITY: z.string().min(1),
  BUCKET: z.string().min(1),
  PUBLIC_URL: z.url(),
  CONTACT: Contact,
  ALLOW_HOSTS: HostList,
});
