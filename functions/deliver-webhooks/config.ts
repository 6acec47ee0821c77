/** What deliver-webhooks needs to know of its surroundings. */
import * as z from 'zod';
import { HostList } from '#functions/shared/host-list.ts';

export const Config = z.object({
  TABLE_LEDGER: z.string().min(1),
  TABLE_CONTROL: z.string().min(1),
  TABLE_WEBHOOKS: z.string().min(1),
  BUCKET: z.string().min(1),
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  ALLOW_HOSTS: HostList,
});
