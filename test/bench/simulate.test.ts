import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASSUMED, FIXED, SIZES } from '#bench/simulate/assumptions.ts';
import { simulateDay } from '#bench/simulate/day.ts';
import { startClock } from '#bench/simulate/events.ts';
import { fitModel, predicted } from '#bench/simulate/fit.ts';
import { simulateFollowers } from '#bench/simulate/followers.ts';
import { LIMITS } from '#bench/simulate/limits.ts';
import { readMeasured } from '#bench/simulate/measured.ts';
import { sumOf as billed, idleBill, monthBill } from '#bench/simulate/month.ts';
import { scalePage } from '#bench/simulate/page.ts';
import { priced } from '#bench/simulate/per-action.ts';
import { sizesOf } from '#bench/simulate/random.ts';
import { type Numbers, playScenario, type Scene } from '#bench/simulate/scenario.ts';
import { simulate } from '#bench/simulate/simulate.ts';
import { priceTable } from '#functions/shared/prices.ts';

const measured = readMeasured();

/** The model's bill may be so far from the measured one. */
const WITHIN = 0.15;

/**
 * What these read depends on how full a batch of the log is, and on how many datasets a search finds: within the sum alone. (`watch` reads
 * a batch for each follower that is behind, and in the scene one is: the check of links, which is not played.)
 */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'created/deliver-webhooks',
  'changed/deliver-webhooks',
  'idle/watch',
  'search/api',
  'read-page/api',
]);

const sumOf = (all: readonly Numbers[]): number => all.reduce((sum, used) => sum + priced(used), 0);

describe('the model', () => {
  const environment = { ...process.env };
  let scene: Scene;
  beforeAll(async () => {
    // Neither a size, nor a page, nor a number of changes that it was fitted to.
    scene = await playScenario({ datasets: 700, perPage: 140, changed: 280 });
  });
  afterAll(() => {
    process.env = environment;
  });

  it('foretells the bill of a harvest as the run itself draws it up', () => {
    const { shape, bills } = scene;
    const all = predicted(measured.model, 'unchanged/harvest', shape);
    const model = {
      created: priced(predicted(measured.model, 'created/harvest', shape)),
      unchanged: priced(all),
      changed: priced(all) + priced(predicted(measured.model, 'changed/harvest', shape)),
    };
    for (const [action, foretold] of Object.entries(model)) {
      const off = Math.abs(foretold / (bills[action] ?? 0) - 1);
      expect.soft(off, `${action}: ${foretold} foretold, ${bills[action]} on the bill`).toBeLessThan(WITHIN);
    }
  });

  it('foretells what every function uses after a harvest, for a snapshot, for a day’s scores and for readers', () => {
    const actions = Object.keys(scene.played).filter((action) => !/^stored|harvest$/.test(action));
    expect(actions.length).toBeGreaterThan(25);
    for (const action of actions.filter((one) => !ELSEWHERE.has(one))) {
      const real = priced(scene.played[action] ?? {});
      const off = Math.abs(priced(predicted(measured.model, action, scene.shape)) / real - 1);
      expect.soft(off, action).toBeLessThan(WITHIN);
    }
    const foretold = sumOf(actions.map((action) => predicted(measured.model, action, scene.shape)));
    expect(Math.abs(foretold / sumOf(actions.map((action) => scene.played[action] ?? {})) - 1)).toBeLessThan(WITHIN);
  });

  it('knows that a look which finds nothing writes nothing', () => {
    for (const [action, used] of Object.entries(scene.played)) {
      if (action.startsWith('idle/')) expect.soft(used.dynamodbWriteUnits, action).toBe(0);
    }
  });
});

describe('fitting', () => {
  const shapes = [
    { datasets: 400, perPage: 100, changed: 100 },
    { datasets: 2000, perPage: 100, changed: 200 },
    { datasets: 2000, perPage: 500, changed: 1000 },
  ];

  it('finds what is used at once, for each page and for each dataset', () => {
    const scenes = shapes.map((shape) => {
      const pages = shape.datasets / shape.perPage;
      return { shape, played: { 'created/harvest': { s3Puts: 5 + 2 * pages + 0.5 * shape.datasets } } };
    });
    const { model, shape } = { model: fitModel(scenes), shape: { datasets: 10_000, perPage: 250, changed: 0 } };
    expect(predicted(model, 'created/harvest', shape).s3Puts).toBeCloseTo(5 + 2 * 40 + 5000, 3);
  });
});

describe('the simulation', () => {
  it('lets things happen in the order of their times, and what is due together in the order of asking', () => {
    const clock = startClock();
    const happened: string[] = [];
    clock.after(2, () => happened.push(`last at ${clock.now()}`));
    clock.after(1, () => clock.after(0.5, () => happened.push(`between at ${clock.now()}`)));
    clock.after(1, () => happened.push('first'));
    clock.after(1, () => happened.push('second'));
    clock.run();
    expect(happened).toEqual(['first', 'second', 'between at 1.5', 'last at 2']);
  });

  it('gives every source at least one dataset and together as many as there are', () => {
    const sizes = sizesOf(5000, 200, ASSUMED);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(5000);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1);
    expect(sizesOf(5000, 200, ASSUMED)).toEqual(sizes);
  });

  it('harvests every source of each size, with no more runs at a time than the topology allows', () => {
    for (const size of SIZES) {
      const day = simulateDay(measured, size, 'created');
      expect(day.changes).toBe(size.datasets);
      expect(day.concurrency).toBe(10);
      expect(day.views.project.entries).toBe(size.datasets);
    }
  });

  it('takes one answer for many followers at the end of the log, and asks for each without a cache', () => {
    const log = { appends: [{ at: 100, seq: 250 }] };
    const [cached, bare] = [simulateFollowers(log, 300, true), simulateFollowers(log, 300, false)];
    expect(cached.requests).toBe(bare.requests);
    expect(bare.polls + bare.pages).toBe(bare.requests);
    expect(cached.polls + cached.pages).toBeLessThanOrEqual(86_400 / ASSUMED.tailCacheSeconds + 10);
    // 288 looks, and of 250 changes two full pages behind which there is more.
    expect(bare.requests).toBe(ASSUMED.followers * (288 + 2));
  });

  it('names a source for every limit', () => {
    for (const { source } of LIMITS) expect(source.length).toBeGreaterThan(8);
  });
});

describe('the bill', () => {
  const machine = FIXED.machineClients * priceTable.cognitoMachineClients.usd;
  const [, denmark] = SIZES;

  it('stays below its goals: 3 dollars where nothing happens, 25 for the Danish catalogue with a thousand followers', () => {
    expect(billed(idleBill(measured), 'due') - machine).toBeLessThan(3);
    if (!denmark) throw new Error('There is no such size.');
    const { day, followed } = simulate(measured, denmark);
    expect(billed(monthBill(measured, denmark, day, followed[300]), 'due') - machine).toBeLessThan(25);
  });

  it('of a second environment gets nothing for free that the first one has used', () => {
    const [one, two] = [idleBill(measured), idleBill(measured, 2)];
    expect(billed(two, 'list')).toBeCloseTo(2 * billed(one, 'list'), 6);
    expect(billed(two, 'due') - billed(one, 'due')).toBeGreaterThan(billed(one, 'due'));
  });
});

describe('docs/scale.md', () => {
  it('is what `npm run simulate -- --write` writes', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'scale.md'), 'utf8');
    expect(scalePage(measured)).toBe(page);
  });
});
