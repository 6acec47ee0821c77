/** The message that starts, or goes on with, a run. */
import * as z from 'zod';

export const HarvestMessage = z.object({
  source: z.string(),
  run: z.string(),
  /** Read pages also when they say they are unchanged. */
  force: z.boolean().default(false),
  /** Counts the invocations that one run takes: each is limited in time and hands its frontier to the next. */
  invocation: z.number().int().min(1).default(1),
  /** The run does not go on before this instant: a host asked to be left alone until then. */
  notBefore: z.iso.datetime().optional(),
  /** How long hosts have made the run wait so far. */
  waitedMs: z.number().min(0).default(0),
  /** How often in a row, without a page in between. */
  waits: z.number().int().min(0).default(0),
});
export type HarvestMessage = z.infer<typeof HarvestMessage>;

/** The queue of harvests. */
export interface HarvestQueue {
  /** @param delaySeconds when the message is to come; at most fifteen minutes, at once where it is absent. */
  send(message: HarvestMessage, delaySeconds?: number): Promise<void>;
}
