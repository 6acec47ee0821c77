/** A run whose tries fail says why, whatever it was that failed. */
import { describe, expect, it } from 'vitest';
import { keepLastFailure, lastFailureOf } from '#functions/harvest/last-failure.ts';
import { TransientFailure } from '#functions/shared/failures.ts';
import type { Run } from '#schemas/run.ts';
import { runOf } from '../memory-control.ts';
import { memoryObjects } from '../memory-objects.ts';
import { World } from './world.ts';

const at = '2026-01-01T00:00:00.000Z';
const clock = () => Date.parse(at);
const RUN = 'kilde.20260101T000000Z.aaaaaa';
const running = runOf(RUN, at, { state: 'running' });
const throttled = new TransientFailure('ThrottlingException: Rate exceeded, også i København');

/** A run that can be read and written. */
function storeOf(run: Run) {
  let kept = run;
  return {
    get: async () => kept,
    save: async (after: Run) => {
      kept = after;
    },
  };
}

describe('the failure of a try', () => {
  it('is kept with its run', async () => {
    const runs = storeOf(running);
    await keepLastFailure({ runs, objects: memoryObjects(), clock }, RUN, throttled);
    expect((await runs.get())?.lastFailure).toEqual({ at, message: throttled.message });
  });

  it('is kept beside the run when the tables are what failed', async () => {
    const objects = memoryObjects();
    const fails = async () => {
      throw throttled;
    };
    await keepLastFailure({ runs: { get: fails, save: fails }, objects, clock }, RUN, throttled);
    expect(await lastFailureOf(objects, running)).toEqual({ at, message: throttled.message });
  });

  it('does not hide itself behind another when nothing can be written', async () => {
    const fails = async () => {
      throw throttled;
    };
    const ports = { runs: { get: fails, save: fails }, objects: { put: fails }, clock };
    await expect(keepLastFailure(ports, RUN, throttled)).resolves.toBeUndefined();
  });

  it('is not put upon a run that has ended', async () => {
    const runs = storeOf(runOf(RUN, at, { state: 'failed' }));
    await keepLastFailure({ runs, objects: memoryObjects(), clock }, RUN, throttled);
    expect((await runs.get())?.lastFailure).toBeUndefined();
  });
});

const site = () => {
  const world = new World({ format: 'dcat', url: 'https://kilde.dk/katalog' });
  world.fetcherFor = () => ({
    fetch: async () => {
      throw throttled;
    },
  });
  return world;
};

describe('a run whose message failed too often', () => {
  it('ends with the last failure that its worker met as its reason', async () => {
    const world = site();
    await expect(world.harvest()).rejects.toThrow(throttled.message);
    const [run] = await world.reap();
    expect(run?.reason).toContain(throttled.message);
    expect(run?.lastFailure).toBeUndefined();
  });

  it('shows the failure while it is tried again, and nothing of it once it succeeds', async () => {
    const world = site();
    await expect(world.harvest()).rejects.toThrow();
    const [tried] = await world.runs.recent({ limit: 1 });
    expect(tried).toMatchObject({ state: 'running', lastFailure: { message: throttled.message } });
    world.fetcherFor = undefined;
    world.site.set('https://kilde.dk/katalog', {
      body: '<https://kilde.dk/a> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> "Fødsler"@da .',
      type: 'text/turtle',
    });
    world.queue.push(JSON.stringify({ source: 'kilde', run: tried?.id, invocation: 2 }));
    await world.work();
    const run = await world.run(tried?.id ?? '');
    expect(run.state).toBe('succeeded');
    expect(run.lastFailure).toBeUndefined();
  });
});
