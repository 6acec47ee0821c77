/** The one client of SQS of a process. */
import { SQSClient } from '@aws-sdk/client-sqs';
import { METER, noteCall } from '../meter.ts';

export const sqs = new SQSClient({});

sqs.middlewareStack.add(
  (next, { commandName = '' }) =>
    (args) => {
      noteCall('sqs', commandName);
      return next(args);
    },
  METER,
);
