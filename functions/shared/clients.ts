/** One client a service and process: connections are kept between the invocations of a warm function. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { noteCall, noteDynamo, tellsCapacity } from './meter.ts';

export const dynamo = new DynamoDBClient({});
/** Path style, because an engine on one machine has no host name for each bucket. */
export const s3 = new S3Client({ forcePathStyle: true });
export const sqs = new SQSClient({});
export const sns = new SNSClient({});
export const secretsManager = new SecretsManagerClient({});

const METER = { step: 'initialize', name: 'meter' } as const;

dynamo.middlewareStack.add(
  (next, { commandName = '' }) =>
    async (args) => {
      // The commands that tell their capacity all take this; the type of all commands together does not say so.
      const asking = { ...args.input, ReturnConsumedCapacity: 'TOTAL' } as typeof args.input;
      const input = tellsCapacity(commandName) ? asking : args.input;
      try {
        const result = await next({ ...args, input });
        noteDynamo(commandName, input, result.output);
        return result;
      } catch (error) {
        noteDynamo(commandName, input, undefined);
        throw error;
      }
    },
  METER,
);

s3.middlewareStack.add(
  (next, { commandName = '' }) =>
    (args) => {
      noteCall('s3', commandName);
      return next(args);
    },
  METER,
);

sqs.middlewareStack.add(
  (next, { commandName = '' }) =>
    (args) => {
      noteCall('sqs', commandName);
      return next(args);
    },
  METER,
);

sns.middlewareStack.add(
  (next, { commandName = '' }) =>
    (args) => {
      noteCall('sns', commandName);
      return next(args);
    },
  METER,
);
