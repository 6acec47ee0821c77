/** The one client of SNS of a process. */
import { SNSClient } from '@aws-sdk/client-sns';
import { METER, noteCall } from '../meter.ts';
import { SDK_TRIES } from './tries.ts';

export const sns = new SNSClient({ maxAttempts: SDK_TRIES });

sns.middlewareStack.add(
  (next, { commandName = '' }) =>
    (args) => {
      noteCall('sns', commandName);
      return next(args);
    },
  METER,
);
