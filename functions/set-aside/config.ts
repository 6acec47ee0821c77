/** What set-aside needs to know of its surroundings. */
import * as z from 'zod';
import { queueVariables } from '#functions/shared/queue-variables.ts';
import { deadQueues } from '#schemas/dead-letter.ts';

export const Config = z.object({
  TABLE_CONTROL: z.string().min(1),
  BUCKET: z.string().min(1),
  ...queueVariables(deadQueues.map((queue) => `${queue}-dead` as const)),
});
