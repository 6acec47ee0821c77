/**
 * An execution environment, run as a thread of its own: one function, loaded anew, with its own variables and no more, at work on
 * one event at a time. It can be ended at any moment, as Lambda ends one whose time is over: nothing of it goes on then.
 */
import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Handler } from '../invoke.ts';
import { contextOf } from '../invoke.ts';
import type { FromEnvironment, Given, ToEnvironment } from './environments.ts';

// Started with these by environments.ts, and by nobody else.
const { name, spec, module, before }: Given = workerData;
const port = parentPort;
if (!port) throw new Error('This is the inside of a thread.');

// Each environment loads the whole of its function; what was compiled for the one before is taken from the disk.
enableCompileCache();

for (const { script, argument } of before) {
  const prepared: { prepare: (argument: unknown) => void } = await import(script);
  prepared.prepare(argument);
}

let isStopping = false;
const loaded: { handler: Handler } = await import(module);
const tell = (message: FromEnvironment): void => port.postMessage(message);

async function work(event: string, deadline: number): Promise<void> {
  try {
    const remaining = () => (isStopping ? 0 : deadline - Date.now());
    const answer = await loaded.handler(JSON.parse(event), contextOf(name, spec, remaining));
    tell({ kind: 'answer', answer: JSON.stringify(answer ?? null) });
  } catch (error) {
    const { name: called, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    tell({ kind: 'error', name: called, message, stack });
  }
}

port.on('message', (message: ToEnvironment) => {
  if (message.kind === 'stop') isStopping = true;
  else void work(message.event, message.deadline);
});
tell({ kind: 'ready' });
