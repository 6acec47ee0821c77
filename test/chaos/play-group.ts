/** Plays a group of faults in a process of its own and collects its rows. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Row } from './fault.ts';

/** No group takes a third of it; a process that hangs would hang the suite. */
const GROUP_PATIENCE_MS = 6 * 60_000;
/** As much of what a process complained of is shown when it ends without its rows. */
const LAST_WORDS = 2000;

const rowOfFailure = (group: string, why: string): Row => ({
  fault: `the group "${group}"`,
  did: 'its process ended without a word of its faults',
  state: '',
  told: '',
  broken: [why],
});

/** @param faults the names of those that are played; all of the group where there are none. */
export async function playGroup(group: string, faults: readonly string[] = []): Promise<Row[]> {
  const child = fork(join(import.meta.dirname, 'child.ts'), [group, ...faults], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    timeout: GROUP_PATIENCE_MS,
    killSignal: 'SIGKILL',
  });
  let said = '';
  let rows: Row[] | undefined;
  child.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-LAST_WORDS);
  });
  child.on('message', (message: { rows: Row[] }) => {
    rows = message.rows;
  });
  await once(child, 'close');
  return rows ?? [rowOfFailure(group, said)];
}
