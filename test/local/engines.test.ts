import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BUCKET, clientOf, type Engines, startEngines } from '#infra/local/engines.ts';
import { queueUrl, topicArn } from '#infra/local/object-engine.ts';
import { topology } from '#infra/topology.ts';

let folder: string;
let engines: Engines;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'engines-'));
  engines = await startEngines(folder, topology);
});

afterEach(async () => {
  await engines.stop();
  rmSync(folder, { recursive: true });
});

const receive = async (queue: string): Promise<string[]> => {
  const sqs = new SQSClient(clientOf(engines.objects));
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: queueUrl(engines.objects, queue) }));
  return (Messages ?? []).map(({ Body }) => Body ?? '');
};

const restart = async (): Promise<void> => {
  await engines.stop();
  engines = await startEngines(folder, topology);
};

test('items, objects and messages are still there after a restart on other ports', async () => {
  const item = { pk: { S: 'a' }, sk: { S: 'b' } };
  await new DynamoDBClient(clientOf(engines.tables)).send(new PutItemCommand({ TableName: 'ledger', Item: item }));
  await new S3Client({ ...clientOf(engines.objects), forcePathStyle: true }).send(
    new PutObjectCommand({ Bucket: BUCKET, Key: 'raw/x/y.gz', Body: 'bytes' }),
  );
  await new SNSClient(clientOf(engines.objects)).send(
    new PublishCommand({ TopicArn: topicArn('ledger-appended'), Message: '{"head":1}' }),
  );

  await restart();

  const kept = await new DynamoDBClient(clientOf(engines.tables)).send(
    new GetItemCommand({ TableName: 'ledger', Key: item }),
  );
  const object = await new S3Client({ ...clientOf(engines.objects), forcePathStyle: true }).send(
    new GetObjectCommand({ Bucket: BUCKET, Key: 'raw/x/y.gz' }),
  );
  expect(kept.Item).toEqual(item);
  expect(await object.Body?.transformToString()).toBe('bytes');
  expect(await receive('project')).toEqual(['{"head":1}']);
});

test('a message that a dead process was working on is back in its queue at the next start', async () => {
  await new SNSClient(clientOf(engines.objects)).send(
    new PublishCommand({ TopicArn: topicArn('ledger-appended'), Message: 'look' }),
  );
  expect(await receive('project')).toEqual(['look']);
  expect(await receive('project')).toEqual([]);

  await restart();

  expect(await receive('project')).toEqual(['look']);
});

test('the engines listen on the loopback interface only', () => {
  expect(new URL(engines.tables).hostname).toBe('127.0.0.1');
  expect(new URL(engines.objects).hostname).toBe('127.0.0.1');
});
