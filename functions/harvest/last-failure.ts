/**
 * What a run's worker met last, kept between its tries: whoever ends the run after the last of them can say why. It stands
 * with the run, or, where the tables are what failed, beside it in the object store.
 */
import type { Clock } from '#functions/shared/clock.ts';
import { log } from '#functions/shared/log.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import { LastFailure, type Run } from '#schemas/run.ts';

/** A service's message may hold a whole request; a person needs its beginning. */
const MESSAGE_LENGTH = 500;

const failureKey = (run: string): string => `runs/${run}/last-failure.json`;

interface KeepPorts {
  readonly runs: Pick<RunStore, 'get' | 'save'>;
  readonly objects: Pick<ObjectStore, 'put'>;
  readonly clock: Clock;
}

async function keep({ runs, objects }: KeepPorts, id: string, lastFailure: LastFailure): Promise<void> {
  try {
    const run = await runs.get(id);
    if (run?.state === 'running') await runs.save({ ...run, lastFailure });
  } catch (error) {
    log('warning', 'a failure could not be kept with its run', { run: id, error });
    await objects.put(failureKey(id), Buffer.from(JSON.stringify(lastFailure)), { contentType: 'application/json' });
  }
}

/** Keeps why a try failed. Where nothing can be written the log alone has it: the failure itself must reach the queue. */
export async function keepLastFailure(ports: KeepPorts, run: string, failure: Error): Promise<void> {
  const at = new Date(ports.clock()).toISOString();
  await keep(ports, run, { at, message: failure.message.slice(0, MESSAGE_LENGTH) }).catch((error: unknown) => {
    log('warning', 'a failure could not be kept', { run, error });
  });
}

/** The latest of what is kept; undefined for a run whose worker said nothing. */
export async function lastFailureOf(
  objects: Pick<ObjectStore, 'get'>,
  { id, lastFailure }: Run,
): Promise<LastFailure | undefined> {
  const bytes = await objects.get(failureKey(id));
  const beside = bytes && LastFailure.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  if (!beside || !lastFailure) return beside ?? lastFailure;
  return beside.at > lastFailure.at ? beside : lastFailure;
}
