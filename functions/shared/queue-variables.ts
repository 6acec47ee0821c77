/** The variables by which functions are told the addresses of several queues. */
import * as z from 'zod';
import { type DeadQueue, deadQueues } from '#schemas/dead-letter.ts';

/** A queue by its name; one of dead letters is named after the queue whose messages end in it. */
type AnyQueue = DeadQueue | `${DeadQueue}-dead`;

/** Every queue: those that are worked on, and those that dead letters end in. */
export const everyQueue: readonly AnyQueue[] = [...deadQueues, ...deadQueues.map((queue): AnyQueue => `${queue}-dead`)];

type Variable = `QUEUE_${string}_URL`;

const variableOf = (queue: AnyQueue): Variable => `QUEUE_${queue.toUpperCase().replaceAll('-', '_')}_URL`;

/** The part of a configuration's schema that has the address of each. */
export const queueVariables = (queues: readonly AnyQueue[]): Record<Variable, z.ZodString> =>
  Object.fromEntries(queues.map((queue) => [variableOf(queue), z.string().min(1)]));

/** The address of a queue, of a configuration with such variables. @throws Error for one that it does not have. */
export function queueUrl(config: Readonly<Record<Variable, string>>, queue: AnyQueue): string {
  const url = config[variableOf(queue)];
  if (url === undefined) throw new Error(`The configuration does not have the queue ${queue}.`);
  return url;
}

/** The addresses of several, by their names. */
export const queueUrls = (
  config: Readonly<Record<Variable, string>>,
  queues: readonly AnyQueue[],
): Record<string, string> => Object.fromEntries(queues.map((queue) => [queue, queueUrl(config, queue)]));
