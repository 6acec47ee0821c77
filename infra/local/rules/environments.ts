/**
 * Lambda's rules for one function: environments that start cold, take one event at a time, are kept warm and given up again, and
 * are ended at the time limit; events and answers of bounded size; variables of bounded size.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { FunctionSpec } from '#infra/topology-shape.ts';
import type { Invoker } from '../invoke.ts';
import type { FunctionRules } from './rules.ts';

/** AWS Lambda, "quotas": the largest event and the largest answer of a call that is waited for. */
const LARGEST_PAYLOAD = 6 * 1024 * 1024;
/** The same: all variables of a function together. */
const LARGEST_ENVIRONMENT = 4 * 1024;

/**
 * Threads of one function at the same time; on AWS a thousand environments. More would fill the memory of one machine. An event
 * that finds all of them busy waits, and its time runs only from when it is taken up.
 */
const MOST = 4;

/** A script that is run in an environment before its function is loaded; it has `prepare(argument)`. */
interface Before {
  readonly script: string;
  readonly argument: unknown;
}

export interface Given {
  readonly name: string;
  readonly spec: FunctionSpec;
  readonly module: string;
  readonly before: readonly Before[];
}

export type ToEnvironment =
  | { readonly kind: 'event'; readonly event: string; readonly deadline: number }
  | { readonly kind: 'stop' };

export type FromEnvironment =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: string }
  | { readonly kind: 'error'; readonly name: string; readonly message: string; readonly stack: string };

interface Environment {
  /** @throws Error when the function throws, when its time is over, and when the environment dies. */
  call(event: string): Promise<string>;
  end(): Promise<unknown>;
  isEnded(): boolean;
}

export interface EnvironmentOptions extends Given {
  readonly variables: Readonly<Record<string, string>>;
  readonly stopping: AbortSignal;
  readonly rules: FunctionRules;
  readonly dice: () => number;
}

/** What Lambda reserves of the environment's variables for itself is not counted, and so are these not. */
const OF_THE_MACHINE = ['PATH', 'HOME', 'TZ'];

function checkVariables({ name, variables }: EnvironmentOptions): void {
  const own = Object.entries(variables).filter(([key]) => !key.startsWith('AWS_'));
  const bytes = own.reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0);
  if (bytes > LARGEST_ENVIRONMENT) {
    throw new Error(`The variables of ${name} have ${bytes} bytes; Lambda takes ${LARGEST_ENVIRONMENT}.`);
  }
}

function startThread({ name, spec, module, before, variables }: EnvironmentOptions): Worker {
  const machine = OF_THE_MACHINE.flatMap((key) => (process.env[key] ? [[key, process.env[key]]] : []));
  const workerData: Given = { name, spec, module, before };
  // Its temporary disk is its own and goes with it, also when it is ended in the middle of a file.
  const TMPDIR = mkdtempSync(join(tmpdir(), `datalandkort-${name}-`));
  const thread = new Worker(new URL('./environment.ts', import.meta.url), {
    workerData,
    env: { ...Object.fromEntries(machine), TMPDIR, ...variables },
    resourceLimits: { maxOldGenerationSizeMb: spec.memory },
    // Not those of whoever started us: a test runner's hooks are none of the function's.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  return thread.once('exit', () => rmSync(TMPDIR, { recursive: true, force: true }));
}

/** The next word of a thread, or its end as an error. */
function wordOf(thread: Worker, name: string): Promise<FromEnvironment> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const onMessage = (message: FromEnvironment): void => {
      done();
      resolve(message);
    };
    const onError = (error: unknown): void => {
      done();
      reject(error);
    };
    const onExit = (): void => {
      done();
      reject(new Error(`The environment of ${name} ended while it was at work.`));
    };
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}

async function openEnvironment(options: EnvironmentOptions): Promise<Environment> {
  const { name, spec, stopping, rules, dice } = options;
  await delay(dice() * rules.coldMs);
  const thread = startThread(options);
  let isEnded = false;
  thread.on('exit', () => {
    isEnded = true;
  });
  const send = (message: ToEnvironment): void => thread.postMessage(message);
  const stop = (): void => send({ kind: 'stop' });
  await wordOf(thread, name);
  stopping.addEventListener('abort', stop);
  thread.on('exit', () => stopping.removeEventListener('abort', stop));
  if (stopping.aborted) stop();
  return {
    async call(event) {
      const toldMs = spec.timeout * 1000;
      const limitMs = rules.endedAfterMs ?? toldMs;
      const word = wordOf(thread, name);
      send({ kind: 'event', event, deadline: Date.now() + toldMs });
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        void thread.terminate();
      }, limitMs);
      try {
        const said = await word;
        if (said.kind === 'error') {
          throw Object.assign(new Error(said.message), { name: said.name, stack: said.stack });
        }
        return said.kind === 'answer' ? said.answer : 'null';
      } catch (error) {
        throw isLate ? new Error(`${name} was ended at its time limit, after ${limitMs / 1000} seconds.`) : error;
      } finally {
        clearTimeout(timer);
      }
    },
    end: () => thread.terminate(),
    isEnded: () => isEnded,
  };
}

function bounded(what: string, json: string): string {
  const bytes = Buffer.byteLength(json);
  if (bytes > LARGEST_PAYLOAD) throw new Error(`${what} has ${bytes} bytes; Lambda takes ${LARGEST_PAYLOAD}.`);
  return json;
}

export interface Environments {
  readonly invoke: Invoker;
  stop(): Promise<void>;
}

/** The environments of one function. @throws Error at once when its variables are too large. */
export function environmentsOf(options: EnvironmentOptions): Environments {
  checkVariables(options);
  const { name, rules, dice } = options;
  const all = new Set<Environment>();
  const warm: Environment[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;

  const take = async (): Promise<Environment> => {
    if (busy >= MOST) await new Promise<void>((resolve) => waiting.push(resolve));
    busy += 1;
    let ready = warm.pop();
    while (ready && (ready.isEnded() || dice() < rules.cold)) {
      all.delete(ready);
      void ready.end();
      ready = warm.pop();
    }
    if (ready) return ready;
    const opened = await openEnvironment(options).catch((error: unknown) => {
      give(undefined);
      throw error;
    });
    all.add(opened);
    return opened;
  };

  const give = (environment: Environment | undefined): void => {
    busy -= 1;
    if (environment && !environment.isEnded()) warm.push(environment);
    waiting.shift()?.();
  };

  return {
    async invoke(event) {
      const written = bounded(`The event of ${name}`, JSON.stringify(event));
      const environment = await take();
      try {
        return JSON.parse(bounded(`The answer of ${name}`, await environment.call(written)));
      } finally {
        give(environment);
      }
    },
    async stop() {
      await Promise.all([...all].map((environment) => environment.end()));
    },
  };
}
