import { expect, it } from 'vitest';
import { FakeStatbank } from '#test/harvesters/statbank/fake-statbank.ts';
import { sumsOf, World } from './world.ts';

function worldOf() {
  const world = new World({ format: 'statbank', url: 'https://api.statbank.dk' });
  const bank = new FakeStatbank();
  bank.add('SYGE1', '20101');
  bank.add('SYGE2', '20101');
  bank.add('LAEGE1', '20102');
  world.site.get = (url) => bank.answer(url);
  return { world, bank };
}

it('gives each table of the StatBank once, and finds nothing to do the next time', async () => {
  const { world } = worldOf();
  const first = await world.harvest();
  expect(first).toMatchObject({ state: 'succeeded', coverage: 'complete', counts: { listed: 3, created: 3 } });
  const second = await world.harvest();
  expect(second).toMatchObject({ state: 'succeeded', counts: { listed: 3, unchanged: 3 }, changes: null });
  expect(second.notModified).toBe(second.requests);
  expect([sumsOf(first), sumsOf(second)]).toEqual([[], []]);
});

it('tells of a table whose Danish text alone has changed', async () => {
  const { world, bank } = worldOf();
  await world.harvest();
  const [table] = bank.tables;
  if (table !== undefined) bank.tables[0] = { ...table, da: 'Nyt navn' };
  expect((await world.harvest()).counts).toMatchObject({ updated: 1, unchanged: 2 });
});

it('keeps a table whose English page fails, and everything below a subject whose list does', async () => {
  const { world, bank } = worldOf();
  await world.harvest();
  bank.failing.set('SYGE1?lang=en&format=JSON', 500);
  const run = await world.harvest();
  expect(run).toMatchObject({
    state: 'partial',
    counts: { listed: 3, rejected: 1, missing: 0, removed: 0 },
    live: { after: 3 },
  });
  bank.failing.set('subjects=20102&includeInactive=false&format=JSON', 503);
  expect((await world.harvest()).counts).toMatchObject({ missing: 0, removed: 0 });
  expect(await world.live()).toHaveLength(3);
});

it('gives a table that has no English page in Danish', async () => {
  const { world, bank } = worldOf();
  bank.failing.set('SYGE1?lang=en&format=JSON', 404);
  const run = await world.harvest();
  expect(run.counts).toMatchObject({ listed: 3, created: 3 });
  expect(sumsOf(run)).toEqual([]);
});
