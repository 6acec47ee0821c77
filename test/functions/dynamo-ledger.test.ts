import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { type Engines, startEngines, testBucket, testTables } from '#test/engines.ts';
import { draftOf, entryOf } from './drafts.ts';

describe('the ledger on the embedded engines', () => {
  let engines: Engines;
  beforeAll(async () => {
    engines = await startEngines();
  });
  afterAll(() => engines.stop());

  it('gives back what was appended, numbered from 1, with its payloads', async () => {
    const ledger = dynamoLedger({
      table: testTables.ledger,
      objects: s3ObjectStore(testBucket, engines.s3),
      client: engines.dynamo,
    });
    const names = Array.from({ length: 250 }, (_, index) => `sds.d${index + 1}`);
    const appended = await ledger.append(
      names.map((name) => draftOf(name)),
      names.map((name) => entryOf(name)),
    );
    expect(appended.map(({ seq }) => seq)).toEqual(names.map((_, index) => index + 1));
    expect(await ledger.read(0, 1000)).toEqual(appended);
    expect(await ledger.read(99, 3)).toEqual(appended.slice(99, 102));
    expect(await ledger.payloads(appended.slice(98, 102))).toEqual(names.slice(98, 102).map((name) => entryOf(name)));
    expect(await ledger.head()).toEqual({ epoch: 'e1', seq: 250, published: appended[249]?.published });
  });
});
