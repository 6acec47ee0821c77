/**
 * Each of AWS's rules alone, on one system: for each a first run, and one in which the owner has changed a record and added one,
 * with all invariants. Sends a row for each; that a rule was met is not told there: the rules' own tests say that they are kept.
 */
import { scratch } from '#bench/scratch.ts';
import { figuresAlone, type Rules } from '#infra/local/rules/rules.ts';
import type { Row } from './fault.ts';
import { namesOf, turtle } from './feeds.ts';
import { page } from './owners.ts';
import { play, prepare } from './play.ts';
import { System } from './system.ts';

type Parts = { [Part in 'tables' | 'objects' | 'queues']: Rules[Part] };

/**
 * How often each is met here: as often as the SDK's tries can bear. A request that the SDK gives up costs its message half a minute at
 * least, here as on AWS.
 */
const alone: Readonly<Record<string, { readonly [Part in keyof Parts]?: Partial<Parts[Part]> }>> = {
  'tables throttled by others': { tables: { throttled: 0.05 } },
  'tables of 100 write units a partition': { tables: { writeUnits: 100, readUnits: 300 } },
  'batches that come back in part': { tables: { partial: 0.5 } },
  'pages that end early': { tables: { shortPage: 1 } },
  'answers of the tables lost': { tables: { lost: 0.05 } },
  'objects slowed down': { objects: { slowDown: 0.03 } },
  'answers of the objects lost': { objects: { lost: 0.03 } },
  'objects that break off': { objects: { brokenOff: 0.3 } },
  'messages late and in disorder': { queues: { delayed: 0.5 } },
  'every message twice': { queues: { duplicated: 1 } },
  'answers of queues and topic lost': { queues: { lost: 0.05 } },
};

const { tables, objects, queues } = figuresAlone;
// The rules look at these at each request, so that one host can be put under one after the other.
const now: Parts = { tables: { ...tables }, objects: { ...objects }, queues: { ...queues } };

function put({ tables: table, objects: object, queues: queue }: (typeof alone)[string]): void {
  Object.assign(now.tables, tables, table);
  Object.assign(now.objects, objects, object);
  Object.assign(now.queues, queues, queue);
}

const [seed = '1'] = process.argv.slice(2);
await using place = await scratch();
const system = await System.start(place.folder, 0, { ...figuresAlone, seed: Number(seed), ...now });
const rows: Row[] = [];
for (const [name, rules] of Object.entries(alone)) {
  const fault = {
    name,
    good: (later: boolean) => page(turtle(namesOf(later), later)),
    steps: [],
  };
  await prepare(system, fault);
  put(rules);
  rows.push(await play(system, fault));
  put({});
}
process.send?.({ rows });
await system.stop();
