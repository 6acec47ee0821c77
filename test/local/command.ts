/** The command as a user starts it: a process of its own, with what it says. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const COMMAND = join(import.meta.dirname, '..', '..', 'infra', 'local', 'datalandkort.mjs');

/** What a command said until it ended, and how it ended. */
interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Begun {
  readonly child: ChildProcess;
  /** Grows while the command runs. */
  readonly said: { out: string; err: string };
  readonly ended: Promise<Ended>;
}

/** Starts a command; servers on this machine may be harvested. */
export function beginCommand(...args: string[]): Begun {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { ...process.env, DATALANDKORT_ALLOW_HOSTS: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  return { child, said, ended: once(child, 'close').then(([code]) => ({ code: Number(code), ...said })) };
}
