/** The one client of S3 of a process. */
import { S3Client } from '@aws-sdk/client-s3';
import { METER, noteCall } from '../meter.ts';
import { SDK_TRIES } from './tries.ts';

/** Path style, because an engine on one machine has no host name for each bucket. */
export const s3 = new S3Client({ forcePathStyle: true, maxAttempts: SDK_TRIES });

s3.middlewareStack.add(
  (next, { commandName = '' }) =>
    (args) => {
      noteCall('s3', commandName);
      return next(args);
    },
  METER,
);
