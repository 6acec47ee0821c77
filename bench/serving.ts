/** A server of this folder in a process of its own, and how fast it answers. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import autocannon from 'autocannon';

/** Clients at once: a portal, its mirror and some readers. */
const CONNECTIONS = 10;
const SECONDS = 3;
const WARM_SECONDS = 1;

export interface Serving extends Disposable {
  readonly child: ChildProcess;
}

export function serving(script: string, ...parameters: string[]): Serving {
  const child = fork(join(import.meta.dirname, script), parameters);
  return { child, [Symbol.dispose]: () => void child.disconnect() };
}

/** The next message of a server. @throws Error when it ends instead. */
export async function messageOf<Message>({ child }: Serving): Promise<Message> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The server ended with ${code}.`);
  });
  const [message] = await Promise.race([once(child, 'message'), ended]);
  return message;
}

export interface Speed {
  readonly perSecond: number;
  readonly p99: number;
}

/** Asks for one address as fast as it is answered. @throws Error when an answer is not what was wanted. */
export async function speedOf(url: string, headers: Record<string, string> = {}, status = 200): Promise<Speed> {
  const options = { url, headers, connections: CONNECTIONS };
  await autocannon({ ...options, duration: WARM_SECONDS });
  const { requests, latency, statusCodeStats, errors } = await autocannon({ ...options, duration: SECONDS });
  const others = Object.keys(statusCodeStats ?? {}).filter((code) => code !== String(status));
  if (errors > 0 || others.length > 0) throw new Error(`${url}: ${errors} errors, and answers ${others.join(', ')}.`);
  return { perSecond: requests.average, p99: latency.p99 };
}
