/** What the stores do when DynamoDB answers as it does under load, which no embedded engine does. */
import {
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  ProvisionedThroughputExceededException,
  PutItemCommand,
  QueryCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DatasetWrite } from '#functions/shared/catalogue-store.ts';
import { dynamoCatalogueStore } from '#functions/shared/dynamo-catalogue-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { PermanentFailure, TransientFailure, translated } from '#functions/shared/failures.ts';
import { draftOf, entryOf } from '../drafts.ts';
import { memoryObjects } from '../memory-objects.ts';

const client = new DynamoDBClient({ region: 'eu-central-1' });
const dynamo = mockClient(client);
beforeEach(() => dynamo.reset());

const datasetOf = (id: string): DatasetWrite => ({
  id,
  source: 'sds',
  kind: 'Dataset',
  state: 'live',
  revision: 1,
  seq: 1,
  published: '2026-11-23T04:00:00.000Z',
  contentHash: null,
  summary: { identifier: null, title: {}, publisher: {}, example: false },
  tombstone: null,
  entry: null,
  payload: null,
});

const $metadata = {};

describe('the catalogue under load', () => {
  const pauses: number[] = [];
  const pause = async (ms: number) => pauses.push(ms);
  const catalogue = () => dynamoCatalogueStore({ table: 'catalogue', objects: memoryObjects(), client, pause });
  beforeEach(() => {
    pauses.length = 0;
    dynamo.on(PutItemCommand).resolves({});
  });

  it('writes again what was left unprocessed, and only that', async () => {
    const left = { PutRequest: { Item: { pk: { S: 'sds' }, sk: { S: 'sds.b' } } } };
    dynamo
      .on(BatchWriteItemCommand)
      .resolvesOnce({ UnprocessedItems: { catalogue: [left] } })
      .resolves({});
    await catalogue().write([datasetOf('sds.a'), datasetOf('sds.b')]);
    const sent = dynamo.commandCalls(BatchWriteItemCommand).map(({ args }) => args[0].input.RequestItems?.catalogue);
    expect(sent.map((requests) => requests?.length)).toEqual([2, 1]);
    expect(sent[1]).toEqual([left]);
    expect(pauses).toEqual([50]);
  });

  it('gives the message back, after longer and longer pauses, when nothing gets through', async () => {
    const left = { PutRequest: { Item: { pk: { S: 'sds' }, sk: { S: 'sds.a' } } } };
    dynamo.on(BatchWriteItemCommand).resolves({ UnprocessedItems: { catalogue: [left] } });
    await expect(catalogue().write([datasetOf('sds.a')])).rejects.toThrow(TransientFailure);
    expect(pauses).toEqual([50, 100, 200, 400, 800, 1600, 3200]);
  });

  it('ends all its writes before it tells that one of them failed', async () => {
    const missing = new ResourceNotFoundException({ message: 'no table', $metadata });
    dynamo.on(BatchWriteItemCommand).rejectsOnce(missing).resolves({});
    const writes = Array.from({ length: 200 }, (_, index) => datasetOf(`sds.d${index}`));
    await expect(catalogue().write(writes)).rejects.toThrow(PermanentFailure);
    expect(dynamo.commandCalls(BatchWriteItemCommand).length).toBe(8);
  });
});

describe('the ledger under load', () => {
  const ledger = () => dynamoLedger({ table: 'ledger', objects: memoryObjects(), client });

  it('gives up in a way that may work later when others win every race', async () => {
    dynamo.on(GetItemCommand).resolves({});
    dynamo.on(QueryCommand).resolves({ Items: [] });
    dynamo.on(PutItemCommand).rejects(new ConditionalCheckFailedException({ message: 'there', $metadata }));
    await expect(ledger().append([draftOf('sds.a')], [entryOf('sds.a')])).rejects.toThrow(TransientFailure);
  });

  it('says that there is a gap rather than reading over it', async () => {
    const entry = { ...draftOf('sds.b'), seq: 7, published: '2026-11-23T04:00:00.000Z', payload: null };
    dynamo.on(GetItemCommand).resolves({});
    dynamo.on(QueryCommand).resolves({ Items: [{ entries: { S: JSON.stringify([entry]) } }] });
    await expect(ledger().read(5, 10)).rejects.toThrow('The ledger has a gap after 5.');
  });

  it('says which payload is missing', async () => {
    const payload = { key: 'payloads/gone.jsonl.gz', line: 0 };
    const entry = { ...draftOf('sds.a'), seq: 1, published: '2026-11-23T04:00:00.000Z', payload };
    await expect(ledger().payload(entry)).rejects.toThrow('The payload object payloads/gone.jsonl.gz is missing.');
  });
});

describe('a service’s error', () => {
  const failing = (error: Error) => translated(() => Promise.reject(error));

  it.each([
    new ProvisionedThroughputExceededException({ message: 'slow down', $metadata }),
    Object.assign(new Error('broken'), { name: 'Unknown', $metadata: { httpStatusCode: 502 } }),
    Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('late'), { name: 'TimeoutError' }),
  ])('that passes by itself is transient: $name $code', async (error) => {
    await expect(failing(error)).rejects.toThrow(TransientFailure);
  });

  it.each([
    new ResourceNotFoundException({ message: 'no table', $metadata: { httpStatusCode: 400 } }),
    Object.assign(new Error('wrong'), { name: 'ValidationException', $metadata: { httpStatusCode: 400 } }),
  ])('that will not pass is permanent: $name', async (error) => {
    await expect(failing(error)).rejects.toThrow(PermanentFailure);
  });

  it('that is the answer to a condition comes through as it is', async () => {
    const failed = new ConditionalCheckFailedException({ message: 'there', $metadata });
    await expect(failing(failed)).rejects.toBe(failed);
  });
});
