/** Everything that happens to a catalogue, played once on the local system, with what each function used for it. */
import { priceTable } from '#functions/shared/prices.ts';
import type { FunctionName } from '#infra/topology-shape.ts';
import type { Run } from '#schemas/run.ts';
import type { Observation } from './observe.ts';
import { type ObservedSystem, startObserved } from './observed-system.ts';

/** How large the catalogue is, how large its pages are, and how many datasets change. */
export interface Shape {
  readonly datasets: number;
  readonly perPage: number;
  readonly changed: number;
}

/** Numbers by name, such as the units that a function used. */
export type Numbers = Readonly<Record<string, number>>;

/** What was used, by `action/function`, such as `changed/project`. */
export type Played = Readonly<Record<string, Numbers>>;

/** A scene as it is kept. */
export interface Measurement {
  readonly shape: Shape;
  readonly played: Played;
}

export interface Scene extends Measurement {
  /** The runs' own bills in US dollars by action, without Lambda's time, which depends on the machine. */
  readonly bills: Numbers;
}

/** Functions that follow the log. */
const VIEWS: readonly FunctionName[] = [
  'project',
  'link-datasets',
  'assess-datasets',
  'index-search',
  'render-feeds',
  'deliver-webhooks',
];

/** Functions that look every few minutes whether there is something to do. `check-links` and `canary` ask hosts, and are not played. */
const SCHEDULED: readonly FunctionName[] = [
  ...(['start-runs', 'reap-runs', ...VIEWS, 'take-snapshot', 'send-reports'] as const),
  ...(['watch', 'set-aside', 'note-bounces', 'erase-contacts'] as const),
];

/** Units at the partitions that everybody writes to or reads from. */
function hot({ partitions }: Observation): Numbers {
  const sum = (of: (name: string) => boolean, kind: 'read' | 'write') =>
    [...partitions].reduce((total, [name, units]) => total + (of(name) ? units[kind] : 0), 0);
  const isLog = (name: string) => name.startsWith('ledger/LOG#e1#');
  const isSource = (name: string) => name === 'catalogue/bench';
  return {
    logReadUnits: sum(isLog, 'read'),
    logWriteUnits: sum(isLog, 'write'),
    sourceWriteUnits: sum(isSource, 'write'),
  };
}

function numbersOf(seen: Observation): Numbers {
  const { lambdaGbSeconds: _, ...usage } = seen.usage;
  return {
    ...usage,
    ms: seen.ms,
    dynamodbCalls: seen.dynamodbCalls,
    indexWriteUnits: seen.indexWriteUnits,
    ...hot(seen),
  };
}

const minus = (one: Numbers, other: Numbers): Numbers =>
  Object.fromEntries(Object.entries(one).map(([key, value]) => [key, value - (other[key] ?? 0)]));

class Play {
  readonly played: Record<string, Numbers> = {};
  readonly bills: Record<string, number> = {};
  readonly #system: ObservedSystem;

  constructor(system: ObservedSystem) {
    this.#system = system;
  }

  /** Notes under this name what was used since the last note; `times` when it was done so often. */
  note(action: string, times = 1): void {
    for (const [name, seen] of this.#system.observer.take()) {
      if (name === 'start-runs' && action !== 'idle') continue;
      const numbers = Object.entries(numbersOf(seen)).map(([key, value]) => [key, value / times] as const);
      this.played[`${action}/${name}`] = Object.fromEntries(numbers);
    }
  }

  async harvest(action: string): Promise<Run> {
    const run = await this.#system.harvest();
    this.note(action);
    const { usd = 0, lambdaGbSeconds = 0 } = run.cost ?? {};
    this.bills[action] = usd - lambdaGbSeconds * priceTable.lambdaGbSeconds.usd;
    return run;
  }

  async views(action: string): Promise<void> {
    for (const name of VIEWS) await this.#system.tick(name);
    this.note(action);
  }
}

/** Turns of the idle system that are averaged. */
const IDLE_TURNS = 3;

async function playReaders(system: ObservedSystem, play: Play): Promise<void> {
  const page = JSON.parse(JSON.parse(await system.ask('/v1/changes?limit=100&include=data')).body);
  play.note('read-page');
  await system.ask(`/v1/changes?limit=99&since=${page.head}`);
  system.observer.take();
  const { cursor } = JSON.parse(JSON.parse(await system.ask('/v1/changes?since=now')).body);
  play.note('read-head');
  await system.ask(`/v1/changes?limit=98&since=${cursor}`);
  play.note('poll');
  await system.ask(new URL(page.items[0].entity.href).pathname);
  play.note('read-dataset');
  await system.ask('/v1/datasets?q=hjerte');
  system.observer.take();
  await system.ask('/v1/datasets?q=diabetes');
  play.note('search');
}

/** Plays it on a system of its own. One a process. */
export async function playScenario(shape: Shape): Promise<Scene> {
  await using system = await startObserved();
  const play = new Play(system);
  // The first look at everything, so that later ones are of what is new.
  for (const name of SCHEDULED) await system.tick(name);
  system.observer.take();
  const { changed, ...whole } = shape;
  system.feed.show(whole);
  await play.harvest('created');
  await play.views('created');
  await system.tick('take-snapshot');
  play.note('snapshot');
  const before = await system.stored();
  play.played.stored = before;
  for (let turn = 0; turn < IDLE_TURNS; turn += 1) for (const name of SCHEDULED) await system.tick(name);
  play.note('idle', IDLE_TURNS);
  system.feed.show({ ...whole, edition: 1 });
  await play.harvest('unchanged');
  const idleStored = await system.stored();
  play.played['stored/unchanged'] = minus(idleStored, before);
  system.feed.show({ ...whole, edition: 2, changed });
  await play.harvest('changed');
  await play.views('changed');
  play.played['stored/changed'] = minus(minus(await system.stored(), idleStored), play.played['stored/unchanged']);
  await system.forgetSweep();
  await system.tick('assess-datasets');
  play.note('sweep');
  await playReaders(system, play);
  return { shape, played: play.played, bills: play.bills };
}
