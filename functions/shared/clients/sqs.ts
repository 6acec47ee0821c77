/** The one client of SQS of a process. */
import { SQSClient } from '@aws-sdk/client-sqs';
import { METER, noteCall } from '../meter.ts';
import { SDK_TRIES } from './tries.ts';

export const sqs = new SQSClient({ maxAttempts: SDK_TRIES });

sqs.middlewareStack.add(
  (next, { commandName = '' }) =>
    (args) => {
      noteCall('sqs', commandName);
      return next(args);
    },
  METER,
);
