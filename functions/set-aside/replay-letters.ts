/** Sends on its way again what could not be worked on: one letter, or all. */
import type { Clock } from '#functions/shared/clock.ts';
import { getLetter, listLetters, putLetter, removeLetter } from '#functions/shared/dead-letters.ts';
import { HarvestMessage } from '#functions/shared/harvest-message.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import type { DeadLetter, DeadQueue } from '#schemas/dead-letter.ts';
import type { Run } from '#schemas/run.ts';

/** What came of starting a run in place of one that failed. */
export type Restart =
  | { readonly kind: 'started'; readonly run: string }
  | { readonly kind: 'refused'; readonly detail: string };

export interface ReplayLettersPorts {
  readonly objects: Pick<ObjectStore, 'get' | 'put' | 'list' | 'remove'>;
  readonly runs: Pick<RunStore, 'get'>;
  /** Starts a run of a source, or the replay that the failed run was. */
  readonly restart: (message: HarvestMessage, failed: Run | undefined) => Promise<Restart>;
  /** Puts a message back on its queue; a harvest is started instead, since its run has ended. */
  readonly send: (queue: Exclude<DeadQueue, 'harvest'>, body: string) => Promise<void>;
  readonly clock: Clock;
}

export interface LetterOutcome {
  readonly id: string;
  readonly kind: 'replayed' | 'already' | 'refused';
  readonly run?: string;
  readonly detail?: string;
}

/** A letter that was dealt with is kept so long, for those who ask what happened; for ever, and every look at the archive would read it. */
const REPLAYED_KEPT_MS = 30 * 86_400_000;

/** So many letters are replayed in one call, which has half a minute; what is left is for the next call. */
const AT_ONCE = 100;

async function done(ports: ReplayLettersPorts, letter: DeadLetter, run?: string): Promise<LetterOutcome> {
  const replayed = { at: new Date(ports.clock()).toISOString(), ...(run !== undefined && { run }) };
  await putLetter(ports.objects, { ...letter, replayed });
  return { id: letter.id, kind: 'replayed', ...(run !== undefined && { run }) };
}

const harvestOf = ({ message }: DeadLetter): HarvestMessage | undefined => {
  try {
    return HarvestMessage.parse(JSON.parse(message));
  } catch {
    // A letter is kept whatever its message is.
    return undefined;
  }
};

/** @param started the runs that this call has started already, by source: one run a source is enough for all its letters. */
async function replay(
  ports: ReplayLettersPorts,
  letter: DeadLetter,
  started: Map<string, string>,
): Promise<LetterOutcome> {
  const { id, queue } = letter;
  if (letter.replayed) return { id, kind: 'already', ...(letter.replayed.run && { run: letter.replayed.run }) };
  if (queue !== 'harvest') {
    await ports.send(queue, letter.message);
    return done(ports, letter);
  }
  const message = harvestOf(letter);
  if (!message) return { id, kind: 'refused', detail: 'It is not a harvest message; there is nothing to start.' };
  const failed = await ports.runs.get(message.run);
  const running = failed?.replay ? undefined : started.get(message.source);
  if (running !== undefined) return done(ports, letter, running);
  const restarted = await ports.restart(message, failed);
  if (restarted.kind === 'refused') return { id, kind: 'refused', detail: restarted.detail };
  if (!failed?.replay) started.set(message.source, restarted.run);
  return done(ports, letter, restarted.run);
}

/** Replays one letter; undefined when there is none of this id. */
export async function replayLetter(ports: ReplayLettersPorts, id: string): Promise<LetterOutcome | undefined> {
  const letter = await getLetter(ports.objects, id);
  return letter && replay(ports, letter, new Map());
}

/** Replays all that nobody has replayed yet, at most AT_ONCE of them, and lets go of those that were dealt with long ago. */
export async function replayLetters(
  ports: ReplayLettersPorts,
): Promise<{ readonly letters: readonly LetterOutcome[]; readonly hasMore: boolean }> {
  const started = new Map<string, string>();
  const letters: LetterOutcome[] = [];
  for await (const letter of listLetters(ports.objects, { replayed: true })) {
    if (letter.replayed) {
      if (Date.parse(letter.replayed.at) + REPLAYED_KEPT_MS < ports.clock())
        await removeLetter(ports.objects, letter.id);
      continue;
    }
    if (letters.length >= AT_ONCE) return { letters, hasMore: true };
    letters.push(await replay(ports, letter, started));
  }
  return { letters, hasMore: false };
}
