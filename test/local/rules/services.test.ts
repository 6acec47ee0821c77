/** Each of the services' rules on the wire, asked for by the SDK's own clients. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, expect, test } from 'vitest';
import { TransientFailure } from '#functions/shared/failures.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { BUCKET, clientOf, type Engines, startEngines } from '#infra/local/engines.ts';
import { queueUrl, topicArn } from '#infra/local/object-engine.ts';
import { figuresAlone, type Rules } from '#infra/local/rules/rules.ts';
import { topology } from '#infra/topology.ts';

const folders: string[] = [];
let engines: Engines | undefined;

afterEach(async () => {
  await engines?.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The engines behind one rule, and clients that try once: what they are told is what is looked at. */
async function under(rules: { readonly [Part in 'tables' | 'objects' | 'queues']?: Partial<Rules[Part]> }) {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  folders.push(folder);
  const { tables, objects, queues } = figuresAlone;
  engines = await startEngines(folder, topology, {
    ...figuresAlone,
    tables: { ...tables, ...rules.tables },
    objects: { ...objects, ...rules.objects },
    queues: { ...queues, ...rules.queues },
  });
  const once = { maxAttempts: 1 };
  return {
    dynamo: new DynamoDBClient({ ...clientOf(engines.tables), ...once }),
    s3: new S3Client({ ...clientOf(engines.objects), ...once, forcePathStyle: true }),
    sqs: new SQSClient({ ...clientOf(engines.objects), ...once }),
    sns: new SNSClient({ ...clientOf(engines.objects), ...once }),
    queue: queueUrl(engines.objects, 'project'),
  };
}

const item = (pk: string, sk: string, text = ''): Record<string, AttributeValue> => ({
  pk: { S: pk },
  sk: { S: sk },
  text: { S: text },
});

const KB = 1024;

test('a partition takes no more write units a second than it has, and its neighbours are not told to wait for it', async () => {
  const { dynamo } = await under({ tables: { writeUnits: 0.1 } });
  const put = (pk: string) =>
    dynamo.send(new PutItemCommand({ TableName: 'ledger', Item: item(pk, '1', 'x'.repeat(50 * KB)) }));

  await put('a');

  await expect(put('a')).rejects.toMatchObject({
    name: expect.stringMatching(/^(ProvisionedThroughputExceeded|Throttling)Exception$/),
  });
  await expect(put('b')).resolves.toBeDefined();
});

test('a partition gives no more read units a second than it has, to queries as to reads by key', async () => {
  const { dynamo } = await under({ tables: { readUnits: 0.1 } });
  await dynamo.send(new PutItemCommand({ TableName: 'ledger', Item: item('a', '1', 'x'.repeat(50 * KB)) }));
  const query = () =>
    dynamo.send(
      new QueryCommand({
        TableName: 'ledger',
        KeyConditionExpression: '#pk = :pk AND sk > :from',
        ExpressionAttributeNames: { '#pk': 'pk' },
        ExpressionAttributeValues: { ':pk': { S: 'a' }, ':from': { S: '0' } },
      }),
    );
  expect((await query()).Items).toHaveLength(1);

  await expect(query()).rejects.toThrow(/exceed/i);
  const Key = { pk: { S: 'a' }, sk: { S: '1' } };
  await expect(dynamo.send(new GetItemCommand({ TableName: 'ledger', Key }))).rejects.toThrow(/exceed/i);
});

test('of a batch, what its partition cannot take comes back, and asked again it is done', async () => {
  const { dynamo } = await under({ tables: { writeUnits: 3, partial: 1 } });
  const sorts = Array.from({ length: 10 }, (_, index) => String(index));
  let left: WriteRequest[] = sorts.map((sk) => ({ PutRequest: { Item: item('a', sk) } }));
  const write = () => dynamo.send(new BatchWriteItemCommand({ RequestItems: { ledger: left } }));
  const rounds: number[] = [];
  while (left.length > 0) {
    const answer = await write().catch(() => undefined);
    if (answer) left = answer.UnprocessedItems?.ledger ?? [];
    rounds.push(left.length);
  }

  expect(rounds.length).toBeGreaterThan(1);
  const found: string[] = [];
  let unread: Record<string, AttributeValue>[] = sorts.map((sk) => ({ pk: { S: 'a' }, sk: { S: sk } }));
  while (unread.length > 0) {
    const answer = await dynamo.send(
      new BatchGetItemCommand({ RequestItems: { ledger: { Keys: unread, ConsistentRead: true } } }),
    );
    found.push(...(answer.Responses?.ledger ?? []).map(({ sk }) => sk?.S ?? ''));
    unread = answer.UnprocessedKeys?.ledger?.Keys ?? [];
  }
  expect(found.sort()).toEqual(sorts);
});

test('a page of a query ends before its time, and says where to go on', async () => {
  const { dynamo } = await under({ tables: { shortPage: 1 } });
  for (let index = 0; index < 8; index += 1) {
    await dynamo.send(new PutItemCommand({ TableName: 'ledger', Item: item('a', String(index)) }));
  }
  const input = {
    TableName: 'ledger',
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: 'a' } },
  };
  const first = await dynamo.send(new QueryCommand(input));
  expect(first.Items?.length).toBeLessThanOrEqual(5);
  expect(first.LastEvaluatedKey).toBeDefined();
});

test('a write whose answer is lost has taken place', async () => {
  const { dynamo, s3 } = await under({ tables: { lost: 1 }, objects: { lost: 1 } });
  await expect(dynamo.send(new PutItemCommand({ TableName: 'ledger', Item: item('a', '1') }))).rejects.toMatchObject({
    code: 'ECONNRESET',
  });
  await expect(s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'raw/a', Body: 'a' }))).rejects.toMatchObject({
    code: 'ECONNRESET',
  });
});

test('what is larger than a service takes is refused in the service’s words', async () => {
  const { dynamo, sqs, sns, queue } = await under({});
  const large = 'x'.repeat(400 * KB);
  await expect(
    dynamo.send(new PutItemCommand({ TableName: 'ledger', Item: item('a', '1', large) })),
  ).rejects.toMatchObject({ name: 'ValidationException', message: expect.stringMatching(/Item size/) });
  const puts = (count: number, text: string) =>
    dynamo.send(
      new BatchWriteItemCommand({
        RequestItems: {
          ledger: Array.from({ length: count }, (_, index) => ({
            PutRequest: { Item: item('b', String(index), text) },
          })),
        },
      }),
    );
  await expect(puts(26, '')).rejects.toMatchObject({ name: 'ValidationException' });
  const keys = Array.from({ length: 101 }, (_, index) => ({ pk: { S: 'a' }, sk: { S: String(index) } }));
  await expect(
    dynamo.send(new BatchGetItemCommand({ RequestItems: { ledger: { Keys: keys } } })),
  ).rejects.toMatchObject({ name: 'ValidationException' });
  const over = 'x'.repeat(256 * KB + 1);
  await expect(sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: over }))).rejects.toThrow(
    /shorter than/,
  );
  await expect(sns.send(new PublishCommand({ TopicArn: topicArn('ledger-appended'), Message: over }))).rejects.toThrow(
    /shorter than/,
  );
});

test('S3 asks to slow down beyond its rate below a prefix, and only there', async () => {
  const { s3 } = await under({ objects: { puts: 0.1 } });
  const put = (key: string) => s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: 'a' }));
  const ends = await Promise.allSettled(['raw/1', 'raw/2', 'raw/3', 'raw/4', 'raw/5', 'raw/6'].map(put));
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]).toMatchObject({ name: 'SlowDown', $metadata: { httpStatusCode: 503 } });
  await expect(put('state/1')).resolves.toBeDefined();
});

test('a body that breaks off is an error to who reads it, and HEAD still tells its length', async () => {
  const { s3 } = await under({ objects: { brokenOff: 1 } });
  const Body = 'x'.repeat(100 * KB);
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'raw/a', Body }));
  const head = await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'raw/a' }));
  expect(head.ContentLength).toBe(Body.length);
  const got = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'raw/a' }));
  await expect(got.Body?.transformToString()).rejects.toThrow();
});

test('the object store reads on where a body broke off, and says so when it breaks off again and again', async () => {
  const { s3 } = await under({ objects: { brokenOff: 0.5 } });
  const store = s3ObjectStore(BUCKET, s3);
  const body = Buffer.from(Array.from({ length: 100 * KB }, (_, index) => index % 251));
  await store.put('raw/a', body);
  for (let time = 0; time < 5; time += 1) expect(await store.get('raw/a')).toEqual(body);
  await engines?.stop();
  const always = s3ObjectStore(BUCKET, (await under({ objects: { brokenOff: 1 } })).s3);
  await always.put('raw/a', body);
  await expect(always.get('raw/a')).rejects.toThrow(TransientFailure);
});

test('a delivery is held back and comes again; one that was deleted may come a second time, with the same id', async () => {
  const { sqs, queue } = await under({ queues: { delayed: 0.5, duplicated: 1, delaySeconds: 1 } });
  const sent = ['0', '1', '2', '3', '4', '5'];
  for (const MessageBody of sent) await sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody }));
  const received: { body: string; id: string }[] = [];
  let empty = 0;
  while (new Set(received.map(({ body }) => body)).size < sent.length || received.length < 2 * sent.length) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 10, WaitTimeSeconds: 2 }),
    );
    if (Messages.length === 0) empty += 1;
    for (const { Body = '', MessageId = '', ReceiptHandle } of Messages) {
      received.push({ body: Body, id: MessageId });
      await sqs.send(new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle }));
    }
    expect(empty).toBeLessThan(10);
  }
  expect(new Set(received.map(({ body }) => body))).toEqual(new Set(sent));
  expect(new Set(received.map(({ id }) => id)).size).toBe(sent.length);
  expect(received.map(({ body }) => body)).not.toEqual([...received.map(({ body }) => body)].sort());
});

test('a message that nobody deleted is back when its time of being hidden is over', async () => {
  const { sqs, queue } = await under({});
  await sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: 'look' }));
  const receive = async () =>
    (await sqs.send(new ReceiveMessageCommand({ QueueUrl: queue, WaitTimeSeconds: 5 }))).Messages ?? [];
  const [first] = await receive();
  await sqs.send(
    new ChangeMessageVisibilityCommand({ QueueUrl: queue, ReceiptHandle: first?.ReceiptHandle, VisibilityTimeout: 1 }),
  );
  expect((await receive()).map(({ Body }) => Body)).toEqual(['look']);
});
