/** What walking the repository costs: reads of the log and of records. */
import { expect, it } from 'vitest';
import { recordsOf } from '#functions/api/oai/oai-records.ts';
import { createScene } from '../api/scene.ts';
import { draftOf } from '../drafts.ts';

const nothing = { prefix: 'oai_dc', set: undefined, from: undefined, before: undefined, after: undefined } as const;

async function counted(count: number) {
  const scene = createScene();
  const ids = Array.from({ length: count }, (_, index) => `sds.r${index}`);
  for (let start = 0; start < count; start += 100) {
    const portion = ids.slice(start, start + 100);
    await scene.append(...portion.map((id) => draftOf(id)));
  }
  await scene.append(draftOf('ssi.one'));
  const costs = { log: 0, records: 0 };
  const ports = {
    ...scene.ports,
    ledger: {
      ...scene.ports.ledger,
      read: (after: number, limit: number) => {
        costs.log += 1;
        return scene.ports.ledger.read(after, limit);
      },
    },
    catalogue: {
      ...scene.ports.catalogue,
      get: (id: string) => {
        costs.records += 1;
        return scene.ports.catalogue.get(id);
      },
    },
  };
  return { ports, costs };
}

it('looks for the records of a small set without a read of the log for each hundred changes of the others', async () => {
  const { ports, costs } = await counted(2000);
  const found = [];
  for await (const { id } of recordsOf(ports, { ...nothing, set: 'ssi' }, 2001)) found.push(id);

  expect(found).toEqual(['ssi.one']);
  expect(costs).toEqual({ log: 3, records: 1 });
});

it('reads few more records than an answer takes', async () => {
  const { ports, costs } = await counted(200);
  let taken = 0;
  for await (const _ of recordsOf(ports, nothing, 201)) {
    taken += 1;
    if (taken === 15) break;
  }

  expect(costs).toEqual({ log: 1, records: 20 });
});
