/** How an owner wants to be written to, and what became of it. */
import * as z from 'zod';

export const Frequency = z.enum(['weekly', 'monthly', 'off']);
export type Frequency = z.infer<typeof Frequency>;

export const Letter = z.object({
  owner: z.string(),
  frequency: Frequency.default('monthly'),
  /** The owner wants a letter also when nothing changed. */
  always: z.boolean().default(false),
  /** When the last letter left, and what it told, as a digest. */
  sentAt: z.string().nullable().default(null),
  told: z.string().nullable().default(null),
  /** When the report was last looked through for a letter and told nothing new. */
  silentAt: z.string().nullable().default(null),
  /** Letters came back, or were called unwanted: none is sent while a source names one of these addresses. */
  stopped: z
    .object({
      at: z.string(),
      reason: z.enum(['bounced', 'complaint']),
      detail: z.string(),
      /** In small letters. */
      addresses: z.array(z.string()),
    })
    .nullable()
    .default(null),
  /** Links of an earlier number are void. */
  links: z.number().int().default(1),
});
export type Letter = z.infer<typeof Letter>;
