/**
 * The local host: the same functions as on AWS, on embedded engines, in one process (docs/decisions/0010). It reads the
 * topology for everything: which tables and queues there are, what starts a function, which routes it answers.
 */
import { join } from 'node:path';
import { SQSClient } from '@aws-sdk/client-sqs';
import { topology } from '#infra/topology.ts';
import { type FunctionName, type FunctionSpec, namesOf, type Route, type Setting } from '#infra/topology-shape.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { clientOf, type Engines, startEngines } from './engines.ts';
import {
  allowedHosts,
  applyEnvironment,
  localEnvironment,
  ownEnvironment,
  publicUrl,
  secretsGiven,
  serviceEnvironment,
  signInSetting,
  tokenSettings,
} from './environment.ts';
import { type HttpServer, type HttpServerOptions, type Site, startHttpServer } from './http-server.ts';
import { type Loaded, loadFunctions } from './load-functions.ts';
import { queueUrl } from './object-engine.ts';
import { type Poller, startPoller } from './poller.ts';
import { codeOf, Refusal, sentenceOf } from './refusal.ts';
import { type Rules, rulesAsked } from './rules/rules.ts';
import { startSchedule } from './schedule.ts';
import { openStores, type Stores } from './stores.ts';

/** How long running work may take to put itself down after a stop; what is cut off then goes on at the next start. */
const GRACE_MS = 20_000;

export interface HostOptions {
  readonly data: string;
  /** The ports to try, in their order, given the port of the last start; 0 is any free one. */
  readonly ports: (last: number | undefined) => readonly number[];
  /** False for a command that harvests and ends: the API is then not loaded. */
  readonly serveApi: boolean;
  /** True for a command that serves nobody but itself: its port is then not the one to be used at the next start. */
  readonly passing?: boolean;
  readonly site: Site;
  /** Hosts that may be harvested although their address is not public, beside those of the environment. */
  readonly allowHosts: readonly string[];
  readonly onFailure: (what: string, error: unknown) => void;
  /** The rules of AWS that hold here; those that the environment asks for where they are absent. */
  readonly rules?: Rules;
}

export interface Host {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  readonly operatorToken: string;
  /** The port of the last start where it could not be had again: what lies under the old address is told as changed. */
  readonly portLost: number | undefined;
  readonly stores: Stores;
  /** Calls a function as Lambda would. */
  invoke(name: FunctionName, event: unknown): Promise<unknown>;
  /** Starts taking messages from the queues. */
  poll(): void;
  /** Starts the schedules: each function at once, and again whenever its time has come. */
  schedule(): void;
  /** Ends in order: no new work, then what is at work, then the engines. */
  stop(): Promise<void>;
}

const PORT_REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program',
  EACCES: 'may not be used',
};

/** Listens on the first of the ports that can be had. @throws Refusal when the last of them cannot either. */
async function listen(ports: readonly number[], server: Omit<HttpServerOptions, 'port'>): Promise<HttpServer> {
  const [port = 0, ...others] = ports;
  try {
    return await startHttpServer({ ...server, port });
  } catch (error) {
    const reason = PORT_REASONS[codeOf(error)];
    if (!reason) throw error;
    if (others.length > 0) return listen(others, server);
    throw new Refusal(`Port ${port} ${reason}: name another with --port, or --port 0 for any free one.`);
  }
}

/** Whom letters in the data folder come from. */
const LOCAL_SENDER = 'Datalandkort <datalandkort@localhost>';

/** The API refuses shorter tokens: they could be tried out. */
const TOKEN_LENGTH = 16;

function tokenOf(folder: DataFolder): string {
  const given = process.env.DATALANDKORT_OPERATOR_TOKEN;
  if (given !== undefined && given.length < TOKEN_LENGTH) {
    throw new Refusal(`DATALANDKORT_OPERATOR_TOKEN is too short: it must have at least ${TOKEN_LENGTH} characters.`);
  }
  return given ?? folder.settings.operatorToken;
}

/** Resolves when the promise does, or after the time at the latest. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

class LocalHost implements Host {
  readonly address: string;
  readonly operatorToken: string;
  readonly portLost: number | undefined;
  readonly stores: Stores;
  readonly #parts: HostParts;
  readonly #pollers: Poller[] = [];
  readonly #schedules: { stop(): Promise<void> }[] = [];

  constructor(parts: HostParts) {
    this.#parts = parts;
    this.address = parts.address;
    this.operatorToken = parts.operatorToken;
    this.portLost = parts.portLost;
    this.stores = openStores(parts.engines);
  }

  async invoke(name: FunctionName, event: unknown): Promise<unknown> {
    const loaded = this.#parts.functions.get(name);
    if (!loaded) throw new Error(`The function ${name} is not loaded by this command.`);
    return loaded.invoke(event);
  }

  poll(): void {
    const { engines, onFailure } = this.#parts;
    const client = new SQSClient(clientOf(engines.objects));
    for (const [name, trigger] of this.#triggers()) {
      if (trigger.kind !== 'queue') continue;
      const { queue, batchSize, concurrency } = trigger;
      this.#pollers.push(
        startPoller({
          client,
          queue,
          queueUrl: queueUrl(engines.objects, queue),
          batchSize,
          concurrency,
          invoke: (event) => this.invoke(name, event),
          onFailure: (error) => onFailure(name, error),
        }),
      );
    }
  }

  schedule(): void {
    for (const [name, trigger] of this.#triggers()) {
      if (trigger.kind !== 'schedule') continue;
      const run = () => this.invoke(name, {}).then(() => undefined);
      const onFailure = (error: unknown) => this.#parts.onFailure(name, error);
      this.#schedules.push(startSchedule({ everyMs: trigger.every * 60_000, run, onFailure }));
    }
  }

  async stop(): Promise<void> {
    const { stopping, server, engines, folder, functions } = this.#parts;
    stopping.abort();
    await within(GRACE_MS, Promise.all([...this.#schedules, ...this.#pollers, server].map((part) => part.stop())));
    this.stores.close();
    await Promise.all([...functions.values()].map((loaded) => loaded.stop()));
    await engines.stop();
    folder.release();
  }

  #triggers() {
    const { functions } = this.#parts;
    return [...functions.keys()].flatMap((name) =>
      topology.functions[name].triggers.map((trigger) => [name, trigger] as const),
    );
  }
}

interface HostParts {
  readonly folder: DataFolder;
  readonly engines: Engines;
  readonly server: HttpServer;
  readonly address: string;
  readonly operatorToken: string;
  readonly portLost: number | undefined;
  readonly functions: Map<FunctionName, Loaded>;
  readonly stopping: AbortController;
  readonly onFailure: HostOptions['onFailure'];
}

/** The values of the functions' settings on this machine. */
const settingsOf = (
  { settings, path }: DataFolder,
  { allowHosts }: HostOptions,
  { address, operatorToken }: Pick<Host, 'address' | 'operatorToken'>,
): Readonly<Partial<Record<Setting, string>>> => ({
  PUBLIC_URL: publicUrl(address),
  OPERATOR_TOKEN: operatorToken,
  ...tokenSettings(settings.signingKey),
  ...signInSetting(),
  ALLOW_HOSTS: allowedHosts(allowHosts).join(','),
  SECRETS: 'environment',
  CONTACT: process.env.DATALANDKORT_CONTACT ?? '',
  LINK_SECRET: settings.linkSecret,
  MAIL_FROM: process.env.DATALANDKORT_MAIL_FROM ?? LOCAL_SENDER,
  // Nothing is sent from here: letters are laid into the data folder.
  MAIL_FOLDER: join(path, 'mail'),
  MAIL_CONFIGURATION_SET: '',
  // Nobody reads figures off this log: only what needs a look is told.
  METRICS: '',
  FOLLOW_URL: address,
});

/**
 * Starts engines and HTTP server, loads the functions, and ends what a dead process left behind.
 * @throws Refusal when the folder or the port cannot be had; nothing is left running then.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const folder = openDataFolder(options.data);
  const undo: (() => unknown)[] = [() => folder.release()];
  try {
    const rules = options.rules ?? rulesAsked(false);
    const functions = new Map<FunctionName, Loaded>();
    const onFailure = (error: unknown) => options.onFailure('a request', error);
    const last = folder.settings.port;
    let objects: string | undefined;
    const server = await listen(options.ports(last), {
      routes: () => routesOf(functions),
      site: options.site,
      objects: () => objects,
      onFailure,
    });
    undo.unshift(() => server.stop());
    const engines = await startEngines(folder.path, topology, rules).catch((error: unknown) => {
      throw new Refusal(`The data folder ${folder.path} cannot be used: ${sentenceOf(error)}.`);
    });
    undo.unshift(() => engines.stop());
    objects = engines.objects;
    const address = `http://127.0.0.1:${server.port}`;
    const operatorToken = tokenOf(folder);
    if ((options.serveApi && !options.passing) || last === undefined)
      folder.save({ ...folder.settings, port: server.port });
    const settings = settingsOf(folder, options, { address, operatorToken });
    applyEnvironment(localEnvironment(topology, engines, settings));
    const stopping = new AbortController();
    const names = namesOf(topology.functions).filter((name) => options.serveApi || !answers(name));
    const variablesOf = (spec: FunctionSpec) => ({
      ...ownEnvironment(spec, engines, settings),
      ...serviceEnvironment(engines),
      ...(spec.secrets !== undefined && secretsGiven()),
    });
    for (const [name, loaded] of await loadFunctions({ names, stopping: stopping.signal, rules, variablesOf }))
      functions.set(name, loaded);
    const portLost = last === server.port ? undefined : last;
    const parts = { folder, engines, server, address, operatorToken, portLost, functions, stopping };
    const host = new LocalHost({ ...parts, onFailure: options.onFailure });
    await host.stores.expireOrphanedLeases();
    await host.invoke('reap-runs', {});
    return host;
  } catch (error) {
    for (const step of undo) await step();
    throw error;
  }
}

/** Whether a function answers requests. */
const answers = (name: FunctionName): boolean => topology.functions[name].triggers.some(({ kind }) => kind === 'http');

/** The characters of a path before its first parameter: the more there are, the fewer addresses fit. */
const literal = ({ path }: Route): number => (path.includes('{') ? path.indexOf('{') : Number.POSITIVE_INFINITY);

/** The routes of the functions, the most specific first, as API Gateway chooses among those that fit. */
const routesOf = (functions: ReadonlyMap<FunctionName, Loaded>) =>
  [...functions]
    .flatMap(([name, { invoke }]) =>
      topology.functions[name].triggers.flatMap((trigger) =>
        trigger.kind === 'http' ? trigger.routes.map((route) => ({ route, invoke })) : [],
      ),
    )
    .sort((one, other) => Math.sign(literal(other.route) - literal(one.route)) || 0);
