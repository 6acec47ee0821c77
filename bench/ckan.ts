/** What a run costs a CKAN portal and us when little changed, against a listing of everything. */

import { World } from '#test/functions/harvest/world.ts';
import { FakePortal } from '#test/harvesters/ckan/fake-portal.ts';
import { median, type Result } from './report.ts';

const PACKAGES = 10_000;
const CHANGED = 10;
const ROUNDS = 5;
const DAY = 86_400_000;
const SHARE_OF_REQUESTS = 0.03;
const SHARE_OF_TIME = 0.05;

interface Cost {
  readonly requests: number;
  /** Our own time: the portal's is taken off, as are all networks, which would only make the listing look slower. */
  readonly ms: number;
}

/** A run of changes among 10,000 packages against a forced listing of the same portal in the same process. */
export async function measureCkanChanges(): Promise<Result[]> {
  const world = new World({ format: 'ckan', url: 'https://portal.dk', id: 'portal', settings: { fullEvery: 'P365D' } });
  const portal = new FakePortal();
  for (let index = 0; index < PACKAGES; index += 1) portal.put(idOf(index), world.now - 30 * DAY);
  let answering = 0;
  world.site.get = (url) => {
    const started = performance.now();
    const page = portal.answer(url);
    answering += performance.now() - started;
    return page;
  };
  const cost = async (force: boolean): Promise<Cost> => {
    world.now += DAY;
    for (let index = 0; index < CHANGED; index += 1) {
      portal.put(idOf(index * (PACKAGES / CHANGED)), world.now, { title: `Ændret ${world.now}` });
    }
    const [asked, answered, started] = [world.asked.length, answering, performance.now()];
    const { counts } = await world.harvest({ force });
    if (counts.updated !== CHANGED) throw new Error(`updated ${counts.updated}`);
    const ms = performance.now() - started - (answering - answered);
    return { requests: world.asked.length - asked, ms };
  };
  await world.harvest();
  const full: Cost[] = [];
  const changes: Cost[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    full.push(await cost(true));
    changes.push(await cost(false));
  }
  return [
    share('requests', 'requests', full, changes, SHARE_OF_REQUESTS),
    share('time', 'ms', full, changes, SHARE_OF_TIME),
  ];
}

const idOf = (index: number): string => `p${String(index).padStart(6, '0')}`;

const share = (
  what: string,
  key: 'requests' | 'ms',
  full: readonly Cost[],
  changes: readonly Cost[],
  target: number,
): Result => {
  const [whole, part] = [full, changes].map((costs) => median(costs.map((cost) => cost[key])));
  return {
    what: `share of the ${what} of a full listing that a CKAN portal of ${PACKAGES} packages costs when ${CHANGED} changed`,
    figure: ((part ?? Number.NaN) / (whole ?? Number.NaN)) * 100,
    unit: '%',
    target: target * 100,
    wanted: 'at most',
    detail: `full ${whole?.toFixed(1)} ${key}, changes ${part?.toFixed(1)} ${key}; median of ${ROUNDS} rounds, pages in memory`,
  };
};
