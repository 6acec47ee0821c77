/** One request that the crawler made, as an operator looks at it: redirects and tries are requests of their own. */
import * as z from 'zod';

export const Visit = z.object({
  url: z.string(),
  at: z.string(),
  /** Until the answer was whole, without the wait for the host's turn. */
  ms: z.number(),
  /** Null where no answer came. */
  status: z.number().int().nullable(),
  /** Of the body, as they came over the wire. */
  bytes: z.number().int(),
});
export type Visit = z.infer<typeof Visit>;

/** Of one page: three tries of at most six addresses each; what is beyond says nothing new. */
export const VISITS_OF_PAGE = 20;
