/** Takes a message that was tried too often off its dead-letter queue and keeps it with its reason. */
import type { Clock } from '#functions/shared/clock.ts';
import { getLetter, letterId, putLetter } from '#functions/shared/dead-letters.ts';
import { HarvestMessage } from '#functions/shared/harvest-message.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import { type DeadQueue, deadQueues } from '#schemas/dead-letter.ts';

export interface SetAsidePorts {
  readonly runs: Pick<RunStore, 'get'>;
  readonly objects: Pick<ObjectStore, 'get' | 'put'>;
  readonly clock: Clock;
}

export interface DeadMessage {
  readonly queue: DeadQueue;
  readonly id: string;
  readonly body: string;
  readonly tries: number;
}

/** The queue that a dead-letter queue belongs to: by its name, which a host may lengthen at both ends. */
export const queueOf = (arn: string): DeadQueue | undefined =>
  deadQueues.find((queue) => new RegExp(`${queue}-?dead`, 'i').test(arn.split(':').at(-1) ?? ''));

function runOf(body: string): string | undefined {
  try {
    return HarvestMessage.parse(JSON.parse(body)).run;
  } catch {
    // Whatever it is, it is no harvest message; the letter says so.
    return undefined;
  }
}

async function reasonOf(ports: SetAsidePorts, message: DeadMessage, run: string | undefined): Promise<string> {
  const tried = `The message was taken ${message.tries} times without success.`;
  if (message.queue !== 'harvest') return tried;
  if (run === undefined) return `${tried} It is not a harvest message.`;
  const known = await ports.runs.get(run);
  const reason = known?.reason ?? known?.lastFailure?.message;
  return reason === undefined ? `${tried} The log of harvest names the cause.` : `${tried} ${reason}`;
}

/** Keeps one message. A run that failed has its letter already; its reason is the better one and stays. */
export async function setAside(ports: SetAsidePorts, message: DeadMessage): Promise<void> {
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
