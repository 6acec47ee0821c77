/** How far a rebuild has come that ran out of time: the next call goes on there instead of beginning again. */
import * as z from 'zod';
import type { Position } from '#functions/shared/checkpoint-store.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { View } from './rebuilt.ts';

/** A rebuild that nobody went on with for a day is not the one that is asked for now: what it wrote may be damaged since. */
const LASTS_MS = 24 * 60 * 60 * 1000;

const Stand = z.object({ epoch: z.string(), seq: z.number().int(), at: z.number() });

export interface StandPorts {
  readonly objects: Pick<ObjectStore, 'get' | 'put'>;
  readonly clock: () => number;
}

const keyOf = (view: View): string => `rebuilds/${view}.json`;

const put = ({ objects }: StandPorts, view: View, value: unknown): Promise<void> =>
  objects.put(keyOf(view), Buffer.from(JSON.stringify(value)), { contentType: 'application/json' });

/** The number up to which the view was rebuilt; 0 when it is to be begun. */
export async function readStand({ objects, clock }: StandPorts, view: View, epoch: string): Promise<number> {
  const body = await objects.get(keyOf(view));
  const stand = body && Stand.nullable().parse(JSON.parse(Buffer.from(body).toString()));
  return stand && stand.epoch === epoch && clock() - stand.at < LASTS_MS ? stand.seq : 0;
}

export const keepStand = (ports: StandPorts, view: View, { epoch, seq }: Position): Promise<void> =>
  put(ports, view, { epoch, seq, at: ports.clock() } satisfies z.infer<typeof Stand>);

/** Written over and not taken away: the function may write objects, and has no need of the right to remove them. */
export const forgetStand = (ports: StandPorts, view: View): Promise<void> => put(ports, view, null);
