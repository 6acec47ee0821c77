/** Whatever ends a page early, all items come, in their order and no oftener than they are there. */
import { globSync, readFileSync } from 'node:fs';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeOf } from '#functions/project/project.ts';
import { dynamoCatalogueStore } from '#functions/shared/dynamo-catalogue-store.ts';
import { firstItems, queriedItems, scannedItems } from '#functions/shared/dynamo-items.ts';
import { dynamoLeaseStore } from '#functions/shared/dynamo-lease-store.ts';
import { dynamoRunStore } from '#functions/shared/dynamo-run-store.ts';
import { clientTo, type Engines, startEngines } from '#test/engines.ts';
import { draftOf, entryOf } from '../drafts.ts';
import { runOf } from '../memory-control.ts';
import { memoryObjects } from '../memory-objects.ts';

let engines: Engines;
/** A client whose pages end after one item. */
let client: DynamoDBClient;
let requests = 0;
beforeAll(async () => {
  engines = await startEngines();
  client = new DynamoDBClient(clientTo(engines.endpoints.dynamo));
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        if (commandName !== 'QueryCommand' && commandName !== 'ScanCommand') return next(args);
        requests += 1;
        return next({ ...args, input: { ...args.input, Limit: 1 } });
      },
    { step: 'initialize' },
  );
});
afterAll(async () => {
  client.destroy();
  await engines.stop();
});

const sorted = ['a', 'b', 'c', 'd', 'e'];

async function tableOfFive(): Promise<string> {
  const TableName = await engines.newTable();
  for (const sk of sorted)
    await client.send(new PutItemCommand({ TableName, Item: { pk: { S: 'p' }, sk: { S: sk } } }));
  return TableName;
}

const queryOf = (TableName: string) => ({
  TableName,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': { S: 'p' } },
});

describe('items', () => {
  it('are all there, from a query and from a whole table', async () => {
    const table = await tableOfFive();
    const queried = await Array.fromAsync(queriedItems(client, queryOf(table)), (item) => item.sk?.S);
    const scanned = await Array.fromAsync(scannedItems(client, table), (item) => item.sk?.S);
    expect(queried).toEqual(sorted);
    expect(scanned.sort()).toEqual(sorted);
  });

  it.each([
    [0, 0],
    [3, 3],
    [5, 5],
    // One more look, which finds that nothing is behind the last.
    [9, 6],
  ])('are the first %i, for %i requests', async (limit, expected) => {
    const table = await tableOfFive();
    requests = 0;
    const items = await firstItems(client, queryOf(table), limit);
    expect(items.map((item) => item.sk?.S)).toEqual(sorted.slice(0, limit));
    expect(requests).toBe(expected);
  });
});

describe('no store loses what lies behind a page', () => {
  it('of leases, of runs, or of the sources whose datasets are listed', async () => {
    const table = await engines.newTable();
    const leases = dynamoLeaseStore(table, client);
    for (const source of sorted) await leases.take(source, `${source}.1`, 0);
    expect((await leases.all()).map(({ source }) => source)).toEqual(sorted);

    const runs = dynamoRunStore(table, client);
    const ids = ['kilde.20260101T000000Z.aaaaaa', 'kilde.20260102T000000Z.aaaaaa', 'kilde.20260103T000000Z.aaaaaa'];
    for (const [day, id] of ids.entries()) await runs.save(runOf(id, `2026-01-0${day + 1}T00:00:00.000Z`));
    expect((await runs.bySource('kilde', { limit: 3 })).map(({ id }) => id)).toEqual(ids.toReversed());

    const catalogue = dynamoCatalogueStore({ table: await engines.newTable(), objects: memoryObjects(), client });
    const datasets = ['a.x', 'b.y', 'c.z'];
    await catalogue.write(
      datasets.map((id, index) =>
        writeOf(
          { ...draftOf(id), seq: index + 1, published: `2026-01-01T00:00:0${index}Z`, payload: null },
          entryOf(id),
        ),
      ),
    );
    expect((await catalogue.list({ limit: 10, consistent: true })).map(({ id }) => id)).toEqual(datasets);
  });

  it('since queries and scans are sent in one place', () => {
    const sending = globSync(['functions/**/*.ts', 'infra/**/*.ts'])
      .filter((file) => /new (Query|Scan)Command\(/.test(readFileSync(file, 'utf8')))
      .map((file) => file.replaceAll('\\', '/'));
    expect(sending).toEqual(['functions/shared/dynamo-items.ts']);
  });
});
