/** The `settings` of a StatBank source: which subjects are walked. */
import * as z from 'zod';
import type { Source } from '#schemas/source.ts';

/** Parts of words by which a subject is about health, in Danish and English. */
const HEALTH_WORDS = ['sundhed', 'sygdom', 'sygehus', 'dødsårsag', 'helbred', 'health', 'disease', 'hospital'];

export const StatbankSettings = z.strictObject({
  /** Codes of subjects; they and all below them are walked. */
  subjects: z
    .array(z.string().regex(/^[\w-]+$/, 'the code of a subject, such as 1 or 3401'))
    .min(1)
    .optional(),
  /** Without codes: the subjects whose name has one of these parts, and all below them. */
  matching: z.array(z.string().min(1)).min(1).default(HEALTH_WORDS),
  /** Whether tables are read too that are not updated any more. */
  includeInactive: z.boolean().default(false),
  /** Where people find a table, below its id. */
  site: z.url({ protocol: /^https?$/ }).default('https://www.statbank.dk'),
});
export type StatbankSettings = z.infer<typeof StatbankSettings>;

/** The settings with their defaults. @throws ZodError for settings that were never checked. */
export const settingsOf = ({ settings }: Source): StatbankSettings => StatbankSettings.parse(settings);
