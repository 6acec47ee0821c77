/** The running local system of one group of faults, as an operator and a reader see it: through the API, and the ledger. */
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { type Host, startHost } from '#infra/local/host.ts';
import { catchUp } from '#infra/local/round.ts';
import { figuresAlone, rulesAsked } from '#infra/local/rules/rules.ts';
import { Run, RunRecord } from '#schemas/run.ts';
import { Source } from '#schemas/source.ts';
import { EngineTap } from './engine-tap.ts';
import { NOBODY, Owners } from './owners.ts';
import { makeImpatient, Names, ShiftedClock } from './surroundings.ts';

/** How often a run is looked at while it goes on. */
const LOOK_MS = 25;
/** The status of an answer that says that the source is being harvested. */
const BUSY = 409;
/** A worker gives its source back within moments; longer than this it has not. */
const FREE_PATIENCE_MS = 15_000;
/** Without an end a run that hangs would hang the suite. No good run of the suite takes a tenth of it. */
const RUN_PATIENCE_MS = 90_000;
/** As many items as one page of the API holds. */
const PAGE = 500;

/** No source of the suite has as many runs in one second. */
const LATEST = 10;

const LiveList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      identifier: z.string().nullable(),
      title: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type LiveDataset = z.infer<typeof LiveList>['items'][number];

const ChangeList = z.object({
  items: z.array(
    z.object({
      seq: z.number(),
      published: z.string(),
      type: z.string(),
      revision: z.number(),
      entity: z.object({ iri: z.string() }),
    }),
  ),
});
export type ListedChange = z.infer<typeof ChangeList>['items'][number];

const never = new AbortController().signal;

export class System {
  readonly owners: Owners;
  readonly names: Names;
  readonly clock: ShiftedClock;
  readonly tap: EngineTap;
  readonly host: Host;
  readonly #sources = new Map<string, Source>();
  /** What the host itself complained of; shown where a fault is to be told there. */
  readonly complaints: string[];

  constructor(parts: Pick<System, 'owners' | 'names' | 'clock' | 'tap' | 'host' | 'complaints'>) {
    this.owners = parts.owners;
    this.names = parts.names;
    this.clock = parts.clock;
    this.tap = parts.tap;
    this.host = parts.host;
    this.complaints = parts.complaints;
  }

  /** Starts the system on a data folder, with everything around it that can go wrong; under rules of AWS where some are asked for. */
  static async start(data: string, port = 0, asked = rulesAsked(false)): Promise<System> {
    const [names, clock, tap] = [new Names(), new ShiftedClock(), new EngineTap()];
    for (const part of [names, clock, tap]) part.install();
    makeImpatient();
    const owners = await Owners.start(port);
    const complaints: string[] = [];
    // The clock and the hosts' names are turned in this process, so the functions stay in it; kills are faults of their own.
    const rules = asked && { ...asked, functions: figuresAlone.functions };
    const host = await startHost({
      ...(rules && { rules }),
      data,
      ports: () => [0],
      serveApi: true,
      site: async () => undefined,
      allowHosts: ['127.0.0.1', NOBODY],
      onFailure: (what, error) => complaints.push(`${what}: ${error instanceof Error ? error.message : String(error)}`),
    });
    host.poll();
    return new System({ owners, names, clock, tap, host, complaints });
  }

  /** Makes a source known, beside those that are. */
  async addSource(source: z.input<typeof Source>): Promise<void> {
    this.#sources.set(source.id, Source.parse(source));
    await this.host.stores.sources.replaceAll([...this.#sources.values()]);
  }

  /** Asks the API. Answers that say "come again" are asked for again: faults of the engines reach the API too. */
  async #ask(path: string, init: RequestInit = {}): Promise<{ status: number; body: unknown }> {
    const headers = { authorization: `Bearer ${this.host.operatorToken}` };
    const response = await fetch(`${this.host.address}${path}`, { ...init, headers });
    return { status: response.status, body: await response.json() };
  }

  async #get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
    const { status, body } = await this.#ask(path);
    if (status !== 200) throw new Error(`${path} was answered with ${status}: ${JSON.stringify(body)}`);
    return schema.parse(body);
  }

  /** Starts a run as an operator does. @returns its id, or the status of the refusal. */
  async startRun(source: string): Promise<string | number> {
    const { status, body } = await this.#ask(`/v1/sources/${source}/runs`, { method: 'POST' });
    return status < 300
      ? z
          .object({ run: z.string() })
          .or(z.object({ id: z.string() }).transform(({ id }) => ({ run: id })))
          .parse(body).run
      : status;
  }

  /** A run shows that it has ended a moment before its worker gives the source back; engines that throttle make it a longer one. */
  async #startWhenFree(source: string): Promise<string | number> {
    const start = performance.now();
    let run = await this.startRun(source);
    while (run === BUSY && performance.now() - start < FREE_PATIENCE_MS) {
      await delay(LOOK_MS);
      run = await this.startRun(source);
    }
    return run;
  }

  run(id: string): Promise<Run> {
    return this.#get(
      `/v1/runs/${id}`,
      z.looseObject({}).transform((run) => Run.parse(run)),
    );
  }

  /** Waits until a run has ended. */
  async ended(id: string): Promise<Run> {
    for (const start = performance.now(); performance.now() - start < RUN_PATIENCE_MS; await delay(LOOK_MS)) {
      const run = await this.run(id).catch(() => undefined);
      if (run && run.state !== 'running') return run;
    }
    throw new Error(`The run ${id} has not ended after ${RUN_PATIENCE_MS / 1000} seconds.`);
  }

  /** Makes a run and waits for its end. */
  async harvest(source: string): Promise<string> {
    const run = await this.#startWhenFree(source);
    if (typeof run === 'number') throw new Error(`The run of ${source} was refused with ${run}.`);
    await this.ended(run);
    return run;
  }

  /** Resolves when readers see all that the ledger has. */
  catchUp(): Promise<void> {
    return catchUp(this.host, never);
  }

  async records(run: string): Promise<RunRecord[]> {
    const page = await this.#get(`/v1/runs/${run}/records?limit=${PAGE}`, z.object({ items: z.array(RunRecord) }));
    return page.items;
  }

  /** The source's live datasets, as readers find them. */
  async live(source: string): Promise<LiveDataset[]> {
    return (await this.#get(`/v1/datasets?source=${source}&limit=${PAGE}`, LiveList)).items;
  }

  /** The source's changes, as followers get them. */
  async changes(source: string): Promise<ListedChange[]> {
    return (await this.#get(`/v1/changes?source=${source}&limit=${PAGE}`, ChangeList)).items;
  }

  /** The source's latest run. */
  async latestRun(source: string): Promise<Run | undefined> {
    // Ids of runs that started in the same second stand in no order.
    const runs = await this.host.stores.runs.bySource(source, { limit: LATEST });
    return runs.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))[0];
  }

  /** Waits until something is so. @throws Error when it is not in time. */
  async until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
    for (const start = performance.now(); performance.now() - start < RUN_PATIENCE_MS; await delay(LOOK_MS)) {
      if (await isSo()) return;
    }
    throw new Error(`In vain was waited until ${what}.`);
  }

  async stop(): Promise<void> {
    this.tap.use(undefined);
    this.owners.stop();
    await this.host.stop();
  }
}
