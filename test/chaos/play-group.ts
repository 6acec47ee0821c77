/** Plays a group of faults in a process of its own and collects its rows. */
import type { Row } from './fault.ts';
import { forked } from './forked.ts';
import { groups } from './groups.ts';
import { playKills } from './play-kills.ts';

/** No group takes a third of it. */
const GROUP_PATIENCE_MS = 6 * 60_000;

/** The faults in which the process itself dies have no process to be played in. */
const KILLS = 'kills';

/** The names of all groups. */
export const groupNames: readonly string[] = [...Object.keys(groups), KILLS];

const rowOfFailure = (group: string, why: string): Row => ({
  fault: `the group "${group}"`,
  did: 'its process ended without a word of its faults',
  state: '',
  told: '',
  broken: [why],
});

/** @param faults the names of those that are played; all of the group where there are none. */
export async function playGroup(group: string, faults: readonly string[] = []): Promise<readonly Row[]> {
  if (group === KILLS) return playKills(faults);
  if (groups[group]?.apart !== true) return playTogether(group, faults);
  const rows: Row[] = [];
  for (const { name } of groups[group].faults) {
    if (faults.length === 0 || faults.includes(name)) rows.push(...(await playTogether(group, [name])));
  }
  return rows;
}

async function playTogether(group: string, faults: readonly string[]): Promise<readonly Row[]> {
  const { message, lastWords } = await forked<{ rows: Row[] }>('child.ts', [group, ...faults], GROUP_PATIENCE_MS);
  return message?.rows ?? [rowOfFailure(group, lastWords)];
}
