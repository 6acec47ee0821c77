/** A day's harvest: every source is due at once, ten are worked on at a time, and the views follow the log. */
import { topology } from '#infra/topology.ts';
import { ASSUMED, type Size } from './assumptions.ts';
import { type Clock, startClock } from './events.ts';
import type { Measured } from './measured.ts';
import { sizesOf } from './random.ts';
import type { Numbers } from './scenario.ts';
import { type Log, startView, VIEW_NAMES, type View, type ViewName } from './views.ts';
import { eachOf, plus, secondsOf, times, usedBy } from './work.ts';

/** Changes in a batch of the log, and what a run keeps of an invocation's time for its end (functions/harvest). */
const BATCH = 100;
const MARGIN_SECONDS = 90;

const { harvest } = topology.functions;
const concurrency = harvest.triggers.find((trigger) => trigger.kind === 'queue')?.concurrency ?? 1;
const BUDGET_SECONDS = harvest.timeout - MARGIN_SECONDS;

export interface Day {
  /** From the first run's start to the last one's end. */
  readonly hours: number;
  readonly largestSource: number;
  /** How long the largest source is asked, by the politeness that it is owed. */
  readonly longestRunHours: number;
  readonly concurrency: number;
  /** The longest that a message of a run waited in its queue. */
  readonly queueSeconds: number;
  readonly messages: number;
  readonly invocations: number;
  readonly changes: number;
  readonly appends: number;
  /** Write units at the log's partition in its busiest second. */
  readonly logWritesPerSecond: number;
  readonly log: Log;
  readonly views: Readonly<Record<ViewName, View['told']>>;
  /** What the harvests used. */
  readonly used: Numbers;
}

interface Run {
  readonly datasets: number;
  readonly changes: number;
  pagesLeft: number;
  queuedAt: number;
}

class DayOfHarvest {
  readonly log: Log = { appends: [] };
  readonly busiest = new Map<number, number>();
  readonly tally = { running: 0, most: 0, queueSeconds: 0, messages: 0, mostMessages: 0, invocations: 0, ended: 0 };
  readonly #queue: Run[] = [];
  readonly #clock: Clock;
  readonly #measured: Measured;
  readonly #action: 'created' | 'changed';
  readonly #views: readonly View[];

  constructor(clock: Clock, measured: Measured, action: 'created' | 'changed', viewsOf: (log: Log) => readonly View[]) {
    this.#clock = clock;
    this.#measured = measured;
    this.#action = action;
    this.#views = viewsOf(this.log);
  }

  enqueue(run: Run): void {
    run.queuedAt = this.#clock.now();
    this.#queue.push(run);
    this.tally.mostMessages = Math.max(this.tally.mostMessages, this.#queue.length + this.tally.running);
    this.#take();
  }

  /** A page takes as long as its owner's host is owed, or as reading it does. */
  #pageSeconds(): number {
    const name = this.#action === 'created' ? 'created/harvest' : 'unchanged/harvest';
    const reading = times(eachOf(this.#measured, name, 'datasets'), ASSUMED.perPage);
    return Math.max(1 / ASSUMED.requestsPerSecond, secondsOf(reading));
  }

  #take(): void {
    if (this.tally.running >= concurrency) return;
    const run = this.#queue.shift();
    if (!run) return;
    const { tally } = this;
    tally.running += 1;
    tally.invocations += 1;
    tally.most = Math.max(tally.most, tally.running);
    tally.queueSeconds = Math.max(tally.queueSeconds, this.#clock.now() - run.queuedAt);
    const pages = Math.min(run.pagesLeft, Math.max(1, Math.floor(BUDGET_SECONDS / this.#pageSeconds())));
    const seconds = pages * this.#pageSeconds() + secondsOf(eachOf(this.#measured, 'unchanged/harvest', 'once'));
    this.#appendDuring(seconds, Math.round((run.changes * pages) / Math.ceil(run.datasets / ASSUMED.perPage)));
    this.#clock.after(seconds, () => {
      tally.running -= 1;
      tally.ended = this.#clock.now();
      run.pagesLeft -= pages;
      if (run.pagesLeft > 0) this.enqueue(run);
      else this.#take();
    });
  }

  /** Batches as the changes come, the last when the invocation ends. */
  #appendDuring(seconds: number, changes: number): void {
    for (let from = 0; from < changes; from += BATCH) {
      const entries = Math.min(BATCH, changes - from);
      this.#clock.after((seconds * (from + entries)) / changes, () => this.#append(entries));
    }
  }

  #append(entries: number): void {
    const at = this.#clock.now();
    this.log.appends.push({ at, seq: (this.log.appends.at(-1)?.seq ?? 0) + entries });
    const unit = this.#action === 'created' ? 'datasets' : 'changed';
    const writes = (eachOf(this.#measured, `${this.#action}/harvest`, unit).logWriteUnits ?? 0) * entries;
    const second = Math.floor(at);
    this.busiest.set(second, (this.busiest.get(second) ?? 0) + writes);
    for (const view of this.#views) view.wake();
  }
}

/** What the runs of a day use of the services. */
function usedByRuns(measured: Measured, runs: readonly Run[], action: 'created' | 'changed'): Numbers {
  return plus(
    ...runs.map(({ datasets, changes }) =>
      action === 'created'
        ? usedBy(measured, 'created/harvest', { datasets })
        : plus(
            usedBy(measured, 'unchanged/harvest', { datasets }),
            times(eachOf(measured, 'changed/harvest', 'changed'), changes),
          ),
    ),
  );
}

/** @param action `created` for the first day of a catalogue, `changed` for an everyday one. */
export function simulateDay(measured: Measured, { datasets, sources }: Size, action: 'created' | 'changed'): Day {
  const clock = startClock();
  const options = { clock, measured, action, datasets };
  const views = new Map<ViewName, View>();
  const day = new DayOfHarvest(clock, measured, action, (log) =>
    VIEW_NAMES.map((name) => {
      const view = startView(name, { ...options, log });
      views.set(name, view);
      return view;
    }),
  );
  const sizes = sizesOf(datasets, sources, ASSUMED);
  const share = action === 'created' ? 1 : ASSUMED.changingShare;
  let owed = 0;
  const runs = sizes.map((own): Run => {
    // Changes are whole: what a small source has of one is kept for the next.
    owed += own * share;
    const changes = Math.min(own, Math.floor(owed + 1e-9));
    owed -= changes;
    return { datasets: own, changes, pagesLeft: Math.ceil(own / ASSUMED.perPage), queuedAt: 0 };
  });
  for (const run of runs) clock.after(0, () => day.enqueue(run));
  clock.run();
  const { tally } = day;
  return {
    hours: tally.ended / 3600,
    largestSource: Math.max(...sizes),
    longestRunHours: Math.ceil(Math.max(...sizes) / ASSUMED.perPage) / ASSUMED.requestsPerSecond / 3600,
    concurrency: tally.most,
    queueSeconds: tally.queueSeconds,
    messages: tally.mostMessages,
    invocations: tally.invocations,
    changes: day.log.appends.at(-1)?.seq ?? 0,
    appends: day.log.appends.length,
    logWritesPerSecond: Math.max(0, ...day.busiest.values()),
    log: day.log,
    // One for each name, by VIEW_NAMES above.
    views: Object.fromEntries([...views].map(([name, { told }]) => [name, told])) as Day['views'],
    used: usedByRuns(measured, runs, action),
  };
}
