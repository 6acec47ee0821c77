/** A script, of this folder unless its whole path is given, in a process of its own, with its one message and its last words. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** As much of what a process complained of is kept: enough for the error that ended it. */
const LAST_WORDS = 2000;

/** Under AWS's rules everything is tried more often and messages come later: a process may then take so many times as long. */
const patienceFactor = (): number => (process.env.DATALANDKORT_AS_AWS === undefined ? 1 : 4);

export interface Ended<Message> {
  /** The last message that it sent. */
  readonly message: Message | undefined;
  readonly signal: NodeJS.Signals | null;
  readonly lastWords: string;
}

/** Runs the script to its end; after `patienceMs` it is killed, for a process that hangs would hang the suite. */
export async function forked<Message>(
  script: string,
  parameters: readonly string[],
  patienceMs: number,
): Promise<Ended<Message>> {
  const child = fork(resolve(import.meta.dirname, script), parameters, {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    timeout: patienceMs * patienceFactor(),
    killSignal: 'SIGTERM',
  });
  let lastWords = '';
  let message: Message | undefined;
  child.stderr?.on('data', (chunk) => {
    lastWords = `${lastWords}${chunk}`.slice(-LAST_WORDS);
  });
  child.on('message', (sent: Message) => {
    message = sent;
  });
  const [, signal] = await once(child, 'close');
  return { message, signal, lastWords };
}
