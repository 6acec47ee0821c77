/** The archive of what could not be worked on: one object a letter, `dead/<queue>/<run or message>.json`. */
import { DeadLetter, type DeadQueue, LETTER_ID } from '#schemas/dead-letter.ts';
import type { Run } from '#schemas/run.ts';
import type { ObjectStore } from './object-store.ts';

const keyOf = (id: string): string | undefined => {
  const [, queue, name] = LETTER_ID.exec(id) ?? [];
  return queue && name ? `dead/${queue}/${name}.json` : undefined;
};

const idOf = (key: string): string =>
  key
    .replace(/^dead\//, '')
    .replace('/', '.')
    .replace(/\.json$/, '');

/** A letter's id; characters that an address or a key could not hold become hyphens. */
export const letterId = (queue: DeadQueue, name: string): string =>
  `${queue}.${
    name
      .replaceAll(/[^A-Za-z0-9._-]/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '')
      .slice(0, 128) || 'unnamed'
  }`;

/** Puts a letter into the archive; one of its id that was there is replaced. */
export async function putLetter(objects: Pick<ObjectStore, 'put'>, letter: DeadLetter): Promise<void> {
  const key = keyOf(letter.id);
  if (key === undefined) throw new Error(`"${letter.id}" is no letter's id`);
  await objects.put(key, Buffer.from(JSON.stringify(letter)), { contentType: 'application/json' });
}

export async function removeLetter(objects: Pick<ObjectStore, 'remove'>, id: string): Promise<void> {
  const key = keyOf(id);
  if (key !== undefined) await objects.remove(key);
}

/** Keeps a run that failed: the message by which it can be started again, and why it ended. */
export const putFailedRun = (objects: Pick<ObjectStore, 'put'>, run: Run): Promise<void> =>
  putLetter(objects, {
    id: letterId('harvest', run.id),
    queue: 'harvest',
    message: JSON.stringify({ source: run.source, run: run.id }),
    reason: run.reason ?? 'The run failed.',
    receivedAt: run.endedAt ?? run.startedAt,
    tries: 1,
    run: run.id,
  });

export async function getLetter(objects: Pick<ObjectStore, 'get'>, id: string): Promise<DeadLetter | undefined> {
  const key = keyOf(id);
  const bytes = key === undefined ? undefined : await objects.get(key);
  return bytes && DeadLetter.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

/**
 * The letters after an id, in the order of their ids; those that were replayed only when they are wanted too.
 * Reads an object a letter: the archive is for what a person has to look at, and stays small while somebody does.
 */
export async function* listLetters(
  objects: Pick<ObjectStore, 'get' | 'list'>,
  { after, replayed }: { readonly after?: string | undefined; readonly replayed: boolean },
): AsyncGenerator<DeadLetter> {
  const last = after === undefined ? undefined : keyOf(after);
  for await (const key of objects.list('dead/')) {
    if (last !== undefined && key <= last) continue;
    const letter = await getLetter(objects, idOf(key));
    if (letter && (replayed || !letter.replayed)) yield letter;
  }
}
