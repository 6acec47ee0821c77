/** The `settings` of a FAIR Data Point. */
import * as z from 'zod';

const compiles = (pattern: string): boolean => {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false; // compiling is the only test of a pattern that there is
  }
};

export const FairDataPointSettings = z.strictObject({
  /** Only catalogues and datasets whose address fits are read. */
  include: z.string().min(1).refine(compiles, 'not a regular expression').optional(),
  /** Whether the documents of distributions are read; without them a record names its files by address alone. */
  distributions: z.boolean().default(true),
});
export type FairDataPointSettings = z.infer<typeof FairDataPointSettings>;
