/**
 * A working world for the harvest in memory: a site whose pages a test can change, the stores, the ledger, and a switch that
 * kills the worker at any of its steps.
 */
import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { discrepanciesOf } from '#catalogue/balance.ts';
import { decideHeldRemovals } from '#functions/harvest/decide-held.ts';
import { decideRename } from '#functions/harvest/decide-rename.ts';
import { harvest } from '#functions/harvest/harvest.ts';
import type { HarvestPorts } from '#functions/harvest/harvest-ports.ts';
import { readRunRecords } from '#functions/harvest/run-files.ts';
import { reapRuns } from '#functions/reap-runs/reap-runs.ts';
import type { Fetched } from '#functions/shared/fetcher.ts';
import { HarvestMessage } from '#functions/shared/harvest-message.ts';
import { LEASE_MS, type Lease, type LeaseStore, SEIZED_MS, WORKER_MS } from '#functions/shared/lease-store.ts';
import { pageArchive } from '#functions/shared/page-archive.ts';
import { noUsage } from '#functions/shared/prices.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import { startReplay } from '#functions/start-runs/start-replay.ts';
import { startRuns } from '#functions/start-runs/start-runs.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import type { PageRequest } from '#schemas/reading.ts';
import { Run, type RunRecord } from '#schemas/run.ts';
import { Source } from '#schemas/source.ts';
import { memoryErased } from '../memory-erased.ts';
import { memoryLedger, memoryLog } from '../memory-ledger.ts';
import { memoryObjects } from '../memory-objects.ts';

/** A page of the site: its text, or a status that is no page. */
export type SitePage =
  | string
  | number
  | {
      readonly body: string | Uint8Array;
      readonly type?: string;
      readonly etag?: string;
      readonly immutable?: boolean;
    };

const memoryRuns = (): RunStore => {
  const runs = new Map<string, string>();
  const newestFirst = () =>
    [...runs.values()].map((run) => Run.parse(JSON.parse(run))).sort((a, b) => (a.id < b.id ? 1 : -1));
  return {
    save: async (run) => {
      runs.set(run.id, JSON.stringify(run));
    },
    get: async (id) => {
      const run = runs.get(id);
      return run === undefined ? undefined : Run.parse(JSON.parse(run));
    },
    bySource: async (source, { limit }) =>
      newestFirst()
        .filter((run) => run.source === source)
        .slice(0, limit),
    recent: async ({ limit }) => newestFirst().slice(0, limit),
  };
};

const memoryLeases = (): LeaseStore => {
  const leases = new Map<string, Lease>();
  const claims = new Map<string, { readonly invocation: number; readonly at: number; readonly worker: string }>();
  const seized = new Set<string>();
  const isHeld = (source: string, run: string) => leases.get(source)?.run === run && !seized.has(run);
  return {
    claim: async ({ source, run, invocation, worker }, now) => {
      if (!isHeld(source, run)) return false;
      const claimed = claims.get(run);
      if (claimed && claimed.invocation >= invocation && claimed.at >= now - WORKER_MS) return false;
      claims.set(run, { invocation, at: now, worker });
      leases.set(source, { source, run, heartbeatAt: now, expiresAt: now + LEASE_MS });
      return true;
    },
    leave: async ({ source, run, invocation, worker }, now) => {
      const claimed = claims.get(run);
      if (!isHeld(source, run) || claimed?.worker !== worker) return false;
      claims.set(run, { ...claimed, invocation: invocation - 1 });
      leases.set(source, { source, run, heartbeatAt: now, expiresAt: now + LEASE_MS });
      return true;
    },
    take: async (source, run, now) => {
      if (leases.has(source)) return false;
      leases.set(source, { source, run, heartbeatAt: now, expiresAt: now + LEASE_MS });
      return true;
    },
    renew: async (source, run, now) => {
      if (!isHeld(source, run)) return false;
      leases.set(source, { source, run, heartbeatAt: now, expiresAt: now + LEASE_MS });
      return true;
    },
    seize: async (seen, now) => {
      const held = leases.get(seen.source);
      if (held?.run !== seen.run || held.expiresAt !== seen.expiresAt) return false;
      seized.add(seen.run);
      leases.set(seen.source, { ...held, expiresAt: now + SEIZED_MS });
      return true;
    },
    release: async (source, run) => {
      if (leases.get(source)?.run === run) leases.delete(source);
    },
    all: async () => [...leases.values()],
  };
};

class Killed extends Error {}

/** The worker's life: it is killed before its n-th step, and nothing that it tries afterwards happens. */
class Life {
  steps = 0;
  killBefore = Number.POSITIVE_INFINITY;

  step(): void {
    this.steps += 1;
    if (this.steps >= this.killBefore) throw new Killed('killed');
  }

  /** The same ports, each call of which is a step. */
  wrap<Ports extends object>(ports: Ports): Ports {
    const life = this;
    return new Proxy(ports, {
      get(target, key, receiver) {
        const value: unknown = Reflect.get(target, key, receiver);
        if (typeof value !== 'function') return value;
        if (key === 'list') {
          return async function* (...parameters: unknown[]) {
            life.step();
            yield* value.apply(target, parameters);
          };
        }
        return async (...parameters: unknown[]) => {
          life.step();
          return value.apply(target, parameters);
        };
      },
    });
  }
}

export class World {
  /** By address; a function where the answer depends on what was posted, or on how often it was asked for. */
  readonly site = new Map<string, SitePage | ((request: PageRequest) => SitePage)>();
  readonly asked: string[] = [];
  readonly objects = memoryObjects();
  readonly runs = memoryRuns();
  readonly leases = memoryLeases();
  readonly erased = memoryErased();
  readonly queue: string[] = [];
  /** The delays of the messages that a run sent itself, in seconds. */
  readonly delays: number[] = [];
  /** How often a worker made its message come again soon. */
  soon = 0;
  /** What the queue answers to each message that is sent; it takes them while this is absent. */
  queueFailure: Error | undefined;
  /** A fetcher that does ask the world, in place of the site. */
  fetcherFor: HarvestPorts['fetcherFor'] | undefined;
  now = Date.parse('2026-01-01T00:00:00Z');
  /** How many pages an invocation has time for. */
  pagesPerInvocation = Number.POSITIVE_INFINITY;
  /** Whether the last run's worker was killed. */
  wasKilled = false;
  readonly #log = memoryLog();
  readonly ledger = memoryLedger(this.#log, () => this.now);
  readonly source: Source;
  #suffix = 0;

  constructor(source: Partial<Source> & Pick<Source, 'format' | 'url'>) {
    this.source = Source.parse({ id: 'kilde', owner: { id: 'ejer' }, ...source });
  }

  answer(request: PageRequest, etag: string | undefined): Fetched {
    this.asked.push(request.url);
    const found = this.site.get(request.url) ?? 404;
    const page = typeof found === 'function' ? found(request) : found;
    if (typeof page === 'number') {
      return { kind: 'failed', code: `http-${page}`, message: `The server answered ${page}.`, bytes: 0, requests: 1 };
    }
    const {
      body,
      type,
      etag: current,
      immutable,
    } = typeof page === 'string' ? ({ body: page } as Extract<SitePage, object>) : page;
    if (etag !== undefined && etag === current) return { kind: 'not-modified', bytes: 0, requests: 1 };
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    return {
      kind: 'page',
      url: request.url,
      contentType: type ?? null,
      validators: { etag: current, lastModified: undefined },
      isImmutable: immutable,
      bytes: bytes.length,
      requests: 1,
      body: {
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
        open: async function* () {
          yield bytes;
        },
        dispose: async () => undefined,
      },
    };
  }

  #ports(life: Life): HarvestPorts {
    let pages = 0;
    return {
      erased: this.erased,
      sources: { get: async (id) => (id === this.source.id ? this.source : undefined) },
      runs: life.wrap(this.runs),
      leases: life.wrap(this.leases),
      ledger: life.wrap(this.ledger),
      objects: life.wrap(this.objects),
      archive: life.wrap(pageArchive(this.objects)),
      queue: life.wrap({
        send: async (message: unknown, delaySeconds = 0) => {
          if (this.queueFailure) throw this.queueFailure;
          this.queue.push(JSON.stringify(message));
          this.delays.push(delaySeconds);
          // Nothing else is in the queue: the next thing that happens is that the message comes.
          this.now += delaySeconds * 1000;
        },
      }),
      fetcherFor:
        this.fetcherFor ??
        (() => ({
          fetch: async (request, validators) => {
            pages += 1;
            life.step();
            return this.answer(request, validators?.etag);
          },
        })),
      announce: async () => life.step(),
      comeAgainSoon: async () => {
        life.step();
        this.soon += 1;
      },
      clock: () => this.now,
      usage: () => ({ ...noUsage(), s3Puts: 10, lambdaInvocations: 1 }),
      remainingMs: () => (pages >= this.pagesPerInvocation ? 0 : Number.POSITIVE_INFINITY),
    };
  }

  #nextSuffix(): string {
    this.#suffix += 1;
    return String(this.#suffix).padStart(6, '0');
  }

  /** Starts a run and works on its messages until it has ended; killed before the given step, it ends wherever it is. */
  async harvest({ force = false, preview = false, killBefore = Number.POSITIVE_INFINITY } = {}): Promise<Run> {
    this.now += 60_000;
    const [start] = await startRuns(
      {
        sources: { list: async () => [this.source] },
        runs: this.runs,
        leases: this.leases,
        queue: { send: async (message) => void this.queue.push(JSON.stringify(message)) },
        clock: () => this.now,
        suffix: () => this.#nextSuffix(),
      },
      { sources: [this.source.id], force, preview },
    );
    if (start?.kind !== 'started') throw new Error(`not started: ${JSON.stringify(start)}`);
    await this.#work(killBefore);
    return this.run(start.run);
  }

  /** Reads the archived pages of a run anew; the source is not asked. */
  async replay(run: string, dryRun = false): Promise<Run> {
    this.now += 60_000;
    const start = await startReplay(
      {
        runs: this.runs,
        leases: this.leases,
        objects: this.objects,
        queue: { send: async (message) => void this.queue.push(JSON.stringify(message)) },
        clock: () => this.now,
        suffix: () => this.#nextSuffix(),
      },
      run,
      dryRun,
    );
    if (start.kind !== 'started') throw new Error(start.kind);
    await this.#work(Number.POSITIVE_INFINITY);
    return this.run(start.run);
  }

  /** Works on what is in the queue, as after a message came again. */
  async resume(): Promise<Run> {
    this.now += LEASE_MS;
    const { run } = HarvestMessage.parse(JSON.parse(this.queue[0] ?? 'null'));
    await this.#work(Number.POSITIVE_INFINITY);
    return this.run(run);
  }

  /** Works on this message at once. */
  async resumeWith(message: z.input<typeof HarvestMessage>): Promise<Run> {
    this.queue.push(JSON.stringify(message));
    await this.#work(Number.POSITIVE_INFINITY);
    return this.run(message.run);
  }

  /** Works on what is in the queue at once, however short ago it was given to another worker. */
  work(): Promise<void> {
    return this.#work(Number.POSITIVE_INFINITY);
  }

  async #work(killBefore: number): Promise<void> {
    this.wasKilled = false;
    const life = new Life();
    life.killBefore = killBefore;
    for (let message = this.queue.shift(); message !== undefined; message = this.queue.shift()) {
      this.now += 1000;
      try {
        await harvest(this.#ports(life), HarvestMessage.parse(JSON.parse(message)));
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        this.wasKilled = true;
      }
    }
  }

  async run(id: string): Promise<Run> {
    const run = await this.runs.get(id);
    if (!run) throw new Error(`no run ${id}`);
    return run;
  }

  /** What the reaper does once the leases have run out. */
  async reap(): Promise<Run[]> {
    this.now += LEASE_MS + 1;
    return reapRuns(
      { runs: this.runs, leases: this.leases, ledger: this.ledger, objects: this.objects, clock: () => this.now },
      false,
    );
  }

  decide(run: string, decision: 'release' | 'reject') {
    return decideHeldRemovals(
      {
        runs: this.runs,
        leases: this.leases,
        ledger: this.ledger,
        objects: this.objects,
        announce: async () => undefined,
        clock: () => this.now,
        suffix: () => 'decide',
      },
      run,
      decision,
    );
  }

  decideRename(from: string, to: string, decision: 'confirm' | 'reject') {
    const ports = { runs: this.runs, leases: this.leases, ledger: this.ledger, objects: this.objects };
    const rest = { announce: async () => undefined, clock: () => this.now, suffix: () => 'decide' };
    return decideRename({ ...ports, ...rest }, this.source.id, { from, to }, decision);
  }

  rows(run: Run): Promise<RunRecord[]> {
    return readRunRecords(this.objects, run.id);
  }

  log(): Promise<LedgerEntry[]> {
    return this.ledger.read(0, Number.MAX_SAFE_INTEGER);
  }

  /** The identifiers of the datasets that are live by the ledger alone. */
  async live(): Promise<string[]> {
    const live = new Map<string, string>();
    for (const entry of await this.log()) {
      if (entry.type === 'Delete') live.delete(entry.dataset);
      else live.set(entry.dataset, (await this.ledger.payload(entry))?.identifier ?? entry.dataset);
    }
    return [...live.values()].sort();
  }
}

/** What must hold of every run that has ended, whatever came of it. */
export const sumsOf = (run: Run) => discrepanciesOf(run);
