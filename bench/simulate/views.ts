/** The consumers of the log in a simulated day: one worker each, woken by the topic or by the clock. */
import { topology } from '#infra/topology.ts';
import { namesOf } from '#infra/topology-shape.ts';
import { ASSUMED } from './assumptions.ts';
import type { Clock } from './events.ts';
import type { Measured } from './measured.ts';
import type { Numbers } from './scenario.ts';
import { eachOf, plus, secondsOf, times } from './work.ts';

/** Entries that each takes in a step; the search file is sent after each (functions/*, `STEP_ENTRIES`). */
const STEP: Readonly<Record<ViewName, number>> = {
  project: 500,
  'link-datasets': 1000,
  'assess-datasets': 1000,
  'index-search': 1000,
  'render-feeds': 200,
};

export type ViewName = 'project' | 'link-datasets' | 'assess-datasets' | 'index-search' | 'render-feeds';

/** Consumers that the topic wakes by a queue; the others look each minute. */
const WOKEN: ReadonlySet<string> = new Set(['project', 'index-search']);

/** The log of the day: up to which number it went, when. */
export interface Log {
  readonly appends: { readonly at: number; readonly seq: number }[];
}

export interface View {
  /** Told of an append. */
  wake(): void;
  readonly told: {
    /** The longest that a change waited for this view. */
    lagSeconds: number;
    /** The longest step. */
    stepSeconds: number;
    wakes: number;
    entries: number;
    used: Numbers;
  };
}

export interface ViewOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly measured: Measured;
  /** `created` for a catalogue that is new, `changed` for one that is known. */
  readonly action: 'created' | 'changed';
  readonly datasets: number;
}

/** What a wake costs before the first entry: what is done at once, and the file of all datasets for those that have one. */
function wakeCost(name: ViewName, { measured, action, datasets }: ViewOptions): Numbers {
  const once = eachOf(measured, `${action}/${name}`, 'once');
  return action === 'changed' ? plus(once, times(eachOf(measured, `changed/${name}`, 'datasets'), datasets)) : once;
}

/** The search file is fetched and sent again in each step. */
function fileSeconds(name: ViewName, { measured, datasets }: ViewOptions): number {
  const bytes = (eachOf(measured, 'stored', 'datasets').searchFile ?? 0) * datasets;
  return name === 'index-search' ? (2 * bytes) / ASSUMED.s3BytesPerSecond : 0;
}

export function startView(name: ViewName, options: ViewOptions): View {
  const { clock, log, measured, action } = options;
  const each = eachOf(measured, `${action}/${name}`, action === 'created' ? 'datasets' : 'changed');
  const atWake = wakeCost(name, options);
  const told = { lagSeconds: 0, stepSeconds: 0, wakes: 0, entries: 0, used: {} as Numbers };
  let position = 0;
  /** The first append that is not wholly taken. */
  let pointer = 0;
  let isBusy = false;
  let isWaiting = false;
  const head = (): number => log.appends.at(-1)?.seq ?? 0;

  const step = (isFirst: boolean): void => {
    const entries = Math.min(head() - position, STEP[name]);
    if (entries === 0) {
      isBusy = false;
      return;
    }
    const used = plus(times(each, entries), isFirst ? atWake : {});
    const seconds = secondsOf(used) + fileSeconds(name, options);
    clock.after(seconds, () => {
      told.lagSeconds = Math.max(told.lagSeconds, clock.now() - (log.appends[pointer]?.at ?? 0));
      position += entries;
      while ((log.appends[pointer]?.seq ?? Number.POSITIVE_INFINITY) <= position) pointer += 1;
      told.stepSeconds = Math.max(told.stepSeconds, seconds);
      told.entries += entries;
      told.used = plus(told.used, used, { ms: fileSeconds(name, options) * 1000 });
      step(false);
    });
  };

  const begin = (): void => {
    isWaiting = false;
    if (isBusy || head() === position) return;
    isBusy = true;
    told.wakes += 1;
    step(true);
  };

  return {
    told,
    wake() {
      if (isBusy || isWaiting) return;
      isWaiting = true;
      // At once by the queue; else at the next full minute.
      clock.after(WOKEN.has(name) ? 0 : 60 - (clock.now() % 60), begin);
    },
  };
}

export const VIEW_NAMES: readonly ViewName[] = namesOf(STEP);

/** Megabytes of a function. */
export const memoryOf = (name: keyof typeof topology.functions): number => topology.functions[name].memory;
