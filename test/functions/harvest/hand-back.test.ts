/** A worker that cannot go on for now leaves its place to the next with the same message, and only when nothing of it goes on. */
import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import { TransientFailure } from '#functions/shared/failures.ts';
import { HarvestMessage } from '#functions/shared/harvest-message.ts';
import { World } from './world.ts';

const URL = 'https://kilde.dk/katalog';
const throttled = new TransientFailure('ThrottlingException: Rate exceeded, også i København');

/** A list of so many datasets in Turtle. */
const list = (count: number): string => `
  @prefix dcat: <http://www.w3.org/ns/dcat#> .
  @prefix dct: <http://purl.org/dc/terms/> .
  ${Array.from({ length: count }, (_, n) => `<https://kilde.dk/d/${n}> a dcat:Dataset ; dct:identifier "d${n}" ; dct:title "Register ${n}"@da .`).join('\n')}`;

const fails = async (): Promise<never> => {
  throw throttled;
};

let world: World;
beforeEach(() => {
  world = new World({ format: 'dcat', url: URL });
  world.site.set(URL, { body: list(3), type: 'text/turtle' });
});

/** Harvests until a worker fails, and puts its message back as the queue does. @returns the run. */
async function failing(): Promise<string> {
  await expect(world.harvest()).rejects.toThrow(TransientFailure);
  const [latest] = await world.runs.bySource('kilde', { limit: 1 });
  const run = latest?.id ?? '';
  world.queue.push(JSON.stringify(HarvestMessage.parse({ source: 'kilde', run })));
  return run;
}

it('makes its message come again soon, and the next worker ends the run at once', async () => {
  const { append } = world.ledger;
  world.ledger.append = fails;
  const run = await failing();
  expect(world.soon).toBe(1);
  expect((await world.run(run)).lastFailure?.message).toBe(throttled.message);

  world.ledger.append = append;
  await world.work();
  expect(await world.run(run)).toMatchObject({ state: 'succeeded', counts: { created: 3 } });
});

it('lets a batch on its way land before it leaves its place', async () => {
  const next = 'https://kilde.dk/katalog?side=2';
  world.site.set(URL, {
    body: `${list(100)}\n@prefix hydra: <http://www.w3.org/ns/hydra/core#> . <${URL}> a hydra:PartialCollectionView ; hydra:next <${next}> .`,
    type: 'text/turtle',
  });
  world.site.set(next, { body: list(3).replaceAll('"d', '"e').replaceAll('/d/', '/e/'), type: 'text/turtle' });
  const { append } = world.ledger;
  let landed = 0;
  let placeLeft: number | undefined;
  world.ledger.append = async (drafts, entries) => {
    await delay(50);
    landed += drafts.length;
    return append(drafts, entries);
  };
  const { putStream } = world.objects;
  world.objects.putStream = async (key, ...others) => {
    // The second page's, while the first page's batch is on its way.
    if (key.startsWith('raw/') && world.asked.length > 1) throw throttled;
    return putStream(key, ...others);
  };
  const { leave } = world.leases;
  world.leases.leave = (...parameters) => {
    placeLeft = landed;
    return leave(...parameters);
  };
  const run = await failing();
  expect(placeLeft).toBe(100);

  world.objects.putStream = putStream;
  await world.work();
  expect(await world.run(run)).toMatchObject({ state: 'succeeded', counts: { created: 103 } });
  expect(await world.ledger.read(0, 1000)).toHaveLength(103);
});

it('does not leave its place where the message of its successor may be on its way', async () => {
  world.pagesPerInvocation = 0;
  world.queueFailure = throttled;
  const run = await failing();
  expect(world.soon).toBe(0);

  // The message that did go out is the run's, and the one that comes again meanwhile is nobody's.
  world.queueFailure = undefined;
  world.pagesPerInvocation = Number.POSITIVE_INFINITY;
  await world.work();
  expect((await world.run(run)).state).toBe('running');
  expect(await world.resumeWith({ source: 'kilde', run, invocation: 2 })).toMatchObject({ state: 'succeeded' });
});

it('whose message cannot be made to come soon fails with what it met, and no other failure', async () => {
  const { append } = world.ledger;
  world.ledger.append = fails;
  world.leases.leave = async () => {
    throw new TransientFailure('another');
  };
  await expect(world.harvest()).rejects.toThrow(throttled.message);
  expect(world.soon).toBe(0);
  world.ledger.append = append;
});
