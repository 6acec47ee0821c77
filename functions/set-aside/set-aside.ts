/** Takes messages that were tried too often off their dead-letter queues and keeps them with their reasons. */
import type { Clock } from '#functions/shared/clock.ts';
import { getLetter, letterId, putLetter } from '#functions/shared/dead-letters.ts';
import { HarvestMessage } from '#functions/shared/harvest-message.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import type { Taken, Takings } from '#functions/shared/take-messages.ts';
import { type DeadQueue, deadQueues } from '#schemas/dead-letter.ts';

export interface SetAsidePorts {
  readonly runs: Pick<RunStore, 'get'>;
  readonly objects: Pick<ObjectStore, 'get' | 'put'>;
  /** Takes the dead letters of a queue; one whose work throws stays where it is. */
  readonly take: (queue: DeadQueue, work: (message: Taken) => Promise<void>) => Promise<Takings>;
  readonly tell: (queue: DeadQueue) => void;
  readonly clock: Clock;
}

type KeepPorts = Omit<SetAsidePorts, 'take' | 'tell'>;

interface DeadMessage extends Taken {
  readonly queue: DeadQueue;
}

function runOf(body: string): string | undefined {
  try {
    return HarvestMessage.parse(JSON.parse(body)).run;
  } catch {
    // Whatever it is, it is no harvest message; the letter says so.
    return undefined;
  }
}

async function reasonOf(ports: KeepPorts, message: DeadMessage, run: string | undefined): Promise<string> {
  const tried = `The message was taken ${message.tries} times without success.`;
  if (message.queue !== 'harvest') return tried;
  if (run === undefined) return `${tried} It is not a harvest message.`;
  const known = await ports.runs.get(run);
  const reason = known?.reason ?? known?.lastFailure?.message;
  return reason === undefined ? `${tried} The log of harvest names the cause.` : `${tried} ${reason}`;
}

/** Keeps one message. A run that failed has its letter already; its reason is the better one and stays. */
export async function setAside(ports: KeepPorts, message: DeadMessage): Promise<void> {
  const run = message.queue === 'harvest' ? runOf(message.body) : undefined;
  const id = letterId(message.queue, run ?? message.id);
  const known = await getLetter(ports.objects, id);
  await putLetter(ports.objects, {
    id,
    queue: message.queue,
    message: message.body,
    reason: known?.reason ?? (await reasonOf(ports, message, run)),
    receivedAt: new Date(ports.clock()).toISOString(),
    tries: message.tries,
    ...(run !== undefined && { run }),
    ...(known?.replayed && { replayed: known.replayed }),
  });
}

/** Keeps what there is in every dead-letter queue; how many messages of each were kept, and how many could not be. */
export async function setAsideAll(ports: SetAsidePorts): Promise<Partial<Record<DeadQueue, Takings>>> {
  const keep = (queue: DeadQueue) => async (message: Taken) => {
    await setAside(ports, { queue, ...message });
    ports.tell(queue);
  };
  const takings = deadQueues.map(async (queue) => [queue, await ports.take(queue, keep(queue))] as const);
  return Object.fromEntries(await Promise.all(takings));
}
