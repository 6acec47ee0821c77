/** What a preview is asked with. */
import * as z from 'zod';

/** Records that are shown, at most: a person looks through them while waiting. */
const MOST_RECORDS = 100;
const USUAL_RECORDS = 10;

export const PreviewRequest = z.strictObject({
  /** The whole definition, as it stands in a source file. */
  source: z.unknown(),
  limit: z.number().int().min(1).max(MOST_RECORDS).default(USUAL_RECORDS),
});
export type PreviewRequest = z.infer<typeof PreviewRequest>;
