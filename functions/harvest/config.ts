/** What harvest needs to know of its surroundings. */
import * as z from 'zod';
import { Contact, HostList } from '#functions/shared/host-list.ts';

export const Config = z.object({
  TABLE_CONTROL: z.string().min(1),
  TABLE_LEDGER: z.string().min(1),
  BUCKET: z.string().min(1),
  QUEUE_HARVEST_URL: z.url(),
  TOPIC_LEDGER_ARN: z.string().min(1),
  PUBLIC_URL: z.url(),
  /** Where secrets lie: on one machine in its environment. */
  SECRETS: z.enum(['environment', 'secrets-manager']),
  CONTACT: Contact,
  ALLOW_HOSTS: HostList,
});
