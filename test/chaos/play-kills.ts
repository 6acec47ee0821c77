/** Plays the kills: each in two processes on one data folder, of which the first is killed. */
import { scratch } from '#bench/scratch.ts';
import type { Row } from './fault.ts';
import { emptyDisk, FULL_DISK, mountSmallDisk, unmount } from './faults/disk.ts';
import { type Kill, kills } from './faults/kills.ts';
import { forked } from './forked.ts';

/** Two lives of one system, each of a few seconds. */
const LIFE_PATIENCE_MS = 60_000;

interface Word {
  readonly port?: number;
  /** The process ended because an engine could not write, and said so. */
  readonly crashed?: boolean;
  readonly broken?: readonly string[];
  readonly row?: Row;
}

/** What stands there of a fault whose second life told nothing. */
const NO_ROW = { did: '', state: '', told: '' };

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
  const row = second.message?.row ?? { ...NO_ROW, fault: name, broken: [second.lastWords] };
  return { ...row, broken: [...broken, ...row.broken] };
}

/** The disk is made small, filled in the first life, and has space again in the second. */
async function playFullDisk(): Promise<Row> {
  await using place = await scratch();
  if (!mountSmallDisk(place.folder)) {
    return { fault: FULL_DISK, did: 'not played: only root may make a small disk', state: '', told: '', broken: [] };
  }
  try {
    const first = await forked<Word>('full-disk.ts', [place.folder, ''], LIFE_PATIENCE_MS);
    emptyDisk(place.folder);
    const port = String(first.message?.port ?? 0);
    const end = first.message?.crashed ? 'crashed' : 'stopped';
    const second = await forked<Word>('full-disk.ts', [place.folder, port, end], LIFE_PATIENCE_MS);
    const row = second.message?.row ?? { ...NO_ROW, fault: FULL_DISK, broken: [second.lastWords] };
    return { ...row, broken: [...(first.message?.broken ?? [first.lastWords]), ...row.broken] };
  } finally {
    unmount(place.folder);
  }
}

/** @param wanted the names of those that are played; all where there are none. */
export async function playKills(wanted: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const kill of kills) if (wanted.length === 0 || wanted.includes(kill.name)) rows.push(await playKill(kill));
  if (wanted.length === 0 || wanted.includes(FULL_DISK)) rows.push(await playFullDisk());
  return rows;
}
