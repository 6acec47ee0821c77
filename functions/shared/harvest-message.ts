/** The message that starts, or goes on with, a run. */
import { z } from 'zod';

export const HarvestMessage = z.object({
  source: z.string(),
  run: z.string(),
  /** Read pages also when they say they are unchanged. */
  force: z.boolean().default(false),
  /** Counts the invocations that one run takes: each is limited in time and hands its frontier to the next. */
  invocation: z.number().int().min(1).default(1),
});
export type HarvestMessage = z.infer<typeof HarvestMessage>;

/** The queue of harvests. */
export interface HarvestQueue {
  send(message: HarvestMessage): Promise<void>;
}
