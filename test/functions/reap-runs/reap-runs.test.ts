/** The message of a run comes again about when its lease runs out, which is when the reaper looks: one of the two has the run. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reapRuns } from '#functions/reap-runs/reap-runs.ts';
import { dynamoLeaseStore } from '#functions/shared/dynamo-lease-store.ts';
import { LEASE_MS, type LeaseStore, SEIZED_MS } from '#functions/shared/lease-store.ts';

import type { Run } from '#schemas/run.ts';
import { type Engines, startEngines } from '#test/engines.ts';
import { runOf } from '../memory-control.ts';
import { memoryLedger } from '../memory-ledger.ts';
import { memoryObjects } from '../memory-objects.ts';

const RUN = 'sds.20261123T040000Z.abc123';
const DEAD = LEASE_MS + 1;

let engines: Engines;
beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

/** A running run, whose lease ran out; `meanwhile` happens between the reaper's look at the leases and its next step. */
async function scene(meanwhile: (leases: LeaseStore) => Promise<unknown>) {
  const leases = dynamoLeaseStore(await engines.newTable(), engines.dynamo);
  await leases.take('sds', RUN, 0);
  let run: Run = runOf(RUN, '2026-11-23T04:00:00Z', { state: 'running', endedAt: null });
  const runs = {
    get: async () => {
      await meanwhile(leases);
      return run;
    },
    save: async (saved: Run) => {
      run = saved;
    },
  };
  const reap = (now: number) =>
    reapRuns({ runs, leases, ledger: memoryLedger(), objects: memoryObjects(), clock: () => now }, false);
  return { leases, reap, state: () => run.state };
}

const CLAIM = { source: 'sds', run: RUN, invocation: 1, worker: 'a' };

const nothing = async () => undefined;

it('a run whose worker died is ended, and its lease is given back', async () => {
  const { leases, reap, state } = await scene(nothing);
  expect(await reap(LEASE_MS - 1)).toEqual([]);
  expect((await reap(DEAD)).map(({ id }) => id)).toEqual([RUN]);
  expect(state()).toBe('failed');
  expect(await leases.all()).toEqual([]);
});

it('a run whose message comes again while the reaper looks is the worker’s', async () => {
  const { leases, reap, state } = await scene((held) => held.claim(CLAIM, DEAD));
  expect(await reap(DEAD)).toEqual([]);
  expect(state()).toBe('running');
  expect(await leases.renew('sds', RUN, DEAD)).toBe(true);
});

it('a run that is being ended is taken up and kept by no worker', async () => {
  const { leases } = await scene(nothing);
  const [seen] = await leases.all();
  if (!seen) throw new Error('no lease');
  expect(await leases.seize(seen, DEAD)).toBe(true);
  expect(await leases.claim(CLAIM, DEAD)).toBe(false);
  expect(await leases.renew('sds', RUN, DEAD)).toBe(false);
});

it('what a reaper began to end and did not is ended by the next one', async () => {
  const { leases, reap, state } = await scene(nothing);
  const [seen] = await leases.all();
  if (!seen) throw new Error('no lease');
  await leases.seize(seen, DEAD);
  expect(await reap(DEAD + SEIZED_MS - 1)).toEqual([]);
  expect((await reap(DEAD + SEIZED_MS)).map(({ id }) => id)).toEqual([RUN]);
  expect(state()).toBe('failed');
});
