import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { lambda } from '#functions/shared/lambda.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { Config } from './config.ts';
import { rebuildPorts } from './rebuild-ports.ts';
import { rebuildView } from './rebuild-views.ts';
import { type Rebuilt, View } from './rebuilt.ts';

/** A portion of two hundred records, and what is written at the end. */
const STEP_MS = 60_000;

const portsOf = rebuildPorts(readConfig(Config));

const Event = z.object({
  view: View,
  /** How long it may work before it tells how far it has come; as long as the function may, when absent. */
  seconds: z.number().positive().optional(),
});

export const handler = lambda((event: unknown, context: Context): Promise<Rebuilt> => {
  const { view, seconds = Number.POSITIVE_INFINITY } = Event.parse(event);
  const until = Date.now() + seconds * 1000;
  const outOfTime = () => context.getRemainingTimeInMillis() < STEP_MS || Date.now() >= until;
  return rebuildView(portsOf(outOfTime), view);
});
