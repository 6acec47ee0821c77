import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoLinkStore } from '#functions/shared/dynamo-link-store.ts';
import { type Engines, startEngines } from '#test/engines.ts';

let engines: Engines;
beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

it('keeps the links of a dataset until it has none', async () => {
  const store = dynamoLinkStore(await engines.newTable(), engines.dynamo);
  const links = [{ id: 'ncrr.car', score: 0.8, reasons: ['same-owner-and-name' as const] }];
  expect(await store.get('sds.car')).toEqual([]);
  await store.write([
    { id: 'sds.car', links },
    { id: 'sds.lpr', links: [] },
  ]);
  expect(await store.get('sds.car')).toEqual(links);
  await store.write([{ id: 'sds.car', links: [] }]);
  expect(await store.get('sds.car')).toEqual([]);
});
