/** Plays the kills: each in two processes on one data folder, of which the first is killed. */
import { scratch } from '#bench/scratch.ts';
import type { Row } from './fault.ts';
import { type Kill, kills } from './faults/kills.ts';
import { forked } from './forked.ts';

/** Two lives of one system, each of a few seconds. */
const LIFE_PATIENCE_MS = 60_000;

interface Word {
  readonly port?: number;
  readonly broken?: readonly string[];
  readonly row?: Row;
}

async function playKill({ name }: Kill): Promise<Row> {
  await using place = await scratch();
  const first = await forked<Word>('mortal.ts', [place.folder, '', name], LIFE_PATIENCE_MS);
  const broken = [...(first.message?.broken ?? [])];
  if (first.signal !== 'SIGKILL' || first.message?.port === undefined) {
    broken.push(`the worker was not killed: ${first.lastWords}`);
  }
  const second = await forked<Word>(
    'mortal.ts',
    [place.folder, String(first.message?.port ?? 0), name],
    LIFE_PATIENCE_MS,
  );
  const row = second.message?.row ?? { fault: name, did: '', state: '', told: '', broken: [second.lastWords] };
  return { ...row, broken: [...broken, ...row.broken] };
}

/** @param wanted the names of those that are played; all where there are none. */
export async function playKills(wanted: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const kill of kills) if (wanted.length === 0 || wanted.includes(kill.name)) rows.push(await playKill(kill));
  return rows;
}
