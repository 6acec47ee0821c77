/**
 * What the command line does as an operator, by the API: that of the host which runs on the data folder, or, when none does,
 * that of a host that runs for this one command.
 */

import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import type { FunctionName } from '#infra/topology-shape.ts';
import type { Run } from '#schemas/run.ts';
import { hasCatalogue, settingsOf } from './data-folder.ts';
import { type Host, startHost } from './host.ts';
import { watchInterrupts } from './interrupt.ts';
import { loadSources } from './load-sources.ts';
import { portsToUse, usualAddress } from './ports.ts';
import { FolderInUse, NOT_ALL_WELL, Refusal, sentenceOf } from './refusal.ts';
import { catchUp } from './round.ts';
import { sourceNote } from './source-notes.ts';
import { tell } from './terminal.ts';

export interface Operator {
  /** The JSON of an answer. @throws Refusal with the problem's detail when the API refuses. */
  get(path: string): Promise<unknown>;
  text(path: string): Promise<string>;
  bytes(path: string): Promise<Uint8Array>;
  post(path: string, body?: object): Promise<unknown>;
  /** Calls a function of the host that runs for this command. @throws Refusal when another host has the folder. */
  invoke(name: FunctionName): Promise<unknown>;
  /** The run when it has ended, or as it is when the user has enough. */
  ended(run: string): Promise<RunNow>;
  /** Whether runs go on without this command: then there is no need to wait for them. */
  readonly isServed: boolean;
}

/** Of a run, what a command has to know; the rest is the API's to say. */
const RunNow = z.looseObject({
  id: z.string(),
  state: z.string(),
  reason: z.string().optional(),
  waiting: z.looseObject({}).optional(),
});
export type RunNow = z.infer<typeof RunNow> & Partial<Run>;

const Problem = z.object({ title: z.string(), detail: z.string().optional() });

/** How often a run is looked at. */
const LOOK_MS = 100;

interface Way {
  readonly address: string;
  readonly token: string;
  readonly signal: AbortSignal;
}

/** How often a call is made again that the API did not end in its time: a large release goes on where it stood. */
const TRIES = 100;

async function call(way: Way, method: string, path: string, body?: object, tries = TRIES): Promise<Response> {
  const { address, token } = way;
  const response = await fetch(`${address}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (response.ok) return response;
  const later = Number(response.headers.get('retry-after'));
  if (response.status === 503 && later > 0 && tries > 1 && !way.signal.aborted) {
    await delay(later * 1000, undefined, { signal: way.signal }).catch(() => undefined);
    return call(way, method, path, body, tries - 1);
  }
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  throw new Refusal(problem.data?.detail ?? problem.data?.title ?? `${path}: ${response.status}`, NOT_ALL_WELL);
}

function operatorOf(way: Way, host?: Host): Operator {
  const get = async (path: string): Promise<unknown> => (await call(way, 'GET', path)).json();
  return {
    get,
    isServed: host === undefined,
    async invoke(name) {
      if (!host) throw new Refusal(`The host that runs calls ${name} by itself.`, NOT_ALL_WELL);
      return host.invoke(name, {});
    },
    text: async (path) => (await call(way, 'GET', path)).text(),
    bytes: async (path) => new Uint8Array(await (await call(way, 'GET', path)).arrayBuffer()),
    post: async (path, body = {}) => (await call(way, 'POST', path, body)).json(),
    async ended(run) {
      for (;;) {
        const now = RunNow.parse(await get(`/v1/runs/${run}`)) as RunNow;
        if (now.state !== 'running' || way.signal.aborted) return now;
        await delay(LOOK_MS, undefined, { signal: way.signal }).catch(() => undefined);
      }
    },
  };
}

/** The API of the host that has the folder. @throws Refusal when whoever has it serves none. */
async function served(data: string, inUse: FolderInUse): Promise<Omit<Way, 'signal'>> {
  const { port, operatorToken } = settingsOf(data);
  const address = usualAddress(port);
  const health = await fetch(`${address}/health`).then(
    (response) => response.ok,
    () => false,
  );
  if (!health) throw inUse;
  return { address, token: process.env.DATALANDKORT_OPERATOR_TOKEN ?? operatorToken };
}

export interface OperatorOptions {
  readonly data: string;
  readonly sources?: string;
}

async function ownHost({ data, sources }: OperatorOptions): Promise<Host> {
  const set = loadSources(sources);
  const host = await startHost({
    data,
    ports: portsToUse,
    serveApi: true,
    passing: true,
    site: set.site,
    allowHosts: set.allowHosts,
    onFailure: (what, error) => tell(`${what} failed: ${sentenceOf(error)}`),
  });
  // A mapping may have been mended in the source file. Without one the sources stay those of the last harvest.
  if (sources !== undefined) {
    const notes = await host.stores.sources.replaceAll(set.sources(host.address));
    for (const note of notes) tell(sourceNote(note));
  }
  return host;
}

/**
 * Does something as the operator of a data folder.
 * @throws Refusal when there is no catalogue in it, or it is in use by a command that serves no API.
 */
export async function asOperator(
  options: OperatorOptions,
  work: (operator: Operator) => Promise<number>,
): Promise<number> {
  if (!hasCatalogue(options.data)) {
    throw new Refusal(
      `There is no catalogue in ${options.data}: harvest first, or name its folder with --data.`,
      NOT_ALL_WELL,
    );
  }
  const { signal } = watchInterrupts(() => tell('Stopping …'));
  let host: Host;
  try {
    host = await ownHost(options);
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    return work(operatorOf({ ...(await served(options.data, error)), signal }));
  }
  try {
    host.poll();
    // What an earlier command left to be done is done first: whoever asks wants to know how things stand.
    await Promise.all([catchUp(host, signal), host.invoke('set-aside', {})]);
    const code = await work(operatorOf({ address: host.address, token: host.operatorToken, signal }, host));
    await catchUp(host, signal);
    return code;
  } finally {
    await host.stop();
  }
}
